"""Every page and every state that it can be in, once: what is judged everywhere and what pictures are made of."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from playwright.sync_api import Page

from tests.browser.sites import FILE, KEY, QUESTION, WORKER

SUMS = "Hur stort är friskvårdsbidraget?"


@dataclass(frozen=True, slots=True)
class State:
    """A page in a state: its name, where it is, and what is done there before it is looked at."""

    name: str
    path: str
    before: Callable[[Page], None] | None = None
    keyed: bool = False
    site: str = "keeping"
    """Which service it is looked at on: keeping, writing or without (an index)."""
    minor: bool = False
    """Two pictures are enough: light and wide, dark and narrow."""
    pictured: bool = True
    """Whether it looks unlike the others, so that a picture tells something."""


def _at(path: str, **query: str | list[str]) -> str:
    return f"{path}?{urlencode(query, doseq=True)}"


def unfold(page: Page) -> None:
    """Open all that is folded."""
    page.evaluate("() => document.querySelectorAll('main details').forEach(each => { each.open = true; })")


def _begin_writing(page: Page) -> None:
    page.get_by_label("Din fråga").fill(QUESTION)
    page.keyboard.press("Enter")
    page.locator("#svar .writing").filter(has_text="september").wait_for()


def _stop_writing(page: Page) -> None:
    _begin_writing(page)
    page.locator("#svar button").first.click()
    page.locator("#svar:not([aria-busy])").wait_for()


def _say_no(page: Page) -> None:
    page.get_by_role("button", name="Nej", exact=True).click()
    page.get_by_label("Svaret innehåller fel").wait_for()


def come_in(page: Page) -> None:
    """Go through the door of the pages behind the key."""
    page.goto("/skotsel/in")
    page.get_by_label("Ditt namn").fill(WORKER)
    page.get_by_label("Nyckel").fill(KEY)
    page.get_by_role("button", name="Kom in").click()
    page.get_by_role("heading", level=1, name="Att göra").wait_for()


STATES = (
    State("start", "/"),
    State("answer", _at("/", q=QUESTION)),
    State("answer-unfolded", _at("/", q=QUESTION), unfold, minor=True),
    State("answer-proposal", _at("/", q="vad foreslog personalutskottet i Amosele om friskvardsbidraget")),
    State("answer-open", _at("/", q="Har kommunfullmäktige i Lindsjöberg beslutat om konstgräsplanen på Björkvallen?"), minor=True),
    State("answer-list", _at("/", q="Vilka reserverade sig 2024?")),
    State("answer-english", _at("/", q="What was decided about the wellness allowance in Tallmora?", sprak="en")),
    State("answer-several", _at("/", q="Skiljer sig friskvårdsbidraget mellan Tallmora och Vitterfors?"), minor=True),
    State("follow-up", _at("/", q="Och i Vitterfors?", efter=QUESTION), minor=True),
    State("refused", _at("/", q="Vem vann fotbollsmatchen i Oslo?")),
    State("half-number", _at("/", q="dnr 118"), pictured=False),
    State("nothing-found", _at("/", q="xyzzyq"), minor=True),
    State("misspelt", _at("/", q="Vad kostar skolskjus?"), minor=True),
    State("restricted", _at("/", q="skolskjuts", kommun=["Tallmora", "Lindsjöberg"], ar="2024", ordning="nyast")),
    State("wrong-input", _at("/", q="", fran="igår"), minor=True),
    State("writing", "/", _begin_writing, site="writing"),
    State("writing-stopped", "/", _stop_writing, site="writing", minor=True),
    State("source", "/kalla/tallmora_kf_2024-10-28.pdf?rad=61-67"),
    State("source-scan", "/kalla/tallmora_sn_2024-06-05.pdf?rad=58-60", minor=True),
    State("source-text", "/kalla/tallmora_bun_2024-09-12_handlingar.txt?rad=40-44", minor=True),
    State("source-cautions", "/kalla/amosele_ks_2025-01-15_ojusterat.pdf?rad=26-33"),
    State("source-unfolded", "/kalla/amosele_ks_2025-01-15_ojusterat.pdf?rad=26-33", unfold, minor=True),
    State("source-without-text", "/kalla/tallmora_bun_2025-02-13.docx", pictured=False),
    State("compare-start", "/jamfor", minor=True),
    State("compare", _at("/jamfor", q=SUMS, kommun=["Tallmora", "Vitterfors", "Lindsjöberg", "Åmosele", "Falköping"])),
    State("compare-decisions", _at("/jamfor", q="Hur har kommunerna gjort med familjecentral?"), unfold, minor=True),
    State("compare-refused", _at("/jamfor", q="Vad kostar badet?", kolumn="Längd"), pictured=False),
    State("case-start", "/arende", minor=True),
    State("case", _at("/arende", dnr="KS 2024/171", kommun="Vitterfors")),
    State("case-unfolded", _at("/arende", dnr="BN041-23"), unfold, minor=True),
    State("case-choice", _at("/arende", dnr="2024/118"), minor=True),
    State("case-draft", _at("/arende", dnr="KS588-24"), pictured=False),
    State("case-gathered", _at("/arende", dnr="KS 2024/4", kommun="Vitterfors"), pictured=False),
    State("case-nowhere", _at("/arende", dnr="2024/99999"), pictured=False),
    State("changes", _at("/andringar", dnr="2024/00118", kommun="Tallmora")),
    State("changes-refused", _at("/andringar", dnr="bron"), pictured=False),
    State("card-start", "/beslut", minor=True),
    State("card", _at("/beslut", fil=FILE, paragraf="§ 112")),
    State("cards", _at("/beslut", dnr="2024/00087"), minor=True),
    State("open-ends", "/oppet"),
    State("open-ends-chosen", _at("/oppet", kommun="Tallmora", slag=["uppdrag", "motion"]), unfold, minor=True),
    State("open-ends-nothing", _at("/oppet", kommun="Åmosele", slag="motion"), pictured=False),
    State("open-ends-nowhere", _at("/oppet", kommun="Ingenstans"), pictured=False),
    State("files", "/handlingar"),
    State("coverage", "/tackning"),
    State("coverage-months", _at("/tackning", kommun="Tallmora", ar="2024"), minor=True),
    State("coverage-year", _at("/tackning", ar="2024"), pictured=False),
    State("feedback", "/synpunkter"),
    State("feedback-reason", _at("/", q=QUESTION), _say_no, minor=True),
    State("feedback-fact", _at("/synpunkter/uppgift", fil=FILE, paragraf="§ 112")),
    State("feedback-thanks", "/synpunkter/tack", minor=True),
    State("watch", "/bevaka", minor=True),
    State("watch-feed", _at("/bevaka", q="friskvårdsbidraget")),
    State("about", "/om"),
    State("about-privacy", "/om/personuppgifter", minor=True),
    State("about-accessibility", "/om/tillganglighet"),
    State("api", "/api/docs"),
    State("not-found", "/finns-inte"),
    State("source-not-found", "/kalla/finns-inte.pdf", minor=True),
    State("without-index", _at("/", q=QUESTION), site="without"),
    State("manage-door", "/skotsel/in", minor=True),
    State("manage", "/skotsel", keyed=True),
    State("manage-files", "/skotsel/filer", keyed=True, minor=True),
    State("manage-upload", "{upload}", keyed=True),
    State("manage-removal", _at("/skotsel/borttagning", fil=FILE, paragraf="§ 112"), keyed=True, minor=True),
    State("manage-log", "/skotsel/logg", keyed=True, minor=True),
    State("evaluation", "/utvardering", keyed=True),
    State("evaluation-kind", _at("/utvardering", slag="amount"), unfold, keyed=True, pictured=False),
)
"""All of them."""
