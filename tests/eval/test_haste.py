"""Questions as people type them."""

import json
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.haste import WAYS, main
from eval.questions import load
from indexer.index import Facets
from service.understanding.plain import plain

QUESTION = "Vad kostar en båtplats och när öppnar hamnen, KS 2024/12?"


@pytest.mark.parametrize(
    ("way", "typed"),
    [
        ("capitals", "VAD KOSTAR EN BÅTPLATS OCH NÄR ÖPPNAR HAMNEN, KS 2024/12?"),
        ("polite", "Hej! Jag undrar vad kostar en båtplats och när öppnar hamnen, KS 2024/12? Tack på förhand! /Lisa"),
        ("spoken", "va kostar en båtplats å nr öppnar hamnen, KS 2024/12?"),
    ],
)
def test_each_way_changes_the_words_and_no_number(way: str, typed: str) -> None:
    assert WAYS[way](QUESTION, random.Random(1)) == typed


@pytest.mark.parametrize("way", WAYS)
def test_the_service_reads_each_as_the_question_that_was_meant(way: str) -> None:
    assert plain(WAYS[way](QUESTION, random.Random(1)), Facets()).casefold() == QUESTION.casefold()


def test_the_command_keeps_english_questions_and_gold(tmp_path: Path) -> None:
    source, out = tmp_path / "q.jsonl", tmp_path / "made" / "q.jsonl"
    rows = [
        {"id": str(n), "question": text, "kind": "fact", "answer": "Ja", "must_include": [], "evidence": [{"file": "a.txt", "quote": "x"}]}
        for n, text in enumerate(("Vad kostar en båtplats?", "What is the fee for a berth in the harbour?"))
    ]
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    assert CliRunner().invoke(main, [str(source), str(out), "--way", "spoken"]).exit_code == 0
    assert [question.question for question in load(out)] == ["va kostar en båtplats?", "What is the fee for a berth in the harbour?"]
    assert load(out)[0].evidence == load(source)[0].evidence


def test_a_question_without_small_words_gets_no_slip() -> None:
    assert WAYS["small"]("båtplats hamnen", random.Random(1)) == "båtplats hamnen"
