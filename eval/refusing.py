"""How far a refusal can be relied on: risk and coverage by how much of the question stands in what was found.

`python -m eval.refusing QUESTIONS INDEX [QUESTIONS INDEX …] --out risk.html`. Each question is answered as ever; those answered are
put in the order of how well they fit (service/answering/refusal.py). Refusing the worst of them trades coverage (answerable ones still
answered) for risk (answers that are wrong, or to what has no answer). The bound is also chosen without each question's tenth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from eval import page, plots, questions, run
from eval.folds import FOLDS, fold_of
from eval.intervals import wilson
from eval.judging import holds_fact
from indexer.index import Access, Filters
from service.answering.refusal import fit
from service.config import from_environment
from service.question import understand
from service.resources import open_resources
from service.retrieval import retrieve
from service.understanding.wanted import wanted

BOUNDS = tuple(number / 20 for number in range(21))
MOST_REFUSED = 0.08
"""Share of answerable questions that may be refused."""


@dataclass(frozen=True, slots=True)
class Put:
    """One question as answered: whether it has an answer, was refused, and was answered with any of its facts; `fit` is how
    much of it stood in what was found, 0 to 1."""

    id: str
    answerable: bool
    refused: bool
    right: bool
    fit: float


@dataclass(frozen=True, slots=True)
class Point:
    """With everything below a bound refused too: share of the answerable answered, share of the answers that are wrong."""

    bound: float
    coverage: float
    risk: float
    refused_rightly: float


def put(asked: Sequence[questions.GoldQuestion], index: str) -> Iterator[Put]:
    """Each question with its answer."""
    resources, access, today = open_resources(from_environment({"index": index})), Access.public(), datetime.now(UTC).date()
    known = resources.index.facets(Filters(), access)
    for gold in asked:
        given = run.predict(gold, resources, access, today).answer
        understood = understand(gold.question, Filters(), known, today)
        hits = retrieve(understood, resources.index, resources.embedder, access)
        found = fit(wanted(understood.searched, resources.index, access), hits, " ".join(citation.quote for citation in given.citations))
        right = bool(gold.evidence) and not given.refused and any(holds_fact(given.text, wordings) for wordings in gold.must_include)
        yield Put(gold.id, bool(gold.evidence), given.refused, right, (found.passage + found.excerpt) / 2)


def curve(known: Sequence[Put]) -> list[Point]:
    """A point for each bound, from refusing nothing more to refusing all."""
    return [_point(known, bound) for bound in BOUNDS]


def _point(known: Sequence[Put], bound: float) -> Point:
    answered = [one for one in known if not one.refused and one.fit >= bound]
    answerable = [one for one in known if one.answerable]
    others = [one for one in known if not one.answerable]
    return Point(
        bound,
        sum(one.answerable for one in answered) / max(1, len(answerable)),
        sum(not one.right for one in answered) / max(1, len(answered)),
        1 - sum(not one.answerable for one in answered) / max(1, len(others)),
    )


def chosen(known: Sequence[Put]) -> float:
    """The bound that refuses most of what has no answer, among those that leave enough of the rest; the lowest such."""
    allowed = [point for point in curve(known) if point.coverage >= 1 - MOST_REFUSED]
    return max(allowed, key=lambda point: (point.refused_rightly, -point.bound)).bound if allowed else 0.0


def crossed(known: Sequence[Put]) -> tuple[int, int]:
    """Of the answerable and of the others: how many are refused by a bound chosen without their tenth."""
    refused = []
    for fold in range(FOLDS):
        bound = chosen([one for one in known if fold_of(one.id) != fold])
        refused += [one for one in known if fold_of(one.id) == fold and (one.refused or one.fit < bound)]
    wrongly = sum(one.answerable for one in refused)
    return wrongly, len(refused) - wrongly


def html(named: dict[str, list[Put]]) -> str:
    """The curves as a page, each point in a table too."""
    curves = {name: curve(known) for name, known in named.items()}
    lines = [plots.Line(name, tuple((point.coverage, point.risk) for point in points)) for name, points in curves.items()]
    drawn = plots.shares(lines, "Risk by coverage", "answerable questions answered", "answers that are wrong")
    return page.refusal_html(drawn, curves)


@click.command(epilog="\b\nExample:\n  python -m eval.refusing questions.jsonl DIR samples.jsonl SAMPLES_DIR --out build/risk.html")
@click.argument("sets", nargs=-1, required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the curve as a page.")
def main(sets: tuple[str, ...], out: Path | None) -> None:
    """Measure refusal on SETS: a question file and its index, and so on."""
    if len(sets) % 2:
        raise click.UsageError("Give each question file with its index: QUESTIONS INDEX.")
    named = {Path(path).stem: list(put(questions.load(Path(path)), index)) for path, index in zip(sets[::2], sets[1::2], strict=True)}
    table = Table("questions", "wrongly refused", "refused rightly", "bound", "both, by bounds of other tenths")
    for name, known in {**named, "all": [one for some in named.values() for one in some]}.items():
        answerable, others = [one for one in known if one.answerable], [one for one in known if not one.answerable]
        wrongly, rightly = crossed(known)
        table.add_row(
            name,
            _share(sum(one.refused for one in answerable), len(answerable)),
            _share(sum(one.refused for one in others), len(others)),
            f"{chosen(known):.2f}",
            f"{_share(wrongly, len(answerable))}, {_share(rightly, len(others))}",
        )
    Console().print(table)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(html(named), encoding="utf-8")


def _share(hits: int, of: int) -> str:
    low, high = wilson(hits, of)
    return f"{hits / of:.3f} [{low:.3f}, {high:.3f}]" if of else "–"


if __name__ == "__main__":
    main()
