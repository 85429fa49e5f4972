"""Records to bytes and back, with msgspec. The derived parts of a Source (its text, its line starts) are not stored."""

from dataclasses import dataclass
from typing import cast

import msgspec

from indexer.documents import Document, Page, Passage, Source
from indexer.index import FileEntry, FileRecord, IndexVersion, StoredFile

Texts = tuple[str, ...]
"""The texts of the token fields of a passage, in the order of FIELDS."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, beside what its FileRecord says of it."""

    pages: tuple[Page, ...]
    furniture: tuple[tuple[int, int], ...]
    documents: tuple[Document, ...]


def content_of(entry: FileEntry) -> Content:
    """The part of an entry that `stored_file` gives back."""
    return Content(entry.source.pages, entry.furniture, entry.documents)


def stored_file(record: FileRecord, content: Content) -> StoredFile:
    """The file as it was put; its source is joined anew from its pages."""
    source = Source.of(record.file, record.sha256, record.format, content.pages)
    return StoredFile(record, source, content.furniture, content.documents)


_pack = msgspec.msgpack.Encoder().encode
_passage = msgspec.msgpack.Decoder(Passage).decode
_texts = msgspec.msgpack.Decoder(Texts).decode
_record = msgspec.msgpack.Decoder(FileRecord).decode
_content = msgspec.msgpack.Decoder(Content).decode


def pack(value: Passage | FileRecord | Content | Texts) -> bytes:
    """As bytes (MessagePack)."""
    return _pack(value)


def unpack_passage(data: bytes) -> Passage:
    """The passage packed in `data`."""
    return _passage(data)


def unpack_texts(data: bytes) -> Texts:
    """The texts of token fields packed in `data`."""
    return _texts(data)


def unpack_record(data: bytes) -> FileRecord:
    """The file record packed in `data`."""
    return _record(data)


def unpack_content(data: bytes) -> Content:
    """The content packed in `data`."""
    return _content(data)


def as_json(value: Passage | FileRecord | Content | IndexVersion) -> dict[str, object]:
    """As JSON-able values, for Elasticsearch."""
    return cast(dict[str, object], msgspec.to_builtins(value))


def version_from_json(value: object) -> IndexVersion | None:
    """The version that `as_json` wrote; None where it is none that this program knows."""
    try:
        return msgspec.convert(value, IndexVersion)
    except msgspec.MsgspecError:
        return None


def passage_from_json(value: object) -> Passage:
    """The passage that `as_json` wrote."""
    return msgspec.convert(value, Passage)


def record_from_json(value: object) -> FileRecord:
    """The file record that `as_json` wrote."""
    return msgspec.convert(value, FileRecord)


def content_from_json(value: object) -> Content:
    """The content that `as_json` wrote."""
    return msgspec.convert(value, Content)
