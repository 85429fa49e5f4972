"""The page that compares, in a browser: differences and table at both widths, by keyboard, without script, on paper."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NARROW, WIDE, address

pytestmark = pytest.mark.browser

SUMS = address("/jamfor", q="Hur stort är friskvårdsbidraget?", kommun=["Tallmora", "Vitterfors", "Lindsjöberg", "Åmosele", "Falköping"])

Opened = Callable[..., Page]


def test_differences_stand_before_the_table_and_bars_beside_their_values(opened: Opened) -> None:
    page = opened(SUMS)

    expect(page.locator("#skillnader")).to_contain_text("högst Tallmora 2\u00a0500\u00a0kr")
    widths = [float(bar.get_attribute("width") or 0) for bar in page.locator(".bars rect").all()]
    assert widths == sorted(widths, reverse=True) and widths[0] == 100
    assert page.locator(".bars li").count() == len(widths)


def test_a_wide_screen_has_a_table_with_heads_and_a_narrow_one_a_card_each(opened: Opened) -> None:
    wide, narrow = opened(SUMS, width=WIDE), opened(SUMS, width=NARROW)

    assert wide.get_by_role("columnheader").count() >= 4
    assert wide.get_by_role("rowheader").count() == narrow.get_by_role("rowheader").count() == 5
    cards = [box for row in narrow.locator(".comparison tbody tr").all() if (box := row.bounding_box())]
    assert len(cards) == 5 and all(box["width"] <= NARROW for box in cards)
    expect(narrow.locator(".sorting.narrow")).to_be_visible()


def test_sorting_picking_and_a_source_are_reached_without_script(opened: Opened) -> None:
    page = opened(SUMS, script=False)
    page.get_by_role("link", name="Belopp", exact=True).first.click()
    assert page.get_by_role("columnheader", name="Belopp").get_attribute("aria-sort") == "ascending"
    page.get_by_role("link", name="Inga handlingar är indexerade (1)").click()
    assert page.get_by_role("rowheader").all_inner_texts() == ["Falköping"]
    page.get_by_role("link", name="Alla", exact=True).click()
    page.locator(".ref").first.click()
    expect(page.locator("mark, .cited").first).to_be_visible()


def test_the_question_is_asked_and_the_table_reached_by_keyboard(opened: Opened) -> None:
    page = opened("/jamfor")
    page.get_by_label("Vad vill du jämföra?").fill("Hur stort är friskvårdsbidraget?")
    page.keyboard.press("Enter")
    expect(page.locator("#tabell-rubrik")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("() => document.activeElement.id") == "tabell"


def test_a_file_is_saved(opened: Opened) -> None:
    page = opened(SUMS)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Excel").click()

    assert saved.value.suggested_filename == "jamforelse.xlsx"


def test_paper_shows_the_question_the_table_and_the_sources_and_no_form(opened: Opened) -> None:
    page = opened(SUMS)
    page.emulate_media(media="print")

    expect(page.locator(".asked")).to_contain_text("Hur stort är friskvårdsbidraget?")
    expect(page.locator("form#jamfor")).to_be_hidden()
    expect(page.locator(".comparison")).to_be_visible()
    expect(page.locator(".sources li").first).to_be_visible()
