"""Pages in a real Chromium: a server that answers from the samples, a browser, and axe-core as judge of accessibility.

Debian's chromium, since Playwright's own download is another thing to fetch. The string form of `wait_for_function` needs eval,
which the pages' Content-Security-Policy forbids: wait for a locator instead.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.sites import chromium_here, index_of_samples
from tests.conftest import missing
from tests.service.served import serving

AXE = Path(__file__).with_name("axe.min.js")
"""axe-core 4.14.1 as npm has it (Mozilla Public License 2.0, axe.LICENSE)."""

WIDE, NARROW = 1280, 320
PATIENCE_MS = 10_000
SCHEMES = ("light", "dark")
WIDTHS = (WIDE, NARROW)


def address(path: str, **query: str | list[str]) -> str:
    """A path with a query, as a form would send it."""
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium, shared by all tests."""
    executable = chromium_here()
    if executable is None:
        missing("Chromium is not installed (apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def samples_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the four invented municipalities."""
    return index_of_samples(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="session")
def site(samples_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service that answers from the samples."""
    with serving(samples_index, tmp_path_factory.mktemp("served"), {"PARAGRAF_PROCESSES": "1"}) as server:
        yield server.url


Opened = Callable[..., Page]
"""Opens a page in a context of its own: `opened("/?q=…", width=320, scheme="dark", script=False)`."""


@pytest.fixture
def opened(chromium: Browser, site: str) -> Iterator[Opened]:
    """Opens pages of the site."""
    with visiting(chromium, site) as open_page:
        yield open_page


@contextmanager
def visiting(chromium: Browser, url: str) -> Iterator[Opened]:
    """Opens pages of a site until the end of the block.

    A message in the browser's console fails the test: the pages' policy would be broken, or something would be missing.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(path: str, *, width: int = WIDE, scheme: str = "light", script: bool = True) -> Page:
        context = chromium.new_context(
            base_url=url,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
            locale="sv-SE",
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    # an address that is meant to fail, and a service without an index, are told in the console too
    meant = tuple(f"Failed to load resource: the server responded with a status of {status}" for status in (4, 503))
    assert [text for text in complaints if not text.startswith(meant)] == []


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.0–2.2 A and AA and against its best practice; where axe itself fails, the test does."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})")
    assert found["testEngine"]["name"] == "axe-core"
    return [f"{each['id']}: {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]]


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    wide: int = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary, textarea')]
  .filter(each => each.checkVisibility() && !each.classList.contains('skip'))
  .filter(each => !(each.matches('a') && getComputedStyle(each).display === 'inline' && each.closest('p, li, dd, td, blockquote, h3')))
  .map(each => each.closest('label') || each)
  .filter(each => { const box = each.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
  .map(each => each.outerHTML.slice(0, 120))"""
"""WCAG 2.5.8: 24 by 24 pixels, links within text excepted."""


def small_targets(page: Page) -> list[str]:
    """What can be pressed but is smaller than 24 by 24 pixels."""
    found: list[str] = page.evaluate(SMALL_TARGETS)
    return found


def presses_to(page: Page, selector: str, most: int = 60) -> int:
    """Presses of Tab until an element is reached that the selector names."""
    for presses in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return presses
    pytest.fail(f"{selector} is not reached by keyboard")
