"""Things that a question sets side by side within one municipality: two years, or those it lists. Each is asked about alone.

Papers seldom hold both in one place, and words of the other pull what is found away from the one.
"""

import re
from collections.abc import Sequence

from service.answering.quoting import Quoting
from service.extract import Excerpt

FEWEST, MOST = 2, 4
LONGEST_WORDS = 5
"""Words of a thing listed; longer parts are remarks."""

_LISTED = re.compile(r"\(([^()]+)\)")
_BETWEEN = re.compile(r",\s+(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+")
_TWO_YEARS = re.compile(
    r"\b(?P<first>(?:19|20)\d\d),? (?:jämfört med|i jämförelse med|i förhållande till|respektive|och|mot|kontra|än) "
    r"(?:under |år )?(?P<second>(?:19|20)\d\d)\b"
)
_FROM = re.compile(r"\b(?:mellan|åren) $", re.IGNORECASE)
"""Before two years: they bound a time."""


def questions(text: str) -> tuple[str, ...]:
    """The question of each thing that is compared; () where it compares none.

    >>> questions("Hur många elever gick i skolan 2022 jämfört med 2023?")
    ('Hur många elever gick i skolan 2022?', 'Hur många elever gick i skolan 2023?')
    >>> questions("Två planer är på samråd (Kvarnen och Norra bryggan). När går de ut?")
    ('Två planer är på samråd (Kvarnen). När går de ut?', 'Två planer är på samråd (Norra bryggan). När går de ut?')
    """
    years = _TWO_YEARS.search(text)
    if years and years["first"] != years["second"] and not _FROM.search(text[: years.start()]):
        return tuple(f"{text[: years.start()]}{year}{text[years.end() :]}" for year in (years["first"], years["second"]))
    listed = _LISTED.search(text)
    things = [thing.strip() for thing in _BETWEEN.split(listed[1])] if listed else []
    if listed is None or not FEWEST <= len(things) <= MOST or not all(map(_is_name, things)):
        return ()
    return tuple(f"{text[: listed.start(1)]}{thing}{text[listed.end(1) :]}" for thing in things)


def _is_name(thing: str) -> bool:
    return thing[:1].isupper() and len(thing.split()) <= LONGEST_WORDS


def together(sides: Sequence[Quoting]) -> Quoting:
    """What answers for each, in their order, and nothing twice; empty where fewer than two have an answer of their own."""
    found: list[Excerpt] = []
    answering = 0
    for side in sides:
        fresh = [one for one in side.excerpts if not any(_same(one, other) for other in found)]
        answering += bool(fresh)
        found.extend(fresh)
    return Quoting(tuple(found), sure=True) if answering >= FEWEST else Quoting()


def _same(excerpt: Excerpt, other: Excerpt) -> bool:
    return excerpt.passage.id == other.passage.id and excerpt.span.meets(other.span)
