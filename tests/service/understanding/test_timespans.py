from datetime import date

import pytest

from service.understanding.kinds import fold
from service.understanding.timespans import Timespan, timespan

TODAY = date(2032, 5, 4)


@pytest.mark.parametrize(
    ("text", "first", "last", "day", "rest"),
    [
        ("fattades 2031-03-12", "2031-03-12", "2031-03-12", None, "fattades"),
        ("fattades den 12 mars 2031", "2031-03-12", "2031-03-12", None, "fattades"),
        ("fattades den 12 mars", None, None, "-03-12", "fattades"),
        ("jäv i februari 2032 i nämnden", "2032-02-01", "2032-02-29", None, "jav i namnden"),
        ("jäv under våren 2031", "2031-01-01", "2031-06-30", None, "jav"),
        ("jäv hösten 2031", "2031-08-01", "2031-12-31", None, "jav"),
        ("jäv år 2031", "2031-01-01", "2031-12-31", None, "jav"),
        ("jäv mellan 2029 och 2031", "2029-01-01", "2031-12-31", None, "jav"),
        ("jäv 2029–2031", "2029-01-01", "2031-12-31", None, "jav"),
        ("jäv sedan 2029", "2029-01-01", "2032-05-04", None, "jav"),
        ("jäv förra året", "2031-01-01", "2031-12-31", None, "jav"),
        ("jäv i år", "2032-01-01", "2032-12-31", None, "jav"),
    ],
)
def test_the_time_is_read_and_taken_out_of_the_words(text: str, first: str | None, last: str | None, day: str | None, rest: str) -> None:
    assert timespan(fold(text), TODAY) == (Timespan(first, last, day), rest)


@pytest.mark.parametrize("text", ["jäv", "jäv i mars 2030 och april 2031", "jäv den 31 februari", "jäv i mars"])
def test_no_time_or_two_leave_the_words_as_they_are(text: str) -> None:
    assert timespan(fold(text), TODAY) == (Timespan(), fold(text))


@pytest.mark.parametrize(
    ("span", "day", "held"),
    [
        (Timespan(), None, True),
        (Timespan("2031-01-01", "2031-12-31"), "2031-12-31", True),
        (Timespan("2031-01-01", "2031-12-31"), "2032-01-01", False),
        (Timespan("2031-01-01", "2031-12-31"), None, False),
        (Timespan("2031-01-01"), "2040-01-01", True),
        (Timespan(day="-03-12"), "2029-03-12", True),
        (Timespan(day="-03-12"), "2029-03-13", False),
    ],
)
def test_a_day_lies_in_a_time_or_not(span: Timespan, day: str | None, held: bool) -> None:
    assert span.holds(day) is held
