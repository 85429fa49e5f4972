"""The Elasticsearch engine: reads by alias, through the official client, with nothing beyond the free Basic licence.

Scores are comparable over shards (`dfs_query_then_fetch`), partial results are refused, and a read that meets indexes
being swapped is asked again.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from indexer.documents import Passage
from indexer.engines.connection import Connection
from indexer.engines.elasticclient import Server, is_gone, is_leaving
from indexer.engines.elasticindexes import Names, existing_pair, existing_versions
from indexer.engines.elasticqueries import Json, cosine, facet_aggregations, facets, filter_query, lexical_query, nearest_search
from indexer.engines.elasticwriter import ElasticWriter
from indexer.engines.filtering import Conditions, conditions
from indexer.engines.ranking import COSINE_DECIMALS, DECIMALS, MOST, merged, settled
from indexer.engines.stored import content_from_json, passage_from_json, record_from_json, stored_file
from indexer.engines.withholding import is_withheld, seen
from indexer.errors import IndexUnreachable
from indexer.index import Access, Facets, FileRecord, Filters, IndexVersion, Scored, Search, StoredFile, Term, Vector

_AT_ONCE = 500
_SEARCHES_AT_ONCE = 4
"""Most of the time is waiting for the server."""
_ATTEMPTS = 5
_PAUSE_S = 0.05


class ElasticIndex:
    """One version of an index on a server. Safe to read from several threads, and while another process writes."""

    def __init__(self, location: str, version: IndexVersion, connection: Connection) -> None:
        self._server = Server(location, connection)
        self._server.require_version()
        self._version = version
        self._connection = connection
        self._names = Names.of(connection.prefix, version)

    @property
    def version(self) -> IndexVersion:
        """What this index was made with."""
        return self._version

    @property
    def location(self) -> str:
        """The URL, without user and password."""
        return self._server.location

    @property
    def is_remote(self) -> bool:
        """Yes."""
        return True

    def files(self, access: Access) -> list[FileRecord]:
        """All files, by name."""
        hits = self._all(self._names.sources, conditions(Filters(), access), "file", ["record"])
        return [record_from_json(hit["_source"]["record"]) for hit in hits]

    def file(self, file: str, access: Access) -> StoredFile | None:
        """One file as read."""
        wanted = conditions(Filters(files=(file,)), access)
        for hit in self._all(self._names.sources, wanted, "file", ["record", "content"]):
            source = hit["_source"]
            return seen(stored_file(record_from_json(source["record"]), content_from_json(source["content"])), access)
        return None

    def passages(self, ids: Sequence[str], access: Access) -> list[Passage]:
        """Passages in the order asked for."""
        wanted = conditions(Filters(), access)
        found: dict[str, Passage] = {}
        for start in range(0, len(ids) if wanted else 0, _AT_ONCE):
            among = {"bool": {"filter": [{"terms": {"id": list(ids[start : start + _AT_ONCE])}}, filter_query(wanted)]}} if wanted else {}
            hits = self._hits(self._names.passages, query=among, size=_AT_ONCE, source=["id", "passage"])
            found |= {hit["_source"]["id"]: passage_from_json(hit["_source"]["passage"]) for hit in hits}
        return [found[key] for key in ids if key in found and not is_withheld(found[key], access)]

    def lexical(self, terms: Iterable[Term], filters: Filters, access: Access, limit: int, holding: Iterable[Term] = ()) -> list[Scored]:
        """The best passages by the sum of weighted BM25 scores."""
        wanted, weights = conditions(filters, access), merged(terms)
        if not wanted or not weights:
            return []
        query = lexical_query(weights, wanted, tuple(merged(holding)))

        def fetch(size: int) -> list[tuple[str, float]]:
            hits = self._hits(self._names.passages, query=query, size=size, source=False, search_type="dfs_query_then_fetch")
            return [(_id(hit), hit["_score"]) for hit in hits]

        return [Scored(*each) for each in settled(fetch, limit, DECIMALS)]

    def nearest(self, vector: Vector, filters: Filters, access: Access, limit: int) -> list[Scored]:
        """The passages whose vectors point the same way: all are compared with `flat`, with `int8_hnsw` nearly all."""
        wanted = conditions(filters, access)
        if not wanted or not vector.any():
            return []

        def fetch(size: int) -> list[tuple[str, float]]:
            hits = self._hits(self._names.passages, knn=nearest_search(vector, wanted, size), size=size, source=False)
            return [(_id(hit), cosine(hit["_score"])) for hit in hits]

        return [Scored(*each) for each in settled(fetch, limit, COSINE_DECIMALS)]

    def lexical_each(self, searches: Sequence[Search], access: Access, limit: int) -> list[list[Scored]]:
        """What `lexical` finds for each search, some at the same time."""
        with ThreadPoolExecutor(_SEARCHES_AT_ONCE) as pool:
            return list(pool.map(lambda search: self.lexical(search.terms, search.filters, access, limit, search.holding), searches))

    def nearest_each(self, vector: Vector, filters: Sequence[Filters], access: Access, limit: int) -> list[list[Scored]]:
        """What `nearest` finds within each of the filters, some at the same time."""
        with ThreadPoolExecutor(_SEARCHES_AT_ONCE) as pool:
            return list(pool.map(lambda each: self.nearest(vector, each, access, limit), filters))

    def select(self, filters: Filters, access: Access, limit: int) -> list[str]:
        """Ids of passages that meet the filters, in id order."""
        return [_id(hit) for hit in self._all(self._names.passages, conditions(filters, access), "id", [], limit)]

    def facets(self, filters: Filters, access: Access) -> Facets:
        """Counts for what the filters leave."""
        wanted = conditions(filters, access)
        answer = wanted and self._search(
            self._names.passages, query=filter_query(wanted), size=0, track_total_hits=True, aggs=facet_aggregations()
        )
        return facets(answer) if answer else Facets()

    def writer(self, *, rebuild: bool = False) -> ElasticWriter:
        """Start changing the index; the lock is taken when the `with` block begins."""
        return ElasticWriter(self._server, self._version, self._connection, rebuild=rebuild)

    def close(self) -> None:
        """Let go of the connections."""
        self._server.close()

    def _all(self, index: str, wanted: Conditions | None, key: str, source: list[str], limit: int | None = None) -> Iterator[Json]:
        """What meets the conditions, by the field `key`, up to the limit."""
        after: list[str] | None = None
        left = MOST if limit is None else limit
        while wanted and left > 0:
            size = min(left, _AT_ONCE)
            hits = self._hits(index, query=filter_query(wanted), size=size, sort=[{key: "asc"}], search_after=after, source=source or False)
            yield from hits
            if len(hits) < size:
                return
            after = hits[-1]["sort"]
            left -= size if limit is not None else 0

    def _hits(self, index: str, **asked: object) -> list[Json]:
        answer = self._search(index, track_total_hits=False, **asked)
        hits: list[Json] = answer["hits"]["hits"] if answer else []
        return hits

    def _search(self, index: str, **asked: object) -> Json | None:
        """The answer; None where nothing has been written yet."""
        for attempt in range(_ATTEMPTS):
            try:
                with self._server.asking() as client:
                    answer: Json = client.search(index=index, allow_partial_search_results=False, **asked).body  # type: ignore[arg-type]
                    return answer
            except IndexUnreachable as problem:
                if not (is_gone(problem) or is_leaving(problem)) or attempt == _ATTEMPTS - 1:
                    raise
                if is_leaving(problem):
                    time.sleep(_PAUSE_S * 2**attempt)
                    continue
                with self._server.asking() as client:
                    if not existing_pair(client, self._names):
                        return None
        return None


def elastic_versions(location: str, connection: Connection) -> tuple[IndexVersion, ...]:
    """The versions that have been filled on the server under the connection's prefix, by key."""
    with closing(Server(location, connection)) as server:
        server.require_version()
        with server.asking() as client:
            return existing_versions(client, connection.prefix)


def _id(hit: Json) -> str:
    """A passage's id: what stands before the revision of its file."""
    return str(hit["_id"]).rpartition("@")[0]
