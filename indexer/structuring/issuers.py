"""Who a paper comes from, beside deciding bodies: offices of a municipality and organisations outside it, by form."""

import re

from indexer import bodies, municipalities
from indexer.damage import any_of, compiled, worn

_WORD = r"[^\W\d_][\w&]*"
# Tekniska förvaltningen; Barn- och skolförvaltningen; Kommunledningskontoret; Individ- och familjeomsorgen
_OFFICE = compiled(
    rf"(?<![\w-])(?:(?-i:[A-ZÅÄÖ][a-zåäö]+a)\s+{worn('förvaltning')}en|"
    rf"(?:{_WORD}-\s+(?:och|&)\s+)?(?:{_WORD}?{worn('förvaltning')}(?:ens|en|s)?|{_WORD}kontoret|(?:{_WORD}-?\s+och\s+)?{_WORD}omsorgens?))(?![\w-])"
)
_AUDIT = compiled(rf"(?<!\w)(?:kommunrevisionens?|revisorerna(?:\s+i\s+{_WORD}\s+kommun)?)(?!\w)")
_COUNTY = re.compile(r"\bLänsstyrelsen(?:\s+i)?(?:\s+(?P<county>[A-ZÅÄÖ][\wåäö]+(?:\s+[A-ZÅÄÖ]\w+)?))?(?P<lan>\s+län)?")
_OUTSIDE = re.compile(
    r"\b(?:Sveriges\s+[Kk]ommuner\s+och\s+[Rr]egioner|Region\s+[A-ZÅÄÖ][a-zåäö]+|[A-ZÅÄÖ][a-zåäö]+departementet|Social(?:styrelsen)|Skolverket|Boverket|"
    r"[A-ZÅÄÖ][a-zåäö]+(?:inspektionen|myndigheten)|[A-ZÅÄÖ][a-zåäö]{3,}verket|Inspektionen\s+för\s+vård\s+och\s+omsorg|"
    r"(?:[A-ZÅÄÖ][\w]+\s+(?:&\s+)?){1,4}AB\b)"
)
_CAPITALS = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ#&@]{5,}")
_PLAIN = str.maketrans("åäöé", "aaoe")
_MOST_NAMES = 4
_MUNICIPAL = re.compile(r"\b(?P<name>[A-ZÅÄÖ][a-zåäöé]+(?:\s[A-ZÅÄÖ][a-zåäö]+)?)\s+(?:kommun|stad)\b")


def office(text: str) -> str | None:
    """An office of the municipality named in a text: "Barn- och skolförvaltningen", "Äldreomsorgen"."""
    match = _OFFICE.search(text)
    if match:
        name = re.sub(r"^(\w+) och ", r"\1- och ", bodies.canonical(match[0]))
        return name.removesuffix("s") if name.endswith(("ens", "ets")) else name
    return "Kommunrevisionen" if _AUDIT.search(text) else None


def without_offices(text: str) -> str:
    """A text without the names of offices in it."""
    return _OFFICE.sub(" ", text)


def offices(text: str) -> set[str]:
    """All offices that a text names."""
    return {bodies.canonical(match[0]).removesuffix("s") for match in _OFFICE.finditer(text)}


def is_office(text: str) -> bool:
    """Whether a line says nothing but the name of an office."""
    text = text.strip(" ,.:")
    return bool(_OFFICE.fullmatch(text) or _AUDIT.fullmatch(text))


def outside(text: str) -> str | None:
    """An organisation that is not the municipality's: "Region Norra", "Skolverket", "Länsstyrelsen i Norra län"."""
    county = _COUNTY.search(text)
    if county:
        name = county["county"]
        return f"Länsstyrelsen i {name if name.endswith('s') else name + 's'} län" if name else "Länsstyrelsen"
    match = _OUTSIDE.search(text)
    return " ".join(match[0].split()) if match else None


def all_outside(text: str) -> list[str]:
    """Every mention of an organisation that is not the municipality's, county boards aside."""
    return [" ".join(match[0].split()) for match in _OUTSIDE.finditer(text)]


def is_outside(text: str) -> bool:
    """Whether a line says nothing but the name of an outside organisation."""
    return bool(_OUTSIDE.fullmatch(text.strip(" ,.:")) or _COUNTY.fullmatch(text.strip(" ,.:")))


def is_logo(text: str) -> bool:
    """Whether a line is a municipality's name in capitals, as a logo shows it, which scans read badly: "SM#DBY"."""
    return bool(_CAPITALS.fullmatch(text)) and municipalities.resembles_one(text)


def is_address_of(text: str, name: str) -> bool:
    """Whether a line is the e-mail address of the person whose name the line above it is: "ada.ek@smedby.se", "Ada Ek"."""
    local = text.partition("@")[0].casefold() if "@" in text and len(text.split()) == 1 else ""
    parts = _fold(name).split()
    return 1 < len(parts) <= _MOST_NAMES and all(part.strip(",") in _fold(local) for part in (parts[0], parts[-1]))


def _fold(text: str) -> str:
    return text.casefold().translate(_PLAIN)


def names_an_issuer(text: str) -> bool:
    """Whether a short line is the name of a body, an office, an organisation or a municipality."""
    return bodies.alone(text) is not None or is_office(text) or is_outside(text) or bool(_MUNICIPAL.fullmatch(text.strip(" ,.")))


_OFFICES_HELD = (
    *("chef", "sekreterare", "ekonom", "direktör", "ordförande", "handläggare", "utredare", "strateg", "controller", "jurist"),
    *("rektor", "samordnare", "utvecklare", "administratör", "revisor", "planerare"),
)
ROLES = compiled(rf"\b\w*{any_of(*_OFFICES_HELD)}\b")
"""What people call themselves under what they signed: "Förvaltningschef", "Nämndsekreterare"."""
