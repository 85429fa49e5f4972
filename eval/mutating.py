"""Questions with a wrong premise, made of answerable ones: how many are refused, or answered with the premise put right.

`python -m eval.mutating QUESTIONS INDEX [QUESTIONS INDEX …]`. One thing of a question is changed: its year, municipality, Dnr
or body. The same seed makes the same questions; what an answer says is not judged, only whether it goes along.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from eval import questions
from eval.intervals import wilson
from indexer import bodies, references
from indexer.index import Access, Filters
from indexer.municipalities import MUNICIPALITIES, find
from service.answer import answer
from service.config import from_environment
from service.records import Answer
from service.resources import open_resources

AWAY = (-9, -8, -7, -6, -5, -4, 2, 3, 4, 5)
"""Years that a year is moved by."""

OTHER_BODIES = (
    "byggnadsnämnden",
    "kulturnämnden",
    "miljönämnden",
    "socialnämnden",
    "tekniska nämnden",
    "valnämnden",
    "överförmyndarnämnden",
    "kommunfullmäktige",
    "kommunstyrelsen",
)
NO_NAMES = ("Arbetsutskott", "Arbetsutskottet", "Utskottet", "Presidiet")
"""What many bodies have."""

_YEAR = re.compile(r"(?<![\w/.:§-])(?:19|20)\d\d(?![\d/:-])")


@dataclass(frozen=True, slots=True)
class Mutated:
    """A question with one thing wrong: which `kind` of thing."""

    id: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was answered to it."""

    mutated: Mutated
    given: Answer

    @property
    def withstood(self) -> bool:
        """Whether the wrong premise was not gone along with."""
        return self.given.refused or self.given.premise is not None


def wrong_year(question: questions.GoldQuestion, chance: random.Random) -> str | None:
    """The first year that stands alone, moved to one that the gold answer does not name."""
    match = _YEAR.search(question.question)
    if match is None:
        return None
    said = question.answer + question.question + "".join(piece.quote for piece in question.evidence)
    years = [str(int(match[0]) + away) for away in AWAY if str(int(match[0]) + away) not in said]
    return _put(question.question, match.span(), chance.choice(years)) if years else None


def wrong_municipality(question: questions.GoldQuestion, chance: random.Random) -> str | None:
    """The only municipality named, made another."""
    found = find(question.question)
    if len({name for name, _ in found}) != 1:
        return None
    name, span = found[0]
    written = span.of(question.question)
    genitive = written.casefold().startswith(name.casefold()) and written.endswith("s") and not name.endswith("s")
    other = chance.choice([each for each in MUNICIPALITIES if each != name and each not in question.answer])
    return _put(question.question, (span.start, span.end), f"{other.removesuffix('s')}s" if genitive else other)


def wrong_case(question: questions.GoldQuestion, chance: random.Random) -> str | None:
    """The first Dnr, with another serial number."""
    case = next((case for case in references.case_numbers(question.question) if case.span and case.serial), None)
    if case is None or case.span is None:
        return None
    written = case.span.of(question.question)
    serial = next((match for match in re.finditer(r"\d+", written) if int(match[0]) == case.serial), None)
    if serial is None:
        return None
    most = 10 ** len(serial[0])
    other = _put(written, serial.span(), str(chance.randrange(most // 2, most)))
    return _put(question.question, (case.span.start, case.span.end), other) if other != written else None


def wrong_body(question: questions.GoldQuestion, chance: random.Random) -> str | None:
    """The only body named, made one that neither the answer nor its evidence names."""
    found = [(name, span) for name, span in bodies.named(question.question) if name not in NO_NAMES]
    if len(found) != 1:
        return None
    said = (question.answer + question.question + "".join(piece.quote for piece in question.evidence)).casefold()
    others = [other for other in OTHER_BODIES if other.removesuffix("en") not in said]
    written = found[0][1].of(question.question)
    ending = "s" if written.endswith("s") else ""
    return _put(question.question, (found[0][1].start, found[0][1].end), chance.choice(others) + ending) if others else None


def _put(text: str, place: tuple[int, int], other: str) -> str:
    return text[: place[0]] + other + text[place[1] :]


WAYS: tuple[tuple[str, Callable[[questions.GoldQuestion, random.Random], str | None]], ...] = (
    ("year", wrong_year),
    ("municipality", wrong_municipality),
    ("case", wrong_case),
    ("body", wrong_body),
)


def mutations(asked: Sequence[questions.GoldQuestion], count: int, seed: int) -> list[Mutated]:
    """So many questions, of each kind as many as there are for an equal share."""
    chance = random.Random(seed)
    answerable = [question for question in asked if question.evidence]
    chance.shuffle(answerable)
    made = {kind: [Mutated(one.id, kind, text) for one in answerable if (text := way(one, chance))] for kind, way in WAYS}
    chosen: list[Mutated] = []
    while len(chosen) < count and any(made.values()):
        chosen += [some.pop() for some in made.values() if some][: count - len(chosen)]
    return chosen


def put(mutated: Sequence[Mutated], index: str) -> Iterator[Outcome]:
    """Each question put to the service as anybody would."""
    resources, today = open_resources(from_environment({"index": index})), datetime.now(UTC).date()
    for one in mutated:
        yield Outcome(one, answer(one.text, Filters(), resources, Access.public(), today))


@click.command(epilog="\b\nExample:\n  python -m eval.mutating samples.jsonl SAMPLES_DIR questions.jsonl DIR")
@click.argument("sets", nargs=-1, required=True)
@click.option("--count", type=click.IntRange(min=1), default=100, show_default=True, help="Questions in all, shared by the sets.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed makes other questions.")
@click.option("--failures", is_flag=True, help="Print the questions that were answered as if nothing were wrong.")
def main(sets: tuple[str, ...], count: int, seed: int, failures: bool) -> None:
    """Put questions with a wrong premise, made of SETS (a question file and its index, and so on)."""
    if len(sets) % 2:
        raise click.UsageError("Give each question file with its index: QUESTIONS INDEX.")
    outcomes: list[Outcome] = []
    for number, (path, index) in enumerate(zip(sets[::2], sets[1::2], strict=True)):
        share = (count - len(outcomes)) // (len(sets) // 2 - number)
        outcomes += put(mutations(questions.load(Path(path)), share, seed), index)
    console = Console()
    console.print(_table(outcomes))
    for outcome in outcomes:
        if failures and not outcome.withstood:
            console.print(f"{outcome.mutated.kind} {outcome.mutated.id}: {outcome.mutated.text}", soft_wrap=True, markup=False)


def _table(outcomes: Sequence[Outcome]) -> Table:
    table = Table("wrong", "questions", "refused", "put right", "together", "95 % interval")
    for kind in (*(kind for kind, _ in WAYS), "all"):
        some = [outcome for outcome in outcomes if kind in (outcome.mutated.kind, "all")]
        if some:
            refused, withstood = sum(outcome.given.refused for outcome in some), sum(outcome.withstood for outcome in some)
            low, high = wilson(withstood, len(some))
            together = f"{withstood / len(some):.3f}"
            table.add_row(kind, str(len(some)), str(refused), str(withstood - refused), together, f"{low:.3f}–{high:.3f}")
    return table


if __name__ == "__main__":
    main()
