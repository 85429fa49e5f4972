"""Fits the weights of service/answering/worth.py to question sets, and says what they are worth on questions not seen.

`python -m eval.fittingworth QUESTIONS INDEX [QUESTIONS INDEX …]`. The weights make the units that meet the evidence likely
(softmax over all units read for a question). Each question is also answered by weights fitted without its tenth of the set.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import click
import numpy
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from eval import questions
from eval.folds import FOLDS, fold_of
from eval.judging import points_at, squeezed
from eval.predictions import PredictedCitation
from indexer.index import Access, Filters
from service import extract
from service.answering import worth
from service.citing import cite
from service.config import from_environment
from service.places import Files, files_of
from service.question import understand
from service.resources import Resources, open_resources
from service.retrieval import retrieve
from service.understanding.wanted import wanted

HOLD = 0.02
"""How strongly weights are held to 0, each measured by how much its fact varies."""

SOFTNESS = 1.35
"""What fitted weights are divided by: flatter chances make better stretches, and leave room for a second one."""

STEPS, PACE = 400, 0.5
NAMES = tuple(worth.WEIGHTS)

Numbers = NDArray[numpy.float64]


@dataclass(frozen=True, slots=True)
class Read:
    """The units read for a question: their facts, and which of them meet the evidence."""

    question: str
    facts: Numbers
    right: NDArray[numpy.bool_]


def read(asked: Sequence[questions.GoldQuestion], resources: Resources, access: Access, today: date) -> Iterator[Read]:
    """What is read for each question that has evidence."""
    known, files = resources.index.facets(Filters(), access), files_of(resources.index, access)

    @cache
    def source(file: str) -> str:
        stored = files(file)
        return squeezed(stored.source.text) if stored else ""

    for gold in asked:
        question = understand(gold.question, Filters(), known, today)
        hits = retrieve(question, resources.index, resources.embedder, access)[: extract.READ_HITS]
        found = worth.pieces(question, wanted(question.searched, resources.index, access), hits)
        if found:
            facts = numpy.array([[piece.facts.get(name, 0.0) for name in NAMES] for piece in found])
            yield Read(gold.id, facts, numpy.array([_meets(gold, piece, files, source) for piece in found]))


def _meets(gold: questions.GoldQuestion, piece: worth.Piece, files: Files, source: Callable[[str], str]) -> bool:
    cited = cite("1", extract.Excerpt(piece.passage, piece.unit.span, None, 1.0), files)
    citation = PredictedCitation(cited.file, cited.section, cited.case, cited.page, cited.lines, cited.quote)
    return any(points_at(citation, evidence, {cited.file: source(cited.file)}) for evidence in gold.evidence)


def fit(known: Sequence[Read]) -> Numbers:
    """The weights that serve these questions best, by gradient ascent."""
    usable = [each for each in known if each.right.any() and not each.right.all()]
    facts, right = numpy.vstack([each.facts for each in usable]), numpy.concatenate([each.right for each in usable])
    spread = facts.std(axis=0) + 1e-9
    facts = (facts - facts.mean(axis=0)) / spread
    starts = numpy.cumsum([0] + [len(each.facts) for each in usable[:-1]])
    owner = numpy.repeat(numpy.arange(len(usable)), [len(each.facts) for each in usable])
    weights = numpy.zeros(len(NAMES))
    for _ in range(STEPS):
        scores = facts @ weights
        powers = numpy.exp(scores - numpy.maximum.reduceat(scores, starts)[owner])
        likely = powers / numpy.add.reduceat(powers, starts)[owner]
        held = numpy.add.reduceat(likely * right, starts)
        slope = (likely * right / numpy.maximum(held, 1e-12)[owner] - likely) @ facts / len(usable)
        weights = weights + PACE * (slope - 2 * HOLD * weights)
    fitted: Numbers = weights / spread / SOFTNESS
    return fitted


def crossed(known: Sequence[Read]) -> list[bool]:
    """Whether each question's best unit is right, by weights fitted without its tenth."""
    without = [fit([each for each in known if fold_of(each.question) != fold]) for fold in range(FOLDS)]
    return [best_is_right(each, without[fold_of(each.question)]) for each in known]


def best_is_right(given: Read, weights: Numbers) -> bool:
    """Whether the unit that is worth most meets the evidence."""
    return bool(given.right[int((given.facts @ weights).argmax())])


@click.command(epilog="\b\nExample:\n  python -m eval.fittingworth questions.jsonl DIR samples.jsonl SAMPLES_DIR")
@click.argument("sets", nargs=-1, required=True)
def main(sets: tuple[str, ...]) -> None:
    """Fit the weights of what is quoted to SETS: a question file and its index, and so on."""
    if len(sets) % 2:
        raise click.UsageError("Give each question file with its index: QUESTIONS INDEX.")
    named = {path: _read(path, index) for path, index in zip(sets[::2], sets[1::2], strict=True)}
    everything = [each for known in named.values() for each in known]
    fitted, honest = fit(everything), iter(crossed(everything))
    now = numpy.array(list(worth.WEIGHTS.values()))
    table = Table("questions", "weights", "best unit right")
    for path, known in named.items():
        for label, rights in (
            ("as they are", [best_is_right(each, now) for each in known]),
            ("fitted", [best_is_right(each, fitted) for each in known]),
            ("fitted on other tenths", [next(honest) for _ in known]),
        ):
            table.add_row(Path(path).name, label, f"{sum(rights) / len(rights):.3f}")
    Console().print({name: round(weight, 2) for name, weight in zip(NAMES, fitted.tolist(), strict=True)}, table)


def _read(path: str, index: str) -> list[Read]:
    asked = [question for question in questions.load(Path(path)) if question.evidence]
    return list(read(asked, open_resources(from_environment({"index": index})), Access.public(), datetime.now(UTC).date()))


if __name__ == "__main__":
    main()
