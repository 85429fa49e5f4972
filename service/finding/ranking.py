"""Candidates in a better order: a few facts about each, weighed by a linear sum that anybody can recompute.

The words alone put the passage that repeats the title first; these facts tell which one of a § answers. A fact that does
not fit the question is left out, and adds nothing. The weights are fitted by `python -m eval.fitting`, which also gives the
cross-validated figures. Pure.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from indexer.documents import Passage, Role
from indexer.language.restoration import lacks_swedish
from service.finding.sightings import Sighting, Word, closest, looked_for, seen
from service.records import Period, Question
from service.understanding.kinds import fold
from service.understanding.sought import Wish, items, places, wish

WORDS = "words"
"""The fact that every candidate has: the fused score of the searches, the best lexical score being 1."""

WEIGHTS: Mapping[str, float] = {
    WORDS: 0.76,
    "section": 0.17,
    "decision": 0.10,
    "proposal": 0.19,
    "motion": -0.21,
    "sought": 0.15,
    "near": 0.13,
    "covered": 0.03,
    "period": 0.19,
    "latest": 0.08,
    "list": 0.07,
}
"""What each fact is worth."""

Facts = Mapping[str, float]
"""Name, as in WEIGHTS → value, from 0 to about 1."""

_Matter = tuple[str | None, str]

_DECIDED: Mapping[Role, float] = {Role.BESLUT: 1.0, Role.ATERGIVET_BESLUT: 0.25, Role.FORSLAG: 0.25}

_SAME_YEAR = 0.5
"""What a text that names only the year is worth, where the question names a day, a month or a season."""


def shares(facts: Facts, weights: Mapping[str, float] = WEIGHTS) -> dict[str, float]:
    """What each fact adds to the sum."""
    return {name: weights[name] * value for name, value in facts.items() if name in weights}


def facts(question: Question, passages: Sequence[Passage], scores: Mapping[str, float]) -> list[Facts]:
    """The facts of each candidate, in order. `scores`: what the searches gave, by id."""
    wanted = wish(question)
    words = looked_for(question.searched)
    unmarked = lacks_swedish(question.text)
    sightings = [seen(words, passage.text, unmarked=unmarked) for passage in passages]
    weights = _rarities(words, sightings)
    sections = _section_scores(passages, scores)
    newest = _newest(passages) if wanted.latest else {}
    return [
        {
            WORDS: scores[passage.id],
            "section": sections[passage.section_id],
            "decision": _DECIDED.get(passage.role, 0.0),
            "motion": float(passage.role is Role.YRKANDE and not wanted.motion),
            "covered": sum(weight * one.worth for weight, one in zip(weights, row, strict=True)),
            **dict(_answering(wanted, passage, weights, row)),
            **dict(_timely(question.periods, passage, newest)),
        }
        for passage, row in zip(passages, sightings, strict=True)
    ]


def _answering(wanted: Wish, passage: Passage, weights: Sequence[float], row: Sequence[Sighting]) -> Iterator[tuple[str, float]]:
    """Whether the passage holds the kind of thing that is asked for, and how many of the question's words stand beside it."""
    if wanted.kinds:
        found = [places(kind, passage.text) for kind in wanted.kinds]
        together = 0
        for each in found:
            together |= each
        yield "sought", float(all(found))
        yield "near", closest(weights, row, together)
    else:
        yield "near", closest(weights, row)
    if wanted.proposal:
        yield "proposal", float(passage.role is Role.FORSLAG)
    if wanted.list:
        yield "list", items(passage.text)


def _timely(periods: Sequence[Period], passage: Passage, newest: Mapping[_Matter, str]) -> Iterator[tuple[str, float]]:
    """Whether it is of the time asked about; where none is, and the question asks what holds, whether it is the latest of its matter."""
    if periods:
        yield "period", sum(_within(period, passage) for period in periods) / len(periods)
    else:
        contested = [newest[matter] for matter in _matters(passage) if matter in newest]
        if contested:
            yield "latest", float(all(passage.date == day for day in contested))


def _within(period: Period, passage: Passage) -> float:
    if period.holds(passage.date):
        return 1.0
    named = any(year in passage.text or year in passage.header for year in period.years)
    return (1.0 if period.whole_years else _SAME_YEAR) * named


def _newest(passages: Sequence[Passage]) -> dict[_Matter, str]:
    """The last date of each matter that stands among the candidates with several."""
    known: dict[_Matter, set[str]] = {}
    for passage in passages:
        for matter in _matters(passage) if passage.date is not None else ():
            known.setdefault(matter, set()).add(passage.date or "")
    return {matter: max(days) for matter, days in known.items() if len(days) > 1}


def _matters(passage: Passage) -> list[_Matter]:
    """What a passage is about: its Dnr; its title too, for what is decided anew has a new Dnr."""
    named = (passage.case_key, fold(passage.title) if passage.section is not None and passage.title else None)
    return [(passage.municipality, name) for name in named if name]


def _section_scores(passages: Sequence[Passage], scores: Mapping[str, float]) -> dict[str, float]:
    """How well a § meets the words: the mean of its two best passages. One that stands alone counts half."""
    by_section: dict[str, list[float]] = {}
    for passage in passages:
        by_section.setdefault(passage.section_id, []).append(scores[passage.id])
    return {section: sum(sorted(found)[-2:]) / 2 for section, found in by_section.items()}


def _rarities(words: Sequence[Word], sightings: Sequence[Sequence[Sighting]]) -> list[float]:
    """A weight for each word, together 1; a word that no candidate holds weighs nothing.

    How much a word tells is counted among the candidates: one that all of them hold tells nothing here.
    """
    raw = []
    for number in range(len(words)):
        holding = sum(1 for row in sightings if row[number].places)
        raw.append(math.log((len(sightings) + 1) / (holding + 0.5)) if holding else 0.0)
    total = sum(raw) or 1.0
    return [value / total for value in raw]
