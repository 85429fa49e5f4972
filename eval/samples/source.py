"""The readable sources: a light markup with YAML front matter, parsed into frozen records. README.md explains the markup.

A source is one file of a municipality; its parts are the documents of a bundle, each with page heads of its own.
Unknown keys are refused, so that a misspelt one is not lost in silence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import yaml

SOURCES = Path(__file__).parent / "sources"
NEIGHBOURS = Path(__file__).parent / "neighbours"
"""Two more municipalities, for comparisons alone: joint boards, associations, tables about others."""

PART_KEYS = frozenset({"style", "body", "date", "reference"})
FILE_KEYS = PART_KEYS | {"format"}
STYLE_KEYS = frozenset({"head", "foot", "continued"})
MUNICIPALITY_KEYS = frozenset({"name", "url", "form_feed", "styles"})

HEADING = re.compile(r"(#{1,3}) (.+)")
ITEM = re.compile(r"(-|\d+\.|[a-z]\)) (.+)")
FACT = re.compile(r"(.*?) ?:: ?(.*)")


class SourceProblem(Exception):
    """A sample source that cannot be read or built; the message names the source and what to change."""


class Format(StrEnum):
    """What a source can be rendered as; `scan` is a PDF of page images without a text layer."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TXT = "txt"
    SCAN = "scan"

    @property
    def suffix(self) -> str:
        """How the built file's name ends."""
        return ".pdf" if self is Format.SCAN else f".{self.value}"


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is a document's title, 2 a § or its title, 3 a heading inside a §."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, wrapped by whoever renders it."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list: marker as shown ("•", "1.", "a)") and its text."""

    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that stay as they are: names, addresses, an agenda."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its values, one below the other: the front page of minutes."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | Item | Lines | Fact | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Style:
    """What every page repeats. A line is "left | right"; {page}, {pages}, {body}, {date} and {reference} are filled in.

    `continued` stands first on a page that goes on with the § of the page before ("Forts. § 12").
    """

    head: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    continued: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file."""

    style: Style
    fields: Mapping[str, str]
    blocks: tuple[Block, ...]

    def head(self, page: int, pages: int) -> list[str]:
        """The head lines of one page."""
        return [line.format(**self.fields, page=page, pages=pages) for line in self.style.head]

    def foot(self, page: int, pages: int) -> list[str]:
        """The foot lines of one page."""
        return [line.format(**self.fields, page=page, pages=pages) for line in self.style.foot]


@dataclass(frozen=True, slots=True)
class Municipality:
    """Whose files a folder of sources holds. `form_feed`: its text files mark page breaks so, others by empty lines."""

    name: str
    url: str
    form_feed: bool
    styles: Mapping[str, Style]


@dataclass(frozen=True, slots=True)
class Sample:
    """One source, parsed."""

    name: str
    municipality: Municipality
    format: Format
    date: str
    parts: tuple[Part, ...] = field(repr=False)

    def file(self, format: Format) -> str:
        """The name of the built file."""
        return self.name + format.suffix


def samples(folder: Path = SOURCES) -> list[Sample]:
    """All sources, by name."""
    found = []
    for described in sorted(folder.glob("*/municipality.yaml")):
        municipality = _municipality(described)
        found += [sample(path, municipality) for path in sorted(described.parent.glob("*.md"))]
    return found


def sample(path: Path, municipality: Municipality) -> Sample:
    """One source file, parsed. Raises SourceProblem."""
    name = f"{path.parent.name}_{path.stem}"
    pieces = path.read_text(encoding="utf-8").split("\n---\n")
    if not pieces[0].startswith("---\n") or len(pieces) % 2:
        raise SourceProblem(f"{path.name}: every part opens with front matter between two lines of ---.")
    pieces[0] = pieces[0].removeprefix("---\n")
    facts = [_mapping(text, path, FILE_KEYS if i == 0 else PART_KEYS) for i, text in enumerate(pieces[::2])]
    try:
        parts = tuple(
            Part(municipality.styles[fact["style"]], {"body": "", "date": "", "reference": ""} | fact, tuple(blocks(text)))
            for fact, text in zip(facts, pieces[1::2], strict=True)
        )
        return Sample(name, municipality, Format(facts[0]["format"]), facts[0]["date"], parts)
    except (KeyError, ValueError) as missing:
        raise SourceProblem(f"{path.name}: front matter lacks or misnames {missing}; see README.md beside the sources.") from missing


def _municipality(path: Path) -> Municipality:
    given = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = set(given) - MUNICIPALITY_KEYS | {key for style in given["styles"].values() for key in style if key not in STYLE_KEYS}
    if unknown:
        raise SourceProblem(f"{path.parent.name}/{path.name}: unknown keys {sorted(unknown)}.")
    styles = {
        name: Style(tuple(style.get("head", ())), tuple(style.get("foot", ())), style.get("continued"))
        for name, style in given["styles"].items()
    }
    return Municipality(given["name"], given["url"], given.get("form_feed", False), styles)


def _mapping(text: str, path: Path, known: frozenset[str]) -> dict[str, str]:
    given = yaml.safe_load(text) or {}
    if unknown := set(given) - known:
        raise SourceProblem(f"{path.name}: unknown keys {sorted(unknown)} in the front matter; known are {sorted(known)}.")
    return {key: str(value) for key, value in given.items()}


def blocks(text: str) -> Iterator[Block]:
    """The blocks of one part's text.

    >>> [type(block).__name__ for block in blocks("## § 1\\nEn mening\\nsom fortsätter.\\n- punkt\\n| a | b |")]
    ['Heading', 'Paragraph', 'Item', 'Table']
    """
    group: list[str] = []
    for line in [*text.split("\n"), ""]:
        if group and not _goes_on(group[0], line):
            yield _block(group)
            group = []
        if line.strip():
            group.append(line)


def _goes_on(first: str, line: str) -> bool:
    """Whether a line belongs to the block that `first` opens."""
    if not line.strip() or HEADING.match(first) or first == "<<<":
        return False
    if first.startswith(("| ", "> ")):
        return line.startswith(first[:2])
    if ITEM.match(first):
        return line.startswith("  ")
    if FACT.fullmatch(first):
        return line.startswith("::")
    return not (HEADING.match(line) or ITEM.match(line) or FACT.fullmatch(line) or line.startswith(("| ", "> ")))


def _block(group: list[str]) -> Block:
    first = group[0]
    if heading := HEADING.fullmatch(first):
        return Heading(len(heading[1]), heading[2])
    if first == "<<<":
        return PageBreak()
    if first.startswith("| "):
        return Table(tuple(tuple(cell.strip() for cell in row.strip().strip("|").split("|")) for row in group))
    if first.startswith("> "):
        return Lines(tuple(line[2:] for line in group))
    if fact := FACT.fullmatch(first):
        return Fact(fact[1], (fact[2], *(line.removeprefix("::").strip() for line in group[1:])))
    text = " ".join(line.strip() for line in group)
    if item := ITEM.fullmatch(text):
        return Item("•" if item[1] == "-" else item[1], item[2])
    return Paragraph(text)
