"""Question sets: what is read and what is refused."""

import json
from pathlib import Path

import pytest

from eval.questions import EXAMPLE, load
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
    ("line", "kind", "places"),
    [
        (json.loads(EXAMPLE), "fact", [("bun_2031-02-06.pdf", "§ 10", None)]),
        ({"question": "Vad?", "dnr": "KS 2031/7", "kind": "decision"}, "decision", [("", None, "KS 2031/7")]),
        (
            {"question": "Vad?", "evidence": [{"dnr": "2031/7"}, {"file": "a.pdf", "section": "1 §"}]},
            "fact",
            [("", None, "2031/7"), ("a.pdf", "1 §", None)],
        ),
        ({"question": "Vad?", "kind": "unanswerable"}, "unanswerable", []),
        ({"question": "Vad?", "evidence": []}, "unanswerable", []),
    ],
)
def test_a_question_with_the_place_of_its_answer_is_enough(
    tmp_path: Path, line: object, kind: str, places: list[tuple[str, str | None, str | None]]
) -> None:
    (_, found) = load(put(tmp_path, GOOD, line))

    assert (found.id, found.kind, found.must_include) == ("2", kind, ())
    assert [(each.file, each.section, each.dnr) for each in found.evidence] == places


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
        ([{"question": "Vad?"}], r"does not say where its answer stands.*Not required: id, kind"),
        ([{"question": "Vad?", "section": "§ 10"}], "does not say where its answer stands"),
        ([{"question": "Vad?", "file": "a.pdf"}], "does not say where its answer stands"),
        ([{"question": "Vad?", "evidence": [{"quote": "bifaller motionen"}]}], "does not say where its answer stands"),
        (['{"fråga": "Vad?"}'], r'The shortest line is \{"question"'),
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
