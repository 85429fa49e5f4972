from dataclasses import replace
from pathlib import Path

import pytest

from eval.decisions import GoldCard, GoldEnd, GoldWay, judge_card, judge_open, judge_way, load
from indexer.errors import UsageProblem
from indexer.index import Access
from service.cards.story import cards_of_section
from service.changes.records import Change, ComparedPoint, Stage, Step, Verdict, Way
from service.openends.records import EndKind, OpenEnd, State, Sureness
from service.records import Citation
from tests.service.cards.test_story import READING, the_card

CITED = Citation("1", "p", "granby_ks.txt", "d", "s", "§ 10", None, "Granby", "Kommunstyrelsen", "2031-03-12", "beslut", 1, (1, 1), "Bron.")
END = OpenEnd(
    EndKind.ASSIGNMENT,
    State.OPEN,
    "Granby",
    "Kommunstyrelsen",
    "Bro",
    "tekniska nämnden",
    "2031-03-12",
    "2031-05-31",
    Sureness.POSSIBLE,
    "",
    CITED,
)
GOLD_END = GoldEnd("granby_ks", "§ 10", "uppdrag", "2031-05-31", "nämnden", "öppen")


@pytest.mark.parametrize(
    ("found", "right", "of"),
    [
        ([END], 1, 1),
        ([], 0, 1),
        ([END, END], 1, 2),
        ([replace(END, deadline=None)], 0, 2),
        ([replace(END, to=None)], 0, 2),
        ([replace(END, state=State.REPORTED)], 0, 2),
        ([replace(END, evidence=replace(CITED, section="§ 11"))], 0, 2),
    ],
)
def test_what_is_missing_and_what_is_too_much_both_count(found: list[OpenEnd], right: int, of: int) -> None:
    judged = judge_open([GOLD_END], found)
    assert (judged.right, judged.of) == (right, of)


def test_only_the_fields_that_the_gold_names_are_judged() -> None:
    card = the_card()
    assert cards_of_section(card.file, "§ 10", READING, Access.public()) == (card,)
    judged = judge_card(GoldCard("x", "§ 10", points=2, jav=("Bo Alm",), replaces=("kommunstyrelsen 2030-03-12 § 10",)), card)
    assert (judged.right, judged.of) == (3, 3)
    assert judge_card(GoldCard("x", "§ 10", points=3, recipients=()), card).right == 0


def test_a_way_is_judged_by_stages_steps_and_points() -> None:
    stage = Stage("", "f", "d", "s", "Granby", "Kommunstyrelsen", "2031-03-12", "§ 10", None, "förslag", None, put_off=False, points=())
    step = Step(0, 1, Verdict.CHANGED, (ComparedPoint(Change.ADDED, None, 0, ()),), "")
    way = Way("Bro", "Granby", (stage, replace(stage, number="§ 22")), (step,))
    gold = GoldWay("2031/00071", "Granby", ("§ 10", "§ 22"), ("ändrat",), ("tillagd",))
    assert judge_way(gold, [way]).faults == ()
    assert len(judge_way(replace_verdicts(gold), [way]).faults) == 1
    assert judge_way(gold, []).right == 0


def replace_verdicts(gold: GoldWay) -> GoldWay:
    return GoldWay(gold.dnr, gold.municipality, gold.stages, ("oförändrat",), gold.last)


def test_gold_that_is_no_gold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text("open: [[1, 2]]", encoding="utf-8")
    with pytest.raises(UsageProblem, match="holds no such gold"):
        load(path)


def test_every_place_of_the_gold_is_a_source_of_the_samples() -> None:
    gold = load()
    sources = {f"{path.parent.name}_{path.stem}" for path in Path("eval/samples/sources").glob("*/*.md")}
    assert {line.source for line in (*gold.open, *gold.cards)} <= sources
