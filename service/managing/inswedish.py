"""What the indexer says to operators in English, in Swedish for who works behind the key. Pure.

What is not known here is never guessed at: a Swedish sentence says that something was noted, and the note itself stands beside it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from indexer.report import Skipped
from service.feedback.asking import FIELDS
from service.holdings.unread import why_of


@dataclass(frozen=True, slots=True)
class Told:
    """A thing in Swedish; `technical` is the program's own English where that says more."""

    text: str
    technical: str = ""


_FINDINGS = {
    "mark of secrecy": "sekretessmarkering",
    "individual matter": "ärende om en enskild",
    "home address": "hemadress",
    "doubtful identity number": "möjligt personnummer",
}

_UNMADE = (
    (re.compile(r"nothing in the file has it"), "inget i filen stämmer med den"),
    (re.compile(r"the file has (\d+) documents; name a § or a line"), r"filen har \1 handlingar: ange en paragraf eller en rad"),
    (re.compile(r"it fits (\d+) places; name one by its line: (.+)"), r"den stämmer på \1 ställen: ange ett av dem med sin rad, \2"),
)


def _pages(said: str) -> str:
    """
    >>> _pages("page 3"), _pages("pages 3–5, 9")
    ('sida 3', 'sidorna 3–5, 9')
    """
    return re.sub(r"^page ", "sida ", re.sub(r"^pages ", "sidorna ", said))


def _counted(count: str, one: str, several: str) -> str:
    return f"{count} {one if count == '1' else several}"


def _read_by_ocr(found: re.Match[str]) -> Told:
    doubtful = f", varav {found['doubtful']} tveksamma" if found["doubtful"] else ""
    pages = _counted(found["pages"], "sida läst", "sidor lästa")
    return Told(f"{pages} med teckenigenkänning, säkerhet {found['sure'].replace('.', ',')}{doubtful}")


def _without_text(why: str) -> Callable[[re.Match[str]], Told]:
    return lambda found: Told(f"{_pages(found['pages'])}: ingen text i filen, {why}")


def _lacking_ocr(found: re.Match[str]) -> Told:
    why = "och teckenigenkänning saknas. När den som driver tjänsten har ordnat det läses filen in igen"
    return Told(f"{_pages(found['pages'])}: ingen text i filen, {why}", found[0])


def _judged(found: re.Match[str]) -> Told:
    kind, pages = _FINDINGS.get(found["kind"], found["kind"]), f" ({_pages(found['pages'])})" if found["pages"] else ""
    return Told(f"{_counted(found['count'], 'ställe', 'ställen')}: {kind}{pages}")


def _masked(found: re.Match[str]) -> Told:
    where = "på sidor lästa med teckenigenkänning" if found["ocr"] else f"({_pages(found['pages'])})"
    return Told(f"{found['count']} personnummer maskerade {where}")


def _unmade(found: re.Match[str]) -> Told:
    field = next((words for name, words in FIELDS.items() if name == found["field"]), found["field"])
    where = found["where"].replace("the whole file", "hela filen").replace("line ", "rad ")
    for pattern, swedish in _UNMADE:
        if pattern.fullmatch(found["why"]):
            return Told(f"Rättelsen av {field} ({where}, av {found['by']}) gick inte att göra: {pattern.sub(swedish, found['why'])}")
    return Told(f"Rättelsen av {field} ({where}, av {found['by']}) gick inte att göra", found["why"])


_PAGES = r"(?P<pages>pages? [\d–, …]+)"
_NOTES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Told]], ...] = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"(?P<pages>\d+) pages read by OCR, confidence (?P<sure>[\d.]+)(?:, (?P<doubtful>\d+) of them doubtful)?", _read_by_ocr),
        (rf"(?P<count>\d+) personal identity numbers? masked (?:(?P<ocr>on pages read by OCR)|\({_PAGES}\))", _masked),
        (
            r"its name holds a personal identity number; rename the file",
            lambda _: Told("filens namn innehåller ett personnummer: döp om filen"),
        ),
        (rf"(?P<kind>[a-z ]+): (?P<count>\d+) places? to be judged by a person(?: \({_PAGES}\))?", _judged),
        (
            rf"{_PAGES}: page without text layer that OCR could not read; scan it again",
            _without_text("och teckenigenkänningen kunde inte läsa: skanna om"),
        ),
        (
            rf"{_PAGES}: page without text layer, beyond those that OCR reads of one file \(PARAGRAF_OCR_PAGES\)",
            _without_text("och fler än de som läses av en fil (PARAGRAF_OCR_PAGES)"),
        ),
        (rf"{_PAGES}: page without text layer; .+, and index again", _lacking_ocr),
        (
            r"(?P<count>\d+) pages hold text that another program's OCR put behind a picture",
            lambda found: Told(f"{_counted(found['count'], 'sida', 'sidor')} med text som ett annat program har läst ur en bild"),
        ),
        (r"(?P<count>\d+) tracked insertions, read as text", lambda found: Told(f"{found['count']} spårade tillägg, lästa som text")),
        (
            r"(?P<count>\d+) tracked deletions, left out",
            lambda found: Told(f"{_counted(found['count'], 'spårad strykning', 'spårade strykningar')}, inte med i texten"),
        ),
        (
            r"(?P<count>\d+) comments, left out",
            lambda found: Told(f"{_counted(found['count'], 'kommentar', 'kommentarer')}, inte med i texten"),
        ),
        (r"correction of (?P<field>\w+) by (?P<by>.+?), (?P<where>[^,]+), was not made: (?P<why>.+)", _unmade),
    )
)


def note(text: str) -> Told:
    """A note that reading left about a file."""
    for pattern, told in _NOTES:
        found = pattern.fullmatch(text)
        if found:
            return told(found)
    return Told("läsningen har noterat något om filen", text)


_LINE = re.compile(
    r"\[(?P<done>\d+)/(?P<files>\d+)\] (?P<name>.+): (?:(?P<pages>\d+) pages, (?P<passages>\d+) passages|skipped, (?P<reason>.+))"
)


def line(text: str) -> Told:
    """A line that indexing says while it runs.

    >>> line("[1/2] ks.pdf: 3 pages, 9 passages").text
    '1 av 2: ks.pdf, 3 sidor, 9 textställen'
    >>> line("[2/2] tom.pdf: skipped, empty").text
    '2 av 2: tom.pdf är inte läst: tom'
    """
    found = _LINE.fullmatch(text)
    if found is None:
        return Told("", text)
    place = f"{found['done']} av {found['files']}: {found['name']}"
    if found["reason"]:
        return Told(f"{place} är inte läst: {why_of(Skipped(found['name'], found['reason'], ''))}")
    pages, passages = _counted(found["pages"], "sida", "sidor"), _counted(found["passages"], "textställe", "textställen")
    return Told(f"{place}, {pages}, {passages}")


_FAILURES: Mapping[int, str] = {
    2: "En inställning, rättelserna eller spärrlistan går inte att använda. Den som driver tjänsten behöver rätta det.",
    3: "Ingen fil gick att läsa.",
    4: "Indexet går inte att skriva till just nu. Försök igen om en stund; händer det igen, säg till den som driver tjänsten.",
    5: "Språkmodellen som indexet behöver gick inte att läsa in. Säg till den som driver tjänsten.",
}


def failure(code: int) -> str:
    """Why indexing ended badly, by its exit code (indexer/errors.py)."""
    return _FAILURES.get(code, "Inläsningen avbröts av ett fel. Säg till den som driver tjänsten.")
