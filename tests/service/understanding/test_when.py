"""Times in a question are periods; what only looks like a time is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.records import Period
from service.understanding.when import periods_named
from tests.service.made import TODAY


def named(text: str, today: date = TODAY) -> list[tuple[str, str]]:
    return [(period.first, period.last) for period in periods_named(text, today)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Vad sa nämnden den 12 december 2023?", "2023-12-12", "2023-12-12"),
        ("Vilken taxa gällde 2024-03-05?", "2024-03-05", "2024-03-05"),
        ("bryggorna i februari 2024", "2024-02-01", "2024-02-29"),
        ("bryggorna mellan juni och juli 2024", "2024-06-01", "2024-07-31"),
        ("bryggorna november–december 2024", "2024-11-01", "2024-12-31"),
        ("bryggorna hösten 2024", "2024-08-01", "2024-12-31"),
        ("bryggorna varen 2024", "2024-01-01", "2024-06-30"),
        ("simskolan ht 2024", "2024-08-01", "2024-12-31"),
        ("andra kvartalet 2024", "2024-04-01", "2024-06-30"),
        ("första halvåret 2024", "2024-01-01", "2024-06-30"),
        ("under 2024", "2024-01-01", "2024-12-31"),
        ("åren 2023–2024", "2023-01-01", "2024-12-31"),
        ("åren 2023-2024", "2023-01-01", "2024-12-31"),
        ("mellan 2021 och 2023", "2021-01-01", "2023-12-31"),
        ("läsåret 2024/25", "2024-01-01", "2025-12-31"),
        ("sedan 2020", "2020-01-01", "2025-06-01"),
        ("Who decided in May 2024?", "2024-05-01", "2024-05-31"),
        ("in the autumn of 2024", "2024-08-01", "2024-12-31"),
    ],
)
def test_a_time_in_words_or_figures_is_a_period(text: str, first: str, last: str) -> None:
    assert named(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "today", "first", "last"),
    [
        ("i fjol", TODAY, "2024-01-01", "2024-12-31"),
        ("förra året", TODAY, "2024-01-01", "2024-12-31"),
        ("i år", TODAY, "2025-01-01", "2025-12-31"),
        ("nästa år", TODAY, "2026-01-01", "2026-12-31"),
        ("förra våren", TODAY, "2024-01-01", "2024-06-30"),
        ("förra våren", date(2025, 11, 1), "2024-01-01", "2024-06-30"),
        ("i våras", TODAY, "2025-01-01", "2025-06-30"),
        ("i höstas", TODAY, "2024-08-01", "2024-12-31"),
        ("förra månaden", TODAY, "2025-05-01", "2025-05-31"),
        ("förra månaden", date(2025, 1, 8), "2024-12-01", "2024-12-31"),
        ("last year", TODAY, "2024-01-01", "2024-12-31"),
    ],
)
def test_a_time_told_from_today_is_a_period(text: str, today: date, first: str, last: str) -> None:
    assert named(f"Vad beslutades {text} om bryggorna?", today) == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "Vad kostar det, 2 000 kronor eller 2000 kr?",
        "dnr 2024/00012",
        "lagen (2017:900)",
        "eleverna i år 3",
        "sammanträdet i mars",
        "bryggorna i våra hamnar",
        "allt före 1998",
        "telefon 08-2024 1234",
        "",
    ],
)
def test_what_is_no_time_or_lacks_its_year_is_no_period(text: str) -> None:
    assert named(text) == []


def test_several_times_are_several_periods_in_order() -> None:
    assert named("Hur ändrades budget 2025 från hösten 2024 till den 3 mars 2025?") == [
        ("2025-01-01", "2025-12-31"),
        ("2024-08-01", "2024-12-31"),
        ("2025-03-03", "2025-03-03"),
    ]


def test_a_period_holds_its_own_days_and_touches_its_years() -> None:
    period = Period("2023-11-01", "2024-01-31")

    assert period.holds("2024-01-31")
    assert not period.holds("2024-02-01")
    assert not period.holds(None)
    assert period.years == {"2023", "2024"}
    assert not period.whole_years


@given(st.text(max_size=200))
def test_any_text_has_periods_that_begin_before_they_end(text: str) -> None:
    assert all(first <= last for first, last in named(text))
