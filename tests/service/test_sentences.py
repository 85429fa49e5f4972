from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.sentences import Form, shown, units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Taxan höjs. Den gäller från maj.", ["Taxan höjs.", "Den gäller från maj."]),
        ("Taxan höjs, bl.a. för båtar, kl. 15 den 3 maj.", ["Taxan höjs, bl.a. för båtar, kl. 15 den 3 maj."]),
        ("Nämnden har\n\nbeslutat om\n\ntaxan.\n\nDen höjs.", ["Nämnden har beslutat om taxan.", "Den höjs."]),
        ("Följande gäller:\n- taxan höjs\n- avgiften sänks\n", ["Följande gäller:", "- taxan höjs", "- avgiften sänks"]),
        ("1. Taxan höjs\nmed tio kronor.\n2. Avgiften sänks.", ["1. Taxan höjs med tio kronor.", "2. Avgiften sänks."]),
        ("- Stegen behövs för\natt nå bryggan.\n- Räcket lagas.", ["- Stegen behövs för att nå bryggan.", "- Räcket lagas."]),
        ("Nämnden beslutar\natt höja taxan\natt sänka avgiften", ["Nämnden beslutar", "att höja taxan", "att sänka avgiften"]),
        ("Månad Vuxna Barn\nMaj 310 120 15\nJuni 280 95 3", ["Månad Vuxna Barn", "Maj 310 120 15", "Juni 280 95 3"]),
    ],
)
def test_a_text_is_cut_where_a_reader_would_cut_it(text: str, expected: list[str]) -> None:
    assert [shown(text, unit.span) for unit in units(text)] == expected


def test_a_row_knows_its_head_and_an_item_its_opening() -> None:
    text = "Avgifter per säsong\nBåt 310 120 15\n"
    row = units(text)[-1]

    assert row.form is Form.ROW
    assert row.lead is not None
    assert shown(text, row.lead) == "Avgifter per säsong"


def test_a_short_line_without_a_stop_is_a_heading() -> None:
    assert [unit.form for unit in units("Kommunstyrelsens beslut\n\nTaxan höjs från och med den första maj i år.\n")] == [
        Form.HEADING,
        Form.SENTENCE,
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Nämnden har läst rapporten.\n3.4 Bedömningar\n", Form.HEADING),
        ("Nämnden har läst rapporten.\nUnderlag\nSkrivelse från hamnvakten den tredje maj i år om bryggan.\n", Form.HEADING),
        ("Nämnden har läst rapporten.\nDen är bra.\n", Form.SENTENCE),
        ("Nämnden har läst rapporten. Den är\nfastställd\n", Form.SENTENCE),
    ],
)
def test_a_line_without_a_stop_below_a_paragraph_is_a_heading(text: str, form: Form) -> None:
    assert units(text)[1].form is form


def test_a_line_marked_as_a_heading_ends_with_its_line() -> None:
    text = "## **Yttrande över förslaget till ny plan för badhuset i Granby**\n\n### **Beslut**\n\nPlanen antas."

    assert [unit.form for unit in units(text)] == [Form.HEADING, Form.HEADING, Form.SENTENCE]


@given(st.text(alphabet="aå .\n\t-1§:", max_size=120))
def test_units_are_in_order_do_not_overlap_and_lose_no_word(text: str) -> None:
    found = units(text)

    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert " ".join(" ".join(shown(text, unit.span) for unit in found).split()) == " ".join(text.split())
