"""Privacy at the door: personal identity numbers are masked before anything is stored; what a person must judge is reported.

Masked text has the same length, so that every offset stays what it was. Marks of secrecy, individual matters and home
addresses are named with the place and the reason, never guessed away. Names of people in their role are not private.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from indexer.documents import Finding, FindingKind, Source, Span
from indexer.identitynumbers import identity_numbers

MASK = "█"
"""Stands for each masked character. Not a bullet: a list marker must not come of it."""

_OSL = r"(?:OSL|offentlighets-\s{0,2}och\s{1,3}sekretesslagen\w{0,2})"
_SECRECY = (
    (re.compile(r"(?:omfattas|omgärdas)\s{1,3}av\s{1,3}(?:\w{1,20}\s{1,3}){0,2}sekretess\w*", re.IGNORECASE), "says that secrecy applies"),
    (re.compile(r"\bsekretess(?:belag[dt]\w*|skydda[dt]\w*|markera[dt]\w*|reglera[dt]\w*)", re.IGNORECASE), "says that secrecy applies"),
    (re.compile(r"\bsekretess\s{1,3}(?:enligt|gäller|råder|jämlikt|jml)\b", re.IGNORECASE), "says that secrecy applies"),
    (
        re.compile(rf"\b\d{{1,2}}\s?kap\.?\s{{0,3}}(?:\d{{1,2}}\s?[a-d]?\s?§+\s{{0,3}})?(?:i\s{{1,3}})?{_OSL}", re.IGNORECASE),
        "cites the law of secrecy",
    ),
    (re.compile(r"\bOSL\s{1,3}\d{1,2}(?:\s?kap\.?|:\d{1,2})(?:\s{0,3}\d{1,2}\s?[a-d]?\s?§)?", re.IGNORECASE), "cites the law of secrecy"),
    (re.compile(r"^[ \t]*(?:\W{0,3})(?:SEKRETESS|HEMLIG|Sekretess|Hemlig)(?:handling)?[ \t]*\W{0,3}$", re.MULTILINE), "a stamp of secrecy"),
    (re.compile(r"\b(?:ej|inte)\s{1,3}(?:för\s{1,3}publicering|publiceras)\b", re.IGNORECASE), "asks not to be published"),
)
_SECRECY_WORDS = ("sekretess", "osl", "hemlig", "publicer")
"""Without any of these no pattern above can fit: most files are done with a look."""

_INDIVIDUAL = (
    (re.compile(r"\bindivid(?:uella?\s{1,3}|s)?ärende\w*", re.IGNORECASE), "an individual matter"),
    (re.compile(r"\bindivid(?:ut)?skott\w*", re.IGNORECASE), "a body for individual matters"),
    (
        re.compile(r"\bskyddade?\s{1,3}personuppgifter\b|\bskyddad\s{1,3}(?:identitet|adress|folkbokföring)\b", re.IGNORECASE),
        "a protected identity",
    ),
    (
        re.compile(
            r"\b(?i:omedelbart\s{1,3}omhändertagande|umgängesbegränsning\w*|vårdnadsöverflyttning\w*|flyttningsförbud\w*"
            r"|familjehemsplacering\w*|faderskapsutredning\w*|orosanmälan|nedsättning\s{1,3}av\s{1,3}skuld)\s{1,3}"
            r"(?:för|av|avseende|rörande|gällande|beträffande)\s{1,3}(?:[A-ZÅÄÖ]\S*|barnet|den\s{1,3}unge|NN|N\.N\.)"
        ),
        "a measure that concerns one person",
    ),
)
_INDIVIDUAL_WORDS = (
    "individ",
    "skyddad",
    "omhändertagande",
    "umgänge",
    "vårdnad",
    "flyttning",
    "familjehem",
    "faderskap",
    "orosanm",
    "skuld",
)
_FULL_DAY = re.compile(r"(?:18|19|20)\d{6}\W")
_STREET = r"[A-ZÅÄÖ][\wåäöÅÄÖ.-]{0,30}(?:\s[A-ZÅÄÖ]?[\wåäö.-]{1,20}){0,2}?"
_STREET_ENDS = r"(?:gatan|vägen|gränd|gränden|stigen|torget|allén|backen|plan|platsen|liden|gata|väg)"
_NUMBER = r"\s\d{1,3}(?:\s?[A-Za-z](?!\w))?(?:,?\s(?:lgh|tr|vån)\.?\s?\d{1,4})?"
_TOWN = r"(?:,\s{0,2}|\s{1,3})(?:SE-)?[1-9]\d{2}\s?\d{2}\s{1,2}(?:[A-ZÅÄÖ][a-zåäö]+|[A-ZÅÄÖ]{4,}\b)"
_FARM = r"[A-ZÅÄÖ][a-zåäö]{2,30}"
_ADDRESS = re.compile(rf"(?<!\w)(?:{_STREET}{_STREET_ENDS}|{_FARM}){_NUMBER}{_TOWN}")
_LIVES = re.compile(
    rf"\b(?:bosatt\w*|boende|folkbokförd\w*|hemadress\w*|bostadsadress\w*)\s{{0,2}}:?\s{{1,3}}(?:på|i|vid)?\s{{0,3}}(?P<place>{_STREET}{_STREET_ENDS}{_NUMBER})"
)
_OFFICE = re.compile(r"besöks|postadress|telefon|växel|org\.?\s?n|www\.|@|kommun\b|kommunhus|leveransadress|fakturaadress", re.IGNORECASE)
_NEAR = 120


def masked(source: Source) -> tuple[Source, tuple[Span, ...]]:
    """The source without personal identity numbers, and the places where they stood."""
    text, spans = mask(source.text)
    if not spans:
        return source, ()
    pages = tuple(
        replace(page, text=text[start : start + len(page.text)]) for page, start in zip(source.pages, source.page_starts, strict=True)
    )
    return replace(source, pages=pages, text=text), spans


def mask(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text with each letter and digit of personal identity numbers replaced, and their places."""
    spans = tuple(number.span for number in identity_numbers(text) if number.certain)
    return blacked_out(text, spans), spans


def blacked_out(text: str, spans: Iterable[Span]) -> str:
    """The text with the letters and digits of the spans (sorted, not overlapping) replaced, one for one."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], "".join(MASK if char.isalnum() or char in "|!" else char for char in span.of(text))]
        at = span.end
    parts.append(text[at:])
    return "".join(parts)


def findings(source: Source, furniture: Sequence[Span]) -> tuple[Finding, ...]:
    """What a person should look at before the file is published, in order."""
    found = [*_secrecy(source.text), *_doubtful(source.text), *_addresses(source.text, furniture)]
    return tuple(sorted(found, key=lambda finding: finding.span))


def notes(source: Source, places: Sequence[Span], found: Sequence[Finding]) -> tuple[str, ...]:
    """What was masked and found, counted by page, without the words themselves."""
    said = []
    if mask(source.file)[1]:
        said.append("its name holds a personal identity number; rename the file")
    if places:
        said.append(f"{_counted(len(places), 'personal identity number')} masked ({_pages(source, places)})")
    for kind in FindingKind:
        some = [finding.span for finding in found if finding.kind is kind]
        if some:
            said.append(f"{kind.value}: {_counted(len(some), 'place')} to be judged by a person ({_pages(source, some)})")
    return tuple(said)


def _secrecy(text: str) -> Iterator[Finding]:
    folded = text.casefold()
    for kind, words, patterns in (
        (FindingKind.SECRECY, _SECRECY_WORDS, _SECRECY),
        (FindingKind.INDIVIDUAL, _INDIVIDUAL_WORDS, _INDIVIDUAL),
    ):
        if not any(word in folded for word in words):
            continue
        taken = bytearray(len(text))
        for pattern, reason in patterns:
            for match in pattern.finditer(text):
                start, end = match.span()
                if not any(taken[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    yield Finding(kind, Span(start, end), reason)


def _doubtful(text: str) -> Iterator[Finding]:
    for number in identity_numbers(text) if _FULL_DAY.search(text) else ():
        if not number.certain:
            yield Finding(FindingKind.NUMBER, number.span, "written like a personal identity number, but its checksum fails")


def _addresses(text: str, furniture: Sequence[Span]) -> Iterator[Finding]:
    """Addresses with a postcode, but for those of offices and in page heads, and streets that somebody is said to live in."""
    known = bytearray(len(text))
    for span in furniture:
        known[span.start : span.end] = b"\1" * (span.end - span.start)
    for match in _LIVES.finditer(text):
        start, end = match.span("place")
        known[start:end] = b"\1" * (end - start)
        yield Finding(FindingKind.ADDRESS, Span(start, end), "somebody is said to live there")
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        if not (any(known[start:end]) or _OFFICE.search(text, max(0, start - _NEAR), end + _NEAR)):
            yield Finding(FindingKind.ADDRESS, Span(start, end), "an address that no office is named with")


def _pages(source: Source, spans: Iterable[Span]) -> str:
    numbers = sorted({source.page_numbers(span)[0] for span in spans})
    shown = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
