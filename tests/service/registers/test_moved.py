import pytest

from indexer.documents import Outcome
from indexer.spans import Span
from service.registers.moved import moved, speaks_of_moving


@pytest.mark.parametrize(
    ("text", "people", "outcomes"),
    [
        ("Anna Ek (S) yrkar avslag på motionen.", ("Anna Ek",), (Outcome.AVSLAG,)),
        ("Anna Ek (S) och Bo Alm (C) yrkade bifall till förslaget.", ("Anna Ek", "Bo Alm"), (Outcome.BIFALL,)),
        ("Anna Ek, ordf. (S) yrkar att ärendet återremitteras.", ("Anna Ek",), (Outcome.ATERREMISS,)),
        ("Bifall till förslaget yrkar Anna Ek (S).", ("Anna Ek",), (Outcome.BIFALL,)),
        ("Anna Ek (S) yrkar\natt ärendet bordläggs.", ("Anna Ek",), (Outcome.BORDLAGT,)),
        ("Anna Ek (S) yrkar att bron målas grön.", ("Anna Ek",), ()),
    ],
)
def test_who_moved_what_is_read_from_the_sentence(text: str, people: tuple[str, ...], outcomes: tuple[Outcome, ...]) -> None:
    (found,) = moved(text, Span(0, len(text)))
    assert (tuple(name for name, _ in found.people), found.outcomes, found.span.of(text)) == (people, outcomes, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ordföranden ställer Anna Eks (S) yrkande mot förslaget.",
        "Anna Ek (S) deltar inte.\n\nMan yrkar avslag.",
        "Det yrkas avslag. Anna Ek (S) talar.",
    ],
)
def test_a_sentence_that_names_nobody_gives_nothing(text: str) -> None:
    assert moved(text, Span(0, len(text))) == ()


def test_who_was_named_with_a_party_before_is_known_by_name() -> None:
    text = "Anna Ek (S) yrkar bifall. Anna Ek yrkar dessutom att bron målas."
    assert [one.people for one in moved(text, Span(0, len(text)))] == [(("Anna Ek", "S"),)] * 2


def test_a_long_text_without_stops_is_read_in_linear_time() -> None:
    text = "ord " * 50_000 + "yrkar"
    assert moved(text, Span(0, len(text))) == ()


def test_text_speaks_of_moving_an_outcome_in_the_sentence_that_says_so() -> None:
    text = "Någon yrkade bifall. Förslaget om avslag föll."
    assert speaks_of_moving(text, (Outcome.BIFALL,))
    assert speaks_of_moving(text, ())
    assert not speaks_of_moving(text, (Outcome.AVSLAG,))
