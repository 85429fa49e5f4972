"""Which words of a municipality's papers answer for it: a row of a table, the point that decides, else its sentences.

All of one § or matter: what else stands in its papers is of another thing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer import municipalities, references
from indexer.documents import Passage, Role, Status
from indexer.index import Filters
from service import extract
from service.answering import compose, matter, tables, wording
from service.answering.holding import asks_of_the_way, latest, standing
from service.answering.quoting import Quoting
from service.comparison.asked_for import is_sought
from service.comparison.matter import share
from service.extract import Excerpt
from service.material import Material
from service.places import in_passage, section_of
from service.records import Asks, Hit, Question
from service.sentences import units
from service.understanding.kinds import fold
from service.understanding.wanted import Wanted, met, overlap, tokens_of, wanted

ANSWER_WORDS = 90
"""Words of a row's answer where few are compared; a decision's point is never cut."""

LEAST_WORDS = 45
FEW = 3
"""More rows than this are shorter, or nobody reads them."""

LEAST_LEFT_WORDS = 15
"""Room that makes it worth quoting more than the decision itself."""

NEAR_SHARE = 0.6
"""Part of the first hit's score from which a § may hold the decision on the matter."""

LEAST_MATTER = 0.4
"""Part of the matter's words that the title of a § and the point of its decision must hold."""

SECTION_PASSAGES = 50

_ROW = re.compile(r"[\d)%][^\S\n]*(?:kr|tkr)?[^\S\n]*$", re.MULTILINE)
FEWEST_ROWS = 2
"""Lines of a passage that end in a figure and may be a table's: only then is its file read, for which a comparison of many waits."""

WELL_ON_IT = 0.6
"""Part of them that makes a place of the § one on the matter."""

NEARLY = 0.8
"""Part of the matter that words about a neighbour hold, from which those about the municipality itself are taken instead."""

ALL_OF_IT = 0.95
"""Part of them that makes a point the whole answer: more would only tell what was said on the way."""

_COST_ASKED = re.compile(r"\bkosta(?:r|de)?\b|\bkostnad|\bpris|\bhur dyr")
_COST_SAID = re.compile(r"\bkost(?:a|ar|ade|nad\w*)\b|\w*kostnad\w*|\bpris\w*|\w*avgift\w*")
_IN_WORDS = re.compile(r"\b(?:avskaffa|upphor|tas bort|slopa|avgiftsfri|kostnadsfri|gratis|oforandra|avsla|aterremit|bordlagg|utgar)")
"""A decision that answers a question for a sum without one, folded."""

_DECIDING = (Role.BESLUT, Role.FORSLAG)
_DECIDED = (Status.BESLUT, Status.FORSLAG, Status.ATERREMISS, Status.REMISS)


def standing_hits(material: Material) -> Sequence[Hit]:
    """The hits that no other has overtaken: of one thing decided again and again the latest, or the one of the time asked for."""
    kept = standing(material.question, material.hits, material.today)
    day = max((period.last for period in material.question.periods), default=material.today.isoformat())
    return latest(kept, day)


def chosen(material: Material, budget: int) -> Quoting:
    """What to quote of one municipality, in about so many words: where its own paper tells of a neighbour alone, what names itself
    and holds nearly as much."""
    found = _chosen(material, budget)
    if not _tells_of_neighbour(material, found.excerpts):
        return found
    hits = [hit for hit in material.hits if any(name in hit.passage.text for name in material.question.municipalities)]
    again = _chosen(replace(material, hits=hits), budget) if hits else found
    return again if again.excerpts and _matter_held(material, again) >= NEARLY * _matter_held(material, found) else found


def _tells_of_neighbour(material: Material, excerpts: Sequence[Excerpt]) -> bool:
    named = {name for name, _ in municipalities.find(compose.quoted(excerpts[0]))} if excerpts else set()
    return bool(named) and named.isdisjoint(material.question.municipalities)


def _matter_held(material: Material, quoting: Quoting) -> float:
    return share(material, " ".join(map(compose.quoted, quoting.excerpts)))


def _chosen(material: Material, budget: int) -> Quoting:
    own = own_row(material)
    if own:
        return Quoting(own, sure=True)
    rows = tables.rows(replace(material, hits=_tabular(material))) if tables.asks_figure(material.question) else ()
    decision = None if rows else _decision(material)
    found = _decided(material, decision, budget) if decision else _in_words(material, rows, budget)
    if _lacks_cost(material, found.excerpts):
        more = _with_sum(material)
        found = Quoting(more) if more else found
    return replace(found, excerpts=_of_one_matter(found.excerpts))


def words_each(rows: int) -> int:
    """Words of each row's answer."""
    return ANSWER_WORDS if rows <= FEW else LEAST_WORDS


def _decided(material: Material, decision: Quoting, budget: int) -> Quoting:
    """The decision, and what else its matter says of the question."""
    point = decision.excerpts[0]
    whole = share(material, f"{point.passage.title or ''}\n{compose.quoted(point)}") >= ALL_OF_IT and _answers(material.question, point)
    left = 0 if whole else budget - compose.words((point,))
    hits = [hit for hit in material.hits if is_of(hit.passage, point.passage)]
    more = extract.excerpts(material.question, material.words, hits, left, (point,)) if left > LEAST_LEFT_WORDS else ()
    if not _answers(material.question, point):
        # the day or sum asked for stands beside the decision
        sought = _with_sought(material, more) or _sought_alone(material, hits)
        more = (*sought, point, *(excerpt for excerpt in more if excerpt not in sought))
        return replace(decision, excerpts=more)
    return replace(decision, excerpts=(point, *more))


def _with_sought(material: Material, excerpts: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    return tuple(excerpt for excerpt in excerpts if is_sought(material.question, compose.quoted(excerpt)))


def _sought_alone(material: Material, hits: Sequence[Hit]) -> tuple[Excerpt, ...]:
    """What holds the day or sum asked for among what would be quoted if nobody else were asked: short rows have no room for both."""
    return _with_sought(material, extract.excerpts(material.question, material.words, hits, ANSWER_WORDS))


def _in_words(material: Material, rows: tuple[Excerpt, ...], budget: int) -> Quoting:
    """Table rows that the question names, else sentences."""
    return Quoting(rows, sure=True) if rows else Quoting(extract.excerpts(material.question, material.words, material.hits, budget))


def own_row(material: Material) -> tuple[Excerpt, ...]:
    """The row that a table of municipalities has for this one."""
    named = [hit for hit in _tabular(material) if any(name in hit.passage.text for name in material.question.municipalities)]
    if not named or not tables.asks_figure(material.question):
        return ()
    names = wanted(" ".join(material.question.municipalities), material.index, material.access)
    found = tables.rows(replace(material, words=(*material.words, *names), hits=named))
    of_it = (row for row in found if row.said and any(_is_named(row, name) for name in names))
    return tuple(row for row in of_it if share(material, f"{row.said}\n{row.passage.title or ''}") >= LEAST_MATTER)[:1]


def _tabular(material: Material) -> Sequence[Hit]:
    """The hits that may hold rows of a table."""
    return [hit for hit in material.hits if len(_ROW.findall(hit.passage.text)) >= FEWEST_ROWS]


def _is_named(row: Excerpt, name: Wanted) -> bool:
    return met(name, tokens_of(row.span.of(row.passage.text))) >= 1


def _decision(material: Material) -> Quoting | None:
    """The point of the § asked for that says most of the question, and how many there are."""
    hits = material.hits
    near = [hit.passage for hit in hits if hit.score >= NEAR_SHARE * hits[0].score]
    sections: dict[str, Passage] = {}
    for passage in [_decided_after(passage, material) or passage for passage in near]:
        if passage.role is not Role.BILAGA and passage.status in _DECIDED:
            sections.setdefault(passage.section_id, passage)
    return next((point for passage in sections.values() if (point := _point(material, passage))), None)


def _decided_after(passage: Passage, material: Material) -> Passage | None:
    """The decision among the hits that settles what a § proposes; what is asked of the way there is answered on the way."""
    if passage.status is not Status.FORSLAG or asks_of_the_way(material.question):
        return None
    deciding = (hit.passage for hit in material.hits if hit.passage.role is Role.BESLUT and hit.passage.status is Status.BESLUT)
    return next((one for one in deciding if matter.is_one(one, passage) and (one.date or "") >= (passage.date or "")), None)


def _point(material: Material, hit: Passage) -> Quoting | None:
    """The point of the § that a hit stands in, where title and point are about the matter, or the hit is and they touch it."""
    section_id = hit.section_id
    index, access = material.index, material.access
    passages = index.passages(index.select(Filters(section_ids=(section_id,)), access, SECTION_PASSAGES), access)
    own = sorted((one for one in passages if one.role in _DECIDING), key=lambda one: one.ordinal)
    section = section_of(own[0], material.files) if own else None
    points = section.points if section else ()
    deciding = [point for point in points if point.status is not Status.FORSLAG] or points
    found = [Excerpt(one, span, None, 1.0) for point in deciding for one in own if (span := in_passage(one, point.span))]
    if not found:
        return None
    best = max(found, key=lambda excerpt: (is_sought(material.question, compose.quoted(excerpt)), _held(material, excerpt)))
    on_it = share(material, f"{best.passage.title or ''}\n{compose.quoted(best)}")
    if on_it < LEAST_MATTER and not (on_it > 0 and share(material, hit.text) >= WELL_ON_IT):
        return None
    several = len(deciding) > 1
    left_out = wording.part_of_points(1, len(deciding), material.question.language).strip("()") if several else None
    return Quoting((best,), left_out, sure=True)


def _held(material: Material, excerpt: Excerpt) -> float:
    return overlap(material.words, tokens_of(compose.quoted(excerpt)))


def _answers(question: Question, point: Excerpt) -> bool:
    said = compose.quoted(point)
    return is_sought(question, said) or (question.asks is Asks.AMOUNT and says_in_words(question, said))


def _lacks_cost(material: Material, excerpts: Sequence[Excerpt]) -> bool:
    """Whether a cost is asked for that what would be quoted neither names nor does away with."""
    if material.question.asks is not Asks.AMOUNT or not excerpts or not _COST_ASKED.search(fold(material.question.text)):
        return False
    said = " ".join(map(compose.quoted, excerpts))
    return not any(amount.unit for amount in references.amounts(said)) and not says_in_words(material.question, said)


def _with_sum(material: Material) -> tuple[Excerpt, ...]:
    """The sentence of the same § or matter that names what it costs."""
    first = material.hits[0].passage
    passages = [hit.passage for hit in material.hits if is_of(hit.passage, first)]
    costs = [
        Excerpt(passage, unit.span, None, 1.0)
        for passage in passages
        for unit in units(passage.text)
        if _is_cost(unit.span.of(passage.text))
    ]
    return (max(costs, key=lambda excerpt: _held(material, excerpt)),) if costs else ()


def _is_cost(text: str) -> bool:
    return bool(_COST_SAID.search(fold(text))) and any(amount.unit for amount in references.amounts(text))


def says_in_words(question: Question, text: str) -> bool:
    """Whether a decision answers a question for a sum without one, in words that are not the question's own: what is abolished
    costs nothing, whatever it cost before."""
    asked = fold(question.text)
    return any(match[0] not in asked for match in _IN_WORDS.finditer(fold(text)))


def _of_one_matter(excerpts: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    return tuple(excerpt for excerpt in excerpts if is_of(excerpt.passage, excerpts[0].passage))


def is_of(passage: Passage, first: Passage) -> bool:
    """Whether a passage is of the § or matter that another is of."""
    return passage.section_id == first.section_id or (passage.case_key is not None and passage.case_key == first.case_key)
