from xml.etree import ElementTree

import pytest

from service.following.picture import ROW, WIDE, picture
from tests.service.following.town import BOARD, COUNCIL, matter, minutes, section

SVG = "{http://www.w3.org/2000/svg}"

TITLE = "Bro & torg < 5"
CASE = matter(
    "KS 2031/40",
    minutes(COUNCIL, "2031-04-02", section(20, "KS 2031/40", TITLE, "Bron byggs.", papers=["Kommunstyrelsen 2031-03-12 § 10"])),
    minutes(BOARD, "2031-06-12", section(31, "KS 2031/40", TITLE, "Kommunstyrelsen noterar informationen om bron.")),
)


def drawn() -> ElementTree.Element:
    return ElementTree.fromstring(picture(CASE))  # noqa: S314  our own drawing


def test_every_step_and_dated_gap_has_a_row_in_order_of_time() -> None:
    root = drawn()
    rows = [text.text or "" for text in root.iter(f"{SVG}text") if text.get("font-weight")]

    assert [row[:10] for row in rows] == ["2031-03-12", "2031-04-02", "2031-06-12"]
    assert rows[0].endswith("Saknas här")
    assert int((root.get("viewBox") or "").split()[3]) >= WIDE.head + 3 * ROW


def test_the_picture_is_told_in_words() -> None:
    root = drawn()

    said = root.findtext(f"{SVG}desc") or ""
    assert all(step.where.split(" ", 1)[0] in said for step in CASE.steps)
    assert "Saknas: kommunstyrelsens protokoll 2031-03-12" in said


def test_words_of_documents_are_text_and_nothing_is_styled_inline() -> None:
    assert "Bro &amp; torg &lt; 5" in picture(CASE)
    assert " style=" not in picture(CASE)


def test_alone_it_is_drawn_on_white() -> None:
    assert "<rect" not in picture(CASE).split("<line", 1)[0]
    assert 'fill="#ffffff"' in picture(CASE, alone=True)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_word_stands_beside_its_mark_however_little_room_there_is(narrow: bool) -> None:
    root = ElementTree.fromstring(picture(CASE, narrow=narrow))  # noqa: S314  our own drawing
    said = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))

    assert "…" not in said
    for step in CASE.steps:
        assert f"{step.body} {step.section}" in said
    assert (root.get("class") == "case-picture narrow") is narrow
