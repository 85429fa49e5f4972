"""Figures of made-up runs, and agreement with the independent scorer."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from eval.judging import covers, holds_fact, stands_at
from eval.measures import judge, means
from eval.predictions import Milliseconds, PredictedAnswer, PredictedCitation, PredictedHit, Prediction, write
from eval.questions import Evidence, GoldQuestion, load
from eval.sources import load as load_sources

NO_TIME = Milliseconds(1.0, 1.0, 2.0)
TEXT = "Nämnden beslutar att höja bidraget till 450 kronor per termin från och med den 1 januari 2025."


def question(
    id: str = "q1",
    *,
    evidence: tuple[Evidence, ...] = (Evidence("a.txt", TEXT, lines=(3, 4)),),
    facts: tuple[tuple[str, ...], ...] = (("450",),),
) -> GoldQuestion:
    kind = "fact" if evidence else "unanswerable"
    return GoldQuestion(id, "Hur mycket?", kind, "450 kronor", facts, evidence)


def hit(text: str, file: str = "a.txt") -> PredictedHit:
    return PredictedHit(None, file, None, None, None, None, None, None, None, None, 1.0, text)


def prediction(
    id: str = "q1",
    hits: tuple[PredictedHit, ...] = (),
    text: str = "",
    refused: bool = False,
    citations: tuple[PredictedCitation, ...] = (),
) -> Prediction:
    return Prediction(id, "Hur mycket?", hits, PredictedAnswer(text, refused, "extractive", citations), NO_TIME)


def figures(gold: GoldQuestion, given: Prediction | None) -> dict[str, float | None]:
    found = {given.id: given} if given else {}
    (row,) = judge([gold], found, {"a.txt": TEXT.casefold()})
    return dict(row.figures)


def test_the_first_hit_that_holds_the_quote_counts() -> None:
    found = figures(question(), prediction(hits=(hit("något annat"), hit(TEXT))))
    assert (found["hit@5"], found["MRR@10"], found["evidence@10"]) == (1.0, 0.5, 1.0)


def test_a_hit_counts_by_its_first_two_hundred_words() -> None:
    found = figures(question(), prediction(hits=(hit("ord " * 200 + TEXT),)))
    assert found["hit@5"] == 0.0


def test_a_hit_in_another_file_does_not_count() -> None:
    assert figures(question(), prediction(hits=(hit(TEXT, "b.txt"),)))["hit@5"] == 0.0


@pytest.mark.parametrize(
    ("evidence", "stands"),
    [
        (Evidence("ks.pdf", "", "10 §"), True),
        (Evidence("2031/ks.pdf", "", "§ 10"), True),
        (Evidence("s.pdf", "", "§ 10"), False),
        (Evidence("ks.pdf", "", "§ 1"), False),
        (Evidence("", "", None, "2031/7"), True),
        (Evidence("", "", None, "KS 2031/00007"), True),
        (Evidence("", "", None, "BN 2031/7"), False),
        (Evidence("ks.pdf", "", "§ 10", "2031/8"), False),
    ],
)
def test_without_a_quote_the_place_counts(evidence: Evidence, stands: bool) -> None:
    assert stands_at(PredictedCitation("2031/ks.pdf", "§ 10", "KS 2031/7", None, None, "Avgiften höjs."), evidence) is stands


def test_a_question_with_a_place_alone_is_judged_by_hits_and_citations() -> None:
    placed = question(evidence=(Evidence("a.txt", "", "§ 10"),), facts=())
    cited = PredictedCitation("a.txt", "§ 10", None, None, None, "höjs")
    found = figures(
        placed, prediction(hits=(hit(TEXT), msgspec.structs.replace(hit("annat"), section="§ 10")), text="Den höjs.", citations=(cited,))
    )

    assert (found["MRR@10"], found["cited"], found["trust"], found["facts"]) == (0.5, 1.0, 1.0, None)


def test_a_missing_prediction_found_nothing_and_answered_nothing() -> None:
    found = figures(question(), None)
    assert (found["hit@5"], found["MRR@10"], found["facts"], found["wrongly_refused"], found["trust"]) == (0.0, 0.0, 0.0, 1.0, 0.0)


def test_a_missing_prediction_is_no_right_refusal() -> None:
    assert figures(question(evidence=()), None) == {"refused_rightly": 0.0, "trust": -1.0}


def test_an_answer_with_its_fact_and_source_is_trusted() -> None:
    citation = PredictedCitation("a.txt", None, None, None, (3, 4), TEXT)
    found = figures(question(), prediction(text="Bidraget är 450 kronor.", citations=(citation,)))
    assert (found["facts"], found["cited"], found["citation_precision"], found["trust"]) == (1.0, 1.0, 1.0, 1.0)


def test_an_invented_quote_proves_nothing() -> None:
    citation = PredictedCitation("a.txt", None, None, None, (3, 4), "Nämnden beslutar att sänka bidraget")
    assert figures(question(), prediction(text="450", citations=(citation,)))["cited"] == 0.0


@pytest.mark.parametrize(
    ("answer", "wording", "holds"),
    [
        ("avgiften är 5 % nu", "5 %", True),
        ("avgiften är 4,5 % nu", "5 %", False),
        ("60 platser", "6", False),
        ("arbetsutskottet", "utskott", False),
        ("utskottet", "utskott", True),
        ("namnden", "nämnden", True),
    ],
)
def test_a_fact_stands_as_a_word_of_its_own(answer: str, wording: str, holds: bool) -> None:
    assert holds_fact(answer, (wording,)) is holds


def test_a_quote_that_a_border_cuts_counts_by_its_larger_part() -> None:
    assert covers(TEXT[:70], TEXT)
    assert not covers(TEXT[:40], TEXT)


def test_means_leave_out_what_does_not_apply() -> None:
    rows = judge([question("q1"), question("q2", evidence=())], {"q2": prediction("q2", refused=True)}, {})
    assert means(rows)["hit@5"] == 0.0
    assert means(rows)["refused_rightly"] == 1.0
    assert means(rows)["trust"] == 0.5


@pytest.mark.corpus
def test_figures_agree_with_the_independent_scorer(shared: Path, tmp_path: Path) -> None:
    gold = load(shared / "questions" / "dev.jsonl")
    predictions = [_made_up(number, item, shared / "corpus") for number, item in enumerate(gold) if number % 11]
    write(tmp_path, predictions)
    scorer = [
        sys.executable,
        str(shared / "score" / "score_answers.py"),
        str(shared / "questions" / "dev.jsonl"),
        str(tmp_path / "predictions.jsonl"),
        "--json",
    ]
    expected = json.loads(subprocess.run(scorer, capture_output=True, text=True, check=True).stdout)["all"]

    ours = means(judge(gold, {p.id: p for p in predictions}, load_sources(shared / "corpus", gold)))

    for theirs, name in {"hit@5": "hit@5", "hit@10": "hit@10", "mrr@10": "MRR@10"}.items():
        assert ours[name] == pytest.approx(expected[theirs], abs=1e-4)
    for name in ("evidence@10", "facts", "all_facts", "cited", "citation_precision", "wrongly_refused", "refused_rightly", "trust"):
        assert ours[name] == pytest.approx(expected[name], abs=1e-4), name


def _made_up(number: int, gold: GoldQuestion, corpus: Path) -> Prediction:
    """A run of mixed quality: evidence at varying ranks, some refused, some quoting the wrong place."""
    filler = tuple(hit(f"utfyllnad {n}") for n in range(number % 13))
    pieces = tuple(hit(piece.quote, piece.file) for piece in gold.evidence[: 1 + number % 2])
    citations = tuple(
        PredictedCitation(
            piece.file, piece.section, piece.dnr, None, piece.lines, piece.quote if number % 3 else "ett citat som inte finns där"
        )
        for piece in gold.evidence
    )
    text = " ".join(wordings[0] for wordings in gold.must_include[: 1 + number % 3])
    answer = PredictedAnswer(text, number % 7 == 0, "extractive", citations)
    return msgspec.structs.replace(prediction(gold.id, filler + pieces), answer=answer)
