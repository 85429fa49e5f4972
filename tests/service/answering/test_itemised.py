"""The lists of invented papers, read from their passages."""

from collections.abc import Sequence

import pytest

from indexer.documents import Passage
from indexer.index import Access, Filters
from service.answering.itemised import lists
from service.material import Material
from service.places import files_of
from service.question import understand
from service.records import Hit
from tests.service.made import TODAY, index, passage


def read(*texts: str, ordinals: Sequence[int] = (0, 1, 2), found: int | None = None) -> list[tuple[str, list[str]]]:
    made = [passage(text, title="Bryggor", ordinal=ordinal, start=1000 * ordinal) for text, ordinal in zip(texts, ordinals, strict=False)]
    return of(made, made[:found])


def of(passages: Sequence[Passage], found: Sequence[Passage]) -> list[tuple[str, list[str]]]:
    filled, access = index(*passages), Access.public()
    question = understand("Vilka bryggor finns?", Filters(), filled.facets(Filters(), access), TODAY)
    hits = [Hit(one, 1.0, rank) for rank, one in enumerate(found, 1)]
    material = Material(question, (), hits, filled, access, files_of(filled, access), TODAY)
    return [(_shown(each.lead.text), [_shown(item.text) for item in each.items]) for each in lists(material, hits[0])]


def _shown(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "lead", "items"),
    [
        ("Bryggor:\n- Norra\n- Södra\nSlut.\n", "Bryggor:", ["- Norra", "- Södra"]),
        ("Steg:\n1. Boka.\nRing först.\n2. Hämta.\n", "Steg:", ["1. Boka.", "2. Hämta."]),
        ("Bryggor:\n• Norra\n- ny\n- bred\n• Södra\n", "Bryggor:", ["• Norra", "• Södra"]),
        ("Bryggor:\n- Norra\n\nKommunstyrelsen\n\n- Södra\n", "Bryggor:", ["- Norra", "- Södra"]),
        ("Bryggor:\n- Norra\n\n12\n\n- Södra\n", "Bryggor:", ["- Norra", "- Södra"]),
    ],
)
def test_a_list_has_its_own_items_what_explains_them_and_a_page_s_head_aside(text: str, lead: str, items: list[str]) -> None:
    assert read(text)[0] == (lead, items)


def test_the_items_under_an_item_are_a_list_of_their_own() -> None:
    assert ("• Norra", ["- ny", "- bred"]) in read("Bryggor:\n• Norra\n- ny\n- bred\n• Södra\n")


def test_a_text_between_bullets_ends_their_list() -> None:
    assert read("Bryggor:\n- Norra\n- Mellersta\nBåtar lånas ut.\n- Södra\n") == [("Bryggor:", ["- Norra", "- Mellersta"])]


def test_a_list_goes_on_over_a_passage_s_border_but_not_over_a_gap() -> None:
    assert read("Bryggor:\n- Norra\n", "- Södra\n") == [("Bryggor:", ["- Norra", "- Södra"])]
    assert read("Bryggor:\n- Norra\n", "- Södra\n", ordinals=(0, 2)) == []


def test_of_a_long_section_only_what_was_found_is_read() -> None:
    texts = ["Bryggor:\n- Norra\n- Mellersta\n", *[f"- Brygga {at}\n" for at in range(60)]]

    assert read(*texts, ordinals=range(61), found=1) == [("Bryggor:", ["- Norra", "- Mellersta"])]
