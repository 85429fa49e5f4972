"""Where an index is: a directory means the embedded engine, an http(s) URL means Elasticsearch."""

from collections.abc import Sequence

from indexer.engines.connection import Connection, without_credentials
from indexer.errors import IndexMismatch, IndexMissing, IndexProblem
from indexer.index import Index, IndexVersion

__all__ = ["Connection", "is_url", "open_index", "versions_at", "without_credentials"]

NO_CONNECTION = Connection()


def is_url(location: str) -> bool:
    """Whether the location names a server rather than a directory."""
    return location.lower().startswith(("http://", "https://"))


def open_index(location: str, version: IndexVersion, connection: Connection = NO_CONNECTION, *, create: bool = False) -> Index:
    """Open the index of `version`. With `create` it need not be there yet: its first writer makes it.

    Raises IndexMissing, IndexMismatch (there are only other versions) or IndexUnreachable.
    """
    index = _open(location, version, connection)
    try:
        if not create:
            _require(index, versions_at(location, connection))
    except IndexProblem:
        index.close()
        raise
    return index


def versions_at(location: str, connection: Connection = NO_CONNECTION) -> tuple[IndexVersion, ...]:
    """The versions of an index that have been filled there, by key."""
    if is_url(location):
        from indexer.engines.elastic import elastic_versions  # half a second of imports that the embedded engine spares

        return elastic_versions(location, connection)
    from indexer.engines.embedded import embedded_versions  # the other engine needs no tantivy

    return embedded_versions(location)


def _open(location: str, version: IndexVersion, connection: Connection) -> Index:
    if is_url(location):
        from indexer.engines.elastic import ElasticIndex  # as above

        return ElasticIndex(location, version, connection)
    from indexer.engines.embedded import EmbeddedIndex  # as above

    return EmbeddedIndex(location, version)


def _require(index: Index, there: Sequence[IndexVersion]) -> None:
    if index.version in there:
        return
    if not there:
        raise IndexMissing(f"There is no index at {index.location}. Make one: paragraf index PATH --index {index.location}")
    own = index.version
    only_the_model = any((other.analysis, other.schema) == (own.analysis, own.schema) for other in there)
    mend = "Set PARAGRAF_MODEL to the model it was made with, or index" if only_the_model else "Index"
    raise IndexMismatch(
        f"The index at {index.location} was made with {' and with '.join(map(_described, there))}, but this program is set to read "
        f"{_described(own)}. {mend} again beside it: paragraf index PATH --index {index.location}"
    )


def _described(version: IndexVersion) -> str:
    return f"model {version.model!r} ({version.dimension} dimensions, analysis {version.analysis}, schema {version.schema})"
