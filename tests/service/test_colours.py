"""The sheet's colours can be told apart: text 4.5:1, borders and focus 3:1, in light, in dark and in print (WCAG 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

SHEET = (Path(__file__).resolve().parents[2] / "service/static/paragraf.css").read_text(encoding="utf-8")
SCHEMES = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root \{([^}]*)\}", SHEET)]

TEXT = [
    (text, ground) for text in ("text", "quiet", "link", "decided", "proposed", "problem", "accent") for ground in ("ground", "raised")
] + [("on-accent", "accent"), ("on-mark", "mark")]
EDGES = [("edge", "ground"), ("edge", "raised"), ("link", "ground")]


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark", "print"])
@pytest.mark.parametrize(("pair", "least"), [*((pair, 4.5) for pair in TEXT), *((pair, 3.0) for pair in EDGES)])
def test_colours_that_meet_can_be_told_apart(scheme: dict[str, str], pair: tuple[str, str], least: float) -> None:
    assert contrast(scheme[pair[0]], scheme[pair[1]]) >= least


def test_every_scheme_sets_every_colour() -> None:
    assert SCHEMES[0].keys() == SCHEMES[1].keys() == SCHEMES[2].keys()
