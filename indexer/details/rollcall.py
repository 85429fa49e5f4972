"""Votes shown as crosses in columns: who voted yes, no, or abstained, by the heads of a table."""

import re
from collections.abc import Iterable, Iterator

from indexer import persons
from indexer.particulars import Fact, FactKind
from indexer.spans import Span
from indexer.tabular import Row, Table

_HEADS = {"ja": FactKind.JA, "nej": FactKind.NEJ, "avstår": FactKind.AVSTOD, "avstod": FactKind.AVSTOD, "avst": FactKind.AVSTOD}
_CROSS = re.compile(r"[x×✓✗]", re.IGNORECASE)


def facts(text: str, tables: Iterable[Table]) -> tuple[Fact, ...]:
    """How each member voted; nothing of a row with no cross or with several."""
    return tuple(fact for table in tables for fact in _of_table(text, table))


def _of_table(text: str, table: Table) -> Iterator[Fact]:
    heads = [column[-1].of(text).strip(" .:").casefold() if column else "" for column in table.columns]
    kinds = {at: _HEADS[head] for at, head in enumerate(heads) if head in _HEADS}
    if {FactKind.JA, FactKind.NEJ} <= set(kinds.values()):
        for row in table.rows:
            yield from _of_row(text, row, kinds)


def _of_row(text: str, row: Row, kinds: dict[int, FactKind]) -> Iterator[Fact]:
    crossed = [kind for at, kind in kinds.items() if at < len(row.cells) and _CROSS.fullmatch(row.cells[at].of(text))]
    first = min(kinds)
    named = Span(row.span.start, row.cells[first - 1].end) if row.cells and first else None
    people = list(persons.with_party(named.of(text), named.start)) if named else []
    if len(crossed) == 1 and len(people) == 1:
        yield Fact(crossed[0], row.span, people[0].name, people[0].party)
