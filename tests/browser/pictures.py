"""`make pictures`: every page and state, light and dark, wide and narrow, as docs/pictures/STATE-SCHEME-WIDTH.webp.

On the samples. Today's day and what is drawn by lot (ids) are replaced on the page, so that a picture changes only when its page does;
a picture that looks as it did is left as it is. A long page is cut at the height of a few screens.
"""

import io
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import click
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.sites import chromium_here, fill, index_of_samples, keeping, writing
from tests.browser.states import STATES, State, come_in
from tests.service.served import serving

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
SIZES = {"wide": (1280, 1200, 0.75), "narrow": (390, 1200, 1.0)}
"""Width, the height at which a picture ends, and its points to one of the page: wide ones are made smaller, to stay light."""
SCREEN = 900
Scheme = Literal["light", "dark"]
QUALITY = 45
DAY = "2031-02-03"
PATIENCE_MS = 120_000

STEADY = """([today, day]) => {
  const moment = new RegExp(today + '(([ T]|\\u00a0)?(kl\\\\. )?\\\\d\\\\d:\\\\d\\\\d(:\\\\d\\\\d)?)?', 'g');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    text.data = text.data
      .replace(moment, (all, time) => day + (time ? ' 08:00' : ''))
      .replace(location.origin, 'https://paragraf.example')
      .replace(/\\b[0-9a-f]{32}\\b/g, '0123456789abcdef'.repeat(2));
  }
}"""
"""Puts a fixed day, a fixed id and a fixed address of the service into the page's text."""


@click.command()
@click.option("--only", multiple=True, metavar="NAME", help="Only states whose names begin so; repeatable.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=FOLDER, help="Folder; docs/pictures.")
def main(only: tuple[str, ...], out: Path) -> None:
    """Make the pictures; pictures of states that are no more are removed."""
    out.mkdir(parents=True, exist_ok=True)
    chosen = [state for state in STATES if state.pictured and (not only or state.name.startswith(only))]
    with tempfile.TemporaryDirectory(prefix="paragraf-pictures-") as folder, _browser() as browser:
        for site in dict.fromkeys(state.site for state in chosen):
            with _served(site, Path(folder)) as (url, upload):
                for keyed in (False, True):
                    if states := [one for one in chosen if one.site == site and one.keyed == keyed]:
                        _take(browser, url, states, upload, out)
    if not only:
        known = {_name(state, scheme, size) for state in chosen for size in SIZES for scheme in _schemes(state, size)}
        for stale in out.glob("*.webp"):
            if stale.name not in known:
                stale.unlink()
    pictures = list(out.glob("*.webp"))
    click.echo(f"{len(pictures)} pictures, {sum(one.stat().st_size for one in pictures) / 1e6:.1f} MB in {out.name}")


@contextmanager
def _browser() -> Iterator[Browser]:
    executable = chromium_here()
    if executable is None:
        raise click.ClickException("Chromium is not installed. Install it: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--font-render-hinting=none"])
        yield browser
        browser.close()


@contextmanager
def _served(site: str, folder: Path) -> Iterator[tuple[str, str]]:
    """The address of a site and the path of its upload."""
    place = folder / site
    place.mkdir()
    if site == "without":
        with serving(place / "nowhere", place, {"PARAGRAF_PROCESSES": "1"}, ready=503) as server:
            yield server.url, ""
        return
    index = folder / "index" if (folder / "index").exists() else index_of_samples(folder)
    with keeping(index, place) if site == "keeping" else writing(index, place) as url:
        yield url, fill(url) if site == "keeping" else ""


def _take(browser: Browser, url: str, states: Sequence[State], upload: str, out: Path) -> None:
    """Pictures of states on one site, for all of which the door has been gone through or for none."""
    for size, (width, height, scale) in SIZES.items():
        context = browser.new_context(
            base_url=url, viewport={"width": width, "height": SCREEN}, device_scale_factor=scale, locale="sv-SE", reduced_motion="reduce"
        )
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        if states[0].keyed:
            come_in(page)
        for state in states:
            page.goto(state.path.format(upload=upload))
            if state.before:
                state.before(page)
            for scheme in _schemes(state, size):
                page.emulate_media(color_scheme=scheme)
                _keep(_shot(page, width, height), out / _name(state, scheme, size))
            page.set_viewport_size({"width": width, "height": SCREEN})
        context.close()


def _schemes(state: State, size: str) -> tuple[Scheme, ...]:
    if not state.minor:
        return ("light", "dark")
    return ("light",) if size == "wide" else ("dark",)


def _shot(page: Page, width: int, height: int) -> Image.Image:
    page.evaluate(STEADY, [datetime.now(UTC).astimezone().date().isoformat(), DAY])
    page.evaluate("() => Promise.all([...document.images].map(each => each.decode()))")
    whole = int(page.evaluate("() => document.documentElement.scrollHeight"))
    page.set_viewport_size({"width": width, "height": min(whole, height)})
    page.evaluate("() => scrollTo(0, 0)")
    return Image.open(io.BytesIO(page.screenshot(caret="hide", animations="disabled"))).convert("RGB")


def _keep(picture: Image.Image, path: Path) -> None:
    """Write the picture, unless what is there was made of one that looks the same."""
    made = io.BytesIO()
    picture.save(made, "WEBP", quality=QUALITY, method=4)
    if path.exists():
        with Image.open(path) as before, Image.open(made) as now:
            if before.size == now.size and ImageChops.difference(before.convert("RGB"), now.convert("RGB")).getbbox() is None:
                return
    path.write_bytes(made.getvalue())


def _name(state: State, scheme: str, size: str) -> str:
    return f"{state.name}-{scheme}-{size}.webp"


if __name__ == "__main__":
    main()
