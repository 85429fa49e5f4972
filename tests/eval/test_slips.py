"""Questions typed in haste."""

import json
import random
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from eval.questions import Evidence, GoldQuestion, load
from eval.slips import main, slip, typed, with_slips, without_marks
from indexer.errors import UsageProblem

GOLD = GoldQuestion("q1", "Vad beslutade nämnden om båtplatser i § 12, Dnr KS 2024/00115?", "fact", "Ja", (), (Evidence("a.txt", "citat"),))


def test_marks_are_lost_and_nothing_else() -> None:
    assert without_marks("Får Åsa öppna kafé i § 12?") == "Far Asa oppna kafe i § 12?"


def test_a_question_gets_at_least_one_slip_and_keeps_its_gold() -> None:
    (changed,) = typed([GOLD], marks=True, slips=True, seed=1)
    assert changed.question != GOLD.question
    assert (changed.id, changed.answer, changed.evidence) == (GOLD.id, GOLD.answer, GOLD.evidence)


def test_the_same_seed_makes_the_same_slips() -> None:
    assert with_slips(GOLD.question, "1") == with_slips(GOLD.question, "1")
    assert len({with_slips(GOLD.question, str(seed)) for seed in range(20)}) > 3


@given(st.integers(0, 10_000))
def test_numbers_dnr_and_paragraph_signs_never_slip(seed: int) -> None:
    text = "Kostade båtplats2 i nämnden § 12 enligt Dnr KS 2024/00115 mer än 4 500 kronor för TALLMORA?"
    changed = with_slips(text, str(seed))
    assert re.findall(r"\S*\d\S*", changed) == re.findall(r"\S*\d\S*", text)
    assert "§ 12" in changed
    assert "Dnr KS 2024/00115" in changed
    assert "TALLMORA" in changed


@given(st.text("abcdefå", min_size=5, max_size=12), st.integers(0, 1000))
def test_a_slip_keeps_the_first_letter_and_moves_one_letter(word: str, seed: int) -> None:
    changed = slip(word, random.Random(seed))
    assert changed[0] == word[0]
    assert abs(len(changed) - len(word)) <= 1


def test_the_command_writes_a_set_that_loads(tmp_path: Path) -> None:
    source, out = tmp_path / "q.jsonl", tmp_path / "made" / "q.jsonl"
    row = {"id": "q1", "question": "Får nämnden öppna båtplatsen?", "kind": "fact", "answer": "Ja", "must_include": []}
    source.write_text(json.dumps({**row, "evidence": [{"file": "a.txt", "quote": "citat"}]}), encoding="utf-8")
    assert CliRunner().invoke(main, [str(source), str(out), "--without-marks"]).exit_code == 0
    assert [question.question for question in load(out)] == ["Far namnden oppna batplatsen?"]


def test_asking_for_no_change_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="--slips"):
        CliRunner().invoke(main, ["q.jsonl", "out.jsonl"], catch_exceptions=False)
