"""The ways of matters: whether all steps are found, in order and of the right kind, and whether anything is linked wrongly.

    python -m eval.cases INDEX    # an index of the samples

The ways are written by hand in eval/samples/sources/cases.yaml.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import msgspec

from eval.gold import TODAY, load_gold, opened
from eval.samples.source import SOURCES
from indexer.index import Access, Index
from service.cases import follow
from service.errors import NotFound
from service.following.records import Bond, Case, Choice, Step

CASES = SOURCES / "cases.yaml"

Lack = tuple[str, str | None, str | None]
Tie = tuple[str, str, str]

Told = tuple[str | None, str | None, str | None, str]
"""Day, body, § and kind of a step; a paper is told by its day and kind alone."""


class GoldCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A Dnr with the whole way of its matter; or with the matters to choose from, or with none. Attachments may be left unjudged."""

    dnr: str
    municipality: str | None = None
    steps: tuple[Told, ...] = ()
    also: tuple[str, ...] = ()
    attachments: tuple[str, ...] | None = ()
    lacking: tuple[Lack, ...] = ()
    bonds: tuple[Tie, ...] = ()
    orders: int = 0
    collecting: bool = False
    choice: tuple[str, ...] = ()
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """How many steps there are and were found; what is linked wrongly, lacking or too much."""

    steps: int
    found: int
    in_order: bool
    wrong_links: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether the way is the whole way and nothing else."""
        return self.found == self.steps and self.in_order and not self.wrong_links and not self.faults


def load(path: Path = CASES) -> Mapping[str, GoldCase]:
    """The matters by name. Raises UsageProblem where the file is not as it should be."""
    return load_gold(path, dict[str, GoldCase], "matters", "Write each as dnr, municipality and steps.")


def ask(gold: GoldCase, index: Index) -> Judged:
    """Follow the Dnr, as anybody would."""
    try:
        found = follow(gold.dnr, gold.municipality, index, Access.public(), TODAY)
    except NotFound:
        return _unfollowed(gold, [] if gold.refused else ["refused"])
    if gold.refused:
        return _unfollowed(gold, ["not refused"])
    if isinstance(found, Choice):
        offered = [one.case for one in found.candidates]
        return _unfollowed(gold, [] if set(offered) == set(gold.choice) else [f"offered {offered}"])
    return _unfollowed(gold, ["not offered as a choice"]) if gold.choice else judge(gold, found)


def judge(gold: GoldCase, found: Case) -> Judged:
    """A way against the whole way: each step of the gold once, in its place, and no link that the gold does not have."""
    told = [_told(step) for step in found.steps]
    known = [step for step in gold.steps if step in told]
    lacking = [(str(gap.missing), gap.date, gap.body) for gap in found.gaps]
    bonds = [(str(one.bond), one.date, one.section) for one in found.relations if one.bond not in (Bond.NAMES, Bond.NAMED_BY)]
    attached = [one.title for step in found.steps for one in step.attachments] if gold.attachments is not None else []
    wrong = [f"step {step}" for step in told if step not in gold.steps]
    wrong += [f"Dnr {number.case}" for number in found.numbers[1:] if number.case not in gold.also]
    wrong += [f"bond {bond}" for bond in bonds if bond not in gold.bonds]
    wrong += [f"attachment {title}" for title in attached if title not in (gold.attachments or ())]
    faults = [f"no {what} {one}" for what, wanted, had in _wanted(gold, lacking, bonds, attached) for one in wanted if one not in had]
    faults += [f"no gap, but said: {one}" for one in lacking if one not in gold.lacking]
    faults += [] if len(found.orders) == gold.orders else [f"{len(found.orders)} orders"]
    faults += [] if found.collecting == gold.collecting else ["collecting" if found.collecting else "not collecting"]
    faults += [f"no Dnr {case}" for case in gold.also if case not in {number.case for number in found.numbers}]
    return Judged(len(gold.steps), len(known), [step for step in told if step in known] == known, tuple(wrong), tuple(faults))


def _wanted(
    gold: GoldCase, lacking: Sequence[object], bonds: Sequence[object], attached: Sequence[object]
) -> Sequence[tuple[str, Sequence[object], Sequence[object]]]:
    return [("gap", gold.lacking, lacking), ("bond", gold.bonds, bonds), ("attachment", gold.attachments or (), attached)]


def _told(step: Step) -> Told:
    return (step.date, step.body if step.section else None, step.section, str(step.kind))


def _unfollowed(gold: GoldCase, faults: Sequence[str]) -> Judged:
    return Judged(len(gold.steps), 0, in_order=True, wrong_links=(), faults=tuple(faults))


def report(judged: Mapping[str, Judged]) -> Sequence[str]:
    """One line for each way that is not whole, then the shares."""
    faults = [
        f"{name}: {one.found} of {one.steps} steps{'' if one.in_order else ' out of order'}; {[*one.wrong_links, *one.faults]}"
        for name, one in judged.items()
        if not one.is_right
    ]
    steps, found = sum(one.steps for one in judged.values()), sum(one.found for one in judged.values())
    wrong = sum(len(one.wrong_links) for one in judged.values())
    ordered = sum(one.in_order for one in judged.values())
    return [
        *faults,
        f"{found} of {steps} steps found ({found / max(1, steps):.3f}), {ordered} of {len(judged)} in order, {wrong} wrong links",
        f"{len(judged) - len(faults)} of {len(judged)} ways right in all",
    ]


@click.command()
@click.argument("index", type=str)
@click.option("--cases", type=click.Path(path_type=Path, exists=True, dir_okay=False), default=CASES, help="Dnr with their ways.")
def main(index: str, cases: Path) -> None:
    """Follow the Dnr in INDEX and say which ways are not right."""
    with opened(index) as resources:
        judged = {name: ask(gold, resources.index) for name, gold in load(cases).items()}
    click.echo("\n".join(report(judged)))
    raise SystemExit(any(not one.is_right for one in judged.values()))


if __name__ == "__main__":
    main()
