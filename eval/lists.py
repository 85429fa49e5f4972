"""Questions that ask for all records of a kind: whether the list given is the whole list and nothing else.

    python -m eval.lists INDEX    # an index of the samples

The lists are written by hand in eval/samples/sources/lists.yaml.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import msgspec

from eval.gold import TODAY, load_gold, opened
from eval.samples.source import SOURCES
from indexer.index import Access, Filters
from service.answer import answer
from service.records import Answer
from service.resources import Resources

LISTS = SOURCES / "lists.yaml"

Place = tuple[str, str | None]
"""A source's name and a § number; None for a paper without one."""


class GoldLine(msgspec.Struct, frozen=True, array_like=True):
    """One line that the list must have: the source it stands in, its §, and words that it or its quote holds."""

    source: str
    section: str | None
    holds: tuple[str, ...]


class GoldList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question with its whole list; or with none, and what the refusal `says`."""

    question: str
    lines: tuple[GoldLine, ...] = ()
    count: int = 0
    says: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a list lacks and has too much, and whether its count (or its refusal) is right."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    counted: bool

    @property
    def is_complete(self) -> bool:
        """Whether the list is the whole list and nothing else."""
        return self.counted and not (self.missing or self.extra)


def load(path: Path = LISTS) -> Mapping[str, GoldList]:
    """The questions by name. Raises UsageProblem where the file is not as it should be."""
    return load_gold(path, dict[str, GoldList], "lists", "Write each as question, count and lines, or question and says.")


def ask(gold: GoldList, resources: Resources) -> Judged:
    """Put the question, as anybody would."""
    return judge(gold, answer(gold.question, Filters(), resources, Access.public(), TODAY))


def judge(gold: GoldList, given: Answer) -> Judged:
    """The answer's list against the whole list: each gold line takes one line that stands there and holds its words."""
    if gold.says is not None:
        return Judged((), (), given.refused and gold.says in given.text)
    if given.listing is None:
        return Judged(tuple(map(str, gold.lines)), (), counted=False)
    left = _lines(given)
    missing = []
    for line in gold.lines:
        found = next((at for at, (place, text) in enumerate(left) if _is(line, place) and all(word in text for word in line.holds)), None)
        if found is None:
            missing.append(f"{line.source} {line.section} {', '.join(line.holds)}")
        else:
            del left[found]
    return Judged(tuple(missing), tuple(text for _, text in left), given.listing.count == gold.count)


def _lines(given: Answer) -> list[tuple[Place, str]]:
    """Where each line stands, and all that it says and quotes."""
    cited = {citation.key: citation for citation in given.citations}
    found = []
    for line in given.listing.lines if given.listing else ():
        citation = cited[line.citation]
        found.append(((citation.file, citation.section), " ".join((line.what, line.title or "", line.where, citation.quote))))
    return found


def _is(line: GoldLine, place: Place) -> bool:
    return Path(place[0]).stem == line.source and place[1] == line.section


def report(judged: Mapping[str, Judged]) -> Sequence[str]:
    """One line for each list that is not whole, and how many are."""
    faults = [
        f"{name}: {'' if one.counted else 'counted wrong; '}missing {list(one.missing)}; too many {list(one.extra)}"
        for name, one in judged.items()
        if not one.is_complete
    ]
    return [*faults, f"{len(judged) - len(faults)} of {len(judged)} lists complete"]


@click.command()
@click.argument("index", type=str)
@click.option("--lists", type=click.Path(path_type=Path, exists=True, dir_okay=False), default=LISTS, help="Questions with their lists.")
def main(index: str, lists: Path) -> None:
    """Put the questions to INDEX and say which lists are not whole."""
    with opened(index) as resources:
        judged = {name: ask(gold, resources) for name, gold in load(lists).items()}
    click.echo("\n".join(report(judged)))
    raise SystemExit(any(not one.is_complete for one in judged.values()))


if __name__ == "__main__":
    main()
