"""Do words and vectors together find more than either alone? `python -m eval.faq SWEFAQ.jsonl`

Every answer becomes a document of an index of its own, every question is asked; one right answer each, nDCG@10. The file
holds JSON lines as SweFAQ has them: `question`, `candidate_answers`, `label` (the right one's place).
"""

import math
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import msgspec

from indexer import embeddings
from indexer.build import build
from indexer.embeddings import Embedder
from indexer.engines.location import open_index
from indexer.errors import UsageProblem
from indexer.index import Access, Filters, Index, Scored
from indexer.opening import version_of
from service import retrieval
from service.finding import fusion
from service.question import understand

DEPTH = 10
TODAY = date(2026, 1, 1)
"""Fixed, so that the figures of two days are the same; no question asks for a time."""


class AskedOften(msgspec.Struct, frozen=True):
    """One line: a question and which of the candidates answers it."""

    question: str
    candidate_answers: tuple[str, ...]
    label: int

    @property
    def answer(self) -> str:
        """The right one."""
        return self.candidate_answers[self.label]


@dataclass(frozen=True, slots=True)
class Figures:
    """nDCG@10 of each way to find."""

    words: float
    vectors: float
    fused: float
    service: float


def read(path: Path) -> list[AskedOften]:
    """The questions. Raises UsageProblem with the line that is none."""
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            each = msgspec.json.decode(line, type=AskedOften)
        except msgspec.DecodeError as error:
            raise UsageProblem(f"{path}, line {number}: {error}. Each line must hold question, candidate_answers and label.") from error
        if not 0 <= each.label < len(each.candidate_answers):
            raise UsageProblem(f"{path}, line {number}: label {each.label} names none of {len(each.candidate_answers)} candidate answers.")
        found.append(each)
    if not found:
        raise UsageProblem(f"{path} holds no question. Give a file with one JSON object a line.")
    return found


def measure(asked: Sequence[AskedOften], embedder: Embedder) -> Figures:
    """Index the answers, ask the questions."""
    files = {answer: f"{number:04}.txt" for number, answer in enumerate(sorted({each.answer for each in asked}))}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "answers")
        folder.mkdir()
        for answer, file in files.items():
            (folder / file).write_text(answer, encoding="utf-8")
        with closing(open_index(str(Path(name, "index")), version_of(embedder), create=True)) as index:
            build([folder], index, embedder)
            gains = [_gains(each.question, files[each.answer], index, embedder) for each in asked]
    return Figures(*(sum(column) / len(column) for column in zip(*gains, strict=True)))


def _gains(text: str, right: str, index: Index, embedder: Embedder) -> tuple[float, ...]:
    access = Access.public()
    question = understand(text, Filters(), index.facets(Filters(), access), TODAY)
    words = index.lexical(retrieval.question_terms(question), Filters(), access, retrieval.CANDIDATES)
    vector = embedder.query(question.searched)
    near = index.nearest(vector, Filters(), access, retrieval.CANDIDATES) if vector.any() else []
    both = fusion.fuse(words, near, nearest_weight=retrieval.NEAREST_WEIGHT, steepness=retrieval.NEAREST_STEEPNESS)
    files = {passage.id: passage.file for passage in index.passages(list(both), access)}
    hits = retrieval.retrieve(question, index, embedder, access)
    ways = [*(_files(scored, files) for scored in (words, near, fusion.in_order(both))), [hit.passage.file for hit in hits]]
    return tuple(gain(way, right) for way in ways)


def _files(found: Sequence[Scored], files: Mapping[str, str]) -> list[str]:
    return [files[scored.id] for scored in found]


def gain(ranked: Sequence[str], right: str) -> float:
    """nDCG@10 where one file is right; a file counts at its first passage."""
    first = list(dict.fromkeys(ranked))[:DEPTH]
    return 1 / math.log2(first.index(right) + 2) if right in first else 0.0


@click.command()
@click.argument("path", metavar="SWEFAQ.jsonl", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--model", default="bundled", show_default=True, help="Embedding model: a name or a folder.")
def main(path: Path, model: str) -> None:
    """Print nDCG@10 (in hundredths) of words, vectors, both fused, and the service's own ranking."""
    asked = read(path)
    found = measure(asked, embeddings.load(model))
    click.echo(f"{len(asked)} questions, {len({each.answer for each in asked})} answers, model {model}; nDCG@{DEPTH} × 100")
    for what, value in (
        ("words alone", found.words),
        ("vectors alone", found.vectors),
        ("words and vectors", found.fused),
        ("as the service ranks", found.service),
    ):
        click.echo(f"{what:22} {100 * value:.1f}")


if __name__ == "__main__":
    main()
