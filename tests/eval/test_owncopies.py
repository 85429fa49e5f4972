import pytest

from eval.owncopies import Compared, is_general, report, values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Avgiften är 1 200 kronor från den 3 mars 2024.", ["1200", "2024-03-03"]),
        ("Andelen är 31,28 % och antalet 204, av 12 skolor under 2023.", ["31.28", "204"]),
        ("Från den 1 maj 2024 är avgiften 2,5 tkr.", ["2024-05-01", "2500"]),
        ("Det finns sju skolor.", []),
    ],
)
def test_sums_days_and_longer_figures_are_values_and_years_are_not(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("question", "general"),
    [
        ("Vad kostar kulturskolan?", True),
        ("När börjar Nattbussen gå?", True),
        ("Vad sa Ragnhild Lövås om bron?", False),
        ("Vad kostade kulturskolan 2023?", False),
    ],
)
def test_a_question_is_put_to_copies_where_it_names_only_what_they_name_too(question: str, general: bool) -> None:
    assert is_general(question, "Nattbussen går varje lördag.") is general


def test_the_share_of_those_right_alone_stands_beside_the_share_of_all() -> None:
    told = list(report([Compared("q", rows=10, own=6, silent=2, others=0, alone=8, own_of_alone=6, seconds=0.5)]))

    assert "own value in 6 of 10 rows (0.600)" in told[1]
    assert "own value in 6 of 8 (0.750)" in told[2]
