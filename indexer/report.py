"""What an indexing run did: the record, and how it is shown to people and to programs."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import PurePath

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from indexer.terminal import shown

SHOWN_LINES = 20
"""Skipped files and notes listed on a terminal; `--json` has them all."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not indexed: `reason` is what reports count by, `message` says the cause and the next step."""

    file: str
    reason: str
    message: str

    @property
    def sentence(self) -> str:
        """The file and what is wrong; most messages begin with the file's name already."""
        said = self.message if PurePath(self.file).name in self.message else f"{self.file} {self.message}"
        return f"{said.rstrip('.')}."


@dataclass(frozen=True, slots=True)
class Note:
    """Something about an indexed file that a person should know."""

    file: str
    note: str


@dataclass(frozen=True, slots=True)
class Totals:
    """What the index holds when the run has ended."""

    files: int = 0
    documents: int = 0
    sections: int = 0
    passages: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """One run. `read` counts files put into the index, `replaced` those of them that stood there before; pages, documents,
    sections and passages are those of the files read. `without_municipality` counts those of them that nobody knows the
    municipality of: they answer no question about one."""

    location: str
    read: int = 0
    unchanged: int = 0
    replaced: int = 0
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: int = 0
    documents: int = 0
    sections: int = 0
    passages: int = 0
    seconds: float = 0.0
    index: Totals = field(default_factory=Totals)
    without_municipality: int = 0

    @property
    def pages_per_minute(self) -> float | None:
        """The indexing rate; None where nothing was read."""
        return round(self.pages / self.seconds * 60, 1) if self.pages and self.seconds else None

    @property
    def reasons(self) -> dict[str, int]:
        """How many files were skipped for each reason, the commonest first."""
        return dict(Counter(skipped.reason for skipped in self.skipped).most_common())

    def as_json(self) -> dict[str, object]:
        """One JSON object: the fields of the record, the rate, and the skipped files counted by reason."""
        return {
            **asdict(self),
            "seconds": round(self.seconds, 3),
            "pages_per_minute": self.pages_per_minute,
            "skipped_by_reason": self.reasons,
        }


def as_table(report: Report) -> RenderableType:
    """The report as shown at the end of a run."""
    counts = Table(title="Indexed", title_justify="left", show_header=False, box=None, pad_edge=False)
    counts.add_column(style="bold")
    counts.add_column(justify="right")
    counts.add_column(style="dim")
    for name, count, remark in _rows(report):
        counts.add_row(name, str(count), remark)
    lines: list[RenderableType] = [counts]
    if report.without_municipality:
        lines.append(shown(f"\n{_without_municipality(report.without_municipality)}", style="yellow"))
    if report.skipped:
        lines.append(_listed("Skipped", [f"{skipped.file}: {skipped.message}" for skipped in report.skipped]))
    if report.notes:
        lines.append(_listed("Notes", [f"{note.file}: {note.note}" for note in report.notes]))
    return Group(*lines)


def _rows(report: Report) -> list[tuple[str, int, str]]:
    rate = f"{report.seconds:.1f} s" + (f", {report.pages_per_minute:.0f} pages a minute" if report.pages_per_minute else "")
    held = report.index
    return [
        ("files read", report.read, f"of them {report.replaced} replaced" if report.replaced else ""),
        ("unchanged", report.unchanged, ""),
        ("removed", len(report.removed), ""),
        ("skipped", len(report.skipped), ", ".join(f"{count} {reason}" for reason, count in report.reasons.items())),
        ("pages", report.pages, rate),
        ("documents", report.documents, ""),
        ("sections", report.sections, ""),
        ("passages", report.passages, ""),
        ("index", held.files, f"files, {held.documents} documents, {held.passages} passages at {report.location}"),
    ]


def _without_municipality(files: int) -> str:
    whose = "1 file does not say whose it is" if files == 1 else f"{files} files do not say whose they are"
    return (
        f"{whose}: no municipality is known. Questions about a municipality do not find them. "
        "Index again with --municipality NAME, or with a column `municipality` in manifest.csv beside the files."
    )


def _listed(title: str, lines: list[str]) -> Text:
    some = [f"  {line}" for line in lines[:SHOWN_LINES]]
    if len(lines) > SHOWN_LINES:
        some.append(f"  … and {len(lines) - SHOWN_LINES} more (--json lists them all)")
    return shown("\n".join(("", title, *some)))
