"""Open ends, decision cards and changes in a browser: what leads where, by keyboard, without script, on paper."""

import re
from collections.abc import Callable
from urllib.parse import unquote_plus

import httpx2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import address

pytestmark = pytest.mark.browser

OPEN = "/oppet"
CHOSEN = address("/oppet", kommun="Tallmora", slag=["uppdrag", "motion"])
CARD = address("/beslut", fil="tallmora_ks_2024-10-08.txt", paragraf="§ 112")
CHANGES = address("/andringar", dnr="2024/00118", kommun="Tallmora")

Opened = Callable[..., Page]


@pytest.fixture(scope="module", autouse=True)
def registers_read(site: str) -> None:
    """The first list of a process reads every file, which takes long on a busy machine."""
    assert httpx2.get(f"{site}{OPEN}", timeout=120).status_code == 200


def test_an_open_end_leads_to_the_words_that_show_it(opened: Opened) -> None:
    page = opened(CHOSEN)
    row = page.get_by_role("row").filter(has_text="Motion om fria broddar")
    row.get_by_role("link", name="Kommunfullmäktige").click()

    expect(page.locator(".source mark, .lines .cited").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_the_list_is_restricted_and_widened_again(opened: Opened, script: bool) -> None:
    page = opened(OPEN, script=script)
    page.get_by_text("Välj kommuner och slag").click()
    page.get_by_label("Vitterfors").check()
    page.get_by_label("Motioner utan svar").check()
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.get_by_role("heading", name="1 öppet ärende")).to_be_visible()
    page.get_by_role("link", name="Visa alla").click()

    expect(page.get_by_role("heading", name="Åmosele")).to_be_visible()


def test_a_dnr_leads_to_its_cards_and_on_to_what_changed(opened: Opened) -> None:
    page = opened("/beslut", script=False)
    page.get_by_label("Diarienummer").fill("2024/00118")
    page.get_by_role("button", name="Visa").click()
    page.get_by_role("link", name="Vad ändrades på vägen?").first.click()

    expect(page.get_by_role("heading", name="Kommunfullmäktige ändrade förslaget från kommunstyrelsen")).to_be_visible()
    assert page.locator("ins", has_text="61,5").count() == 1
    assert page.locator("del", has_text="58").count() >= 1


def test_the_first_row_is_near_by_keyboard(opened: Opened) -> None:
    page = opened(OPEN)
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("() => document.activeElement.id") == "lista"


def test_a_reference_is_copied(opened: Opened) -> None:
    page = opened(CARD)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera hänvisningen").click()
    expect(page.get_by_role("status")).to_have_text("Hänvisningen är kopierad")

    assert (
        page.evaluate("() => navigator.clipboard.readText()")
        == "Tallmora kommun, kommunstyrelsen 2024-10-08 § 112, Dnr 2024/00087, förslag"
    )


@pytest.mark.parametrize(
    "path",
    [OPEN, CARD, CHANGES, "/tackning", address("/jamfor", q="Hur stort är friskvårdsbidraget?"), "/kalla/tallmora_ks_2024-10-08.txt"],
)
def test_on_paper_there_is_the_day_and_the_address_but_no_form_and_no_navigation(opened: Opened, path: str) -> None:
    page = opened(path)
    page.emulate_media(media="print")

    assert [form for form in page.locator("form").all() if form.is_visible()] == []
    line = unquote_plus(page.locator(".printed").first.inner_text())
    assert re.match(r"Utskrift ur Paragraf · \d{4}-\d\d-\d\d ", line)
    assert line.endswith(unquote_plus(path))
    expect(page.locator(".printed").first).to_be_visible()
    assert not page.get_by_role("navigation", name="Sidor", exact=True).is_visible()
    assert page.pdf()[:4] == b"%PDF"
