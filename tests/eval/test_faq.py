"""Words and vectors together find more than either alone; what is no question file is refused in words."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval import faq
from indexer.embeddings import load
from indexer.errors import UsageProblem

ASKED = [
    ("Vad kostar det att låna cykel?", "En lånecykel kostar tjugo kronor i timmen och betalas i kassan."),
    ("När öppnar simhallen?", "Simhallen tar emot badgäster från klockan sex varje vardag."),
    ("Får hundar vara lösa i parken?", "Hundar ska hållas kopplade i parken under hela året."),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "faq.jsonl"
    answers = [answer for _, answer in ASKED]
    lines = [{"question": question, "candidate_answers": answers, "label": at} for at, (question, _) in enumerate(ASKED)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        (["a", "b"], 1.0),
        (["b", "b", "b", "a"], pytest.approx(0.6309, abs=1e-4)),
        (["b"], 0.0),
        ([], 0.0),
        ([*map(str, range(10)), "a"], 0.0),
    ],
    ids=["first", "a file counts once", "not found", "nothing", "too deep"],
)
def test_the_gain_falls_with_the_rank(ranked: list[str], expected: float) -> None:
    assert faq.gain(ranked, "a") == expected


def test_the_command_prints_every_way_to_find(file: Path) -> None:
    told = CliRunner().invoke(faq.main, [str(file)], catch_exceptions=False)
    assert told.exit_code == 0
    assert "3 questions, 3 answers" in told.output
    for way in ("words alone", "vectors alone", "words and vectors", "as the service ranks"):
        assert way in told.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{}\n", "line 1"),
        ('{"question": "a", "candidate_answers": ["b"], "label": 1}\n', "label 1 names none of 1"),
        ("", "holds no question"),
    ],
    ids=["a field is missing", "no such candidate", "empty"],
)
def test_what_is_no_question_file_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageProblem, match=said):
        faq.read(path)


@pytest.mark.corpus
def test_the_service_finds_more_than_words_or_vectors_alone(shared: Path) -> None:
    found = faq.measure(faq.read(shared / "training" / "swefaq_dev.jsonl"), load())
    assert found.service > max(found.words, found.vectors)
