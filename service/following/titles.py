"""What titles tell of matters: whether two name one thing, and which Dnr gather unrelated things."""

import re
from collections.abc import Sequence
from itertools import combinations

from service.finding.relatedness import related
from service.understanding.kinds import fold
from service.understanding.wanted import tokens_of

SAME = 0.8
"""Part of the shorter title's words that another must share to name the same thing."""

FEWEST_WORDS = 2
MOST_UNRELATED = 3
"""So many § of one Dnr without two related titles are no story."""

_FORM = re.compile(
    r"\b(?:svar pa|besvarande av|behandling av|begaran om|ansokan om|antagande av|faststallande av|framtagande av|revidering av|"
    r"remissvar|yttrande over|yttrande|avseende|gallande|angaende|nya?|nytt|inkommen|inkommet|motion|medborgarforslag|arendet?|dnr)\b"
)
_GATHERS = re.compile(
    r"\bdelegation|\bdelegering|\bmeddelande|\bdelgivning|\banmalningsarende|\binformationsarende|\bovriga (?:arenden|fragor)"
    r"|\bfor kannedom\b|\banmal\w+ av (?:motion|medborgar|interpellation|inkomn|skrivelse|fragor)"
    r"|\bdagordning|\bforedragningslista|\bupprop\b|\bjusterare\b|\boppnande|\bavslut(?:ning|ande)\b"
    r"|(?:chefens?|direktorens?|forvaltningens?|ordforandens?|ordforande) (?:information|rapport|informerar)"
    r"|^(?:ovrig )?information(?: fran \w+)?$|^valarenden?$"
)
_ELECTS = re.compile(r"^(?:val\b|fyllnadsval|avsagelse|entledigande|befrielse|ny(?:tt)? (?:ersattare|ledamot|ordforande))")
_RECEIVES = re.compile(
    r"\banmal\w+ (?:av )?(?:\w+ (?:och )?)*?(?:motion|medborgarforslag|medborgarinitiativ|interpellation|e-forslag|fragor)"
)
_INITIATES = re.compile(r"^(?:motion|medborgarforslag|medborgarinitiativ|interpellation|e-forslag)\b")
_REPORTS = re.compile(r"\baterrapport|\bredovisning av uppdrag|\baterredovis|\bslutredovis|\buppdrag\w* .*\b(?:redovis|uppfolj|rapport)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def names_one_thing(title: str | None, other: str | None) -> bool:
    """Whether two titles name the same thing: nearly the same words, and no other year."""
    mine, theirs = _words(title), _words(other)
    if min(len(mine), len(theirs)) < FEWEST_WORDS or _years(title) ^ _years(other):
        return False
    return len(mine & theirs) >= max(FEWEST_WORDS, SAME * min(len(mine), len(theirs)))


def is_the_same(title: str | None, other: str | None) -> bool:
    """Whether two titles have the same words, the form of the matter ("Svar på …") aside."""
    mine = _words(title)
    return len(mine) >= FEWEST_WORDS and mine == _words(other) and _years(title) == _years(other)


def gathers(title: str | None) -> bool:
    """Whether a title is of what gathers unrelated things at every meeting."""
    return bool(_GATHERS.search(_folded(title)))


def receives(title: str | None) -> bool:
    """Whether a title announces motions and the like that came in."""
    return bool(_RECEIVES.search(_folded(title)))


def initiates(title: str | None) -> bool:
    """Whether a title is of a motion or the like itself."""
    return bool(_INITIATES.search(_folded(title)))


def reports(title: str | None) -> bool:
    """Whether a title is of something ordered that is reported back."""
    return bool(_REPORTS.search(_folded(title)))


def is_collecting(titles: Sequence[str | None]) -> bool:
    """Whether the § of one Dnr are unrelated: lists of every meeting, elections of one person after another."""
    known = [title for title in titles if title]
    if not known:
        return False
    if sum(map(gathers, known)) * 2 > len(known):
        return True
    apart = len(set(map(_folded, known))) > 1 and not any(related(one, other) for one, other in combinations(known, 2))
    return apart and (len(known) >= MOST_UNRELATED or all(_ELECTS.search(_folded(title)) for title in known))


def _words(title: str | None) -> frozenset[str]:
    return frozenset(tokens_of(_FORM.sub(" ", _folded(title))).stems)


def _years(title: str | None) -> frozenset[str]:
    return frozenset(_YEAR.findall(title or ""))


def _folded(title: str | None) -> str:
    return " ".join(fold(title or "").split())
