import pytest

from service.openends.reach import silence, sureness
from service.openends.records import Sureness


@pytest.mark.parametrize(
    ("days", "due", "expected"),
    [
        ((), None, Sureness.UNKNOWN),
        (("2031-03-12",), None, Sureness.UNKNOWN),
        (("2031-04-02",), None, Sureness.POSSIBLE),
        (("2031-04-02", "2032-05-07"), None, Sureness.PROBABLE),
        (("2031-04-02", "2031-05-07"), "2031-06-30", Sureness.UNKNOWN),
        (("2031-04-02", "2031-08-20"), "2031-06-30", Sureness.PROBABLE),
        (("2031-08-20",), "2031-06-30", Sureness.POSSIBLE),
    ],
    ids=["no minutes", "its own", "one meeting", "a year on", "all before it was due", "past the day", "one past the day"],
)
def test_a_silence_is_as_sure_as_the_minutes_that_could_have_told(days: tuple[str, ...], due: str | None, expected: Sureness) -> None:
    assert sureness("2031-03-12", days, due) is expected


def test_minutes_of_before_the_day_are_said_to_be_so() -> None:
    said = silence("En återrapport", "Tekniska nämnden", ("2031-04-02",), "2031-03-12", "2031-06-30")
    assert said == "Tekniska nämndens protokoll når här till och med 2031-04-02, före den dag då det skulle vara klart."
