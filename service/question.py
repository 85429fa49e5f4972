"""What a question asks for: Dnr, §, municipality, body, language and kind, by small rules that can be read; of one typed in haste,
what was meant.

Filters are only what the caller chose. Municipalities that are indexed narrow the search (retrieval.py says how); one that
is not is kept apart, so that the answer can say so. Bodies are preferences: a committee's § may answer for its board.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from indexer import municipalities, privacy, references
from indexer.index import Facets, Filters
from indexer.language import english
from indexer.language.unmarked import remarked
from indexer.language.vocabulary import ranks
from indexer.swedish import ABBREVIATIONS, official_words
from service.errors import BadParameter, BadQuestion
from service.records import Question
from service.understanding.boards import of_same_task
from service.understanding.kinds import asks, fold
from service.understanding.language import language
from service.understanding.plain import plain
from service.understanding.when import periods_named

MAX_CHARS = 2000
"""A longer question is a pasted document."""

LONG_NAME = 6
"""Letters from which a municipality's name is no common word."""

_SHORT_NAMES = {"nämnden": "n", "nämnd": "n", "styrelsen": "s", "styrelse": "s", "utskottet": "u", "utskott": "u", "fullmäktige": "f"}
"""Last parts of bodies' names, which are a letter of their own in the short name: familje- och utbildningsnämnden, FUN."""


_LETTERS = re.compile(r"\b(?:[A-ZÅÄÖ]{2,6}|[a-zåäö]{2,6})\b")
"""What may be the letters of a body; in small letters what is no other word."""


def understand(text: str, filters: Filters, known: Facets, today: date) -> Question:
    """The question understood against what is indexed. Raises BadQuestion, and BadParameter for a period that is none."""
    typed = _checked(text)
    _check_period(filters, today)
    text = plain(typed, known)
    named = municipalities_named(text, known.municipalities)
    indexed = tuple(name for name in named if name in known.municipalities)
    only = indexed[0] if len(indexed) == 1 else None
    cases = tuple(references.case_numbers(text, only))
    sections = tuple(dict.fromkeys(found.number for found in references.section_references(text)))
    spoken = language(text)
    swedish = english.in_swedish(text) if spoken == "en" else remarked(text)
    return Question(
        text=text,
        language=spoken,
        asks=asks(text, references_named=bool(cases or sections), compared=len(named) > 1),
        filters=filters,
        cases=cases,
        sections=sections,
        municipalities=indexed,
        unknown_municipalities=tuple(name for name in named if name not in known.municipalities),
        bodies=bodies_named(swedish.text if swedish else text, known.bodies),
        swedish=swedish.text if swedish else "",
        meanings=swedish.also if swedish else (),
        periods=periods_named(text, today),
        boards=of_same_task(swedish.text if swedish else text, known.bodies),
        typed=typed if typed != text else "",
        official=official_words(swedish.text if swedish else text) if spoken == "sv" else (),
    )


def municipalities_named(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Municipalities the question names, in its order: any of the 290, and whatever else is indexed."""
    found = {name: span.start for name, span in reversed(municipalities.find(text))}
    folded = fold(text)
    for name in known:
        if name in found or fold(name) not in folded:
            continue
        match = re.search(rf"\b{re.escape(name)}s?\b", text) or re.search(_typed_small(fold(name)), folded)
        if match:
            found[name] = match.start()
    return tuple(sorted(found, key=lambda name: found[name]))


def _typed_small(name: str) -> str:
    # a short name is a common word too (vara, kil, ale): typed without capitals it needs "kommun" beside it
    tail = r"s?\b" if len(name) >= LONG_NAME else r"s? kommuns?\b"
    return rf"\b{re.escape(name)}{tail}"


def bodies_named(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Indexed bodies that the question names in full or by their letters (KS, FUN, KSAU).

    >>> bodies_named("Vad sa FUN om skolskjuts?", ["Familje- och utbildningsnämnden", "Kommunstyrelsen"])
    ('Familje- och utbildningsnämnden',)
    """
    folded = fold(text)
    letters = {word.upper() for word in _LETTERS.findall(text) if word.isupper() or word in ABBREVIATIONS or word not in ranks()}
    named = (name for name in known if initials(name) in letters or _begins_a_word(_indefinite(fold(name)), folded))
    return tuple(sorted(named, key=lambda name: (-len(name), name)))


def _begins_a_word(name: str, folded: str) -> bool:
    return name in folded and bool(re.search(rf"\b{re.escape(name)}", folded))


@lru_cache(maxsize=1 << 12)
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


@lru_cache(maxsize=1 << 12)
def _indefinite(name: str) -> str:
    return re.sub(r"(n|et)$", "", name)


def _checked(text: str) -> str:
    """The question on one line, without personal identity numbers: nothing indexed holds one, and what is shown repeats the question."""
    if "\x00" in text:
        raise BadQuestion("Frågan har ett tecken som inte är text (NUL). Skriv frågan för hand, eller klistra in den som text.")
    cleaned, masked = privacy.mask(" ".join(text.split()))
    if masked and not re.search(r"\w", cleaned):
        raise BadQuestion("Frågan är bara ett personnummer. Sådana söks inte och visas aldrig: skriv vad ärendet gäller.")
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
