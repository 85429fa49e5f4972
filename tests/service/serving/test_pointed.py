"""Points of a decision that a quote has one after the other are shown on lines of their own."""

import pytest

from service.serving.pointed import pointed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. Taxan höjs. 2. Den gäller 1 mars 2031. 3. Den är 5 kr.", "1. Taxan höjs.\n2. Den gäller 1 mars 2031.\n3. Den är 5 kr."),
        ("Beslut, Granby § 7: 1. Bron byggs. 2. Den målas.", "Beslut, Granby § 7:\n1. Bron byggs.\n2. Den målas."),
        ("Nämndens beslut 1. Bron byggs. 2. Den målas.", "Nämndens beslut\n1. Bron byggs.\n2. Den målas."),
        ("Mötet är den 1. Det är öppet.", "Mötet är den 1. Det är öppet."),
        ("Nämnden beslutar • att bron byggs, • att den målas.", "Nämnden beslutar\n• att bron byggs,\n• att den målas."),
        ("2. Den målas. 3. Den öppnas.", "2. Den målas.\n3. Den öppnas."),
        ("1. Bron byggs. 2. Den målas. Förslag: 1. Nej. 2. Ja.", "1. Bron byggs.\n2. Den målas. Förslag:\n1. Nej.\n2. Ja."),
        ("1. Bron byggs. Enligt bilaga, 7. juli, 2. Den målas.", "1. Bron byggs. Enligt bilaga, 7. juli, 2. Den målas."),
        ("Mötet hålls den 3. Det är öppet.", "Mötet hålls den 3. Det är öppet."),
        ("Kostnaden är 2. 1. Nej.", "Kostnaden är 2. 1. Nej."),
        ("", ""),
    ],
)  # fmt: skip
def test_each_point_of_a_list_begins_a_line_and_nothing_else_is_changed(text: str, shown: str) -> None:
    assert pointed(text) == shown
    assert pointed(text).split() == text.split()
