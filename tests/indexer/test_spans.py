import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.spans import Span, meeting, standing_in
from indexer.tabular import Row

SPANS = [Span(0, 3), Span(3, 5), Span(8, 9), Span(12, 20)]


@pytest.mark.parametrize(
    ("span", "found"),
    [
        (Span(0, 20), SPANS),
        (Span(2, 4), SPANS[:2]),
        (Span(3, 8), SPANS[1:2]),
        (Span(5, 8), []),
        (Span(8, 13), SPANS[2:]),
        (Span(20, 30), []),
    ],
)
def test_what_meets_a_stretch_is_found(span: Span, found: list[Span]) -> None:
    assert meeting(SPANS, span) == found
    assert [row.span for row in standing_in([Row(each) for each in SPANS], span)] == found


@given(st.lists(st.integers(0, 60), unique=True), st.integers(0, 60), st.integers(1, 20))
def test_looking_up_finds_what_looking_through_finds(edges: list[int], start: int, length: int) -> None:
    ordered = sorted(edges)
    spans = [Span(*pair) for pair in zip(ordered[::2], ordered[1::2], strict=False)]
    span = Span(start, start + length)

    assert meeting(spans, span) == [each for each in spans if each.meets(span)]
