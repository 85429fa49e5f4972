"""What holds of every page: no barrier that axe-core finds, nothing wider than the window, nothing too small to press."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import SCHEMES, WIDTHS, address, overflow, small_targets, violations

pytestmark = pytest.mark.browser

QUESTION = "Vad beslutades om friskvårdsbidraget i Åmosele?"

PAGES = {
    "start": "/",
    "answer": address("/", q=QUESTION),
    "refused": address("/", q="Vem vann fotbollsmatchen i Oslo?"),
    "no question": address("/", q=""),
    "files": "/handlingar",
    "not found": "/finns-inte",
}
"""Pages and states by what they show; each capability adds its own."""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_has_no_barrier_in_either_scheme_at_either_width(opened: Callable[..., Page], path: str, scheme: str, width: int) -> None:
    page = opened(path, width=width, scheme=scheme)

    assert violations(page) == []
    assert overflow(page) == 0
    assert small_targets(page) == []
