"""Changes to an index in Elasticsearch, file by file, so that a crash at any moment neither loses nor doubles a file."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from indexer.documents import content_id
from indexer.engines.connection import Connection
from indexer.engines.elasticclient import Action, Server
from indexer.engines.elasticindexes import Names, Pair, create_pair, create_writing, drop_pair, drop_unfinished, existing_pair, swap
from indexer.engines.elasticlock import ServerLock
from indexer.engines.elasticnotes import Note, Notes
from indexer.engines.filtering import day, keywords
from indexer.engines.ranking import field_text
from indexer.engines.stored import as_json, content_of
from indexer.errors import IndexProblem
from indexer.index import FIELDS, FileEntry, IndexedPassage, IndexVersion

_PASSAGES_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class _Change:
    """A file to put, or to remove where there is no entry."""

    file: str
    entry: FileEntry | None
    revision: str | None

    def keys(self) -> list[str]:
        passages = self.entry.passages if self.entry else ()
        return [_key(each, self.revision) for each in passages]


@dataclass(frozen=True, slots=True)
class _Stored:
    """What a file's record says: its revision and the keys (`_id`) of its passages."""

    revision: str
    passages: list[str]


class ElasticWriter:
    """The one writer of a version's indexes.

    A file is replaced in this order: a note of what is about to happen; the new passages beside the old ones (each
    `_id` ends in the revision of its file); the file's record, which is the moment it counts; away with the old
    passages; away with the note. The next writer finishes, or takes back, what a dead one noted.

    As the indexes refresh only when told to, searches see nothing of this until the writer ends: then all of it. Only
    a server that restarts in between refreshes by itself: until the next writer comes, searches may then see both the
    old and the new passages of files under way. Passages that are gone still weigh a little in the scores of the
    others until the server merges them away.
    """

    def __init__(self, server: Server, version: IndexVersion, connection: Connection, *, rebuild: bool) -> None:
        self._server = server
        self._version = version
        self._connection = connection
        self._rebuild = rebuild
        self._names = Names.of(connection.prefix, version)
        self._notes = Notes(server, self._names.writing, version.key)
        self._lock = ServerLock(server, self._names.writing, version.key)
        self._pending: dict[str, _Change] = {}
        self._waiting = 0

    def __enter__(self) -> Self:
        with self._server.changing() as client:
            create_writing(client, self._names, self._connection)
        with ExitStack() as stack:
            stack.enter_context(self._lock)
            self._prepare()
            self._held = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._held:
            if kind is None:
                self._flush()
                self._show()
            else:
                with suppress(IndexProblem):  # the error that brought us here says more, and the next writer cleans up
                    self._give_up()

    def put(self, entry: FileEntry) -> None:
        """Store a file, replacing what stood under its name."""
        self._change(_Change(entry.record.file, entry, secrets.token_hex(4)), len(entry.passages))

    def remove(self, file: str) -> None:
        """Take a file away."""
        self._change(_Change(file, None, None), 1)

    def _prepare(self) -> None:
        with self._server.changing() as client:
            self._old = existing_pair(client, self._names)
            drop_unfinished(client, self._names, self._old)
            if self._old:
                self._settle(self._old)
            if self._rebuild or not self._old:
                self._into = create_pair(client, self._names, self._version, self._connection)
            else:
                self._into = self._old

    def _change(self, change: _Change, size: int) -> None:
        self._pending[change.file] = change
        self._waiting += size
        if self._waiting >= _PASSAGES_AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        """Carry out the pending changes, in the order that the class's docstring tells."""
        changes, self._pending, self._waiting = list(self._pending.values()), {}, 0
        if not changes:
            return
        self._lock.require()
        stored = self._stored(self._into, [change.file for change in changes])
        replaced = {change.file: stored[change.file].passages if change.file in stored else [] for change in changes}
        self._notes.write(Note(change.file, change.revision, change.keys(), replaced[change.file]) for change in changes)
        self._server.send(action for change in changes for action in _passage_actions(change, self._into))
        self._server.send(_record_action(change, self._into) for change in changes)
        self._delete(self._into, (key for keys in replaced.values() for key in keys))
        self._notes.delete(replaced)

    def _settle(self, pair: Pair) -> None:
        """Finish or take back what a dead writer had under way, and show what it had finished."""
        while notes := self._notes.some():
            stored = self._stored(pair, [note.file for note in notes])
            for note in notes:
                revision = stored[note.file].revision if note.file in stored else None
                self._delete(pair, note.replaced if revision == note.revision else note.added)
            self._notes.delete(note.file for note in notes)
        self._refresh(pair)

    def _stored(self, pair: Pair, files: Sequence[str]) -> dict[str, _Stored]:
        """What the records of these files say now, whether it shows to readers or not."""
        with self._server.changing() as client:
            found = client.mget(
                index=pair.sources, ids=[content_id(file) for file in files], source_includes=["file", "revision", "passages"]
            )
        sources = (each["_source"] for each in found["docs"] if each["found"])
        return {source["file"]: _Stored(source["revision"], source["passages"]) for source in sources}

    def _delete(self, pair: Pair, keys: Iterable[str]) -> None:
        self._server.send({"_op_type": "delete", "_index": pair.passages, "_id": key} for key in keys)

    def _show(self) -> None:
        """Let readers see what was written."""
        self._refresh(self._into)
        if self._old != self._into:
            self._lock.require()
            with self._server.changing() as client:
                swap(client, self._names, self._into, self._old)

    def _give_up(self) -> None:
        if self._old == self._into:
            self._settle(self._into)
        else:
            with self._server.changing() as client:
                drop_pair(client, self._into)

    def _refresh(self, pair: Pair) -> None:
        with self._server.changing() as client:
            client.indices.refresh(index=[pair.passages, pair.sources])


def _passage_actions(change: _Change, pair: Pair) -> Iterator[Action]:
    for each in change.entry.passages if change.entry else ():
        yield {
            "_op_type": "index",
            "_index": pair.passages,
            "_id": _key(each, change.revision),
            "_source": _passage_document(each),
        }


def _key(each: IndexedPassage, revision: str | None) -> str:
    return f"{each.passage.id}@{revision}"


def _passage_document(each: IndexedPassage) -> dict[str, object]:
    document: dict[str, object] = {"id": each.passage.id, "passage": as_json(each.passage)}
    document |= {name: value for name, value in keywords(each.passage).items() if value is not None}
    document |= {name: field_text(each.tokens.get(name, ())) for name in FIELDS}
    if date := day(each.passage.date):
        document["day"] = date
    if each.vector is not None and each.vector.any():
        document["vector"] = each.vector.tolist()
    return document


def _record_action(change: _Change, pair: Pair) -> Action:
    key = {"_index": pair.sources, "_id": content_id(change.file)}
    if not change.entry:
        return {"_op_type": "delete", **key}
    document = {
        "file": change.file,
        "collection": change.entry.record.given.collection,
        "revision": change.revision,
        "passages": change.keys(),
        "record": as_json(change.entry.record),
        "content": as_json(content_of(change.entry)),
    }
    return {"_op_type": "index", **key, "_source": document}
