"""The page of a matter in a browser: its steps and gaps, by keyboard, without script, on paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opened, address

pytestmark = pytest.mark.browser

LONG = address("/arende", dnr="KS 2024/171", kommun="Vitterfors")
REPEALED = address("/arende", dnr="BN041-23")


def test_a_number_is_typed_chosen_among_several_and_followed_to_its_source_without_script(opened: Opened) -> None:
    page = opened("/arende", script=False)
    page.get_by_label("Diarienummer (Dnr)").fill("2024/118")
    page.get_by_role("button", name="Följ").click()
    page.get_by_role("link", name=re.compile("^Tallmora, ")).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ny förskola vid Kvarngärdet")
    expect(page.get_by_role("combobox", name="Kommun")).to_have_value("Tallmora")
    expect(page.locator("ol.steps > li.step:not(.lacking)")).to_have_count(7)
    page.get_by_role("link", name=re.compile("^Källa: Kommunfullmäktige")).click()
    expect(page.locator("mark").first).to_be_visible()


def test_the_steps_and_their_gaps_stand_in_order_of_time(opened: Opened) -> None:
    page = opened(LONG)
    days = page.locator("ol.steps time").all_inner_texts()

    assert days == sorted(days)
    expect(page.locator("li.lacking")).to_have_count(2)
    expect(page.get_by_role("img", name="Dnr KS 2024/171: Taxa för vatten och avlopp 2025")).to_be_visible()


def test_by_keyboard_the_steps_are_one_skip_away(opened: Opened) -> None:
    page = opened(LONG)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Till stegen")
    page.keyboard.press("Enter")

    assert page.evaluate("() => document.activeElement.id") == "steg"


def test_a_decision_that_repealed_this_one_leads_to_its_matter_and_back(opened: Opened) -> None:
    page = opened(REPEALED)
    page.get_by_role("link", name=re.compile("^Följ Dnr.BN017-25")).click()

    expect(page.locator("#andra-rubrik + ul")).to_contain_text("upphäver Bildningsnämnden 2023-04-18")
    page.get_by_role("link", name=re.compile("^Följ Dnr.BN041-23")).click()
    expect(page.locator("#laget")).to_contain_text("upphävs av Bildningsnämnden 2025-03-11")


def test_the_picture_is_saved(opened: Opened) -> None:
    page = opened(LONG)
    with page.expect_download() as saved:
        page.get_by_role("link", name="bilden (SVG)").click()

    assert saved.value.suggested_filename == "arende-Vitterfors-KS-2024-171.svg"


def test_paper_holds_the_steps_with_what_was_folded_and_no_form(opened: Opened) -> None:
    page = opened(LONG)
    page.emulate_media(media="print")

    expect(page.locator("form.follow")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".case-picture:visible")).to_have_count(1)
    expect(page.get_by_text("vitterfors_kf_2024-12-16.html s. 1")).to_be_visible()
    expect(page.get_by_text("Moderaternas ledamöter reserverar sig mot beslutet.")).to_be_visible()
