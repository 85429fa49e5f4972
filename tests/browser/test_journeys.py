"""The journeys of every reader by keyboard alone on the narrowest screen, with script and without: from the first press to the last."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, Opened, address, presses_to

pytestmark = pytest.mark.browser

FAR = 200
"""Presses of Tab to what stands at the end of a page."""

with_script_and_without = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


@with_script_and_without
def test_hits_are_restricted_and_the_way_back_is_open(opened: Opened, script: bool) -> None:
    page = opened(address("/", q="skolskjuts"), width=NARROW, script=script)
    heading = page.locator("#traffar-rubrik")
    before = heading.inner_text()
    if script:  # folded, for the hits to be near
        presses_to(page, "summary:text-is('Kommun')", FAR)
        page.keyboard.press("Enter")
    presses_to(page, "input[name=kommun][value=Lindsjöberg]", FAR)
    page.keyboard.press("Space")
    presses_to(page, ".facets button")
    page.keyboard.press("Enter")

    expect(heading).not_to_have_text(before)
    presses_to(page, ".active a")
    page.keyboard.press("Enter")
    expect(heading).to_have_text(before)


@with_script_and_without
def test_municipalities_are_compared_and_the_table_is_kept(opened: Opened, script: bool) -> None:
    page = opened("/jamfor", width=NARROW, script=script)
    presses_to(page, "main input[name=q]")
    page.keyboard.type("Hur stort är friskvårdsbidraget?")
    page.keyboard.press("Enter")
    expect(page.locator("#tabell-rubrik")).to_be_visible()
    presses_to(page, "a:text-is('CSV')", FAR)
    with page.expect_download() as saved:
        page.keyboard.press("Enter")

    assert saved.value.suggested_filename == "jamforelse.csv"


@with_script_and_without
def test_a_matter_is_followed_to_the_words_of_its_last_step(opened: Opened, script: bool) -> None:
    page = opened("/arende", width=NARROW, script=script)
    presses_to(page, "#dnr")
    page.keyboard.type("KS 2024/171")
    presses_to(page, "main form button")
    page.keyboard.press("Enter")
    expect(page.locator("#val")).to_be_visible()
    presses_to(page, "#val a[href*=Vitterfors]")
    page.keyboard.press("Enter")
    expect(page.locator("#steg")).to_be_visible()
    presses_to(page, "ol.steps > li:last-child a[href^='/kalla/']", FAR)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/kalla/"))
    expect(page.locator("mark").first).to_be_visible()


def test_a_reference_is_copied(opened: Opened) -> None:
    page = opened(address("/", q="Vad beslutades om friskvårdsbidraget i Åmosele?"), width=NARROW)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    presses_to(page, ".ref")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    presses_to(page, "button[data-copy=hanvisning]")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_have_text("Hänvisningen är kopierad")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == "Åmosele kommun, kommunstyrelsen 2024-05-08 § 58, Dnr KS 2024/00071"
