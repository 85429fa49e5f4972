"""An answer as a page shows it: its sources numbered, one marker a source and claim, what kind of text it is taken from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from indexer.index import Access, Index
from service.answering import halves
from service.following.records import Candidate
from service.pages.addresses import case_url, source_url
from service.records import Answer, Citation, Claim
from service.serving.reference import reference
from service.serving.rowed import rowed
from service.serving.unmarked import unmarked


@dataclass(frozen=True, slots=True)
class Run:
    """Some of a sentence, with the address that it leads to."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A citation with the number of its source and the address of its lines."""

    number: int
    citation: Citation
    url: str


@dataclass(frozen=True, slots=True)
class Result:
    """An answer with its quotes by citation key, how each § cited is referred to, by its id, and the reason where it is a refusal."""

    answer: Answer
    quotes: Mapping[str, Quote]
    references: Mapping[str, str]
    reason: tuple[Run, ...]

    @classmethod
    def of(cls, given: Answer, index: Index, access: Access, today: date) -> Self:
        """The answer as shown. A § is one source, however many of its sentences are quoted."""
        numbers: dict[str, int] = {}
        numbered = {each.key: numbers.setdefault(each.section_id, len(numbers) + 1) for each in given.citations}
        quotes = {each.key: Quote(numbered[each.key], each, source_url(each.file, each.lines)) for each in given.citations}
        offered = halves.fitting(given.question, index, access, today) if given.refused else ()
        reason = linked(given.reason or "", offered)
        return cls(given, quotes, {} if given.listing else _references(given.citations, index, access), reason)

    def lined(self, text: str) -> str:
        """A claim or quote with the rows of tables on lines of their own, as they stand in what is cited."""
        cited = {each.section_id for each in self.answer.citations}
        return rowed(text, (hit.passage.text for hit in self.answer.hits if hit.passage.section_id in cited))

    def markers(self, claim: Claim) -> list[Quote]:
        """What a claim rests on: the first quote of each of its sources."""
        cited = [self.quotes[key] for key in claim.citations if key in self.quotes]
        return list({quote.number: quote for quote in reversed(cited)}.values())[::-1]

    @property
    def sources(self) -> list[list[Quote]]:
        """The quotes by source, in order of their numbers."""
        numbers = dict.fromkeys(quote.number for quote in self.quotes.values())
        return [[quote for quote in self.quotes.values() if quote.number == number] for number in sorted(numbers)]

    @property
    def with_references(self) -> str:
        """The answer as it is pasted into a paper: its sentences, then where they stand."""
        stands = (self.references.get(quotes[0].citation.section_id) for quotes in self.sources)
        return " ".join((*(unmarked(claim.text) for claim in self.answer.claims), f"({'; '.join(filter(None, stands))})"))

    @property
    def several(self) -> bool:
        """Whether more than one municipality is cited, so that markers name theirs."""
        return len({each.municipality for each in self.answer.citations if each.municipality}) > 1


def linked(reason: str, offered: Sequence[Candidate]) -> tuple[Run, ...]:
    """The reason in runs: each matter that it offers by its Dnr leads to its way."""
    found, at = [], 0
    for matter in offered:
        about = halves.about(matter)
        start = reason.find(f"{matter.case} ({about})" if about else matter.case, at)
        if start >= 0:
            found += [Run(reason[at:start]), Run(matter.case, case_url(matter.case, matter.municipality))]
            at = start + len(matter.case)
    return (*found, Run(reason[at:]))


def _references(citations: Sequence[Citation], index: Index, access: Access) -> dict[str, str]:
    """How each § is referred to, from its file as it was read; one whose file went meanwhile is left out."""
    cited = {each.section_id: each.file for each in citations}
    stored = {file: found for file in dict.fromkeys(cited.values()) if (found := index.file(file, access))}
    return {
        section.id: reference(document, section, file=each.record.file)
        for each in stored.values()
        for document in each.documents
        for section in document.sections
        if section.id in cited
    }
