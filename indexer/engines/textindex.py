"""tantivy's part of the embedded engine: its schema, its documents and its queries, built from objects.

Query text is never parsed, so nothing that a user writes has a meaning to the engine but its words.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from indexer.engines.filtering import KEYWORDS, Conditions
from indexer.index import FIELDS

_HEAP_BYTES = 128_000_000


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=_postings(name))
    for name in KEYWORDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_unsigned_field("slot", fast=True)
    return builder.build()


def _postings(name: str) -> str:
    return "position" if name == "exact" else "freq"  # only `exact` is there for phrases too


SCHEMA = _schema()


def create_text(folder: Path) -> tantivy.IndexWriter:
    """Start an index in the empty folder. One thread, so that documents keep the order they are added in."""
    return tantivy.Index(SCHEMA, path=str(folder), reuse=False).writer(_HEAP_BYTES, 1)


def open_text(folder: Path) -> tantivy.Index:
    """The index in the folder, for reading."""
    return tantivy.Index.open(str(folder))


def text_document(slot: int, texts: Sequence[str], values: Mapping[str, str | None], day: int) -> tantivy.Document:
    """A passage as tantivy takes it, from the texts of FIELDS."""
    document = tantivy.Document()
    for name, text in zip(FIELDS, texts, strict=True):
        document.add_text(name, text)
    for name, value in values.items():
        if value is not None:
            document.add_text(name, value)
    document.add_unsigned("day", day)
    document.add_unsigned("slot", slot)
    return document


def text_query(weights: Mapping[tuple[str, str], float], conditions: Conditions, required: Sequence[tuple[str, str]] = ()) -> Query:
    """Any of the terms, each BM25 score times its weight, among what meets the conditions and holds one of those required
    (which score nothing)."""
    terms = [
        (Occur.Should, Query.boost_query(Query.term_query(SCHEMA, field, token, _postings(field)), weight))
        for (field, token), weight in weights.items()
    ]
    wanted = [(Occur.Must, Query.const_score_query(_any_of(field, values), 0.0)) for field, values in conditions.among]
    if required:
        held = Query.boolean_query([(Occur.Should, Query.term_query(SCHEMA, field, token, _postings(field))) for field, token in required])
        wanted.append((Occur.Must, Query.const_score_query(held, 0.0)))
    for periods in conditions.periods:
        days = [Query.range_query(SCHEMA, "day", tantivy.FieldType.Unsigned, first, last) for first, last in periods]
        within = days[0] if len(days) == 1 else Query.boolean_query([(Occur.Should, each) for each in days])
        wanted.append((Occur.Must, Query.const_score_query(within, 0.0)))
    if conditions.withdrawn:
        wanted.append((Occur.MustNot, Query.term_set_query(SCHEMA, "file", list(conditions.withdrawn))))
    for file, section in conditions.withdrawn_sections:
        both = [(Occur.Must, Query.term_query(SCHEMA, "file", file)), (Occur.Must, Query.term_query(SCHEMA, "section", section))]
        wanted.append((Occur.MustNot, Query.boolean_query(both)))
    # nested, tantivy could not skip what cannot be among the best any more
    return Query.boolean_query([(Occur.Must, Query.boolean_query(terms)), *wanted] if wanted else terms)


def _any_of(field: str, values: Sequence[str]) -> Query:
    """One value is looked up; for several, tantivy marks what holds them in a set of all passages."""
    if len(values) == 1:
        return Query.term_query(SCHEMA, field, values[0], "basic")
    return Query.term_set_query(SCHEMA, field, list(values))
