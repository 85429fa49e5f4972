import random

import pytest

from eval.intervals import wilson
from eval.mutating import mutations, wrong_body, wrong_case, wrong_municipality, wrong_year
from eval.questions import Evidence, GoldQuestion


def gold(text: str, answer: str = "", kind: str = "fact") -> GoldQuestion:
    evidence = () if kind == "unanswerable" else (Evidence("a.txt", "Kommunstyrelsen beslutade år 2024."),)
    return GoldQuestion("q", text, kind, answer, (), evidence)


@pytest.mark.parametrize("seed", range(5))
def test_each_way_changes_the_one_thing_and_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    text = "Vad beslutade kommunstyrelsen i Hedemora 2024 om dnr 2023/00154?"

    year, place, case, body = (way(gold(text), chance) for way in (wrong_year, wrong_municipality, wrong_case, wrong_body))

    assert year
    assert year.replace(year.split()[5], "2024") == text
    assert year != text
    assert place
    assert place.startswith("Vad beslutade kommunstyrelsen i ")
    assert "Hedemora" not in place
    assert case
    assert case.startswith("Vad beslutade kommunstyrelsen i Hedemora 2024 om dnr 2023/")
    assert "00154" not in case
    assert body
    assert body.endswith(" i Hedemora 2024 om dnr 2023/00154?")
    assert "kommunstyrelsen" not in body


def test_a_question_without_the_thing_cannot_have_it_wrong() -> None:
    chance = random.Random(1)

    assert [way(gold("Vad är båtplatsen?"), chance) for way in (wrong_year, wrong_municipality, wrong_case, wrong_body)] == [None] * 4


def test_the_year_of_the_answer_is_never_put_in() -> None:
    made = [wrong_year(gold("Vad kostade det 2020?", "Det kostade mer 2022."), random.Random(seed)) for seed in range(40)]

    assert not any("2022" in text or "2024" in text for text in made if text)


def test_the_same_seed_makes_the_same_questions_of_answerable_ones_only() -> None:
    asked = [gold("Vad kostade det i Hedemora 2020?"), gold("Vad kostade det 1999?", kind="unanswerable")]
    made = mutations(asked, 10, 7)

    assert made == mutations(asked, 10, 7)
    assert sorted(one.kind for one in made) == ["municipality", "year"]


@pytest.mark.parametrize(("hits", "of", "low", "high"), [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.28), (10, 10, 0.72, 1.0), (50, 100, 0.40, 0.60)])
def test_an_interval_is_wide_where_there_are_few(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.01)
