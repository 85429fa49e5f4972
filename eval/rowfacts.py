"""Comparison questions of a question set: whether the table holds each fact in the row of the municipality that it is about.

    python -m eval.rowfacts questions.jsonl --index INDEX

A fact is about the municipalities whose papers the question's evidence stands in, and about those that its row names at second
hand. That a municipality's papers say nothing is held by its row's kind of nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from eval.gold import TODAY, opened
from eval.questions import GoldQuestion, load
from indexer.index import Access, Index
from service.compare import Wish, compare
from service.comparison.exports import EMPTY
from service.comparison.records import Comparison, Empty, Row
from service.understanding.kinds import fold

SILENT = {
    Empty.NOTHING_FOUND: "säger inget, inget om, nämns inte, finns inte, saknas, inget funnet",
    Empty.NOT_INDEXED: "saknas, finns inte",
}
"""What a row's kind of nothing says in the words that a gold fact may use."""


@dataclass(frozen=True, slots=True)
class Held:
    """The facts of one question: how many the right rows hold, and the others."""

    id: str
    right: int
    missing: tuple[str, ...]


def held(question: GoldQuestion, given: Comparison, of_file: Mapping[str, frozenset[str]]) -> Held:
    """The question's facts looked for in the rows that they may stand in."""
    about = frozenset().union(*(of_file.get(piece.file, frozenset()) for piece in question.evidence))
    rows = [_said(row) for row in given.rows if row.municipality in about or row.empty is not None]
    missing = [fact for fact in question.must_include if not any(fold(variant) in said for variant in fact for said in rows)]
    return Held(question.id, len(question.must_include) - len(missing), tuple(" / ".join(fact[:3]) for fact in missing))


def _said(row: Row) -> str:
    kind = f"{EMPTY[row.empty]}, {SILENT.get(row.empty, '')}" if row.empty else ""
    return fold(" ".join((*(cell.text for cell in row.cells), kind)))


def municipalities_of_files(index: Index, access: Access) -> dict[str, frozenset[str]]:
    """Whose papers each file holds."""
    found = {record.file: frozenset(held.municipality for held in record.held if held.municipality) for record in index.files(access)}
    return {name: names for name, names in found.items() if names}


def report(judged: Sequence[Held]) -> list[str]:
    """One line for each question with a fact missing, then the share."""
    right, lacking = sum(one.right for one in judged), sum(len(one.missing) for one in judged)
    lines = [f"{one.id}: not in its row: {'; '.join(one.missing)}" for one in judged if one.missing]
    return [*lines, f"{len(judged)} questions: {right} of {right + lacking} facts in the right row"]


@click.command()
@click.argument("question_set", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--index", required=True, help="Directory, or http(s) URL of Elasticsearch.")
@click.option("--named", default=0, show_default=True, help="Only questions that name at least so many municipalities that are indexed.")
def main(question_set: Path, index: str, named: int) -> None:
    """Compare for each comparison question of QUESTION_SET and count the facts that stand in the right row."""
    access = Access.public()
    with opened(index) as resources:
        of_file = municipalities_of_files(resources.index, access)
        indexed = frozenset().union(*of_file.values())
        asked = [one for one in load(question_set) if one.kind == "comparison"]
        asked = [one for one in asked if sum(fold(name) in fold(one.question) for name in indexed) >= named]
        judged = [held(one, compare(one.question, Wish(), resources, access, TODAY), of_file) for one in asked]
    click.echo("\n".join(report(judged)))


if __name__ == "__main__":
    main()
