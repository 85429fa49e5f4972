"""Fits the weights of service/finding/ranking.py to question sets, and says what they would be worth on questions not seen.

`python -m eval.fitting QUESTIONS INDEX [QUESTIONS INDEX …]`. The weights make the first passage that holds evidence likely
(softmax over a question's candidates), held near plain word scores. Each question is also ranked by weights fitted
without its tenth of the set: that figure is the honest one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import click
import numpy
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from eval import questions
from eval.folds import FOLDS, fold_of
from eval.judging import hit_covers
from indexer.documents import Passage
from indexer.index import Access, Filters
from service import retrieval
from service.config import from_environment
from service.finding import ranking
from service.question import understand
from service.records import Question
from service.resources import Resources, open_resources

SHARPNESS = 12.0
"""A difference of 0.1 between two scores makes the better one some three times as likely."""

HOLD = 0.3
"""How strongly weights are held to where they start: the words 1, all else 0."""

STEPS, PACE = 200, 0.05
NAMES = tuple(ranking.WEIGHTS)

Numbers = NDArray[numpy.float64]


@dataclass(frozen=True, slots=True)
class Pool:
    """A question with its candidates: their facts, what is not fitted, and which hold evidence."""

    gold: questions.GoldQuestion
    question: Question
    found: retrieval.Candidates
    facts: Numbers
    bonuses: Numbers
    right: NDArray[numpy.bool_]

    @property
    def usable(self) -> bool:
        """Whether it can teach: some of its candidates hold evidence, and some do not."""
        return bool(self.right.any() and not self.right.all())


def pools(asked: Sequence[questions.GoldQuestion], resources: Resources, access: Access, today: date) -> Iterator[Pool]:
    """The candidates of each question that has evidence."""
    known = resources.index.facets(Filters(), access)
    for gold in asked:
        question = understand(gold.question, Filters(), known, today)
        found = retrieval.candidates(question, resources.index, resources.embedder, access)
        near = found.passages[: retrieval.RANKED]
        rows = [[facts.get(name, 0.0) for name in NAMES] for facts in ranking.facts(question, near, found.scores)]
        bonuses = numpy.array([retrieval.bonus(question, passage) for passage in near])
        yield Pool(gold, question, found, numpy.array(rows), bonuses, numpy.array([_holds(gold, passage) for passage in near]))


def fit(known: Sequence[Pool]) -> dict[str, float]:
    """The weights that serve these questions best, by gradient ascent."""
    usable = [pool for pool in known if pool.usable]
    start = numpy.array([float(name == ranking.WORDS) for name in NAMES])
    weights = start.copy()
    for _ in range(STEPS):
        slope = sum((_slope(pool, weights) for pool in usable), numpy.zeros(len(NAMES))) / len(usable)
        weights = weights + PACE * (slope - HOLD * (weights - start))
    return dict(zip(NAMES, weights.tolist(), strict=True))


def _slope(pool: Pool, weights: Numbers) -> Numbers:
    scores = SHARPNESS * (pool.facts @ weights + pool.bonuses)
    likely = numpy.exp(scores - scores.max())
    likely /= likely.sum()
    wanted = likely * pool.right
    slope: Numbers = SHARPNESS * ((wanted / max(wanted.sum(), 1e-12) - likely) @ pool.facts)
    return slope


def crossed(known: Sequence[Pool]) -> list[float]:
    """The reciprocal rank of each question, by weights fitted without its tenth."""
    without = [fit([pool for pool in known if fold_of(pool.gold.id) != fold]) for fold in range(FOLDS)]
    return [reciprocal_rank(pool, without[fold_of(pool.gold.id)]) for pool in known]


def reciprocal_rank(pool: Pool, weights: Mapping[str, float]) -> float:
    """1 for a first hit that holds evidence, 0 where none of ten does."""
    hits = retrieval.ranked(pool.question, pool.found, 10, weights)
    return next((1 / hit.rank for hit in hits if _holds(pool.gold, hit.passage)), 0.0)


@lru_cache(maxsize=1 << 16)
def _holds(gold: questions.GoldQuestion, passage: Passage) -> bool:
    return any(passage.file == piece.file and hit_covers(passage.text, piece.quote) for piece in gold.evidence)


@click.command(epilog="\b\nExample:\n  python -m eval.fitting questions.jsonl DIR samples.jsonl SAMPLES_DIR")
@click.argument("sets", nargs=-1, required=True)
def main(sets: tuple[str, ...]) -> None:
    """Fit the ranking's weights to SETS: a question file and its index, and so on."""
    if len(sets) % 2:
        raise click.UsageError("Give each question file with its index: QUESTIONS INDEX.")
    named = {path: _pools(path, index) for path, index in zip(sets[::2], sets[1::2], strict=True)}
    everything = [pool for known in named.values() for pool in known]
    weights, honest = fit(everything), iter(crossed(everything))
    table = Table("questions", "weights", "hit@5", "MRR@10")
    for path, known in named.items():
        for label, ranks in (
            ("words alone", [reciprocal_rank(pool, {ranking.WORDS: 1.0}) for pool in known]),
            ("as they are", [reciprocal_rank(pool, ranking.WEIGHTS) for pool in known]),
            ("fitted", [reciprocal_rank(pool, weights) for pool in known]),
            ("fitted on other tenths", [next(honest) for _ in known]),
        ):
            table.add_row(
                Path(path).name, label, f"{sum(rank >= 0.2 for rank in ranks) / len(ranks):.3f}", f"{sum(ranks) / len(ranks):.3f}"
            )
    Console().print({name: round(weight, 2) for name, weight in weights.items()}, table)


def _pools(path: str, index: str) -> list[Pool]:
    asked = [question for question in questions.load(Path(path)) if question.evidence]
    return list(pools(asked, open_resources(from_environment({"index": index})), Access.public(), datetime.now(UTC).date()))


if __name__ == "__main__":
    main()
