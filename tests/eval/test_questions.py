"""Question sets: what is read and what is refused."""

import json
from pathlib import Path

import pytest

from eval.questions import load
from indexer.errors import UsageProblem

GOOD = {
    "id": "a",
    "question": "Vad beslutades?",
    "kind": "decision",
    "answer": "Bifall",
    "must_include": [["bifall"]],
    "evidence": [{"file": "a.txt", "quote": "bifaller motionen i dess helhet"}],
}


def put(folder: Path, *rows: object) -> Path:
    path = folder / "q.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_a_question_is_read_with_its_evidence(tmp_path: Path) -> None:
    (found,) = load(put(tmp_path, GOOD))
    assert (found.id, found.evidence[0].file, found.must_include) == ("a", "a.txt", (("bifall",),))


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (["{"], "line 1"),
        ([GOOD, {**GOOD, "id": "b", "kind": "gissning"}], "line 2: unknown kind 'gissning'"),
        ([GOOD, GOOD], "'a' stands twice"),
        ([{k: v for k, v in GOOD.items() if k != "question"}], "question"),
        ([{**GOOD, "kind": "unanswerable"}], "1 pieces of evidence"),
        ([{**GOOD, "evidence": []}], "0 pieces of evidence"),
        ([], "holds no question"),
    ],
)
def test_a_broken_set_is_refused_by_name(tmp_path: Path, rows: list[object], named: str) -> None:
    with pytest.raises(UsageProblem, match=named):
        load(put(tmp_path, *rows))


def test_a_missing_set_says_what_is_expected(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"cannot be read"):
        load(tmp_path / "none.jsonl")


@pytest.mark.corpus
def test_the_development_questions_are_read(shared: Path) -> None:
    assert len(load(shared / "questions" / "dev.jsonl")) == 140
