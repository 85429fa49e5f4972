from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.documents import Span
from indexer.units import MOST_WORDS, Edge, is_row, units, word_count


def cut(text: str, furniture: list[Span] | None = None) -> list[str]:
    return [" ".join(unit.span.of(text).split()) for unit in units(text, Span(0, len(text)), furniture or [])]


def test_lines_parted_by_empty_lines_are_one_sentence_where_the_sentence_goes_on() -> None:
    text = (
        "Nämnden har tagit del av rapporten om hur förskolorna i \n\nkommunen arbetar med språk och lek under våren och \n\nhösten. "
        "Arbetet fortsätter under nästa läsår.  \n\n"
    )
    assert cut(text) == [
        "Nämnden har tagit del av rapporten om hur förskolorna i kommunen arbetar med språk och lek under våren och hösten.",
        "Arbetet fortsätter under nästa läsår.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bidraget höjs enligt 4 kap. 1 § SoL för alla.",
        "Stödet ges t.ex. till föreningar m.fl. som söker.",
        "Mötet hölls kl. 13.00 i Björksalen.",
        "Yrkande från E. Granlund om bifall.",
        "Beslutet från den 3. Maj gäller inte.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert cut(text) == [text]


def test_items_and_headings_begin_of_their_own() -> None:
    text = "Beslutsunderlag\n• Tjänsteskrivelse den 3 maj\n• Karta\n1. Planen antas.\n2. Planen skickas ut.\n"
    assert cut(text) == ["Beslutsunderlag", "• Tjänsteskrivelse den 3 maj", "• Karta", "1. Planen antas.", "2. Planen skickas ut."]


@pytest.mark.parametrize("line", ["Förskola 12 500 13 200 -700", "Skola\t12\t13", "| Hus | 2024 | 2025 |", "2024 17 % 18 %"])
def test_a_row_of_cells_is_a_row(line: str) -> None:
    assert is_row(line)


@pytest.mark.parametrize("line", ["Nämnden beslutade 2024-05-16 om 2 platser till.", "§ 12 Dnr 2024/00123", "Budget 2025"])
def test_a_line_of_words_is_no_row(line: str) -> None:
    assert not is_row(line)


def test_rows_stay_apart_and_are_bound_to_their_head() -> None:
    text = "Kostnader per verksamhet\nFörskola 12 500 13 200\nSkola 44 100 45 000\n"
    pieces = units(text, Span(0, len(text)), [])
    assert [unit.span.of(text) for unit in pieces] == text.splitlines()
    assert pieces[0].leads
    assert [unit.edge for unit in pieces[1:]] == [Edge.ROW, Edge.ROW]


def test_a_known_heading_is_the_best_place_to_begin() -> None:
    text = "Ärendet kom in i maj.\nBakgrund\nSkolan byggdes för länge sedan.\n"
    pieces = units(text, Span(0, len(text)), [], headings=[text.index("Bakgrund")])
    assert [unit.edge for unit in pieces] == [Edge.PARAGRAPH, Edge.HEADING, Edge.ROW]


@pytest.mark.parametrize("head", ["Investeringar", "4 Investeringar", "3.1.2 Barn och unga", "Förutsättningarna är följande:"])
def test_a_heading_leads_to_what_follows(head: str) -> None:
    text = f"{head}\nSkolan får en ny matsal under nästa år.\n"
    first, second = units(text, Span(0, len(text)), [])
    assert first.leads
    assert second.edge is Edge.ROW


def test_furniture_belongs_to_no_unit_and_parts_no_sentence() -> None:
    text = "Förslaget har varit på remiss hos alla berörda\nSAMMANTRÄDESPROTOKOLL 2(4)\nnämnder under våren.\n"
    hole = Span(text.index("SAMM"), text.index("nämnder"))
    pieces = units(text, Span(0, len(text)), [hole])
    assert len(pieces) == 1
    assert pieces[0].words == word_count("Förslaget har varit på remiss hos alla berörda nämnder under våren.")


def test_an_endless_sentence_is_cut_all_the_same() -> None:
    text = "ord " * 1000 + "x" * 5000
    assert all(unit.words <= MOST_WORDS for unit in units(text, Span(0, len(text)), []))


@given(
    st.lists(
        st.sampled_from(["Nämnden beslutar.", "rad utan slut", "§ 1", " ", "", "12 500 -3", "• punkt", "Sida", "t.ex. A", "x" * 900]),
        max_size=30,
    ),
    st.sets(st.integers(0, 29)),
)
def test_units_are_ordered_and_hold_every_character_outside_furniture(lines: list[str], hidden: set[int]) -> None:
    text = "".join(line + "\n" for line in lines)
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines) + 1)]
    furniture = [Span(starts[number], starts[number + 1]) for number in sorted(hidden) if number < len(lines)]
    pieces = units(text, Span(0, len(text)), furniture)
    assert all(first.span.end <= second.span.start for first, second in pairwise(pieces))
    for at, char in enumerate(text):
        assert (
            char.isspace()
            or any(unit.span.start <= at < unit.span.end for unit in (*pieces,))
            or any(hole.start <= at < hole.end for hole in furniture)
        )
