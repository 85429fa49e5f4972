import pytest

from indexer.documents import Span
from service.answering.quoting import Quoting
from service.comparison import sides
from service.extract import Excerpt
from tests.service.made import passage

PLACE = passage("Simhallen är öppen till klockan 20. Ishallen är öppen till klockan 21.\n")


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("Hur många elever gick här 2022 jämfört med 2023?", ("Hur många elever gick här 2022?", "Hur många elever gick här 2023?")),
        ("Vad kostade bron 2021 respektive år 2024?", ("Vad kostade bron 2021?", "Vad kostade bron 2024?")),
        ("När öppnar hallarna (Kvarnen och Norra bryggan)?", ("När öppnar hallarna (Kvarnen)?", "När öppnar hallarna (Norra bryggan)?")),
        ("Vad beslutades mellan 2022 och 2024?", ()),
        ("Vad beslutade nämnden (Bygg- och miljönämnden)?", ()),
        ("Vad kostar lokalen (moms och städning ej inräknat)?", ()),
        ("Vad kostar ett bygglov?", ()),
    ],
)
def test_each_thing_that_is_compared_has_its_own_question(text: str, each: tuple[str, ...]) -> None:
    assert sides.questions(text) == each


def test_what_answers_for_each_is_told_once_and_in_order() -> None:
    swim, skate = (Quoting((Excerpt(PLACE, span, None, 1.0),)) for span in (Span(0, 35), Span(36, 71)))

    assert sides.together([swim, skate, swim]).excerpts == (*swim.excerpts, *skate.excerpts)
    assert sides.together([swim, swim]).excerpts == ()
    assert sides.together([]).excerpts == ()
