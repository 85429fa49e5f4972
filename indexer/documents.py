"""The records that everything else speaks in: pages, documents, sections, passages. No I/O.

All are frozen. Offsets count characters of `Source.text`; a `Span` is half-open. What was found in a text carries
the span it was found at, so that `source.text[span.start:span.end]` is what the record says it is.
`None` means that the text does not say it, or says it ambiguously: never a guess.
"""

import bisect
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from io import StringIO
from itertools import accumulate

from indexer.corrections import Corrected, CorrectedField, Correction
from indexer.particulars import Approval, Delegated, Fact, Link, Notice, Vote
from indexer.spans import Span as Span
from indexer.tabular import Table


class Kind(StrEnum):
    """What form of paper a document is."""

    KALLELSE = "kallelse"
    KUNGORELSE = "kungörelse"
    PROTOKOLL = "protokoll"
    PROTOKOLLSUTDRAG = "protokollsutdrag"
    TJANSTESKRIVELSE = "tjänsteskrivelse"
    RAPPORT = "rapport"
    REVISIONSRAPPORT = "revisionsrapport"
    REMISS = "remiss"
    PLAN = "plan"
    POLICY = "policy"
    BREV = "brev"
    STATISTIK = "statistik"
    BUDGET = "budget"
    MOTION = "motion"
    INTERPELLATION = "interpellation"
    MEDBORGARINITIATIV = "medborgarinitiativ"
    AVTAL = "avtal"
    LISTA = "lista"
    MINNESANTECKNINGAR = "minnesanteckningar"
    PRESSMEDDELANDE = "pressmeddelande"
    ANNAT = "annat"


class Status(StrEnum):
    """What a § or a decision point is worth: from the deciding body and the kind of document."""

    BESLUT = "beslut"
    FORSLAG = "förslag"
    INFORMATION = "information"
    REMISS = "remiss"
    ATERREMISS = "återremiss"
    INGEN = "ingen"


class Outcome(StrEnum):
    """How a matter ended, where the text says it."""

    BIFALL = "bifall"
    DELVIS_BIFALL = "delvis bifall"
    AVSLAG = "avslag"
    BESVARAD = "besvarad"
    BORDLAGT = "bordlagt"
    ATERREMISS = "återremiss"
    UTGAR = "utgår"
    GODKANT = "godkänt"
    ANTAGET = "antaget"
    NOTERAT = "noterat"


class Maturity(StrEnum):
    """How final the minutes are."""

    UTKAST = "utkast"
    OJUSTERAT = "ojusterat"
    JUSTERAT = "justerat"
    OMEDELBART_JUSTERAT = "omedelbart justerat"


class Role(StrEnum):
    """Whose words a passage holds. Only BESLUT answers "vad beslutades"."""

    BESLUT = "beslut"
    ATERGIVET_BESLUT = "återgivet beslut"
    FORSLAG = "förslag"
    YRKANDE = "yrkande"
    BAKGRUND = "bakgrund"
    BILAGA = "bilaga"


class BlockKind(StrEnum):
    """The parts inside a §."""

    BESLUT = "beslut"
    FORSLAG = "förslag"
    ARENDEBESKRIVNING = "ärendebeskrivning"
    BESLUTSUNDERLAG = "beslutsunderlag"
    YRKANDE = "yrkande"
    PROPOSITION = "propositionsordning"
    VOTERING = "votering"
    RESERVATION = "reservation"
    PROTOKOLLSANTECKNING = "protokollsanteckning"
    JAV = "jäv"
    EXPEDIERING = "expediering"
    TEXT = "text"


class FindingKind(StrEnum):
    """What a person should judge before a file is published."""

    SECRECY = "mark of secrecy"
    INDIVIDUAL = "individual matter"
    ADDRESS = "home address"
    NUMBER = "doubtful identity number"


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was read; its text is never rewritten."""

    number: int
    text: str
    ocr: bool = False
    damaged: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read: its pages joined into one text, which all spans count in.

    `page_starts` are derived once by `Source.of`; lines are 1-based lines of that text, and for a text file they are the
    lines of the file.
    """

    file: str
    sha256: str
    format: str
    pages: tuple[Page, ...]
    text: str = field(repr=False)
    page_starts: tuple[int, ...] = field(repr=False, compare=False)

    @classmethod
    def of(cls, file: str, sha256: str, format: str, pages: Iterable[Page]) -> "Source":
        """Join pages; a page that does not end its line gets a line break, so that lines never cross pages."""
        whole = tuple(page if page.text.endswith("\n") or not page.text else replace(page, text=page.text + "\n") for page in pages)
        text = "".join(page.text for page in whole)
        starts, at = [], 0
        for page in whole:
            starts.append(at)
            at += len(page.text)
        return cls(file, sha256, format, whole, text, tuple(starts))

    @property
    def line_starts(self) -> tuple[int, ...]:
        """Where each line starts, and the end: counted when first asked for, since few who look into a file ask."""
        return _line_starts(self.text)

    def lines(self, span: Span) -> tuple[int, int]:
        """First and last line of a span, 1-based."""
        last = max(span.start, span.end - 1)
        return bisect.bisect_right(self.line_starts, span.start), bisect.bisect_right(self.line_starts, last)

    def page_numbers(self, span: Span) -> tuple[int, int]:
        """Numbers of the first and last page of a span."""
        last = max(span.start, span.end - 1)
        first_at = max(0, bisect.bisect_right(self.page_starts, span.start) - 1)
        last_at = max(0, bisect.bisect_right(self.page_starts, last) - 1)
        return self.pages[first_at].number, self.pages[last_at].number


@lru_cache(maxsize=1 << 4)
def _line_starts(text: str) -> tuple[int, ...]:
    # each line is ended
    return tuple(accumulate(map(len, StringIO(text, newline="\n")), initial=0))


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A Dnr (diarienummer). Two with the same `key` are the same; see `may_match` for the rest."""

    as_written: str
    municipality: str | None
    registry: str | None
    year: int | None
    serial: int | None
    code: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> str | None:
        """Strict key "municipality|registry|year|serial" in lower case; None where year or serial is missing."""
        if self.year is None or self.serial is None:
            return None
        return f"{(self.municipality or '').casefold()}|{(self.registry or '').casefold()}|{self.year}|{self.serial}"

    def may_match(self, other: "CaseNumber") -> bool:
        """Whether both may be one matter: same year and serial, and no registry or municipality that contradicts."""
        if self.year is None or self.serial is None or (self.year, self.serial) != (other.year, other.serial):
            return False
        if self.municipality and other.municipality and self.municipality.casefold() != other.municipality.casefold():
            return False
        return not (self.registry and other.registry and self.registry.casefold() != other.registry.casefold())


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a §: its heading (None where the text has none) and its body."""

    kind: BlockKind
    heading: Span | None
    span: Span


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """One point of a decision, with the sentences that condition it; `label` is "1", "a" or None."""

    label: str | None
    span: Span
    status: Status
    conditions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One § (or "Ä n", or an unnumbered whole document)."""

    id: str
    number: str | None
    title: str | None
    case: CaseNumber | None
    status: Status
    span: Span
    pages: tuple[int, int]
    lines: tuple[int, int]
    blocks: tuple[Block, ...] = ()
    points: tuple[DecisionPoint, ...] = ()
    outcome: Outcome | None = None
    maturity: Maturity | None = None
    corrected: tuple[Corrected, ...] = ()
    facts: tuple[Fact, ...] = ()
    votes: tuple[Vote, ...] = ()
    delegated: tuple[Delegated, ...] = ()
    links: tuple[Link, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One paper in a file: a bundle holds many. `parent_case` is the matter that an attachment belongs to; `facts` are
    those of its front page."""

    id: str
    kind: Kind
    municipality: str | None
    body: str | None
    date: str | None
    date_inherited: bool
    title: str | None
    case: CaseNumber | None
    parent_case: CaseNumber | None
    span: Span
    pages: tuple[int, int]
    lines: tuple[int, int]
    sections: tuple[Section, ...]
    status: Status = Status.INGEN
    corrected: tuple[Corrected, ...] = ()
    facts: tuple[Fact, ...] = ()
    approval: Approval | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """What is retrieved and cited: a span inside one section, with all that a hit shows or filters by.

    `text` is `source.text` over `span` with `skipped` (page furniture) left out; `header` says where it stands and is
    searched with it. `date` is ISO. `case_key` is the strict key of the § (or of the matter, for an attachment).
    `corrected` names the fields whose values a person corrected. `context` is the title and the heads of a table whose
    rows stand here without them; it is searched with the passage.
    """

    id: str
    file: str
    document_id: str
    section_id: str
    ordinal: int
    span: Span
    skipped: tuple[Span, ...]
    pages: tuple[int, int]
    lines: tuple[int, int]
    header: str
    text: str
    role: Role
    status: Status
    kind: Kind
    municipality: str | None
    body: str | None
    date: str | None
    section: str | None
    title: str | None
    case: str | None
    case_key: str | None
    collection: str = "public"
    corrected: tuple[CorrectedField, ...] = ()
    context: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a file from outside: the command line, the manifest or corrections. None where nobody said."""

    municipality: str | None = None
    url: str | None = None
    date: str | None = None
    collection: str = "public"
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that may be private or secret, and the reason to think so."""

    kind: FindingKind
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A file read and split. `notes` are what a person should know (a gap in the § sequence, a damaged page), `masked`
    the places of personal identity numbers, `findings` what a person should judge before it is published."""

    source: Source
    documents: tuple[Document, ...]
    furniture: tuple[Span, ...]
    notes: tuple[str, ...] = ()
    masked: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()


def content_id(*parts: object) -> str:
    """A short identity made from content: the same parts give the same id on every machine."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:20]
