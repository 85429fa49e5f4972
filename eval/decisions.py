"""Open ends, decision cards and what changed on the way, held against gold that was read out of the samples by hand.

    python -m eval.decisions INDEX    # an index of the samples

The gold stands in eval/samples/sources/decisions.yaml. Ends with 1 where anything is missing, too much or wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import click
import msgspec

from eval.gold import TODAY, load_gold, opened
from eval.samples.source import SOURCES
from indexer.index import Access, Filters
from indexer.particulars import FactKind
from service.cards.records import Card
from service.cards.story import cards_of_section
from service.changes.records import Way
from service.changes.story import changes
from service.openends.records import OpenEnd
from service.openends.story import open_ends
from service.resources import Resources

GOLD = SOURCES / "decisions.yaml"
MUNICIPALITIES = ("Tallmora", "Vitterfors", "Lindsjöberg", "Åmosele")


class GoldEnd(msgspec.Struct, frozen=True, array_like=True):
    """One open end: where it begins, what it is, until when, a word of whose task it is, its state."""

    source: str
    section: str
    kind: str
    deadline: str | None
    to: str | None
    state: str


class GoldCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The fields of a card that are judged; `replaces` and `replaced_by` are ends of references without their Dnr."""

    source: str
    section: str
    reference: str | None = None
    status: str | None = None
    outcome: str | None = None
    maturity: str | None = None
    points: int | None = None
    conditions: int | None = None
    votes: tuple[tuple[int, ...], ...] | None = None
    shares: tuple[tuple[int, ...], ...] | None = None
    reservation: tuple[str, ...] | None = None
    jav: tuple[str, ...] | None = None
    approved: str | None = None
    up: str | None = None
    down: str | None = None
    recipients: tuple[str, ...] | None = None
    replaces: tuple[str | None, ...] | None = None
    replaced_by: tuple[str, ...] | None = None
    settled: str | None = None


class GoldWay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The stages of a matter by § (None for an officials' paper), what each step made of it, and the points of the last step."""

    dnr: str
    municipality: str
    stages: tuple[str | None, ...]
    verdicts: tuple[str, ...]
    last: tuple[str, ...]


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All three."""

    open: tuple[GoldEnd, ...]
    cards: tuple[GoldCard, ...]
    changes: tuple[GoldWay, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """How much of something was right, of how much there is, and what was not."""

    right: int
    of: int
    faults: tuple[str, ...]


def load(path: Path = GOLD) -> Gold:
    """The gold. Raises UsageProblem where the file is not as it should be."""
    return load_gold(path, Gold, "such gold", "Write open, cards and changes as its head says.")


def judge_open(gold: Sequence[GoldEnd], found: Sequence[OpenEnd]) -> Judged:
    """Each gold line takes one line that says the same; what is left of either is a fault."""
    left = list(found)
    faults = []
    for line in gold:
        same = next((one for one in left if _is(line, one)), None)
        if same is None:
            faults.append(f"missing: {line.source} {line.section} {line.kind}")
        else:
            left.remove(same)
    extra = [f"too many: {one.evidence.file} {one.evidence.section} {one.kind} {one.to} {one.deadline}" for one in left]
    return Judged(len(gold) - len(faults), len(gold) + len(extra), (*faults, *extra))


def _is(line: GoldEnd, found: OpenEnd) -> bool:
    place = Path(found.evidence.file).stem == line.source and found.evidence.section == line.section
    told = (found.kind, found.deadline, found.state) == (line.kind, line.deadline, line.state)
    whose = found.to is None if line.to is None else line.to in (found.to or "")
    return place and told and whose


def judge_card(gold: GoldCard, card: Card) -> Judged:
    """Each field that the gold names."""
    shown = _fields(card)
    wanted = {name: value for name in gold.__struct_fields__ if name in shown and (value := getattr(gold, name)) is not None}
    faults = [
        f"{gold.source} {gold.section} {name}: {shown[name]} not {value}"
        for name, value in wanted.items()
        if not _equal(shown[name], value)
    ]
    return Judged(len(wanted) - len(faults), len(wanted), tuple(faults))


def _fields(card: Card) -> dict[str, object]:
    acted = {kind: tuple(one.name or one.party for act in card.acts if act.kind is kind for one in act.members) for kind in FactKind}
    counted = [(one.yes, one.no, *([one.abstained] if one.abstained is not None else [])) for one in card.ballots if one.yes is not None]
    return {
        **{
            field.name: getattr(card, field.name)
            for field in fields(card)
            if field.name in ("reference", "status", "outcome", "maturity", "approved")
        },
        "points": len(card.points),
        "conditions": sum(bool(point.conditions) for point in card.points),
        "votes": tuple(counted),
        "shares": tuple(one.shares for one in card.ballots if one.shares),
        "reservation": acted[FactKind.RESERVATION],
        "jav": acted[FactKind.JAV],
        "up": card.notice_up,
        "down": card.notice_down,
        "recipients": tuple(one.text for one in card.recipients),
        "replaces": tuple(one.reference for one in card.replaces),
        "replaced_by": tuple(one.reference for one in card.replaced_by),
        "settled": card.settled,
    }


def _equal(shown: object, wanted: object) -> bool:
    """Whether they are the same; a reference is known by its body, day and §."""
    if isinstance(shown, tuple) and isinstance(wanted, tuple):
        return len(shown) == len(wanted) and all(_equal(one, other) for one, other in zip(shown, wanted, strict=True))
    return shown == wanted or (isinstance(shown, str) and isinstance(wanted, str) and " § " in wanted and f", {wanted}," in f"{shown},")


def judge_way(gold: GoldWay, ways: Sequence[Way]) -> Judged:
    """The stages, the verdict of each step, and the points of the last step."""
    if len(ways) != 1:
        return Judged(0, 3, (f"{gold.dnr}: {len(ways)} ways",))
    (way,) = ways
    pairs = (
        ("stages", tuple(stage.number for stage in way.stages), gold.stages),
        ("verdicts", tuple(str(step.verdict) for step in way.steps), gold.verdicts),
        ("last", tuple(str(one.change) for one in way.steps[-1].points if one.after is not None), gold.last),
    )
    faults = tuple(f"{gold.dnr} {name}: {found} not {wanted}" for name, found, wanted in pairs if found != wanted)
    return Judged(len(pairs) - len(faults), len(pairs), faults)


def measured(gold: Gold, resources: Resources) -> Iterator[tuple[str, Judged]]:
    """All three, over an index of the samples."""
    access = Access.public()
    found = open_ends(Filters(municipalities=MUNICIPALITIES), (), resources, access, TODAY)
    yield "open ends", judge_open(gold.open, found.lines)
    files = {Path(record.file).stem: record.file for record in resources.index.files(access)}
    cards = [judge_card(each, cards_of_section(files[each.source], each.section, resources, access)[0]) for each in gold.cards]
    yield "card fields", _together(cards)
    yield "changes", _together([judge_way(each, changes(each.dnr, (each.municipality,), resources, access)) for each in gold.changes])


def _together(judged: Sequence[Judged]) -> Judged:
    faults = tuple(fault for one in judged for fault in one.faults)
    return Judged(sum(one.right for one in judged), sum(one.of for one in judged), faults)


@click.command()
@click.argument("index", type=str)
def main(index: str) -> None:
    """Hold open ends, cards and changes of INDEX, an index of the samples, against the gold."""
    with opened(index) as resources:
        results = list(measured(load(), resources))
    for name, judged in results:
        click.echo(f"{name}: {judged.right} of {judged.of} right")
        click.echo("".join(f"  {fault}\n" for fault in judged.faults), nl=False)
    raise SystemExit(any(judged.faults for _, judged in results))


if __name__ == "__main__":
    main()
