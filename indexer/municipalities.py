"""The 290 Swedish municipalities: their names, and where a text names them.

Many names are also words or surnames ("Mark", "Vara", "Lund"); those count only in the company of "kommun" or a
preposition. A name with å, ä or ö is also known without, as bad scans and hasty typists write it.
"""

import re
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files

from indexer.documents import Span

MUNICIPALITIES: tuple[str, ...] = tuple(
    files("indexer").joinpath("data/municipalities.txt").read_text(encoding="utf-8").split("\n")[:-1],
)
"""All names as they are written alone: "Hedemora", "Upplands-Bro", "Falun"."""

_WORDS_TOO = frozenset(
    {
        "Ale",
        "Berg",
        "Boden",
        "Eda",
        "Flen",
        "Kil",
        "Klippan",
        "Köping",
        "Lund",
        "Mark",
        "Mora",
        "Nora",
        "Orsa",
        "Sala",
        "Salem",
        "Skara",
        "Sunne",
        "Trosa",
        "Vara",
        "Ånge",
        "Åre",
    }
)
_BEFORE_KOMMUN = {"Falun": "Falu"}
_LONG_ENOUGH_TO_FOLD = 6
_ALIKE = 0.85
_FOLD = str.maketrans("åäöé", "aaoe")

_NOT_THE_MUNICIPALITY = re.compile(r"\s+(?:län|läns|universitet|tingsrätt|landsting|högskola|stift)\b", re.IGNORECASE)
_KOMMUN = re.compile(r"\s{1,3}(?:kommun|stad)(?:en|ens|s)?\b", re.IGNORECASE)
_PERSON = re.compile(r",?\s\((?:[A-ZÅÄÖ]{1,4}|-)\)")
_LEADS_TO_A_PLACE = re.compile(
    r"(?:\b(?:i|från|till|kommunerna|kommun|och|samt|region|mellan|,)\s|[,:(]\s|(?-i:[a-zåäö])[ ])\s*$", re.IGNORECASE
)
_CELL = re.compile(r"[ \t|]+[-−]?\d")
_NAME_BEFORE = re.compile(
    r"\b(?!(?:Region|Kommunerna|Kommun|I|Från|Till|Och|Samt|Hur|Vad|När|Har|Vilka|Vilken|Var|Vem)\b"
    r"|\w+(?:huset|kontoret|kansliet)\b)[A-ZÅÄÖ][a-zåäöé]+ $"
)


def find(text: str) -> list[tuple[str, Span]]:
    """Municipalities named in a text, in order, with the place of the name ("Hedemora", "Hedemoras", "Falu")."""
    folded = _folded(text)
    found = []
    for match in _names().finditer(folded):
        name = _meant(text, match)
        if name and _is_municipality(text, name, match):
            found.append((name, Span(*match.span())))
    return found


@lru_cache(maxsize=1_000)
def resembles_one(word: str) -> bool:
    """Whether a word is a municipality's name, one or two letters read wrongly."""
    return bool(get_close_matches(_folded(word), _by_folded(), 1, _ALIKE))


def kommun_name(municipality: str) -> str:
    """The name with "kommun": "Smedjebackens kommun", "Hedemora kommun", "Falu kommun"; a region keeps its own."""
    if municipality.startswith("Region ") or municipality.casefold().endswith(("kommun", "stad")):
        return municipality
    name = _BEFORE_KOMMUN.get(municipality, municipality)
    return f"{name} kommun" if name[-1:].casefold() in "aeiouyåäösxz" else f"{name}s kommun"


def _folded(text: str) -> str:
    """Lower case without å, ä, ö, character for character."""
    lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lower.translate(_FOLD)


@cache
def _by_folded() -> dict[str, tuple[str, ...]]:
    """Folded name → the municipalities it may be: "habo" is Habo or Håbo."""
    table: dict[str, tuple[str, ...]] = {}
    for name in MUNICIPALITIES:
        for form in {name, _BEFORE_KOMMUN.get(name, name)}:
            table[_folded(form)] = (*table.get(_folded(form), ()), name)
    return table


@cache
def _names() -> re.Pattern[str]:
    forms = sorted(_by_folded(), key=len, reverse=True)
    # A word before the hyphen may be another municipality, the rest of a name may not: "Falun-Borlänge", "Malung-Sälen".
    return re.compile(rf"(?<!\w)(?P<name>{'|'.join(map(re.escape, forms))})s?(?!\w)".replace(r"\ ", r"\s{1,3}"))


def _meant(text: str, match: re.Match[str]) -> str | None:
    """The municipality a match spells, exactly or without å, ä, ö; None where two fit equally."""
    written = " ".join(text[match.start("name") : match.end("name")].casefold().split())
    candidates = _by_folded()[" ".join(match["name"].split())]
    exact = [name for name in candidates if written in (name.casefold(), _BEFORE_KOMMUN.get(name, name).casefold())]
    if exact:
        return exact[0]
    fits = len(candidates) == 1 and len(match["name"]) >= _LONG_ENOUGH_TO_FOLD and written == _folded(written)
    return candidates[0] if fits else None


def _is_municipality(text: str, name: str, match: re.Match[str]) -> bool:
    """Whether the word stands for the municipality and not for a thing, a person or a county."""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 16]
    if _KOMMUN.match(after):
        return True
    if _NOT_THE_MUNICIPALITY.match(after) or _PERSON.match(after) or match["name"] == "falu":
        return False
    capital = text[match.start()].isupper()
    if name in _WORDS_TOO:
        row = before.endswith("\n") and bool(_CELL.match(after))
        return capital and (row or bool(_LEADS_TO_A_PLACE.search(before)))
    return not (capital and _NAME_BEFORE.search(before))
