"""What a question asks for: Dnr, §, municipality, body, language and kind, by small rules that can be read.

A municipality that is indexed becomes a filter; one that is not is kept apart, so that the answer can say so. Bodies are
preferences: a § of the committee may answer a question about the board.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from indexer import municipalities, references
from indexer.index import Facets, Filters
from service.errors import BadParameter, BadQuestion
from service.language import language
from service.records import Asks, Question

MAX_CHARS = 2000
"""A longer question is a pasted document."""

ONLY_REFERENCE = 12
"""A question of at most so many words that names a § asks what stands there."""

_PATTERNS = (
    (Asks.COMPARISON, r"\bjamfor\w*|\bskillnad\w*|\bjamfort\b|\bcompare\w*|\bdiffer\w*|\brespektive\b.*\bkommun"),
    (
        Asks.TIMELINE,
        r"\bfolj arendet|\bga igenom|\bvilken vag\b|\btidplan|\bvad har hant|\bhistorik|\bgang(en)? i arendet|\btimeline|\bhistory of",
    ),
    (
        Asks.STATUS,
        r"^(ar|har|blev|galler|antogs|is|has|was)\b.*\b(beslut\w*|slutlig\w*|klart?|antag\w+|godkan\w+|bestam\w+|faststalld\w*|redan|kvar|decided|adopted|final)\b"
        r"|\b(ar det|is it)\b.*\b(beslut\w*|forslag|decided|proposal)\b",
    ),
)
"""Decided by the whole question, in this order; folded to a–z."""

_OPENINGS = (
    (
        Asks.DECISION,
        r"\bbeslut\w*|\bbeslot\w*|\bbestam\w+|\bforesl\w+|\bantogs?\b|\banta(git|gen)\b|\brost(er|erna|ade)\b|\bdecide\w*|\bdecision\w*|\badopt\w*",
    ),
    (
        Asks.AMOUNT,
        r"\bhur (mycket|manga|stor\w*|hog\w*|dyr\w*)|\bkosta\w*|\bkostnad\w*|\bbelopp\w*|\bavgift\w*|\bhow (much|many|large|high)",
    ),
    (
        Asks.WHEN,
        r"\bnar\b|\bvilke[tn] (datum|dag|ar|period)|\bsista dag|\bhur (lange|ofta|lang)|\bgiltighetstid|\bwhen\b|\bhow (long|often)",
    ),
    (Asks.WHO, r"\bvem\b|\bvilka (ledamot|person|rektor|revisor|i )\w*|\bvad heter\b|\bwho\b|\bwhose\b"),
    (Asks.LIST, r"\bvilka\b|\blista\b|\brakna upp\b|\bwhich\b.*s\b|\blist\b"),
)
"""The one that comes first in the question decides."""

_SHORT_NAMES = {"nämnden": "n", "nämnd": "n", "styrelsen": "s", "styrelse": "s", "utskottet": "u", "utskott": "u", "fullmäktige": "f"}
"""Last parts of bodies' names, which are a letter of their own in the short name: familje- och utbildningsnämnden, FUN."""


def understand(text: str, filters: Filters, known: Facets, today: date) -> Question:
    """The question understood against what is indexed. Raises BadQuestion, and BadParameter for a period that is none."""
    text = _checked(text)
    _check_period(filters, today)
    named = municipalities_named(text, known.municipalities)
    indexed = tuple(name for name in named if name in known.municipalities)
    if indexed and not filters.municipalities:
        filters = replace(filters, municipalities=indexed)
    only = indexed[0] if len(indexed) == 1 else None
    cases = tuple(references.case_numbers(text, only))
    sections = tuple(dict.fromkeys(found.number for found in references.section_references(text)))
    return Question(
        text=text,
        language=language(text),
        asks=asks(text, references_named=bool(cases or sections), compared=len(named) > 1),
        filters=filters,
        cases=cases,
        sections=sections,
        municipalities=indexed,
        unknown_municipalities=tuple(name for name in named if name not in known.municipalities),
        bodies=bodies_named(text, known.bodies),
    )


def asks(text: str, *, references_named: bool = False, compared: bool = False) -> Asks:
    """The kind of thing asked for.

    >>> asks("Hur mycket kostar ett parkeringstillstånd?")
    <Asks.AMOUNT: 'amount'>
    """
    folded = fold(text)
    if references_named and len(folded.split()) <= ONLY_REFERENCE:
        return Asks.REFERENCE
    if compared:
        return Asks.COMPARISON
    for kind, pattern in _PATTERNS:
        if re.search(pattern, folded):
            return kind
    opened = [(match.start(), order, kind) for order, (kind, pattern) in enumerate(_OPENINGS) if (match := re.search(pattern, folded))]
    return min(opened)[2] if opened else Asks.FACT


def fold(text: str) -> str:
    """Lower case without marks: people type "nar" for "när"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def municipalities_named(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Municipalities the question names, in its order: any of the 290, and whatever else is indexed."""
    found = {name: span.start for name, span in reversed(municipalities.find(text))}
    folded = fold(text)
    for name in known:
        match = re.search(_named_as(fold(name)), folded)
        if match and name not in found:
            found[name] = match.start()
    return tuple(sorted(found, key=lambda name: found[name]))


def _named_as(name: str) -> str:
    # a short name is a common word too (Vara, Kil, Ale): typed without capitals it needs "kommun" beside it
    tail = r"s?\b" if len(name) >= 6 else r"s? kommuns?\b"
    return rf"\b{re.escape(name)}{tail}"


def bodies_named(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Indexed bodies that the question names in full or by their letters (KS, FUN, KSAU).

    >>> bodies_named("Vad sa FUN om skolskjuts?", ["Familje- och utbildningsnämnden", "Kommunstyrelsen"])
    ('Familje- och utbildningsnämnden',)
    """
    folded = fold(text)
    capitals = set(re.findall(r"\b[A-ZÅÄÖ]{2,6}\b", text))
    named = (name for name in known if initials(name) in capitals or re.search(rf"\b{re.escape(_indefinite(fold(name)))}", folded))
    return tuple(sorted(named, key=lambda name: (-len(name), name)))


def initials(body: str) -> str:
    """The letters a body goes by.

    >>> [initials(name) for name in ("Kommunfullmäktige", "Kommunstyrelsens arbetsutskott", "Miljö- och byggnadsnämnden")]
    ['KF', 'KSAU', 'MBN']
    """
    letters = []
    for word in re.findall(r"\w+", body.casefold()):
        if word in ("och", "för", "samt"):
            continue
        stem = word.removesuffix("s")
        tail = next((tail for tail in _SHORT_NAMES if stem.endswith(tail) and stem != tail), None)
        letters.append(word[0] + (_SHORT_NAMES[tail] if tail else ""))
    return "".join(letters).upper()


def _indefinite(name: str) -> str:
    return re.sub(r"(n|et)$", "", name)


def _checked(text: str) -> str:
    cleaned = " ".join(text.split())
    if not re.search(r"\w", cleaned):
        raise BadQuestion("Frågan är tom. Skriv några ord, ett diarienummer eller en paragraf.")
    if len(cleaned) > MAX_CHARS:
        raise BadQuestion(f"Frågan är {len(cleaned)} tecken lång; högst {MAX_CHARS} tas emot. Korta den till det du vill veta.")
    return cleaned


def _check_period(filters: Filters, today: date) -> None:
    for value in (filters.date_from, filters.date_to):
        try:
            if value is not None:
                date.fromisoformat(value)
        except ValueError:
            raise BadParameter(f"Datumet {value!r} går inte att läsa. Skriv det som {today.isoformat()}.") from None
    if filters.date_from and filters.date_to and filters.date_from > filters.date_to:
        raise BadParameter(f"Perioden slutar ({filters.date_to}) innan den börjar ({filters.date_from}). Byt plats på datumen.")
