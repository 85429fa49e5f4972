"""Comparisons over copies of the bundles as other municipalities: whether each row has its own municipality's value, and how long it takes.

    python -m eval.owncopies questions.jsonl --index INDEX     # an index of the originals and of `python -m eval.copies`

Copies keep their lines. So the value that a question asks for stands in each copy on the lines of the question's evidence, with
figures and years of its own. Questions are taken that one sum or day answers and that name no year or person.
"""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

import click

from eval.questions import GoldQuestion, load
from indexer import references
from indexer.index import Access, FileRecord, Index
from service.checking.stated import plain
from service.compare import Wish, compare
from service.comparison.asking import without_names
from service.comparison.records import Comparison, Empty, Row, Voice
from service.config import from_environment
from service.resources import Resources, open_resources

TODAY = date(2026, 3, 1)
KINDS = ("amount", "when", "decision", "fact", "table")


@dataclass(frozen=True, slots=True)
class Compared:
    """One question over the copies: rows with their own value, rows without any, rows that cite another's paper, seconds."""

    id: str
    rows: int
    own: int
    silent: int
    others: int
    original: bool
    seconds: float


def values(text: str) -> list[str]:
    """The sums and whole days of a text in their order, in normal forms."""
    text = " ".join(text.split())
    sums = [
        (amount.span, plain(f"{amount.value_in_kronor:f}")) for amount in references.amounts(text) if amount.value_in_kronor is not None
    ]
    days = [(day.span, day.iso) for day in references.dates(text) if day.iso]
    return [value for _, value in sorted([*sums, *days])]


def is_general(text: str) -> bool:
    """Whether a question names no year, number or person: those are others in a copy."""
    words = text.split()
    return not any(char.isdigit() for char in text) and all(word[:1].islower() or word.isupper() for word in words[1:])


def lines_of(index: Index, file: str, lines: tuple[int, int], access: Access) -> str:
    """The lines of a file as it is indexed."""
    stored = index.file(file, access)
    return "\n".join(stored.source.text.split("\n")[lines[0] - 1 : lines[1]]) if stored else ""


def copies_of(file: str, files: Sequence[FileRecord]) -> dict[str, str]:
    """Municipality → its copy of a file, the original among them."""
    found = [record for record in files if record.file == file or record.file.endswith(f"-{file}")]
    names = [
        (record.given.municipality or next((held.municipality for held in record.held if held.municipality), None)) for record in found
    ]
    return {name: record.file for name, record in zip(names, found, strict=True) if name}


def ask(question: GoldQuestion, files: Sequence[FileRecord], resources: Resources, access: Access) -> Compared | None:
    """Compare over all copies of the file that the question's evidence stands in; None where no one value answers, or the
    question names what is another in a copy."""
    piece = question.evidence[0]
    text = without_names(question.question, ())
    facts = {value for fact in question.must_include for variant in fact for value in values(variant)}
    if piece.lines is None or not is_general(text):
        return None
    there = values(lines_of(resources.index, piece.file, piece.lines, access))
    at = [place for place, value in enumerate(there) if value in facts]
    if len({there[place] for place in at}) != 1:
        return None
    whose = copies_of(piece.file, files)
    started = perf_counter()
    given = compare(text, Wish(tuple(whose)), resources, access, TODAY)
    spent = perf_counter() - started
    read = {name: values(lines_of(resources.index, file, piece.lines, access)) for name, file in whose.items()}
    own = {name: found[at[0]] for name, found in read.items() if len(found) == len(there)}
    original = next((name for name, its in whose.items() if its == piece.file), "")
    return _judged(question, given, own, original, spent)


def _judged(question: GoldQuestion, given: Comparison, own: Mapping[str, str], original: str, spent: float) -> Compared:
    kept = [row for row in given.rows if row.municipality in own]
    right = {row.municipality for row in kept if own[row.municipality] in values(" ; ".join(cell.text for cell in row.cells))}
    copies = [row for row in kept if row.municipality != original]
    return Compared(
        id=question.id,
        rows=len(copies),
        own=len(right - {original}),
        silent=sum(row.empty in (Empty.NOTHING_FOUND, Empty.SECOND_HAND) for row in copies),
        others=sum(_takes_anothers(row) for row in copies),
        original=original in right,
        seconds=spent,
    )


def _takes_anothers(row: Row) -> bool:
    """Whether a row shows as its own what another's paper says."""
    shown = [cell for cell in row.cells if cell.voice is not Voice.OTHER]
    return any(citation.municipality not in (None, row.municipality) for cell in shown for citation in cell.citations)


def report(found: Sequence[Compared]) -> Iterator[str]:
    """A line a question, then the shares: in all, and where the original's own row is right."""
    for one in found:
        yield f"{one.id}: own {one.own} of {one.rows}, silent {one.silent}, another's {one.others}, {one.seconds:.2f} s"
    for told, chosen in (("all", found), ("those whose original is right", [one for one in found if one.original])):
        rows, own, others = (sum(getattr(one, name) for one in chosen) for name in ("rows", "own", "others"))
        yield f"{told}: {len(chosen)} questions, own value in {own} of {rows} rows ({own / max(1, rows):.3f}), another's in {others}"
    seconds = sorted(one.seconds for one in found)
    if len(seconds) > 1:
        yield f"seconds: median {statistics.median(seconds):.2f}, p95 {statistics.quantiles(seconds, n=20, method='inclusive')[18]:.2f}"


@click.command()
@click.argument("question_set", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--index", required=True, help="Directory, or http(s) URL of Elasticsearch.")
@click.option("--limit", type=click.IntRange(min=1), help="Only the first so many questions.")
def main(question_set: Path, index: str, limit: int | None) -> None:
    """Put the questions of QUESTION_SET to all copies at once and count the rows that hold their own value."""
    resources = open_resources(from_environment({"index": index}))
    access = Access.public()
    with closing(resources.index):
        files = resources.index.files(access)
        asked = [one for one in load(question_set) if one.kind in KINDS and one.evidence][:limit]
        found = [one for question in asked if (one := ask(question, files, resources, access))]
    click.echo("\n".join(report(found)))


if __name__ == "__main__":
    main()
