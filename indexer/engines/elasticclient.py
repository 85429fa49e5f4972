"""Talking to Elasticsearch: one client per index, every error of it told in words that an operator can act on."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from elastic_transport.client_utils import DEFAULT
from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    Elasticsearch,
    TransportError,
    UnsupportedProductError,
    helpers,
)

from indexer.engines.connection import Connection, without_credentials
from indexer.errors import IndexProblem, IndexUnreachable, UsageProblem

LEAST_VERSION = (8, 15)
FIRST_UNKNOWN_VERSION = (10, 0)
UNSAFE_VERSIONS = frozenset({(9, 5, 0), (9, 5, 1), (9, 5, 2)})
"""These lose operations on replicas (elastic/elasticsearch#158212)."""

_WRITE_TIMEOUT_S = 120.0
_BULK_DOCUMENTS = 500
_BULK_BYTES = 8_000_000
_NOT_FOUND = 404
_UNAVAILABLE = 503

Action = dict[str, object]


class Server:
    """An Elasticsearch at a URL. `asking` gives the client and translates what goes wrong into IndexUnreachable."""

    def __init__(self, url: str, connection: Connection) -> None:
        self.location = without_credentials(url)
        self._client = _client(url, self.location, connection)
        self._writing = self._client.options(request_timeout=max(_WRITE_TIMEOUT_S, connection.timeout_s))

    @contextmanager
    def asking(self) -> Iterator[Elasticsearch]:
        """The client, for reads."""
        with self._translated():
            yield self._client

    @contextmanager
    def changing(self) -> Iterator[Elasticsearch]:
        """The client, for what may take longer."""
        with self._translated():
            yield self._writing

    def send(self, actions: Iterable[Action]) -> None:
        """Bulk actions, all or an error. Deleting what is not there is no error."""
        with self.changing() as client:
            sent = helpers.streaming_bulk(
                client,
                actions,
                chunk_size=_BULK_DOCUMENTS,
                max_chunk_bytes=_BULK_BYTES,
                max_retries=4,
                initial_backoff=0.5,
                max_backoff=8,
                raise_on_error=False,  # with it, the helper would not repeat what a full queue turned away (elasticsearch-py#864)
            )
            for done, item in sent:
                ((kind, result),) = item.items()
                if not done and not (kind == "delete" and result["status"] == _NOT_FOUND):
                    raise IndexUnreachable(f"Elasticsearch at {self.location} refused a document: {_reason(result)}. {_NEXT}")

    def require_version(self) -> None:
        """Raise IndexUnreachable where a node is of a version that this program does not work with."""
        try:
            with self.asking() as client:
                nodes = client.nodes.info(filter_path="nodes.*.version").body.get("nodes", {})
        except IndexUnreachable as problem:
            if isinstance(problem.__cause__, AuthorizationException):
                return  # reading versions takes a right (monitor) that searching does without
            raise
        for text in sorted({node["version"] for node in nodes.values()}):
            version = tuple(int(part) for part in text.split("-")[0].split("."))
            if not LEAST_VERSION <= version < FIRST_UNKNOWN_VERSION or version in UNSAFE_VERSIONS:
                raise IndexUnreachable(
                    f"Elasticsearch at {self.location} is version {text}. This program works with 8.15 and later 8.x and with 9.x "
                    "(but for 9.5.0 to 9.5.2, which lose data). Upgrade it, or give --index another URL or a directory."
                )

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except UnsupportedProductError as error:
            raise IndexUnreachable(
                f"What answers at {self.location} is not Elasticsearch 8 or 9. Give --index the URL of one, or a directory."
            ) from error
        except (AuthenticationException, AuthorizationException) as error:
            raise IndexUnreachable(
                f"Elasticsearch at {self.location} refuses access ({error.status_code}: {_reason(error.body)}). Check "
                "PARAGRAF_ELASTICSEARCH_USER and _PASSWORD, or PARAGRAF_ELASTICSEARCH_API_KEY, and the rights of its role."
            ) from error
        except ApiError as error:
            raise IndexUnreachable(
                f"Elasticsearch at {self.location} refuses ({error.status_code}: {_reason(error.body)}). {_NEXT}"
            ) from error
        except TransportError as error:
            raise IndexUnreachable(
                f"Elasticsearch at {self.location} does not answer ({_cause(error)}). Is it running? "
                "`make elasticsearch` starts a local one; --index takes another URL, or a directory."
            ) from error


_NEXT = "Its log says more; see that its version is 8.15 or later and that its disks have room."


def _client(url: str, location: str, connection: Connection) -> Elasticsearch:
    if connection.ca and not Path(connection.ca).is_file():
        raise UsageProblem(f"PARAGRAF_ELASTICSEARCH_CA={connection.ca} is no file. Give the CA certificate of Elasticsearch, in PEM form.")
    if connection.api_key and connection.user:
        raise UsageProblem("Both PARAGRAF_ELASTICSEARCH_API_KEY and PARAGRAF_ELASTICSEARCH_USER are set. Set one of them.")
    try:
        return Elasticsearch(
            url,
            basic_auth=(connection.user, connection.password) if connection.user else None,
            api_key=connection.api_key or None,
            ca_certs=connection.ca or DEFAULT,
            request_timeout=connection.timeout_s,
            retry_on_timeout=True,
            max_retries=3,
        )
    except ValueError as error:
        raise UsageProblem(
            f"{location} cannot be used as the URL of Elasticsearch: {error}. Write it like http://127.0.0.1:9200."
        ) from error


def _reason(body: object) -> str:
    """The server's own words, shortened."""
    error = body.get("error", body) if isinstance(body, Mapping) else body
    if isinstance(error, Mapping):
        causes = error.get("root_cause") or [error]
        error = ": ".join(str(causes[0].get(key, "")) for key in ("type", "reason"))
    return " ".join(str(error).split())[:300]


def _cause(error: TransportError) -> str:
    return " ".join(str(error.message).split())[:300] or type(error).__name__


def is_gone(problem: IndexProblem) -> bool:
    """Whether the server said that the index asked for is not there."""
    return isinstance(problem.__cause__, ApiError) and problem.__cause__.status_code == _NOT_FOUND


def is_leaving(problem: IndexProblem) -> bool:
    """Whether the server said that a shard is not there, as it does for a moment while an index that was replaced goes away."""
    return isinstance(problem.__cause__, ApiError) and problem.__cause__.status_code == _UNAVAILABLE
