"""The § of other meetings that a § names: what its papers were, what it replaces. Resolved by whoever holds the entries.

A reference says as much as is written there: a body in full or in short, a day, a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer import bodies, references
from indexer.deciding import GENERAL
from indexer.documents import BlockKind, Section, Span
from indexer.links import is_body
from indexer.particulars import Link, LinkKind

CHANGES = (LinkKind.REPLACES, LinkKind.REPEALS, LinkKind.SUPPLEMENTS)
"""Links by which a decision changes another."""


_DAY_BEFORE_SHORT = re.compile(r"(?P<day>20\d\d-\d\d-\d\d)\s+(?P<short>[A-ZÅÄÖ]{2,5})\s+§\s*\d{1,3}$")
"""Kommunstyrelsen 2031-05-08 KS § 57."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A § named: `body` as written, None where the text leaves it open; `basis` is whether it stands among the papers of the
    decision (beslutsunderlag), `changes` whether the decision itself replaces, repeals or supplements it."""

    span: Span
    number: str
    date: str
    body: str | None
    basis: bool
    changes: LinkKind | None = None

    def may_be(self, body: str | None, date: str | None, number: str | None) -> bool:
        """Whether a § of a body and day is the one that is named; a reference without body fits any body."""
        return (self.number, self.date) == (number, date) and (self.body is None or is_body(self.body, body))


def cited(text: str, section: Section) -> tuple[Cited, ...]:
    """The § that a § names with their day; those it only proposes to change are named, not changed."""
    papers = [block.span for block in section.blocks if block.kind is BlockKind.BESLUTSUNDERLAG]
    return tuple(found for link in section.links for found in _of_link(text, link, papers))


def _of_link(text: str, link: Link, papers: list[Span]) -> Iterator[Cited]:
    changes = link.kind if link.kind in CHANGES and not link.proposed else None
    written = _as_written(text, link)
    if link.number and written and written.date:
        yield Cited(link.span, link.number, written.date, written.body, any(span.holds(link.span) for span in papers), changes)


def _as_written(text: str, link: Link) -> references.SectionReference | None:
    """The reference with its body and day; what is written before the sign may lie before the link's own span."""
    line = text.rfind("\n", 0, link.span.start) + 1
    before = text[line : link.span.end]
    found = [one for one in references.section_references(before) if one.number == link.number]
    named = found[-1] if found else None
    if named is None:
        return None
    turned = _DAY_BEFORE_SHORT.search(before) if named.date is None else None
    if turned:
        named = replace(named, date=turned["day"], body=turned["short"])
    return replace(named, body=_body(before, named.body, turned.start() if turned else None))


def _body(before: str, written: str | None, day_at: int | None) -> str | None:
    """The whole name of the body, where more of it stands before the words that were taken for it ("Tekniska nämnden");
    None for a word that any body is called by."""
    there = [name for name, span in bodies.named(before) if day_at is None or before[span.end : day_at].isspace()]
    if there and written and (day_at is not None or there[-1].casefold().endswith(written.casefold())):
        return there[-1]
    return None if written and GENERAL.fullmatch(written) else written
