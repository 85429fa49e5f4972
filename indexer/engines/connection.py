"""How to reach an Elasticsearch, and how its indexes are to be made; the embedded engine needs none of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Connection:
    """Credentials and choices for Elasticsearch. An empty string means that none is given."""

    user: str = ""
    password: str = field(default="", repr=False)
    api_key: str = field(default="", repr=False)
    ca: str = ""
    prefix: str = "paragraf"
    shards: int = 1
    replicas: int = 0
    vectors: str = "int8_hnsw"
    timeout_s: float = 10.0

    @classmethod
    def of(cls, settings: Mapping[str, str | int | float | bool]) -> "Connection":
        """Read the settings named `elasticsearch_…`."""
        return cls(
            user=str(settings["elasticsearch_user"]),
            password=str(settings["elasticsearch_password"]),
            api_key=str(settings["elasticsearch_api_key"]),
            ca=str(settings["elasticsearch_ca"]),
            prefix=str(settings["elasticsearch_prefix"]),
            shards=int(settings["elasticsearch_shards"]),
            replicas=int(settings["elasticsearch_replicas"]),
            vectors=str(settings["elasticsearch_vectors"]),
            timeout_s=float(settings["elasticsearch_timeout_s"]),
        )


def without_credentials(location: str) -> str:
    """A URL without the user and password that it may hold, for people and logs; a directory as it is."""
    scheme, separator, rest = location.partition("://")
    return f"{scheme}{separator}{rest.rpartition('@')[2]}" if separator else location
