"""Coverage, feedback, feeds, the pages about the service and those behind the key, in a real browser.

Each page once in each scheme and width against axe-core; the journeys by keyboard or without script.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from indexer import journal
from indexer.journal import Run
from indexer.report import Skipped
from tests.browser.conftest import NARROW, SCHEMES, WIDE, WIDTHS, Opened, address, overflow, small_targets, violations, visiting
from tests.service.served import serving

pytestmark = pytest.mark.browser

KEY = "a key that is long enough"
FILE = "tallmora_ks_2024-10-08.txt"
QUESTION = "Vad beslutade kommunfullmäktige i Tallmora om friskvårdsbidraget?"

OPEN = {
    "coverage": "/tackning",
    "coverage of a year": address("/tackning", kommun="Tallmora", ar="2024"),
    "feedback": "/synpunkter",
    "a misread fact": address("/synpunkter/uppgift", fil=FILE, paragraf="§ 112"),
    "thanks": "/synpunkter/tack",
    "watch": "/bevaka",
    "a feed": address("/bevaka", q="friskvårdsbidraget"),
    "how answers are made": "/om",
    "personal data": "/om/personuppgifter",
    "accessibility": "/om/tillganglighet",
    "api": "/api/docs",
    "the door": "/skotsel/in",
}
KEYED = {
    "to do": "/skotsel",
    "uploads": "/skotsel/filer",
    "trace": "/skotsel/logg",
    "removal": address("/skotsel/borttagning", fil=FILE, paragraf="§ 112"),
    "evaluation": "/utvardering",
}


def run(folder: Path, day: int) -> None:
    """A run of one question."""
    figures = {"hit@5": 0.8 + day / 100, "MRR@10": 0.7, "facts": 0.6, "trust": 0.4 + day / 100}
    asked = {"id": "q", "kind": "amount", "question": "Vad kostar ett bygglov?", "figures": {"trust": float(day % 2)}}
    told = {"at": f"2031-02-0{day}T04:05:06+00:00", "made_with": {"questions": "egna.jsonl (ab12)"}, "questions": 1}
    folder.mkdir(parents=True)
    written = {**told, "all": figures, "kinds": {"amount": {"n": 1, **figures}}, "each": [asked]}
    (folder / "run.json").write_text(json.dumps(written), encoding="utf-8")


@pytest.fixture(scope="module")
def kept_site(samples_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service with everything that is kept: a store, a key, uploads, runs, a block list, a journal."""
    folder = tmp_path_factory.mktemp("kept")
    shutil.copytree(samples_index, folder / "index")
    skipped = (Skipped("trasig.pdf", "damaged", "trasig.pdf is no PDF; fetch it again"),)
    journal.add(folder / "index.journal.jsonl", Run("2031-02-03T00:00:00+00:00", (), 0, 0, 0, 1, skipped))
    for name in ("block.toml", "corrections.toml"):
        (folder / name).touch()
    for day in (1, 2, 3):
        run(folder / "runs" / f"dag-{day}", day)
    settings = {
        "PROCESSES": "1",
        "MANAGE_KEY": KEY,
        "UPLOADS": str(folder / "in"),
        "BLOCKLIST": str(folder / "block.toml"),
        "CORRECTIONS": str(folder / "corrections.toml"),
        "EVALUATIONS": str(folder / "runs"),
    }
    with serving(folder / "index", folder, {f"PARAGRAF_{name}": value for name, value in settings.items()}) as server:
        yield server.url


@pytest.fixture
def kept(chromium: Browser, kept_site: str) -> Iterator[Opened]:
    """Opens pages of that service."""
    with visiting(chromium, kept_site) as open_page:
        yield open_page


def come_in(page: Page) -> None:
    page.get_by_label("Ditt namn").fill("Anna Ek")
    page.get_by_label("Nyckel").fill(KEY)
    page.get_by_role("button", name="Kom in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Att göra")


def fits(page: Page) -> None:
    """What every page must hold."""
    assert violations(page) == []
    assert overflow(page) <= 0
    assert small_targets(page) == []


@pytest.mark.parametrize(("scheme", "width"), [(SCHEMES[0], WIDE), (SCHEMES[1], NARROW)])
@pytest.mark.parametrize("path", OPEN.values(), ids=OPEN)
def test_every_open_page_fits_readers_of_all_kinds(kept: Opened, path: str, scheme: str, width: int) -> None:
    fits(kept(path, width=width, scheme=scheme))


@pytest.mark.parametrize(("scheme", "width"), [(SCHEMES[1], WIDE), (SCHEMES[0], NARROW)])
def test_every_page_behind_the_key_fits_too(kept: Opened, scheme: str, width: int) -> None:
    page = kept("/skotsel/in", width=width, scheme=scheme)
    come_in(page)
    for path in KEYED.values():
        page.goto(path)
        fits(page)


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

    worker = kept("/skotsel/in", script=False)
    come_in(worker)
    worker.get_by_role("button", name="Godkänn rättelsen").first.click()
    worker.get_by_role("link", name="Logg").click()
    expect(worker.get_by_role("cell", name=f"godkände date: {FILE}")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_an_upload_is_followed_to_its_end(kept: Opened, tmp_path: Path, script: bool) -> None:
    paper = tmp_path / f"protokoll-{script}.txt"
    paper.write_text(
        f"Granby kommun\nKommunstyrelsen\nProtokoll 2031-03-11\n\n§ 12 Bidrag {script}\n\nBeslut\nBidraget är 40 kronor.\n", "utf-8"
    )
    page = kept("/skotsel/in", width=WIDTHS[0], script=script)
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
    page = kept("/skotsel/in", script=False)
    come_in(page)
    page.get_by_label("Filens namn").fill("vitterfors_sn_2024-04-24.txt")
    page.get_by_role("button", name="Visa vad som tas bort").click()
    page.get_by_label("Varför?").fill("Begärd gallring")
    page.get_by_role("button", name="Ta bort").click()
    expect(page.get_by_role("cell", name="Begärd gallring")).to_be_visible()

    reader = kept("/kalla/vitterfors_sn_2024-04-24.txt")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("finns inte i indexet")
