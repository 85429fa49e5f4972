"""Every page in every state, at both widths and in both schemes: axe-core, no overflow, targets large enough, all by keyboard, light.

A page is loaded once for each width: it is judged as it comes, in light colours, and with all that is folded opened, in dark ones.
"""

import gzip
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import NARROW, WIDTHS, overflow, small_targets, violations, visiting
from tests.browser.sites import fill, keeping, writing
from tests.browser.states import STATES, State, come_in, unfold
from tests.service.served import serving

pytestmark = pytest.mark.browser

HTML_BYTES, SHEET_BYTES, SCRIPT_BYTES, REQUESTS = 25_000, 12_000, 10_000, 4
"""What a page of questions and answers may weigh, compressed, and may ask for."""

FOCUSABLE = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden], [type=radio]), select, summary, textarea')]
  .filter(each => each.checkVisibility() && !each.disabled && each.tabIndex >= 0).length"""
NAMED_FOCUS = """() => {
  const focus = document.activeElement;
  if (!focus || focus === document.body) return null;
  const style = getComputedStyle(focus);
  const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  focus.dataset.reached = 'yes';
  return shown ? '' : focus.outerHTML.slice(0, 120);
}"""
"""Null where nothing has the focus; else what has it and does not show it."""

BY_KEYBOARD = (
    "start",
    "answer-unfolded",
    "restricted",
    "source-unfolded",
    "compare",
    "case-unfolded",
    "changes",
    "card",
    "open-ends-chosen",
    "files",
    "coverage",
    "feedback-reason",
    "feedback-fact",
    "watch-feed",
    "about-accessibility",
    "api",
    "manage",
    "manage-files",
    "manage-removal",
    "evaluation",
)
"""One state of each page, the one with most to press."""


@dataclass(frozen=True, slots=True)
class Sites:
    """The addresses of the services, and where the upload is followed."""

    urls: dict[str, str]
    upload: str


@pytest.fixture(scope="module")
def sites(samples_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    with ExitStack() as stack:
        nothing = tmp_path_factory.mktemp("without")
        without = stack.enter_context(serving(nothing / "nowhere", nothing, {"PARAGRAF_PROCESSES": "1"}, ready=503))
        kept = stack.enter_context(keeping(samples_index, tmp_path_factory.mktemp("keeping")))
        written = stack.enter_context(writing(samples_index, tmp_path_factory.mktemp("writing")))
        yield Sites({"without": without.url, "keeping": kept, "writing": written}, fill(kept))


def reach(page: Page, state: State, sites: Sites) -> None:
    if state.keyed:
        come_in(page)
    page.goto(state.path.format(upload=sites.upload))
    if state.before:
        state.before(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("state", STATES, ids=[state.name for state in STATES])
def test_every_state_is_for_everybody(chromium: Browser, sites: Sites, state: State, width: int) -> None:
    with visiting(chromium, sites.urls[state.site]) as opened:
        page = opened("/healthz", width=width)
        reach(page, state, sites)
        assert violations(page) == []
        assert overflow(page) <= 0

        unfold(page)
        page.emulate_media(color_scheme="dark")
        assert violations(page) == []
        assert overflow(page) <= 0
        assert small_targets(page) == []


@pytest.mark.parametrize("state", [each for each in STATES if each.name in BY_KEYBOARD], ids=lambda state: state.name)
def test_all_that_can_be_pressed_is_reached_by_keyboard_and_shows_it(chromium: Browser, sites: Sites, state: State) -> None:
    with visiting(chromium, sites.urls[state.site]) as opened:
        page = opened("/healthz", width=NARROW)
        reach(page, state, sites)
        page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
        count = page.evaluate(FOCUSABLE)
        hidden = []
        for _ in range(count + 20):
            page.keyboard.press("Tab")
            shown = page.evaluate(NAMED_FOCUS)
            if shown is None:
                break
            hidden += [shown] if shown else []

        assert hidden == []
        assert page.locator("[data-reached]").count() >= count


@pytest.mark.parametrize("state", [each for each in STATES if each.path.startswith("/?") and not each.before], ids=lambda state: state.name)
def test_a_page_of_answers_is_light_and_asks_no_other_site(chromium: Browser, sites: Sites, state: State) -> None:
    limits = {"document": HTML_BYTES, "stylesheet": SHEET_BYTES, "script": SCRIPT_BYTES}
    with visiting(chromium, sites.urls[state.site]) as opened:
        page = opened("/healthz")
        answered = []
        page.on("response", lambda response: answered.append(response))
        page.goto(state.path)
        page.wait_for_load_state("networkidle")

        assert len(answered) <= REQUESTS
        assert all(response.url.startswith(sites.urls[state.site]) for response in answered)
        for response in answered:
            kind = response.request.resource_type
            if kind in limits:
                assert response.status != 200 or response.headers.get("content-encoding") == "gzip", response.url
                assert len(gzip.compress(response.body(), 6)) <= limits[kind], response.url
