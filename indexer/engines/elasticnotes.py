"""Notes of what a writer is about to do to a file in Elasticsearch, so that the next one can finish it or take it back."""

from collections.abc import Iterable

import msgspec

from indexer.documents import content_id
from indexer.engines.elasticclient import Server

_AT_ONCE = 500


class Note(msgspec.Struct, frozen=True):
    """Once the file's record is of `revision` (None: gone), the passages `replaced` must go; before that, `added`."""

    file: str
    revision: str | None
    added: list[str]
    replaced: list[str]


class Notes:
    """The notes on one version of an index."""

    def __init__(self, server: Server, index: str, key: str) -> None:
        self._server = server
        self._index = index
        self._key = key

    def write(self, notes: Iterable[Note]) -> None:
        """Note before doing."""
        self._server.send(
            {
                "_op_type": "index",
                "_index": self._index,
                "_id": self._id(note.file),
                "_source": {"what": "file", "key": self._key, "noted": msgspec.to_builtins(note)},
            }
            for note in notes
        )

    def some(self) -> list[Note]:
        """Notes that are left, though not all at once."""
        query = {"bool": {"filter": [{"term": {"what": "file"}}, {"term": {"key": self._key}}]}}
        with self._server.changing() as client:
            client.indices.refresh(index=self._index)
            hits = client.search(index=self._index, query=query, size=_AT_ONCE)["hits"]["hits"]
        return [msgspec.convert(hit["_source"]["noted"], Note) for hit in hits]

    def delete(self, files: Iterable[str]) -> None:
        """Away with the notes on these files: it is done."""
        self._server.send({"_op_type": "delete", "_index": self._index, "_id": self._id(file)} for file in files)

    def _id(self, file: str) -> str:
        return f"{self._key}:{content_id(file)}"
