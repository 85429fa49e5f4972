"""The records that the service speaks in: a question understood, hits, an answer with citations. No I/O."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from indexer.documents import CaseNumber, Passage
from indexer.index import Filters


class Asks(StrEnum):
    """What kind of thing a question asks for."""

    DECISION = "decision"
    WHO = "who"
    WHEN = "when"
    AMOUNT = "amount"
    LIST = "list"
    STATUS = "status"
    TIMELINE = "timeline"
    COMPARISON = "comparison"
    REFERENCE = "reference"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both within it, as ISO dates."""

    first: str
    last: str

    @property
    def years(self) -> frozenset[str]:
        """The years it touches."""
        return frozenset(map(str, range(int(self.first[:4]), int(self.last[:4]) + 1)))

    @property
    def whole_years(self) -> bool:
        """Whether it says no more than years."""
        return self.first.endswith("-01-01") and self.last.endswith("-12-31")

    def holds(self, day: str | None) -> bool:
        """Whether a day falls within it."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood. `filters` are what it demands (or the caller chose); the rest are preferences.

    An English question is searched in Swedish words: `swedish`, with less usual meanings in `meanings`. `periods` are the
    times it names, `boards` those with the task of one that it names; like bodies they leave nothing out.
    `official` are the words of minutes for its everyday ones.
    `typed` is what was typed, where that was read as another text; `own` are the question's own words, where it follows another.
    It is answered in its `language`; `written` is the one it was written in, where the reader asked to be answered in another.
    """

    text: str
    language: str
    asks: Asks
    filters: Filters
    cases: tuple[CaseNumber, ...] = ()
    sections: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    unknown_municipalities: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    swedish: str = ""
    meanings: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    boards: tuple[str, ...] = ()
    typed: str = ""
    own: str = ""
    official: tuple[str, ...] = ()
    written: str = ""

    @property
    def in_english(self) -> bool:
        """Whether its words are English."""
        return (self.written or self.language) == "en"

    def answered_in(self, language: str) -> "Question":
        """The same question for a reader of a language."""
        return replace(self, language=language, written=self.written or self.language)

    @property
    def searched(self) -> str:
        """The words to search with."""
        return " ".join((self.swedish or self.text, *self.official))


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. `members` are further passages of the same § or matter, folded under it; `ranks` says where
    each search placed it, and `reasons` what each fact adds to its score (for --explain)."""

    passage: Passage
    score: float
    rank: int
    ranks: Mapping[str, int] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    reasons: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands. `quote` is verbatim from the passage; `lines` are the quote's own;
    `corrected` names the facts that a person corrected."""

    key: str
    passage_id: str
    file: str
    document_id: str
    section_id: str
    section: str | None
    case: str | None
    municipality: str | None
    body: str | None
    date: str | None
    status: str
    page: int
    lines: tuple[int, int]
    quote: str
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of an answer with the keys of its citations; `verified` is whether its source bears it out."""

    text: str
    citations: tuple[str, ...]
    verified: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched, and nothing else: so that "nothing found" can be weighed. `missing_meetings` are known without their
    minutes, `gaps` the § that reading missed between others of a meeting."""

    municipalities: tuple[str, ...]
    bodies: tuple[str, ...]
    date_from: str | None
    date_to: str | None
    files: int
    documents: int
    passages: int
    minutes: int = 0
    missing_meetings: int = 0
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds spent."""

    retrieve: float
    answer: float
    total: float


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list: what it says, the matter where that is another thing, where it stands, the key of its citation."""

    what: str
    title: str | None
    where: str
    citation: str


@dataclass(frozen=True, slots=True)
class Listing:
    """All records that a question asks for. `count` counts them (one line may hold several people), `notes` say which
    records lack what the question asks by; the first `shown` lines stand in the answer's text."""

    subject: str
    heading: str
    count: int
    lines: tuple[Listed, ...]
    shown: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or a refusal with its reason. `mode` is "extractive", "generated", "extractive_fallback" or "listing".

    `premise` says that what answers is from another body or day than the question names, `notice` what must be said of how
    it was made; both stand in `text` too. `problem` is why a language model failed, for the operator. `meant` is the question
    spelled otherwise, where a word of it is doubted.
    """

    question: Question
    text: str
    refused: bool
    reason: str | None
    mode: str
    status_note: str | None
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    coverage: Coverage
    ms: Timing
    dropped_claims: int = 0
    listing: Listing | None = None
    premise: str | None = None
    notice: str | None = None
    problem: str | None = None
    meant: str | None = None

    @property
    def held_claims(self) -> int:
        """Claims that their sources bear out."""
        return sum(claim.verified for claim in self.claims)

    @property
    def checked_claims(self) -> int:
        """Claims held against their sources: those that held, and those that were dropped."""
        return self.held_claims + self.dropped_claims


@dataclass(frozen=True, slots=True)
class Found:
    """A step of an answer in the making: the hits it is made from. A second one begins the answer anew."""

    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Wrote:
    """A step of an answer in the making: what a language model just wrote, not yet checked."""

    text: str
