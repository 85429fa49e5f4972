"""An answer as a page shows it: its sources numbered, one marker a source and claim, what kind of text it is taken from."""

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.documents import Status
from service.pages.addresses import source_url
from service.records import Answer, Citation, Claim


@dataclass(frozen=True, slots=True)
class Quote:
    """A citation with the number of its source and the address of its lines."""

    number: int
    citation: Citation
    url: str


@dataclass(frozen=True, slots=True)
class Result:
    """An answer with its quotes by citation key."""

    answer: Answer
    quotes: Mapping[str, Quote]

    @classmethod
    def of(cls, given: Answer) -> "Result":
        """The answer as shown. A § is one source, however many of its sentences are quoted."""
        numbers: dict[str, int] = {}
        numbered = {each.key: numbers.setdefault(each.section_id, len(numbers) + 1) for each in given.citations}
        return cls(given, {each.key: Quote(numbered[each.key], each, source_url(each.file, each.lines)) for each in given.citations})

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
    def statuses(self) -> list[str]:
        """What the § cited are worth, the decisions first."""
        cited = {each.status for each in self.answer.citations}
        return [status.value for status in Status if status.value in cited]

    @property
    def several(self) -> bool:
        """Whether more than one municipality is cited, so that markers name theirs."""
        return len({each.municipality for each in self.answer.citations if each.municipality}) > 1
