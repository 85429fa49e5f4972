"""What readers say: bounded, without identity numbers, judged once, and made into questions that the evaluation reads."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from eval.questions import load
from indexer.index import Access, Filters
from service.errors import BadParameter, NotFound, TooMany
from service.feedback import kept
from service.feedback.asking import of_answer, of_fact, of_holdings, reason_of
from service.feedback.kept import add_reason, everything, forget, judge, keep
from service.feedback.questionset import questions
from service.feedback.said import Reason, Said, State
from service.keeping.store import Store
from tests.service import made

NOW = datetime(2031, 2, 3, 4, 5, tzinfo=UTC)
QUESTION = "Vad beslutades om friskvårdsbidraget i Granby?"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept.sqlite")


def said(question: str = QUESTION, *, helped: bool = True, at: datetime = NOW) -> Said:
    return of_answer(question, Filters(), None, helped, made.resources(), Access.public(), at)


def test_what_is_kept_is_given_back(store: Store) -> None:
    given = said()
    keep(store, given, NOW, 365)

    assert everything(store) == [given]
    assert given.given is not None
    assert given.given.quoted[0].file == "granby.txt"


def test_nothing_is_kept_before_anything_is_said(store: Store) -> None:
    assert everything(store) == []
    assert not store.path.exists()


def test_identity_numbers_and_addresses_of_mail_are_masked(store: Store) -> None:
    keep(store, of_holdings("Protokollet om 19811218-9876, skriv till a.ek@granby.example", NOW), NOW, 365)

    assert "9876" not in everything(store)[0].words
    assert "@" not in everything(store)[0].words


def test_a_reason_is_added_once_and_only_soon(store: Store) -> None:
    given = said(helped=False)
    keep(store, given, NOW, 365)
    with pytest.raises(NotFound):
        add_reason(store, given.id, Reason.WRONG, "", NOW + timedelta(hours=2))
    add_reason(store, given.id, Reason.SOURCE, "Det står i § 9.", NOW)

    assert (everything(store)[0].reason, everything(store)[0].words) == (Reason.SOURCE, "Det står i § 9.")
    with pytest.raises(NotFound):
        add_reason(store, given.id, Reason.WRONG, "", NOW)


def test_more_than_is_taken_in_a_minute_is_refused_and_later_taken(store: Store) -> None:
    for _ in range(kept.A_MINUTE):
        keep(store, of_holdings("Fullmäktige i mars", NOW), NOW, 365)
    with pytest.raises(TooMany):
        keep(store, of_holdings("Fullmäktige i mars", NOW), NOW, 365)

    keep(store, of_holdings("Fullmäktige i mars", NOW), NOW + timedelta(minutes=2), 365)


def test_what_is_old_goes(store: Store) -> None:
    keep(store, of_holdings("gammalt", NOW), NOW, 30)
    later = NOW + timedelta(days=31)
    keep(store, of_holdings("nytt", later), later, 30)

    assert [each.words for each in everything(store)] == ["nytt"]


def test_a_judgement_stays_with_what_was_said(store: Store) -> None:
    given = of_fact("granby.txt", "§ 31", "date", "2024-03-13", "Datumet står på sidan 1.", NOW)
    keep(store, given, NOW, 365)
    with store.writing() as connection:
        judge(connection, given.id, State.DISMISSED)

    assert everything(store) == [replace(given, state=State.DISMISSED)]


@pytest.mark.parametrize(
    ("field", "value", "words", "named"),
    [
        ("colour", "", "x", "uppgift=colour"),
        ("date", "", " ", "hur du vet"),
        ("date", "igår", "x", "är inget datum"),
        ("date", "20310313", "x", "är inget datum"),
        ("title", "x" * 301, "x", "högst 300"),
        ("date", "", "\ud800", "läsa som text"),
    ],
)
def test_a_report_that_cannot_be_honoured_is_refused(field: str, value: str, words: str, named: str) -> None:
    with pytest.raises(BadParameter, match=named):
        of_fact("granby.txt", "§ 31", field, value, words, NOW)


def test_an_unknown_reason_is_refused_and_none_is_none() -> None:
    assert reason_of("") is None
    with pytest.raises(BadParameter, match="fult"):
        reason_of("fult")


def test_the_question_set_is_one_that_the_evaluation_reads(tmp_path: Path) -> None:
    found = questions([said(), said("Vad kostar en resa till månen?"), said("Vad kostar båtplatser i Granby?", helped=False)])
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(found.complete), encoding="utf-8")

    first, second = load(path)
    assert (first.question, first.kind, first.evidence[0].file) == (QUESTION, "decision", "granby.txt")
    assert second.kind == "unanswerable"
    assert len(found.to_complete) == 1


def test_the_latest_judgement_of_a_question_counts() -> None:
    found = questions([said(helped=False, at=NOW + timedelta(days=1)), said(at=NOW)])

    assert (len(found.complete), len(found.to_complete)) == (0, 1)


@pytest.mark.parametrize(
    ("file", "section", "left"), [("granby.txt", None, 1), ("granby.txt", "§ 31", 1), ("granby.txt", "§ 99", 2), ("other.txt", None, 2)]
)
def test_what_was_said_of_something_removed_goes_with_it(store: Store, file: str, section: str | None, left: int) -> None:
    keep(store, said(), NOW, 365)
    keep(store, of_holdings("Fullmäktige i mars", NOW), NOW, 365)
    with store.writing() as connection:
        forget(connection, file, section)

    assert len(everything(store)) == left
