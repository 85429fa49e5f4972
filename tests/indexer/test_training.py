"""What the frozen data is made by: pairs, parts, measures. The scripts themselves run on the training text only."""

import json
import lzma
import math
from collections import Counter
from pathlib import Path

import numpy
import pytest

from indexer.training.compound_parts import head_bases, productivity
from indexer.training.measure import bm25, ndcg
from indexer.training.pairs import pairs
from indexer.training.text import TrainingDocument, documents
from indexer.training.vocabulary import counted

DOCUMENT = TrainingDocument(
    "påhittat",
    "Ny bro över Storån",
    (
        "Kommunen bygger en ny bro över Storån under nästa år. Arbetet börjar i april. Trafiken leds om via Kvarnvägen.",
        "Bron kostar fyra miljoner kronor och betalas ur investeringsbudgeten. Staten bidrar med hälften av summan.",
    ),
)


@pytest.fixture
def training_file(tmp_path: Path) -> Path:
    path = tmp_path / "text.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"src": "påhittat", "title": "Bro\u00adbygge", "paras": ["En  bro,\nen å."]}) + "\n")
    return path


def test_training_text_is_read_composed_and_without_soft_hyphens(training_file: Path) -> None:
    assert list(documents(training_file)) == [TrainingDocument("påhittat", "Brobygge", ("En bro, en å.",))]


def test_word_forms_are_counted_in_one_case(training_file: Path) -> None:
    assert counted(training_file) == Counter({"en": 2, "brobygge": 1, "bro": 1, "å": 1})


def test_pairs_are_the_same_for_the_same_seed() -> None:
    assert list(pairs([DOCUMENT], 7)) == list(pairs([DOCUMENT], 7))


def test_pairs_join_title_neighbours_and_sentences() -> None:
    found = [{first.casefold(), second.casefold()} for seed in range(40) for first, second in pairs([DOCUMENT], seed)]
    whole = [text.casefold() for text in (DOCUMENT.title, *DOCUMENT.paragraphs)]
    assert {whole[0], whole[1]} in found
    assert {whole[1], whole[2]} in found
    assert any(pair & {"arbetet börjar i april."} for pair in found)


def test_a_form_before_another_part_knows_its_base_word() -> None:
    counts = {"skola": 90, "hälsa": 80, "gata": 70, "arbete": 60, "avgift": 50}
    bases = head_bases(set(counts), counts)
    forms = {"skol": "skola", "hälso": "hälsa", "gatu": "gata", "arbets": "arbete", "avgifts": "avgift"}
    assert {form: bases.get(form) for form in forms} == forms


def test_parts_that_join_with_many_others_win() -> None:
    splits = {f"skol{tail}": [("skol", tail)] for tail in ("bok", "gård", "väg")}
    found = productivity({**splits, "skolbuss": [("skolb", "uss"), ("skol", "buss")]})
    assert found.heads["skol"] == 4
    assert found.heads["skolb"] == 0


def test_bm25_finds_the_one_document_that_holds_the_word() -> None:
    scores = bm25("stems", ["avgiften höjs", "bron byggs om", "skolan stängs"], ["När byggs bron?"])
    assert scores[0].argmax() == 1
    assert (scores[0, [0, 2]] == 0).all()


def test_ndcg_counts_the_rank_and_drops_what_lies_too_deep() -> None:
    falling = -numpy.arange(20.0)
    assert ndcg(numpy.stack([falling, falling, falling]), [0, 1, 15]) == pytest.approx((1 + 1 / math.log2(3) + 0) / 3)
