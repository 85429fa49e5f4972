"""Printouts of registers and case systems: several of one name follow each other, each of another unit, period or day.

Their pages say on top what they are drawn for; all that stands down to there is the same on the pages of one printout.
"""

from collections.abc import Sequence

from indexer.damage import any_of, compiled
from indexer.structuring.lines import Line

_TOP = 6
_DRAWN_FOR = compiled(
    rf"{any_of('filter', 'urval', 'period', 'mätperiod', 'utskriftsdatum', 'utskriven', 'uttagsdatum')}\s*:?\s*(?:19|20)\d\d-?[01]\d\b.*"
)


def mark_of(lines: Sequence[Line]) -> str | None:
    """What the top of a page says that it is drawn for, its title included; None where it is no printout's page."""
    texts = [line.text for line in lines[:_TOP]]
    last = next((position for position, text in enumerate(texts) if _DRAWN_FOR.match(text)), None)
    return None if last is None else " ".join(" ".join(texts[: last + 1]).casefold().split())
