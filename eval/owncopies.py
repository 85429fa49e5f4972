"""Comparisons over copies of the bundles as other municipalities: whether each row has its own municipality's value, and how long it takes.

    python -m eval.owncopies questions.jsonl --index INDEX     # an index of the originals and of `python -m eval.copies`

Copies keep their lines. So the value that a question asks for stands in each copy on the lines of the question's evidence, with
figures and years of its own. Questions are taken that one sum, day or figure answers and that name nothing that a copy swaps.
Each municipality is also asked alone, for what is not found there can stand in no row.
"""

import re
import statistics
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import click

from eval.gold import TODAY, opened
from eval.questions import GoldQuestion, load
from indexer import references
from indexer.documents import Span
from indexer.index import Access, FileRecord, Filters, Index
from service.answer import answer
from service.checking.stated import plain
from service.compare import Wish, compare
from service.comparison.asking import without_names
from service.comparison.records import Comparison, Empty, Row, Voice
from service.resources import Resources

KINDS = ("amount", "when", "who", "decision", "fact", "table", "status", "ocr")

_FIGURE = re.compile(r"(?<![\w.,-])(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:[,.]\d+)?(?![\w-]|[.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
FIGURE_DIGITS = 3
"""Shorter figures stand in other places of a text by chance."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One question over the copies: rows with their own value, rows without any, rows that cite another's paper, municipalities
    of which a question to them alone gives their value and rows that hold it among these, seconds of processor time."""

    id: str
    rows: int
    own: int
    silent: int
    others: int
    alone: int
    own_of_alone: int
    seconds: float


def values(text: str) -> list[str]:
    """The sums, whole days and longer figures of a text in their order, in normal forms."""
    text = " ".join(text.split())
    sums = [
        (amount.span, plain(f"{amount.value_in_kronor:f}")) for amount in references.amounts(text) if amount.value_in_kronor is not None
    ]
    days = [(day.span, day.iso) for day in references.dates(text) if day.iso]
    taken = [span for span, _ in (*sums, *days)]
    figures = [(span, plain(span.of(text))) for span in _figures(text) if not any(span.meets(other) for other in taken)]
    return [value for _, value in sorted([*sums, *days, *figures])]


def _figures(text: str) -> Iterator[Span]:
    for match in _FIGURE.finditer(text):
        if sum(map(str.isdigit, match[0])) >= FIGURE_DIGITS and not _YEAR.fullmatch(match[0]):
            yield Span(*match.span())


def is_general(text: str, copy: str) -> bool:
    """Whether a question names no year and no number, and only names that a copy has too: others are swapped there."""
    names = [word.strip(',.?!()"”') for word in text.split()[1:] if word[:1].isupper()]
    return not any(char.isdigit() for char in text) and all(name in copy for name in names)


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
    text = without_names(question.question, ())
    own = _own_values(question, text, files, resources.index, access)
    if not own:
        return None
    started = process_time()
    given = compare(text, Wish(tuple(own)), resources, access, TODAY)
    spent = process_time() - started
    return judged(question.id, given, own, {name for name, value in own.items() if value in _alone(text, name, resources, access)}, spent)


def _own_values(question: GoldQuestion, text: str, files: Sequence[FileRecord], index: Index, access: Access) -> dict[str, str]:
    """Municipality → the value that answers in its copy; empty where it cannot be told."""
    piece = question.evidence[0]
    whose = copies_of(piece.file, files)
    other = index.file(next((file for file in whose.values() if file != piece.file), ""), access)
    if piece.lines is None or other is None or not is_general(text, other.source.text):
        return {}
    facts = {value for fact in question.must_include for variant in fact for value in values(variant)}
    there = values(lines_of(index, piece.file, piece.lines, access))
    at = [place for place, value in enumerate(there) if value in facts]
    if len({there[place] for place in at}) != 1:
        return {}
    read = {name: values(lines_of(index, file, piece.lines, access)) for name, file in whose.items()}
    return {name: found[at[0]] for name, found in read.items() if len(found) == len(there)}


def _alone(text: str, name: str, resources: Resources, access: Access) -> list[str]:
    """The values of the answer that a municipality gives where nobody else is asked."""
    return values(answer(text, Filters(municipalities=(name,)), resources, access, TODAY).text)


def judged(of: str, given: Comparison, own: Mapping[str, str], alone: Collection[str], spent: float) -> Compared:
    """The rows of those whose own value is known, against it."""
    kept = [row for row in given.rows if row.municipality in own]
    right = {row.municipality for row in kept if own[row.municipality] in values(" ; ".join(cell.text for cell in row.cells))}
    return Compared(
        id=of,
        rows=len(kept),
        own=len(right),
        silent=sum(row.empty in (Empty.NOTHING_FOUND, Empty.SECOND_HAND) for row in kept),
        others=sum(_takes_anothers(row) for row in kept),
        alone=len(alone),
        own_of_alone=len(right.intersection(alone)),
        seconds=spent,
    )


def _takes_anothers(row: Row) -> bool:
    """Whether a row shows as its own what another's paper says."""
    shown = [cell for cell in row.cells if cell.voice is not Voice.OTHER]
    return any(citation.municipality not in (None, row.municipality) for cell in shown for citation in cell.citations)


def report(found: Sequence[Compared]) -> Iterator[str]:
    """A line a question, then the shares: of all rows, and of those whose municipality, asked alone, gives its value."""
    for one in found:
        told = f"own {one.own} of {one.rows}, of those right alone {one.own_of_alone} of {one.alone}"
        yield f"{one.id}: {told}, silent {one.silent}, another's {one.others}, {one.seconds:.2f} s"
    rows, own, alone, both, others = (
        sum(getattr(one, name) for one in found) for name in ("rows", "own", "alone", "own_of_alone", "others")
    )
    yield f"{len(found)} questions: own value in {own} of {rows} rows ({own / max(1, rows):.3f}), another's in {others}"
    yield f"of those right alone: own value in {both} of {alone} ({both / max(1, alone):.3f}); alone {alone} of {rows} are right"
    seconds = sorted(one.seconds for one in found)
    if len(seconds) > 1:
        p95 = statistics.quantiles(seconds, n=20, method="inclusive")[18]
        yield f"seconds of processor time: median {statistics.median(seconds):.2f}, p95 {p95:.2f}"


@click.command()
@click.argument("question_set", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--index", required=True, help="Directory, or http(s) URL of Elasticsearch.")
@click.option("--limit", type=click.IntRange(min=1), help="Only the first so many questions.")
def main(question_set: Path, index: str, limit: int | None) -> None:
    """Put the questions of QUESTION_SET to all copies at once and count the rows that hold their own value."""
    access = Access.public()
    with opened(index) as resources:
        files = resources.index.files(access)
        asked = [one for one in load(question_set) if one.kind in KINDS and one.evidence][:limit]
        found = [one for question in asked if (one := ask(question, files, resources, access))]
    click.echo("\n".join(report(found)))


if __name__ == "__main__":
    main()
