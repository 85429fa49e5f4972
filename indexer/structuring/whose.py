"""Whose file it is: the municipality that its heads, letterheads and web addresses name most."""

import re
from collections import Counter
from collections.abc import Iterable

from indexer import municipalities

_DOMAIN = re.compile(r"(?:@|www\.|https?://|(?<=\s))(?:[a-z0-9-]+\.)?(?P<name>[a-zåäö-]{2,30})\.se\b")
_KOMMUN = re.compile(r"[ ]{1,3}(?:kommun|stad)")
_FOLD = str.maketrans("åäöé", "aaoe")
_LETTERHEADS = 3
"""Web addresses and heads say more than a mention in running text."""


def of_file(text: str) -> str | None:
    """The municipality a file is from; None where two are named as often, or none is."""
    counts: Counter[str] = Counter()
    for name, span in municipalities.find(text):
        counts[name] += 2 if _KOMMUN.match(text, span.end) or text[span.end - 1 : span.end] == "s" else 1
    for name in _domains(text):
        counts[name] += _LETTERHEADS
    return _clear_winner(counts)


def _clear_winner(counts: Counter[str]) -> str | None:
    best = counts.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _domains(text: str) -> Iterable[str]:
    known = {name.casefold().translate(_FOLD).replace(" ", ""): name for name in municipalities.MUNICIPALITIES}
    for match in _DOMAIN.finditer(text):
        name = known.get(match["name"].translate(_FOLD).replace("-", "")) or known.get(match["name"])
        if name:
            yield name
