"""Coverage, feedback, feeds, the pages about the service and those behind the key, in a real browser: by keyboard or without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NARROW, WIDTHS, Opened, address, overflow, presses_to, small_targets, violations, visiting
from tests.browser.sites import FILE, keeping
from tests.browser.states import come_in

pytestmark = pytest.mark.browser

QUESTION = "Vad beslutade kommunfullmäktige i Tallmora om friskvårdsbidraget?"


@pytest.fixture(scope="module")
def kept_site(samples_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service with everything that is kept: a store, a key, uploads, runs, a block list, a journal."""
    with keeping(samples_index, tmp_path_factory.mktemp("kept")) as url:
        yield url


@pytest.fixture
def kept(chromium: Browser, kept_site: str) -> Iterator[Opened]:
    """Opens pages of that service."""
    with visiting(chromium, kept_site) as open_page:
        yield open_page


def fits(page: Page) -> None:
    """What every page must hold."""
    assert violations(page) == []
    assert overflow(page) <= 0
    assert small_targets(page) == []


@pytest.mark.parametrize("script", [True, False])
def test_an_answer_is_judged_and_explained(kept: Opened, script: bool) -> None:
    page = kept(address("/", q=QUESTION), width=NARROW, script=script)
    page.get_by_role("button", name="Nej", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vad var det för fel på svaret?")
    page.get_by_label("Svaret innehåller fel").check()
    page.get_by_role("button", name="Skicka").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Tack, det är mottaget")


def test_a_misread_fact_is_reported_by_keyboard_and_approved_by_a_person(kept: Opened) -> None:
    page = kept(f"/kalla/{FILE}?rad=1")
    page.get_by_role("link", name="Anmäl fel").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Vad ska det stå?").focus()
    page.keyboard.type("2024-10-09")
    page.keyboard.press("Tab")
    page.keyboard.type("Datumet står på sidan 1.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack, det är mottaget")

    worker = kept("/om", script=False)
    come_in(worker)
    worker.get_by_role("button", name="Godkänn rättelsen").first.click()
    worker.get_by_role("link", name="Logg").click()
    expect(worker.get_by_role("cell", name=f"godkände date: {FILE}")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_an_error_is_reported_by_tab_alone_on_the_narrowest_screen(kept: Opened, script: bool) -> None:
    page = kept(f"/kalla/{FILE}?rad=1", width=NARROW, script=script)
    presses_to(page, "a:text-is('Anmäl fel')")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Anmäl fel")
    presses_to(page, "#ratt")
    page.keyboard.type("igår")
    presses_to(page, "#ord")
    page.keyboard.type("Datumet står på sidan 1.")
    presses_to(page, "main form button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("är inget datum")
    presses_to(page, "#ratt")
    page.keyboard.press("Control+A")
    page.keyboard.type("2024-10-09")
    presses_to(page, "main form button")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Tack, det är mottaget")


@pytest.mark.parametrize("script", [True, False])
def test_an_upload_is_followed_to_its_end(kept: Opened, tmp_path: Path, script: bool) -> None:
    paper = tmp_path / f"protokoll-{script}.txt"
    paper.write_text(
        f"Granby kommun\nKommunstyrelsen\nProtokoll 2031-03-11\n\n§ 12 Bidrag {script}\n\nBeslut\nBidraget är 40 kronor.\n", "utf-8"
    )
    page = kept("/om", width=WIDTHS[0], script=script)
    come_in(page)
    page.goto("/skotsel/filer")
    page.get_by_label("Filer", exact=True).set_input_files(paper)
    page.get_by_role("button", name="Ladda upp och läs in").click()
    heading = page.get_by_role("heading", level=1)
    fits(page) if script else None
    for _ in range(60):
        if heading.text_content() != "Läser in":
            break
        page.wait_for_timeout(500)
        if not script:
            page.get_by_role("link", name="Visa hur långt den har kommit").click()

    expect(heading).to_have_text("Uppladdningen är inläst")
    expect(page.get_by_role("row", name=paper.name)).to_contain_text("läst: 1 sida")


def test_a_removal_is_looked_at_and_then_holds(kept: Opened) -> None:
    page = kept("/om", script=False)
    come_in(page)
    page.get_by_label("Filens namn").fill("vitterfors_sn_2024-04-24.txt")
    page.get_by_role("button", name="Visa vad som tas bort").click()
    page.get_by_label("Varför?").fill("Begärd gallring")
    page.get_by_role("button", name="Ta bort").click()
    expect(page.get_by_role("cell", name="Begärd gallring")).to_be_visible()

    reader = kept("/kalla/vitterfors_sn_2024-04-24.txt")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("finns inte i indexet")
