"""How alike two runs rank: `python -m eval.agreement RUN_A RUN_B`, for one question set on two engines."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from eval import predictions
from eval.predictions import Prediction

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Agreement:
    """Questions in both runs; of them those with the same first DEPTH hits in order, in any order, and the same answer."""

    questions: int
    same_order: int
    same_set: int
    same_answer: int
    differing: tuple[str, ...]


def agreement(one: Mapping[str, Prediction], other: Mapping[str, Prediction]) -> Agreement:
    """Compare hit by hit: a hit is its file, its document, its lines or page, and its text."""
    shared = [key for key in one if key in other]
    ordered = [key for key in shared if _first(one[key]) == _first(other[key])]
    alike = [key for key in shared if set(_first(one[key])) == set(_first(other[key]))]
    answered = [key for key in shared if one[key].answer.text == other[key].answer.text]
    return Agreement(len(shared), len(ordered), len(alike), len(answered), tuple(key for key in shared if key not in ordered))


def _first(prediction: Prediction) -> list[tuple[object, ...]]:
    return [(hit.file, hit.document, hit.page, hit.lines, hit.text) for hit in prediction.hits[:DEPTH]]


@click.command()
@click.argument("one", type=click.Path(path_type=Path))
@click.argument("other", type=click.Path(path_type=Path))
def main(one: Path, other: Path) -> None:
    """Compare the hits of two runs that `paragraf eval --out` wrote."""
    found = agreement(predictions.load(one), predictions.load(other))
    if not found.questions:
        raise click.ClickException(f"{one} and {other} share no question. Name two runs over the same question set.")
    for name, count in (("same first ten", found.same_order), ("same set", found.same_set), ("same answer", found.same_answer)):
        click.echo(f"{name:15} {count} of {found.questions} ({count / found.questions:.1%})")
    if found.differing:
        click.echo("differing: " + ", ".join(found.differing))


if __name__ == "__main__":
    main()
