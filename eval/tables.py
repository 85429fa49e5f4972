"""Comparisons measured cell by cell: the right value in the right municipality's row, and the right kind of nothing.

    python -m eval.samples.make build/comparing --neighbours
    paragraf index build/comparing/files --index build/comparing/index
    python -m eval.tables build/comparing/index

The gold stands in eval/samples/comparisons.yaml, read out of the sources by hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import msgspec

from eval.gold import TODAY, load_gold, opened
from eval.samples.source import NEIGHBOURS
from indexer.errors import UsageProblem
from indexer.index import Access
from service.compare import Wish, compare
from service.comparison.records import Column, Comparison, Row
from service.resources import Resources
from service.understanding.kinds import fold

TABLES = NEIGHBOURS.parent / "comparisons.yaml"
EMPTY, STATUS = "empty", "status"

Words = str | list[str]


class GoldTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question, whose rows are asked for (`of`; those that it names, without), and what each row must hold."""

    question: str
    rows: Mapping[str, Mapping[str, Words]]
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """How many cells and kinds of nothing were asked for, and the faults among them."""

    cells: int
    kinds: int
    wrong_cells: tuple[str, ...]
    wrong_kinds: tuple[str, ...]


def load(path: Path = TABLES) -> Mapping[str, GoldTable]:
    """The questions by name. Raises UsageProblem where the file is not as it should be."""
    found = load_gold(path, dict[str, GoldTable], "comparisons", "Write each as question, of and rows; quote numbers and days.")
    known = {*Column, EMPTY, STATUS}
    for name, gold in found.items():
        if unknown := {column for row in gold.rows.values() for column in row} - known:
            raise UsageProblem(f"{path}: {name} has cells of no column: {sorted(unknown)}. Columns are {', '.join(Column)}.")
    return found


def ask(gold: GoldTable, resources: Resources) -> Judged:
    """Put the question, as anybody would."""
    return judge(gold, compare(gold.question, Wish(gold.of), resources, Access.public(), TODAY))


def judge(gold: GoldTable, given: Comparison) -> Judged:
    """Each cell and each kind of nothing against the gold; a row that is missing has all of them wrong."""
    rows = {row.municipality: row for row in given.rows}
    wrong = [fault for name, wanted in gold.rows.items() for fault in _wrong_cells(name, wanted, rows.get(name))]
    empty = [(name, wanted.get(EMPTY), rows.get(name)) for name, wanted in gold.rows.items()]
    kinds = [f"{name}: {_kind(row)} for {wanted}" for name, wanted, row in empty if row is None or row.empty != wanted]
    cells = sum(len([column for column in wanted if column != EMPTY]) for wanted in gold.rows.values())
    return Judged(cells, len(gold.rows), tuple(wrong), tuple(kinds))


def _wrong_cells(name: str, wanted: Mapping[str, Words], row: Row | None) -> Iterator[str]:
    for column, words in wanted.items():
        if column == EMPTY:
            continue
        said = _said(row, column)
        variants = [words] if isinstance(words, str) else words
        if not any(fold(variant) in fold(said) for variant in variants):
            yield f"{name} {column}: {said[:90]!r} for {words}"


def _said(row: Row | None, column: str) -> str:
    if row is None or not row.cells:
        return ""
    if column == STATUS:
        return row.cells[0].status
    cell = row.cell(Column(column))
    return cell.text if cell else ""


def _kind(row: Row | None) -> str | None:
    return str(row.empty) if row and row.empty else None


def report(judged: Mapping[str, Judged]) -> Sequence[str]:
    """One line a fault, then the two shares."""
    faults = [f"{name}: {fault}" for name, one in judged.items() for fault in (*one.wrong_cells, *one.wrong_kinds)]
    cells, kinds = sum(one.cells for one in judged.values()), sum(one.kinds for one in judged.values())
    right = cells - sum(len(one.wrong_cells) for one in judged.values())
    empty = kinds - sum(len(one.wrong_kinds) for one in judged.values())
    return [*faults, f"{len(judged)} questions: cells right {right} of {cells}, kind of row right {empty} of {kinds}"]


@click.command()
@click.argument("index", type=str)
@click.option("--tables", type=click.Path(path_type=Path, exists=True, dir_okay=False), default=TABLES, help="Questions with their tables.")
def main(index: str, tables: Path) -> None:
    """Put the questions to INDEX and say which cells are wrong."""
    with opened(index) as resources:
        judged = {name: ask(gold, resources) for name, gold in load(tables).items()}
    click.echo("\n".join(report(judged)))


if __name__ == "__main__":
    main()
