"""Asking in a real browser: to the source and back, restricting, by keyboard, without script, on paper, while a model writes."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NARROW, SCHEMES, WIDE, address, overflow, presses_to, violations, visiting
from tests.service.scripted import ModelServer, streams
from tests.service.served import serving

pytestmark = pytest.mark.browser

QUESTION = "Vad beslutades om friskvårdsbidraget i Åmosele?"
BROAD = "skolskjuts"

Opened = Callable[..., Page]


@pytest.mark.parametrize(
    "change",
    [
        "each => { each.style.fontSize = '200%'; }",
        """each => each.querySelectorAll('*').forEach(
            one => Object.assign(one.style, {letterSpacing: '0.12em', wordSpacing: '0.16em', lineHeight: '1.5'}))""",
    ],
    ids=["text of twice the size", "text set apart"],
)
def test_a_reader_may_change_the_text_and_nothing_is_lost(opened: Opened, change: str) -> None:
    page = opened(address("/", q=BROAD), width=640)
    page.locator("html").evaluate(change)

    assert overflow(page) == 0
    cut = "() => [...document.querySelectorAll('main a, main button, main p')].filter(each => each.scrollWidth > each.clientWidth + 1"
    assert page.evaluate(f"{cut} && getComputedStyle(each).display !== 'inline').map(each => each.outerHTML.slice(0, 90))") == []


def test_from_question_to_source_and_a_reference_copied(opened: Opened) -> None:
    page = opened("/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("Din fråga").fill(QUESTION)
    page.get_by_role("search").get_by_role("button", name="Fråga").click()

    expect(page).to_have_title(f"{QUESTION} – Paragraf")
    page.get_by_role("link", name="Källa 1: § 58, Dnr KS 2024/00071, Åmosele, Kommunstyrelsen, 2024-05-08, sida 2").first.click()
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_role("button", name="Kopiera hänvisningen", exact=True).click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == "Åmosele kommun, kommunstyrelsen 2024-05-08 § 58, Dnr KS 2024/00071"


def test_an_answer_is_copied_with_where_it_stands(opened: Opened) -> None:
    page = opened(address("/", q=QUESTION))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera svaret med hänvisningar").click()

    expect(page.get_by_role("status")).to_have_text("Svaret är kopierat")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert "avskaffas från och med 2024-09-01" in copied
    assert copied.endswith("(Åmosele kommun, kommunstyrelsen 2024-05-08 § 58, Dnr KS 2024/00071)")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_hits_are_restricted_as_promised_and_the_way_back_is_open(opened: Opened, width: int, script: bool) -> None:
    page = opened(address("/", q=BROAD), width=width, script=script)
    heading = page.locator("#traffar-rubrik")
    before = heading.inner_text()
    if script and width == NARROW:
        page.locator("summary", has_text="Kommun").click()
    choice = page.locator("label", has_text="Lindsjöberg")
    promised = choice.locator(".count").inner_text()
    choice.click()
    page.get_by_role("button", name="Avgränsa").click()

    assert heading.inner_text().startswith(f"{promised} träff")
    assert page.url.endswith("#traffar")
    expect(page.get_by_role("link", name="Ta bort Lindsjöberg")).to_be_visible()
    page.go_back()
    assert heading.inner_text() == before
    page.go_forward()
    page.get_by_role("link", name="Ta bort Lindsjöberg").click()
    assert heading.inner_text() == before


def test_hits_stand_in_the_order_asked_for(opened: Opened) -> None:
    page = opened(address("/", q=BROAD))
    page.get_by_role("link", name="nyast först").click()

    days = [re.search(r"\d{4}-\d\d-\d\d", each) for each in page.locator(".hits > li .where:first-of-type").all_inner_texts()]
    found = [each[0] for each in days if each]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) > 1


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_who_asks_reaches_the_first_source_in_a_few_presses(opened: Opened, script: bool) -> None:
    page = opened("/", script=script)
    page.get_by_label("Din fråga").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("#svar")).to_be_visible()

    assert presses_to(page, ".ref") <= 8


@pytest.mark.parametrize("question", [QUESTION, "Vad beslutades om friskvårsbidraget i Åmosele?"], ids=["as meant", "misspelt"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_who_opens_a_link_reaches_the_first_source_in_a_few_presses(opened: Opened, width: int, question: str) -> None:
    assert presses_to(opened(address("/", q=question), width=width), ".ref") <= 8


def test_who_opens_a_link_is_at_the_first_source_in_two_presses_by_the_way_past(opened: Opened) -> None:
    page = opened(address("/", q=QUESTION))
    presses_to(page, ".skip[href='#svar']")
    page.keyboard.press("Enter")

    assert presses_to(page, ".ref") <= 2


def test_the_whole_way_goes_by_keyboard_at_the_narrowest(opened: Opened) -> None:
    page = opened("/", width=NARROW)
    presses_to(page, "#q")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("#svar")).to_be_visible()
    presses_to(page, ".ref")
    assert page.locator(":focus").evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/kalla/amosele_ks_2024-05-08.pdf"))
    expect(page.locator("mark").first).to_be_visible()


def test_every_task_is_done_without_script(opened: Opened) -> None:
    page = opened("/", script=False)
    page.get_by_label("Din fråga").fill(QUESTION)
    page.get_by_role("search").get_by_role("button", name="Fråga").click()
    page.get_by_label("Följdfråga").fill("Vem reserverade sig?")
    page.locator("form.follow button").click()

    expect(page.locator("#svar")).to_contain_text("Frågan lästes som")
    page.locator("#svar .sources a").first.click()
    expect(page.locator("mark").first).to_be_visible()


def test_a_print_holds_question_day_and_whole_references(opened: Opened, tmp_path: Path) -> None:
    page = opened(address("/", q=QUESTION))
    printed = tmp_path / "print.pdf"
    page.pdf(path=printed, format="A4")
    with pypdfium2.PdfDocument(printed) as document:
        text = " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in document).split())

    assert text.startswith(QUESTION) or QUESTION in text[:200]
    assert re.search(r"Utskrift ur Paragraf · \d{4}-\d\d-\d\d", text)
    assert "Åmosele kommun, kommunstyrelsen 2024-05-08 § 58, Dnr KS 2024/00071" in text
    assert "amosele_ks_2024-05-08.pdf" in text
    assert "39 handlingar" in text or "handlingar i" in text  # what is folded on screen
    assert "Följdfråga" not in text


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    made = ModelServer()
    yield made
    made.close()


@pytest.fixture(scope="module")
def writing_site(model: ModelServer, samples_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = {"PARAGRAF_GENERATOR_URL": model.url, "PARAGRAF_GENERATOR_MODEL": "liten", "PARAGRAF_PROCESSES": "1"}
    with serving(samples_index, tmp_path_factory.mktemp("writing"), settings) as server:
        yield server.url


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_answer_is_shown_as_it_is_written_and_said_once(chromium: Browser, writing_site: str, model: ModelServer, scheme: str) -> None:
    model.replies = [streams("Bidraget ", "avskaffas ", *("<b>snart</b> " for _ in range(12)), pause_s=0.25)]
    with visiting(chromium, writing_site) as opened:
        page = opened("/", scheme=scheme)
        page.get_by_label("Din fråga").fill(QUESTION)
        page.keyboard.press("Enter")

        expect(page.locator(".writing")).to_have_text(re.compile("Bidraget avskaffas"))
        assert page.locator("#svar").get_attribute("aria-busy") == "true"
        assert violations(page) == []
        expect(page.get_by_role("status")).to_have_text("Svaret är klart.")
        expect(page.locator(".ref").first).to_be_visible()
        expect(page.locator("#svar b")).to_have_count(0)
        expect(page).to_have_title(f"{QUESTION} – Paragraf")
        assert violations(page) == []
        page.get_by_role("button", name="Kopiera svaret med hänvisningar").wait_for()
        page.go_back()
        expect(page.get_by_label("Din fråga")).to_have_value("")
        expect(page.locator("#svar")).to_have_count(0)


def test_writing_can_be_stopped(chromium: Browser, writing_site: str, model: ModelServer) -> None:
    model.replies = [streams("Det", *(" blir" for _ in range(60)), pause_s=0.2)]
    with visiting(chromium, writing_site) as opened:
        page = opened("/", width=NARROW)
        page.get_by_label("Din fråga").fill(QUESTION)
        page.keyboard.press("Enter")
        expect(page.locator(".writing")).to_have_text(re.compile("Det blir"))
        page.get_by_role("button", name="Avbryt").click()

        expect(page.get_by_role("status")).to_contain_text("Avbrutet")
        expect(page.get_by_role("button", name="Avbryt")).to_have_count(0)
