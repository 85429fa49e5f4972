"""The page of a source in a browser: its marks, its image beside the text, copying a reference, without script, by keyboard, on paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, SCHEMES, WIDE

pytestmark = pytest.mark.browser

BORN_DIGITAL = "/kalla/tallmora_kf_2024-10-28.pdf?rad=61-67"

Opened = Callable[..., Page]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_marks_lie_on_the_words_in_the_picture(opened: Opened, scheme: str) -> None:
    page = opened(BORN_DIGITAL, scheme=scheme)
    image, marks = page.locator(".sheet img"), page.locator(".sheet rect")
    marks.first.scroll_into_view_if_needed()
    assert image.evaluate("each => each.complete && each.naturalWidth") == 1000
    sheet = image.bounding_box()
    boxes = [mark.bounding_box() for mark in marks.all()]

    assert sheet
    assert len(boxes) == 6
    assert all(box and sheet["x"] < box["x"] and box["x"] + box["width"] < sheet["x"] + sheet["width"] for box in boxes)
    assert [box["y"] for box in boxes if box] == sorted(box["y"] for box in boxes if box)
    # what is painted last at the mark's place is the mark: the picture does not cover it
    first = boxes[0]
    assert first
    at = {"x": first["x"] + first["width"] / 2, "y": first["y"] + first["height"] / 2}
    assert page.evaluate("at => document.elementFromPoint(at.x, at.y).tagName", at) == "rect"


def test_a_reference_is_copied_with_one_press_and_said_once(opened: Opened) -> None:
    page = opened(BORN_DIGITAL)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera hänvisningen", exact=True).click()

    expect(page.get_by_role("status")).to_have_text("Hänvisningen är kopierad")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == "Tallmora kommun, kommunfullmäktige 2024-10-28 § 95, Dnr 2024/00188"


def test_without_script_everything_is_there_but_the_button(opened: Opened) -> None:
    page = opened(BORN_DIGITAL, script=False)

    expect(page.get_by_text("Tallmora kommun, kommunfullmäktige 2024-10-28 § 95, Dnr 2024/00188", exact=True)).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_text("Innehåll i filen").click()
    page.get_by_role("link", name=re.compile("^§ 96 ")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("§ 96")
    page.get_by_role("link", name="Sida 3 →").first.click()
    expect(page.locator(".sheet img")).to_be_visible()


def test_by_keyboard_the_marked_lines_are_two_presses_away_and_pages_turn(opened: Opened) -> None:
    page = opened(BORN_DIGITAL)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Till de markerade raderna")
    page.keyboard.press("Enter")
    expect(page.locator("#rad-61")).to_be_in_viewport()
    page.get_by_role("link", name="Sida 3 →").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?sida=3$"))


def test_text_and_picture_stand_side_by_side_where_there_is_room(opened: Opened) -> None:
    sides = {}
    for width in (WIDE, NARROW):
        page = opened(BORN_DIGITAL, width=width)
        text, look = page.locator("section.source").bounding_box(), page.locator("figure.look").bounding_box()
        assert text
        assert look
        sides[width] = look["x"] >= text["x"] + text["width"]

    assert sides == {WIDE: True, NARROW: False}


def test_on_paper_stand_the_reference_and_the_text_without_what_is_only_pressed(opened: Opened) -> None:
    page = opened(BORN_DIGITAL)
    page.emulate_media(media="print")

    expect(page.locator("#hanvisning")).to_be_visible()
    expect(page.locator("section.source")).to_be_visible()
    for only_pressed in ("nav.pages", "nav.contents", ".refer button", ".ways"):
        expect(page.locator(only_pressed).first).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")


def test_the_original_opens_at_the_page(opened: Opened, site: str) -> None:
    page = opened(BORN_DIGITAL)
    link = page.get_by_role("link", name="Öppna originalet på sida 2")

    assert (link.get_attribute("href") or "").endswith("tallmora_kf_2024-10-28.pdf#page=2")
    got = page.request.get(f"{site}/original/tallmora_kf_2024-10-28.pdf")
    assert got.headers["content-type"] == "application/pdf"
    assert "sandbox" in got.headers["content-security-policy"]
