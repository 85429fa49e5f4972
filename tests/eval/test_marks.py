"""What is swapped in a copy, and what is left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.marks import Kind, People, find, main_municipality, people

NOBODY = People(frozenset(), frozenset())


def marked(text: str, known: People = NOBODY) -> list[tuple[Kind, str]]:
    return [(mark.kind, text[mark.span.start : mark.span.end]) for mark in find(text, known, ["Vimmerby"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vimmerbys skolor", [(Kind.MUNICIPALITY, "Vimmerby")]),
        ("VIMMERBY kommun", [(Kind.MUNICIPALITY, "VIMMERBY")]),
        ("info@vimmerby.se", [(Kind.MUNICIPALITY, "vimmerby")]),
        ("den 4 mars 2024", [(Kind.YEAR, "2024")]),
        ("2024-03-04", [(Kind.YEAR, "2024")]),
        ("uppdaterad 240304", [(Kind.YEAR, "24")]),
        ("läsåret 2024/25", [(Kind.YEAR, "2024")]),
        ("Dnr 2024/00115", [(Kind.YEAR, "2024"), (Kind.SERIAL, "00115")]),
        ("Dnr KS473-25", [(Kind.SERIAL, "473"), (Kind.YEAR, "25")]),
        ("§ 84 Skolskjuts", [(Kind.SECTION, "84")]),
        ("Skolskjuts.....\t3\n§ 163 Dnr", [(Kind.SECTION, "163")]),
        ("enligt KSAU 130/2014", [(Kind.SECTION, "130"), (Kind.YEAR, "2014")]),
        ("§§ 12-14", [(Kind.SECTION, "12"), (Kind.SECTION, "14")]),
        ("höjs till 2 500 000 kronor", [(Kind.FIGURE, "2 500 000")]),
        ("räntan är 4,5 procent", [(Kind.FIGURE, "4,5")]),
        ("en höjning med 7 %", [(Kind.FIGURE, "7")]),
        ("450 platser", [(Kind.FIGURE, "450")]),
    ],
)
def test_what_tells_one_municipality_from_another_is_marked(text: str, expected: list[tuple[Kind, str]]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    ["lagen (2017:900)", "kl. 18.30", "12 kap. 3 § kommunallagen", "Sida 3 (12)", "11. Övriga frågor", "den 14\nmars", "tre platser"],
)
def test_laws_times_days_pages_and_list_numbers_are_left_alone(text: str) -> None:
    assert marked(text) == []


def test_politicians_are_known_by_their_party_and_marked_wherever_they_stand() -> None:
    known = people(["Närvarande: Sven Ek (C) och Karin Lind (S)", "enligt bilaga Nummer Ett (IFO)"])
    assert known == People(frozenset({"Sven", "Karin"}), frozenset({"Ek", "Lind"}))
    assert marked("Yrkande från Sven Lind", known) == [(Kind.FIRST_NAME, "Sven"), (Kind.LAST_NAME, "Lind")]


def test_a_word_that_is_both_first_and_last_name_is_neither() -> None:
    assert people(["Sven Karin (S), Karin Ek (C)"]) == People(frozenset({"Sven"}), frozenset({"Ek"}))


def test_the_municipality_named_most_is_the_files_own() -> None:
    assert main_municipality("Vimmerby kommun svarar Kramfors kommun. Vimmerby avstår.") == "Vimmerby"
    assert main_municipality("Nämnden beslutar.") is None


@given(
    st.lists(st.sampled_from(["§ 12 ", "Vimmerbys ", "Dnr 2024/00115\n", "4,5 ", "2024-03-04 ", "Sven Ek (C) ", "ord ", "\n"]), max_size=12)
)
def test_marks_stand_in_order_and_never_within_another(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = [mark.span for mark in find(text, people([text]), ["Vimmerby"])]
    assert all(a.end <= b.start for a, b in pairwise(spans))
