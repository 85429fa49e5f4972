"""Comparisons are made once while they hold, and few at the same time."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from indexer.index import Access, Facets
from service.comparison import kept
from service.comparison.kept import Asked, Comparisons
from service.comparison.records import Comparison
from service.errors import Busy
from service.records import Timing


def asked(question: str = "Vad kostar torgplatsen?", passages: int = 1, access: Access = Access.public()) -> Asked:  # noqa: B008 frozen
    return Asked(question, (), (), None, access, Facets(passages=passages), date(2031, 2, 3))


def made(question: str = "") -> Comparison:
    return Comparison(question, (), (), "", Timing(0, 0, 0))


def never() -> Comparison:
    raise AssertionError("made anew")


def test_the_same_is_made_once() -> None:
    comparisons = Comparisons()
    first = comparisons.of(asked(), made)

    assert comparisons.of(asked(), never) is first


@pytest.mark.parametrize(
    "other", [asked("Vad kostar båtplatsen?"), asked(passages=2), asked(access=Access(frozenset({"public"}), frozenset({"a"})))]
)
def test_another_question_index_or_reader_is_another_comparison(other: Asked) -> None:
    comparisons = Comparisons()
    first = comparisons.of(asked(), made)

    assert comparisons.of(other, made) is not first


def test_what_is_old_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    comparisons = Comparisons()
    first = comparisons.of(asked(), made)
    monkeypatch.setattr(kept, "KEPT_S", 0.0)

    assert comparisons.of(asked(), made) is not first


def test_only_the_last_few_are_kept() -> None:
    comparisons = Comparisons()
    first = comparisons.of(asked("0"), made)
    for number in range(1, kept.MOST_KEPT + 1):
        comparisons.of(asked(str(number)), made)

    assert comparisons.of(asked(str(kept.MOST_KEPT)), never) is not first
    assert comparisons.of(asked("0"), made) is not first


def test_what_fails_is_not_kept() -> None:
    comparisons = Comparisons()
    with pytest.raises(AssertionError):
        comparisons.of(asked(), never)

    assert comparisons.of(asked(), made).rows == ()


def test_who_asks_for_what_is_being_made_waits_and_who_asks_for_more_is_told_to_come_back() -> None:
    comparisons = Comparisons(at_once=1)
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> Comparison:
        begun.set()
        go_on.wait(10)
        return made()

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(comparisons.of, asked(), slow)
        begun.wait(10)
        second = pool.submit(comparisons.of, asked(), never)
        with pytest.raises(Busy):
            comparisons.of(asked("Vad kostar båtplatsen?"), made)
        go_on.set()

        assert first.result() is second.result()
