"""Runs of question sets: read as the evaluation wrote them, compared where they asked the same."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eval import history
from eval.measures import Judged
from eval.outcome import Outcome
from eval.questions import KINDS as ASKED_KINDS
from eval.questions import Evidence, GoldQuestion
from service.evaluations import plots
from service.evaluations.plots import WHOLE, by_kind, lines
from service.evaluations.runs import changes, runs
from service.evaluations.words import KINDS, MEASURES, kind_name

AT = datetime(2031, 2, 3, tzinfo=UTC)


def wrote(folder: Path, day: int, trust: float | None, question_set: str = "own.jsonl (abc)") -> None:
    """A run of one question, written by the evaluation itself."""
    question = GoldQuestion("q1", "Vad kostar <b>båtplatsen</b>?", "amount", "1 200", (("1 200",),), (Evidence("a.txt", "1 200"),))
    judged = Judged(question, 1, False, {"hit@5": 1.0, "MRR@10": 1.0, "trust": trust})
    folder.mkdir(parents=True)
    history.write(folder, Outcome({"questions": question_set, "program": "paragraf 1"}, (judged,), {}), AT.replace(day=day))


def test_runs_are_read_as_the_evaluation_wrote_them(tmp_path: Path) -> None:
    wrote(tmp_path / "b", 2, 1.0)
    wrote(tmp_path / "a", 1, -1.0)
    wrote(tmp_path / "c", 1, 1.0, "other.jsonl (def)")
    found = runs(tmp_path)

    assert {name: [run.name for run in some] for name, some in found.sets.items()} == {
        "other.jsonl (def)": ["c"],
        "own.jsonl (abc)": ["a", "b"],
    }
    assert found.sets["own.jsonl (abc)"][0].kinds["amount"]["n"] == 1


def test_what_is_no_run_is_counted(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "run.json").write_text(json.dumps({"at": 3}), encoding="utf-8")

    assert (runs(tmp_path).sets, runs(tmp_path).unread) == ({}, 1)
    assert runs(tmp_path / "nowhere").sets == {}


@pytest.mark.parametrize(("old", "new", "won", "lost"), [(-1.0, 1.0, 1, 0), (1.0, -1.0, 0, 1), (1.0, 1.0, 0, 0), (None, 1.0, 0, 0)])
def test_a_question_is_won_or_lost_by_the_measure_that_moved(tmp_path: Path, old: float | None, new: float, won: int, lost: int) -> None:
    wrote(tmp_path / "a", 1, old)
    wrote(tmp_path / "b", 2, new)
    [some] = runs(tmp_path).sets.values()

    assert tuple(map(len, changes(some[0], some[1]))) == (won, lost)


def test_a_measure_is_drawn_from_the_oldest_run_to_the_newest(tmp_path: Path) -> None:
    wrote(tmp_path / "a", 1, 0.5)
    wrote(tmp_path / "b", 2, 1.0)
    [some] = runs(tmp_path).sets.values()
    [line] = lines(some, ["trust", "unknown"])

    assert [dot.said for dot in line.dots] == ["2031-02-01: 0,500", "2031-02-02: 1,000"]
    assert line.dots[0].x < line.dots[1].x


def test_a_value_beyond_the_frame_stands_at_its_edge() -> None:
    assert WHOLE.y(1.0) == WHOLE.above < WHOLE.y(0.5) < WHOLE.y(0.0) == WHOLE.y(-1.0)
    assert plots.small("trust").y(-1.0) > plots.small("trust").y(0.0)


def test_each_kind_has_a_plot_of_its_own_beside_all_questions(tmp_path: Path) -> None:
    wrote(tmp_path / "a", 1, -1.0)
    wrote(tmp_path / "b", 2, 1.0)
    [some] = runs(tmp_path).sets.values()
    [small] = by_kind(some, "trust")

    assert (small.kind, small.questions, small.before, small.latest) == ("amount", 1, -1.0, 1.0)
    assert len(small.line.dots) == len(small.of_all.dots) == 2
    assert by_kind(some, "refused_rightly") == []


def test_questions_won_are_those_of_the_kind_asked_for(tmp_path: Path) -> None:
    wrote(tmp_path / "a", 1, -1.0)
    wrote(tmp_path / "b", 2, 1.0)
    [some] = runs(tmp_path).sets.values()

    assert [len(changes(some[0], some[1], kind)[0]) for kind in ("", "amount", "who")] == [1, 1, 0]


def test_every_kind_and_measure_that_runs_are_written_with_has_a_swedish_name() -> None:
    assert set(KINDS) == ASKED_KINDS
    assert set(history.SHOWN) == set(MEASURES)
    assert kind_name("läsares egna") == "läsares egna"
