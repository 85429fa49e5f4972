"""Candidates in a better order: a few facts about each, weighed by a linear sum that anybody can recompute.

The words alone put the passage that repeats the title first; these facts tell which one of a § answers. The weights are
fitted by `python -m eval.fitting`, which also gives the cross-validated figures. Pure.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer import swedish
from indexer.documents import Passage, Role
from service.kinds import fold
from service.records import Question
from service.sought import Sought, held, rows, sought
from service.wanted import ASKING

WORDS = "words"
"""The fact that every candidate has: the fused score of the searches, the best lexical score being 1."""

WEIGHTS: Mapping[str, float] = {
    WORDS: 0.73,
    "section": 0.20,
    "decision": 0.12,
    "motion": -0.16,
    "person": 0.20,
    "date": 0.14,
    "number": 0.16,
    "rows": 0.10,
    "covered": 0.08,
    "beyond the header": 0.08,
}
"""What each fact is worth."""

Facts = Mapping[str, float]
"""Name, as in WEIGHTS → value, from 0 to about 1."""

_DECIDED: Mapping[Role, float] = {Role.BESLUT: 1.0, Role.ATERGIVET_BESLUT: 0.25, Role.FORSLAG: 0.25}

_PART_WORTH = 0.5
"""What a part of a compound is worth beside the word itself."""

_INSIDE_LETTERS = 4
"""A shorter stem must begin a word; a longer one may stand inside a compound."""


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word of the question is found by: strings inside words, patterns for short stems and numbers, its parts."""

    inside: tuple[str, ...]
    beginning: tuple[re.Pattern[str], ...]
    parts: tuple[str, ...]


def shares(facts: Facts, weights: Mapping[str, float] = WEIGHTS) -> dict[str, float]:
    """What each fact adds to the sum."""
    return {name: weight * facts[name] for name, weight in weights.items() if name in facts}


def facts(question: Question, passages: Sequence[Passage], scores: Mapping[str, float]) -> list[Facts]:
    """The facts of each candidate, in order. `scores`: what the searches gave, by id."""
    kinds = sought(question)
    sections = _section_scores(passages, scores)
    coverage = _coverage(question, passages)
    return [
        {
            WORDS: scores[passage.id],
            "section": sections[passage.section_id],
            "decision": _DECIDED.get(passage.role, 0.0),
            "motion": float(passage.role is Role.YRKANDE),
            **{kind.value: held(kind, passage.text) for kind in kinds},
            **({"rows": rows(passage.text)} if Sought.NUMBER in kinds else {}),
            "covered": covered,
            "beyond the header": beyond,
        }
        for passage, (covered, beyond) in zip(passages, coverage, strict=True)
    ]


def _section_scores(passages: Sequence[Passage], scores: Mapping[str, float]) -> dict[str, float]:
    """How well a § meets the words: the mean of its two best passages. One that stands alone counts half."""
    by_section: dict[str, list[float]] = {}
    for passage in passages:
        by_section.setdefault(passage.section_id, []).append(scores[passage.id])
    return {section: sum(sorted(found)[-2:]) / 2 for section, found in by_section.items()}


def _coverage(question: Question, passages: Sequence[Passage]) -> list[tuple[float, float]]:
    """What part of the question's words each text holds, and what part of them that its header lacks.

    How much a word tells is counted among the candidates: one that all of them hold tells nothing here.
    """
    words = _looked_for(question)
    met = [_met(words, passage.text) for passage in passages]
    weights = _rarities(met)
    headers = {header: _met(words, header) for header in {passage.header for passage in passages}}
    return [
        (
            _weighed(weights, row),
            _weighed(weights, [0.0 if known == 1.0 else value for value, known in zip(row, headers[header], strict=True)]),
        )
        for row, header in zip(met, (passage.header for passage in passages), strict=True)
    ]


def _weighed(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def _rarities(met: Sequence[Sequence[float]]) -> list[float]:
    """A weight for each word, together 1; a word that no candidate holds weighs nothing."""
    raw = []
    for column in zip(*met, strict=True):
        holding = sum(1 for value in column if value)
        raw.append(math.log((len(column) + 1) / (holding + 0.5)) if holding else 0.0)
    total = sum(raw) or 1.0
    return [value / total for value in raw]


def _looked_for(question: Question) -> list[_Word]:
    """For each word of content what to look for."""
    found: dict[tuple[str, ...], _Word] = {}
    for word in swedish.words(question.searched):
        if fold(word.text) in ASKING:
            continue
        tokens = swedish.question_tokens(word.text)
        stems = tokens["stems"]
        if stems:
            parts = [part for part in tokens["parts"] if part not in stems and len(part) >= _INSIDE_LETTERS]
            found.setdefault(stems, _word(stems, parts))
    return list(found.values())


def _word(stems: Iterable[str], parts: Iterable[str]) -> _Word:
    forms = _forms(stems)
    inside = [form for form in forms if len(form) >= _INSIDE_LETTERS and not form.isdigit()]
    return _Word(
        tuple(inside),
        tuple(re.compile(rf"(?<!\w){re.escape(form)}" + (r"(?!\d)" if form.isdigit() else "")) for form in forms if form not in inside),
        tuple(_forms(parts)),
    )


def _forms(stems: Iterable[str]) -> list[str]:
    """As written, and as damaged text has it."""
    return list(dict.fromkeys(form for stem in stems for form in (stem, fold(stem))))


def _met(words: Sequence[_Word], text: str) -> list[float]:
    """How surely the text holds each word."""
    lowered = text.casefold()
    return [_worth_in(word, lowered) for word in words]


def _worth_in(word: _Word, lowered: str) -> float:
    # loops rather than any(): this runs for every word in every candidate
    for form in word.inside:
        if form in lowered:
            return 1.0
    for pattern in word.beginning:
        if pattern.search(lowered):
            return 1.0
    for part in word.parts:
        if part in lowered:
            return _PART_WORTH
    return 0.0
