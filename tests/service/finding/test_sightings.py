"""What a text holds of a question's words, and where."""

import pytest

from service.finding.sightings import Sighting, closest, looked_for, seen
from service.understanding.blocks import BLOCK, marked


def worths(question: str, text: str) -> list[float]:
    return [one.worth for one in seen(looked_for(question), text)]


@pytest.mark.parametrize(
    ("question", "text", "worth"),
    [
        ("förskolan", "Forskolan stangs.", 1.0),
        ("avgifter", "Båtplatsavgiften höjs.", 1.0),
        ("båtplatsavgift", "En avgift tas ut.", 0.5),
        ("5", "Punkt 5 utgår.", 1.0),
        ("12", "Taxa 120 eller 512.", 0.0),
        ("bro", "En bror till honom.", 1.0),
        ("bro", "En ambrosia.", 0.0),
        ("bro", "", 0.0),
    ],
)
def test_a_word_is_met_in_its_forms_and_less_by_its_parts(question: str, text: str, worth: float) -> None:
    assert worths(question, text) == [worth]


def test_words_typed_without_marks_are_met_in_a_text_that_has_them() -> None:
    words = looked_for("blavikens fagelholk")

    assert [one.worth for one in seen(words, "Blåvikens fågelholk.", unmarked=True)] == [1.0, 1.0]
    assert seen(words, "Blåvikens fågelholk.")[0].worth == 0.0


def test_words_that_only_ask_are_not_looked_for_and_others_once() -> None:
    assert len(looked_for("Vad kostar bryggan, och vem äger bryggan?")) == 3


def test_the_places_of_a_word_are_the_blocks_it_begins_in() -> None:
    text = "Bryggan. " + "x" * BLOCK + " Bryggan, bryggan. " + "x" * BLOCK * 2 + " bryggor"

    assert seen(looked_for("bryggan"), text)[0].places == 0b1011


def test_words_in_one_block_or_in_two_beside_each_other_stand_close() -> None:
    first, same, next_to, far = (Sighting(1.0, places) for places in (0b1, 0b1, 0b10, 0b1000))

    assert closest([0.6, 0.4], [first, same]) == pytest.approx(1.0)
    assert closest([0.6, 0.4], [first, next_to]) == pytest.approx(1.0)
    assert closest([0.6, 0.4], [first, far]) == pytest.approx(0.6)


def test_only_what_stands_beside_the_thing_asked_for_counts() -> None:
    first, far = Sighting(1.0, 0b1), Sighting(0.5, 0b10000)

    assert closest([0.6, 0.4], [first, far], beside=0b10000) == pytest.approx(0.2)
    assert closest([0.6, 0.4], [first, far], beside=0) == 0.0
    assert closest([], []) == 0.0


def test_offsets_are_marked_by_their_blocks() -> None:
    assert marked([0, BLOCK - 1, BLOCK * 3]) == 0b1001
