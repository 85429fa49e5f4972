"""The rows of tables that answer: each with what it is called, and where the columns are known the values asked for.

A row answers when the question names it, and its heads and place hold most of the rest. Where two tables of one § hold
a row of that name and fit alike, it cannot be told which is meant, and none does.
"""

import re
from collections.abc import Callable, Sequence

from indexer.documents import Passage
from service.answering.rowfit import Found, found
from service.answering.rowplaces import places
from service.answering.rowtext import told
from service.extract import Excerpt
from service.material import Material
from service.records import Asks, Question
from service.sentences import shown
from service.understanding.kinds import fold
from service.understanding.wanted import Wanted

FIRST_FIT = 0.5
"""Part of the question's weight that a row of the first hit, its heads and its place must hold."""

SURE_FIT = 0.7
"""The same where no figure is asked for in so many words: "Vad är påslaget för arvoden?"."""

LEAST_WORTH = 0.65
"""What a row of another hit must be worth: what is not found first is often of another matter."""

MATTER_FIT = 0.4
"""What a row in a paper of the first hit's matter must fit where no sentence that was found holds a figure."""

ALIKE = 0.9
"""Part of the best row's worth from which another table's row is meant as well."""

MOST_ROWS = 3

_FIGURE_ASKED = re.compile(
    r"\b(andel|procent|antal|hur (hog|stor|lang)|utfall|avvikelse|prognos|budget|resultat|underskott|overskott|anslag|ram|grans|total)"
    r"|kostna|(?:drift|budget|investerings)ram|\b(kosta|pris|avgift|betala|bidrag|hyra|intakt|utgift|netto|brutto)"
)
_VALUE_ASKED = re.compile(r"^vilke[nt] (?:\w+ )?(?:pris|avgift|taxa|andel|kostnad|summa|belopp)\b")
"""Asks for a figure though a time stands in the question: "Vilket pris sätts när budgeten läggs?"."""

_LENGTH_ASKED = re.compile(r"\bhur (lang|ofta)|\bhow (long|often)")
_NAMES_NO_ROW = re.compile(r"^(?:varfor|why)\b|\b(?:flest|hogsta?|lagsta?|storsta?|minsta?|dyrasta?|billigasta?)\b(?! \d)")
"""Asks for a reason, or for the row itself."""


def asks_figure(question: Question) -> bool:
    """Whether the question asks for a figure."""
    if question.asks is Asks.AMOUNT or _VALUE_ASKED.search(fold(question.text)):
        return True
    pattern = _LENGTH_ASKED if question.asks is Asks.WHEN else _FIGURE_ASKED
    return question.asks in (Asks.FACT, Asks.COMPARISON, Asks.WHEN) and bool(pattern.search(fold(question.text)))


def may_answer(question: Question) -> bool:
    """Whether a row of a table may be what is asked for."""
    return asks_figure(question) or question.asks is Asks.FACT


def rows(material: Material) -> tuple[Excerpt, ...]:
    """The rows that the question names, of one table; () where none does, or where it cannot be told which."""
    if not may_answer(material.question):
        return ()
    return _chosen(material, _is_sure)


def of_the_matter(material: Material) -> tuple[Excerpt, ...]:
    """The same in the papers of the matter that was found first, less surely: for where no sentence holds a figure."""
    return _chosen(material, _is_of_the_matter) if asks_figure(material.question) else ()


def _chosen(material: Material, is_sure: Callable[[Found, Material], bool]) -> tuple[Excerpt, ...]:
    if _NAMES_NO_ROW.search(fold(material.question.text)):
        return ()
    every = [row for place in places(material) for row in found(material.question, material.words, place)]
    every.sort(key=lambda each: -each.worth)
    if not every or not is_sure(every[0], material):
        return ()
    best, others = every[0], every[1:]
    if any(_rivals(other, best, material.hits[0].passage) for other in others) or _stands_elsewhere(best, every):
        return ()
    chosen = [best]
    for each in _each_name_once([other for other in others if other.place is best.place and other.named != best.named]):
        if len(chosen) < MOST_ROWS and not any(each.named <= one.named for one in chosen):
            chosen.append(each)
    chosen.sort(key=lambda each: each.row.span)
    return tuple(_excerpt(each, material.words, first=each is chosen[0], last=each is chosen[-1]) for each in chosen)


def _is_sure(found: Found, material: Material) -> bool:
    if found.place.passage is not material.hits[0].passage:
        return found.worth >= LEAST_WORTH and asks_figure(material.question)
    return found.fit >= (FIRST_FIT if asks_figure(material.question) else SURE_FIT)


def _is_of_the_matter(found: Found, material: Material) -> bool:
    case = material.hits[0].passage.case_key
    return case is not None and found.place.passage.case_key == case and found.fit >= MATTER_FIT


def _stands_elsewhere(best: Found, every: Sequence[Found]) -> bool:
    """Whether more lines of the passage open with the row's name and hold a figure than were told to be rows: the same answers
    to one question after another, of which it cannot be told whose they are."""
    name, passage = shown(best.place.text, best.name), best.place.passage
    lines = re.findall(rf"^\W*{re.escape(name)}\b.*\d", passage.text, re.MULTILINE)
    return len(lines) > sum(each.place.passage is passage and shown(each.place.text, each.name) == name for each in every)


def _rivals(other: Found, best: Found, first: Passage) -> bool:
    """Whether another row of the § has the same name and fits as well: of another table, or under another heading of one.
    What was found first is no rival of what was not."""
    passage, mine = best.place.passage, shown(best.place.text, best.row.span)
    elsewhere = other.place.passage.section_id != passage.section_id or (passage is first and other.place.passage is not first)
    if elsewhere or shown(other.place.text, other.row.span) == mine:
        return False
    if other.place is best.place:
        same = shown(other.place.text, other.name) == shown(best.place.text, best.name)
    else:
        same = other.named == best.named
    return same and other.worth >= ALIKE * best.worth


def _each_name_once(found: Sequence[Found]) -> list[Found]:
    """The first row of each set of words that the question says, and none where two rows share it."""
    return [each for each in found if sum(other.named == each.named for other in found) == 1]


def _excerpt(row: Found, words: Sequence[Wanted], *, first: bool, last: bool) -> Excerpt:
    said = told(row.place.table, row.row, row.name, row.place.text, words, titled=first)
    return Excerpt(row.place.passage, row.quote, None, row.worth, said if last else f"{said};")
