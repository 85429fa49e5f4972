"""The indexes of one version in Elasticsearch: their names, mappings and aliases.

Readers and writers use aliases; behind each stands one concrete index with a stamp in its name. Nothing here needs
more than the free Basic licence.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from elasticsearch import BadRequestError, Elasticsearch

from indexer.engines.connection import Connection
from indexer.engines.filtering import KEYWORDS
from indexer.engines.stored import as_json, version_from_json
from indexer.errors import UsageProblem
from indexer.index import FIELDS, IndexVersion

_KEYWORD = {"type": "keyword"}
_KEPT = {"type": "object", "enabled": False}  # given back as it was put, never searched

VECTORS = {"int8_hnsw": {"type": "int8_hnsw", "m": 16, "ef_construction": 100}, "flat": {"type": "flat"}}
"""Always said: Elasticsearch's own choice changes with its version."""

SETTINGS = {
    "refresh_interval": "-1",  # what a writer does shows when it says so, see elasticwriter.py
}


@dataclass(frozen=True, slots=True)
class Names:
    """Aliases of one version, and the index where writers note what they are doing, shared by all versions."""

    passages: str
    sources: str
    writing: str

    @classmethod
    def of(cls, prefix: str, version: IndexVersion) -> "Names":
        """The names under a prefix."""
        return cls(f"{prefix}-passages-{version.key}", f"{prefix}-sources-{version.key}", f"{prefix}-writing")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two concrete indexes that belong together."""

    passages: str
    sources: str


def existing_pair(client: Elasticsearch, names: Names) -> Pair | None:
    """What stands behind the aliases; None unless both are there."""
    behind = [_behind(client, alias) for alias in (names.passages, names.sources)]
    return Pair(behind[0][0], behind[1][0]) if all(len(found) == 1 for found in behind) else None


def create_pair(client: Elasticsearch, names: Names, version: IndexVersion, connection: Connection) -> Pair:
    """Two new, empty indexes, without aliases."""
    stamp = f"{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(3)}"
    pair = Pair(f"{names.passages}-{stamp}", f"{names.sources}-{stamp}")
    settings = {**SETTINGS, "number_of_replicas": connection.replicas}
    for index, mapping, shards in (
        (pair.passages, _passage_mapping(version, connection), connection.shards),
        (pair.sources, _source_mapping(version), 1),
    ):
        client.indices.create(index=index, mappings=mapping, settings={**settings, "number_of_shards": shards})
    return pair


def swap(client: Elasticsearch, names: Names, new: Pair, old: Pair | None) -> None:
    """Put the aliases on the new pair, in one step, and then drop the old pair.

    Dropping it in the same step would fail searches: while the server takes the shards away, the aliases still lead there.
    """
    actions: list[dict[str, dict[str, str]]] = []
    for kind, pair in (("remove", old), ("add", new)):
        if pair:
            actions.append({kind: {"index": pair.passages, "alias": names.passages}})
            actions.append({kind: {"index": pair.sources, "alias": names.sources}})
    client.indices.update_aliases(actions=actions)
    if old:
        drop_pair(client, old)


def drop_pair(client: Elasticsearch, pair: Pair) -> None:
    """Remove two concrete indexes."""
    client.indices.delete(index=[pair.passages, pair.sources], ignore_unavailable=True)


def drop_unfinished(client: Elasticsearch, names: Names, whole: Pair | None) -> None:
    """Remove concrete indexes of this version that a dead writer left behind."""
    kept = {whole.passages, whole.sources} if whole else set()
    for alias in (names.passages, names.sources):
        left = [index for index in client.indices.get(index=f"{alias}-*", features="aliases").body if index not in kept]
        if left:
            client.indices.delete(index=left, ignore_unavailable=True)


def create_writing(client: Elasticsearch, names: Names, connection: Connection) -> None:
    """Make the index where writers note what they are doing, unless it is there."""
    properties = {"what": _KEYWORD, "key": _KEYWORD, "noted": _KEPT}
    try:
        client.indices.create(
            index=names.writing,
            mappings={"dynamic": "strict", "properties": properties},
            settings={"number_of_shards": 1, "number_of_replicas": connection.replicas},
        )
    except BadRequestError as error:
        if error.error != "resource_already_exists_exception":
            raise


def existing_versions(client: Elasticsearch, prefix: str) -> tuple[IndexVersion, ...]:
    """The versions whose aliases stand, by key."""
    found = client.indices.get(index=f"{prefix}-sources-*", features=["aliases", "mappings"]).body.values()
    versions = ((each["aliases"], version_from_json(each["mappings"].get("_meta"))) for each in found)
    standing = {version for aliases, version in versions if version and Names.of(prefix, version).sources in aliases}
    return tuple(sorted(standing, key=lambda version: version.key))


def _behind(client: Elasticsearch, alias: str) -> list[str]:
    if not client.indices.exists_alias(name=alias):
        return []
    return sorted(client.indices.get_alias(name=alias).body)


def _passage_mapping(version: IndexVersion, connection: Connection) -> dict[str, object]:
    if connection.vectors not in VECTORS:
        raise UsageProblem(f"PARAGRAF_ELASTICSEARCH_VECTORS={connection.vectors!r} is unknown. Choose one of: {', '.join(VECTORS)}.")
    tokens = {
        name: {"type": "text", "analyzer": "whitespace", "norms": True, "index_options": "positions" if name == "exact" else "freqs"}
        for name in FIELDS
    }
    vector = {
        "type": "dense_vector",
        "dims": version.dimension,
        "index": True,
        "similarity": "cosine",
        "index_options": VECTORS[connection.vectors],
    }
    properties = {
        "id": _KEYWORD,
        **dict.fromkeys(KEYWORDS, _KEYWORD),
        "day": {"type": "integer"},
        **tokens,
        "vector": vector,
        "passage": _KEPT,
    }
    return {"dynamic": "strict", "_meta": as_json(version), "properties": properties}


def _source_mapping(version: IndexVersion) -> dict[str, object]:
    properties = {"file": _KEYWORD, "collection": _KEYWORD, "revision": _KEYWORD, "record": _KEPT, "content": _KEPT, "passages": _KEPT}
    return {"dynamic": "strict", "_meta": as_json(version), "properties": properties}
