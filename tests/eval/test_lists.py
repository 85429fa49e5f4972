from dataclasses import replace
from pathlib import Path

import pytest

from eval.lists import LISTS, GoldLine, GoldList, Judged, judge, load, report
from indexer.errors import UsageProblem
from indexer.index import Filters
from service.records import Answer, Asks, Citation, Coverage, Listed, Listing, Question, Timing

CITED = Citation(
    "1", "p", "granby_ks.txt", "d", "s", "§ 10", None, "Granby", "Kommunstyrelsen", "2031-03-12", "beslut", 1, (1, 1), "Bo Alm anmäler jäv."
)
LINE = GoldLine("granby_ks", "§ 10", ("Bo Alm",))
GOLD = GoldList("Vem anmälde jäv?", (LINE,), 1)


def given(*citations: Citation, count: int = 1, refused: bool = False, text: str = "") -> Answer:
    lines = tuple(Listed("Bo Alm (C)", "Torget", "Kommunstyrelsen", one.key) for one in citations)
    return Answer(
        question=Question("Vem anmälde jäv?", "sv", Asks.WHO, Filters()),
        text=text,
        refused=refused,
        reason=text if refused else None,
        mode="listing",
        status_note=None,
        claims=(),
        citations=citations,
        hits=(),
        coverage=Coverage((), (), None, None, 0, 0, 0),
        ms=Timing(0, 0, 0),
        listing=Listing("jäv", "", count, lines, 1) if lines else None,
    )


@pytest.mark.parametrize(
    ("answer", "missing", "extra", "counted"),
    [
        (given(CITED), 0, 0, True),
        (given(CITED, count=2), 0, 0, False),
        (given(replace(CITED, section="§ 11")), 1, 1, True),
        (given(replace(CITED, file="granby_kf.txt")), 1, 1, True),
        (given(CITED, replace(CITED, key="2", section="§ 12")), 0, 1, True),
        (given(CITED, replace(CITED, key="2")), 0, 1, True),
        (given(), 1, 0, False),
    ],
)
def test_a_list_is_held_against_the_whole_list(answer: Answer, missing: int, extra: int, counted: bool) -> None:
    judged = judge(GOLD, answer)
    assert (len(judged.missing), len(judged.extra), judged.counted) == (missing, extra, counted)
    assert judged.is_complete is (not missing and not extra and counted)


def test_a_refusal_must_say_what_is_lacking() -> None:
    gold = GoldList("Vem anmälde jäv 2029?", says="Inga protokoll")
    assert judge(gold, given(refused=True, text="Inga protokoll är indexerade.")).is_complete
    assert not judge(gold, given(refused=True, text="Nej.")).is_complete
    assert not judge(gold, given(CITED, text="Inga protokoll")).is_complete


def test_the_report_names_what_is_not_whole() -> None:
    faulty = Judged(("granby_ks § 10",), (), counted=False)
    assert report({"a": Judged((), (), counted=True), "b": faulty}) == [
        "b: counted wrong; missing ['granby_ks § 10']; too many []",
        "1 of 2 lists complete",
    ]


def test_at_least_twenty_lists_of_all_subjects_are_kept() -> None:
    assert len(load(LISTS)) >= 20


@pytest.mark.parametrize("text", ["a: 1", "a: {question: Vad?, lines: [[x]]}", "a: {question: Vad?, linse: []}", "{"])
def test_a_file_of_another_form_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "lists.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageProblem, match="holds no lists"):
        load(path)
