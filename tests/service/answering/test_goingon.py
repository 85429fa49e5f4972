"""Lists of invented papers that a passage's border cuts."""

from dataclasses import replace

import pytest

from indexer.documents import Passage, Role, Span
from indexer.index import Access, Filters
from service.answering.goingon import whole
from service.extract import Excerpt
from service.material import Material
from service.places import files_of
from service.question import understand
from tests.service.made import TODAY, index, passage

FIRST = passage("Bryggan rustas när:\n- plankorna är ruttna\n- räcket är löst\n", title="Bryggor")
SECOND = passage("- stegen saknas\n- belysningen är trasig\n\nBryggan vid Norrviken byggdes 1987.\n", title="Bryggor", ordinal=1, start=100)
NUMBERED = passage("1. Boka båten.\n2. Hämta nyckeln.\n", section="§ 2", title="Lån")
BROKEN = passage("Stegen lagas i vår av hamnvakten. Den stora bryggan vid Norrviken\n", section="§ 3", title="Bryggan")
END = passage("är byggd av ek. Den målas i maj.\n", section="§ 3", title="Bryggan", ordinal=1, start=100)
ON = passage("3. Lämna båten städad.\n5. Ta med flytväst.\n", section="§ 2", title="Lån", ordinal=1, start=100)


def goes_on(one: Passage, *others: Passage, end: int | None = None, budget: int = 80) -> list[str]:
    filled, access = index(one, *others), Access.public()
    question = understand("När rustas bryggan?", Filters(), filled.facets(Filters(), access), TODAY)
    material = Material(question, (), (), filled, access, files_of(filled, access), TODAY)
    quoted = Excerpt(one, Span(0, len(one.text.rstrip()) if end is None else end), None, 1.0)
    return [excerpt.span.of(excerpt.passage.text) for excerpt in whole(material, (quoted,), budget)[1:]]


@pytest.mark.parametrize(
    ("passages", "budget", "more"),
    [
        ((FIRST, SECOND), 80, ["- stegen saknas", "- belysningen är trasig"]),
        ((FIRST, SECOND), 15, ["- stegen saknas"]),
        ((NUMBERED, ON), 80, ["3. Lämna båten städad."]),
        ((FIRST, replace(SECOND, role=Role.YRKANDE)), 80, []),
        ((FIRST, replace(SECOND, ordinal=2)), 80, []),
        ((FIRST,), 80, []),
        ((BROKEN, END), 80, ["är byggd av ek."]),
    ],
)
def test_a_list_goes_on_in_the_next_passage_as_far_as_its_marks_and_the_room_do(
    passages: tuple[Passage, ...], budget: int, more: list[str]
) -> None:
    assert goes_on(*passages, budget=budget) == more


def test_what_ends_before_its_passage_does_is_quoted_as_it_is() -> None:
    assert goes_on(FIRST, SECOND, end=FIRST.text.index("\n- räcket")) == []


def test_the_sentence_that_makes_an_exception_goes_with_its_rule() -> None:
    rule = passage("Båtar får ligga ett dygn.\n\nDet gäller dock inte husbåtar.\n\nHamnen är öppen.\n", title="Hamn")

    assert goes_on(rule, end=len("Båtar får ligga ett dygn.")) == ["Det gäller dock inte husbåtar."]
    assert goes_on(rule, end=len("Båtar får ligga ett dygn."), budget=8) == []


def test_what_goes_on_from_the_first_place_is_told_before_another_place() -> None:
    rule = passage("Båtar får ligga ett dygn.\n\nDet gäller dock inte husbåtar.\n", title="Hamn")
    other = passage("Hamnen är öppen hela sommaren.\n", section="§ 2", title="Hamn")
    filled, access = index(rule, other), Access.public()
    question = understand("Hur länge får båtar ligga?", Filters(), filled.facets(Filters(), access), TODAY)
    material = Material(question, (), (), filled, access, files_of(filled, access), TODAY)
    quoted = (Excerpt(rule, Span(0, len("Båtar får ligga ett dygn.")), None, 1.0), Excerpt(other, Span(0, len(other.text)), None, 0.5))

    told = [excerpt.span.of(excerpt.passage.text).strip() for excerpt in whole(material, quoted, 10)]

    assert told == ["Båtar får ligga ett dygn.", "Det gäller dock inte husbåtar."]


@pytest.mark.parametrize("border", ["", "\f"])
def test_who_asks_why_is_given_the_sentence_with_the_reason_also_over_a_border(border: str) -> None:
    said, why = "Bryggan stängdes i maj.", "Anledningen till detta var att stegen saknades."
    texts = [f"{said}\n", f"{why}\n"] if border else [f"{said} {why}\n"]
    made = [passage(text, title="Bryggan", ordinal=at, start=100 * at) for at, text in enumerate(texts)]
    filled, access = index(*made), Access.public()

    def told(question: str) -> list[str]:
        asked = understand(question, Filters(), filled.facets(Filters(), access), TODAY)
        material = Material(asked, (), (), filled, access, files_of(filled, access), TODAY)
        return [one.span.of(one.passage.text) for one in whole(material, (Excerpt(made[0], Span(0, len(said)), None, 1.0),), 80)]

    assert told("Varför stängdes bryggan?") == [said, why]
    assert told("När stängdes bryggan?") == [said]
