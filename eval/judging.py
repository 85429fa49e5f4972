"""When a hit holds the evidence, an answer a fact, and a citation points at its source. Pure; the definitions that count
are those of docs/evaluation.md, and a test holds them against an independent scorer."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from eval.predictions import PredictedCitation, PredictedHit
from eval.questions import Evidence
from indexer.references import case_numbers, normal_section

HIT_WORDS = 200
"""A hit is judged by so many of its first words, so that long passages win nothing."""
ANSWER_WORDS = 80
"""An answer likewise."""
SHORTEST_QUOTE = 4
"""Words that a citation must quote to prove anything."""
LONGEST_CITED = 15
"""Lines that a citation may point at to point at anything."""
COVERED = 0.6
"""Part of a quote that must stand in one run where a passage border cuts it."""

_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Case and white space made alike."""
    return _SPACE.sub(" ", text).strip().casefold()


def folded(text: str) -> str:
    """Also without diacritics: text from a scan may have lost them."""
    return "".join(char for char in unicodedata.normalize("NFKD", squeezed(text)) if not unicodedata.combining(char))


def opening(text: str, words: int) -> str:
    """The first words of a text."""
    return " ".join(text.split()[:words])


def covers(text: str, quote: str) -> bool:
    """Whether the quote, or one run of at least COVERED of it, stands in the text."""
    text, quote = squeezed(text), squeezed(quote)
    if not text or not quote:
        return False
    return quote in text or SequenceMatcher(None, text, quote, autojunk=False).find_longest_match().size >= COVERED * len(quote)


def hit_covers(text: str, quote: str) -> bool:
    """Whether the opening of a hit holds the quote."""
    return covers(opening(text, HIT_WORDS), quote)


def hit_holds(hit: PredictedHit, evidence: Evidence) -> bool:
    """Whether a hit is the evidence: its opening holds the quote; without one, it is of the § or the Dnr."""
    if not evidence.quote:
        return stands_at(hit, evidence)
    return hit.file == evidence.file and hit_covers(hit.text, evidence.quote)


def stands_at(found: PredictedHit | PredictedCitation, evidence: Evidence) -> bool:
    """Whether a text is of the file, the § and the Dnr that the evidence names; a file may be named without its folder."""
    if evidence.file and found.file != evidence.file and not found.file.endswith(f"/{evidence.file}"):
        return False
    if evidence.section and normal_section(evidence.section) != found.section:
        return False
    return not evidence.dnr or bool(found.case and _may_match(found.case, evidence.dnr))


def _may_match(one: str, other: str) -> bool:
    cases = [case for written in (one, other) for case in case_numbers(f"Dnr {written}")[:1]]
    return squeezed(one) == squeezed(other) or (len(cases) == len((one, other)) and cases[0].may_match(cases[1]))


def holds_fact(answer: str, wordings: tuple[str, ...]) -> bool:
    """Whether one wording of a fact stands in the answer's opening, as a word of its own or the beginning of one:
    "utskott" in "utskottet", but not "5 %" in "4,5 %" nor "6" in "60"."""
    text = folded(opening(answer, ANSWER_WORDS))
    return any(_stands_in(text, folded(wording)) for wording in wordings if wording.strip())


def _stands_in(text: str, wording: str) -> bool:
    after = r"(?!\d|[.,]\d)" if wording[-1].isdigit() else ""
    return re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(wording)}{after}", text) is not None


def points_at(citation: PredictedCitation, evidence: Evidence, sources: Mapping[str, str]) -> bool:
    """Whether a citation leads to the evidence: its quote is real, short enough, and meets quote or lines; without a quote,
    it is of the § or the Dnr."""
    quote, lines = citation.quote, citation.lines
    if not evidence.quote:
        return stands_at(citation, evidence)
    if citation.file != evidence.file or len(quote.split()) < SHORTEST_QUOTE:
        return False
    if squeezed(quote) not in sources.get(citation.file, ""):
        return False
    if lines and lines[1] - lines[0] >= LONGEST_CITED:
        return False
    if covers(quote, evidence.quote) or covers(evidence.quote, quote):
        return True
    return bool(lines and evidence.lines and lines[0] <= evidence.lines[1] and evidence.lines[0] <= lines[1])
