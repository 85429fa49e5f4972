from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import BadParameter
from service.following.numbers import FIRST_YEAR, MAX_CHARS, typed

TODAY = date(2031, 5, 1)


@pytest.mark.parametrize(
    ("text", "registry", "pairs"),
    [
        ("KS 2031/40", "KS", ((2031, 40),)),
        ("dnr: ks-2031/0040", None, ((2031, 40),)),
        ("Dnr 2031/00040", None, ((2031, 40),)),
        ("2031/40", None, ((2031, 40),)),
        ("KS611-24 020", "KS", ((2024, 611),)),
        ("  KS  2031/40 ", "KS", ((2031, 40),)),
        ("24/31", None, ((2024, 31), (2031, 24))),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, registry: str | None, pairs: tuple[tuple[int, int], ...]) -> None:
    found = typed(text, TODAY)
    assert ((found.registry or "").upper(), found.pairs) == ((registry or (found.registry or "")).upper(), pairs)


def test_half_a_number_may_be_of_any_year() -> None:
    found = typed("KS 40", TODAY)

    assert found.registry == "KS"
    assert found.pairs[0] == (2032, 40)
    assert found.pairs[-1] == (FIRST_YEAR + 1, 40)


@pytest.mark.parametrize("text", ["", " ", "bro", "§ 4", "2031-05-01 kl 13", "KS 2031/40 och KS 2031/41", "1" * (MAX_CHARS + 1)])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadParameter, match="går inte att läsa"):
        typed(text, TODAY)


@given(st.text(max_size=100))
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        assert typed(text, TODAY).pairs
    except BadParameter as problem:
        assert len(str(problem)) < 400


@pytest.mark.parametrize("written", ["2099/1", "KS 2099/00001", "2098-12"])
def test_a_number_of_a_year_that_no_paper_has_can_be_read_though_it_is_nowhere(written: str) -> None:
    assert len(typed(written, TODAY).pairs) == 1
