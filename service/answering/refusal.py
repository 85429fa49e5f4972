"""When what was found does not answer, and why: said in one sentence that names what is missing.

Three rules: too little of the question stands in what was found; something called by a name of its own is not named there
(named.py); or the words to quote lack the kind of thing that is asked for (lacking.py), or no one of them tells it.
Bounds are measured by `python -m eval.refusing`. What is not indexed at all: premises.py.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer import references
from indexer.documents import Passage
from service.answering import compose, counted, lacking, named, objections, posts, sayers, wording
from service.answering.sameness import held, weight_held
from service.extract import Excerpt
from service.material import Material
from service.records import Asks, Hit
from service.sentences import units
from service.understanding import asked
from service.understanding.gist import content, gist, telling
from service.understanding.wanted import Wanted, tokens_of, tokens_of_all, weight

LEAST_IN_PASSAGE = 0.3
"""Part of the question's weight that the best passage must hold."""

LEAST_IN_EXCERPT = 0.15
"""Part that the words to quote must hold, …"""

ENOUGH_IN_PASSAGE = 0.7
"""… unless their passage holds so much of it: what answers often stands beside the words asked."""

LEAST_IN_BOTH = 0.35
"""What the two parts must be on average."""

WELL_IN_PASSAGE = 0.6
"""Part that makes it an answer, though the words for its matter are others."""

WELL_IN_EXCERPT = 0.5
"""Part in the words to quote that makes them an answer, though no word for the matter is anywhere: it may be misread by OCR."""

LEAST_OF_GIST = 0.1
"""Part of the words for the matter that the places quoted must hold …"""

MOST_UNHEARD = 0.5
"""… and part of these words that may be in none of them, where one is nowhere in the index."""

MOST_UNQUOTED = 0.3
"""Part of the words for the matter that a sum may stand without: there are sums everywhere."""

LEAST_AT_SUM = 0.35
"""Part of the words for the matter that what holds a sum, with its header, must hold for the sum to be the cost of that."""

NEAR_ENOUGH = 0.4
"""Part of the words for the matter that makes a place worth naming, though it does not answer."""

READ_HITS = 3

_MET = 0.5


@dataclass(frozen=True, slots=True)
class Fit:
    """How well what was found meets the question, each 0–1."""

    passage: float
    excerpt: float
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gist:
    """How well what would be quoted meets the words for the matter: part that one place holds, parts that no place and no
    quote holds, whether a word is nowhere in the index, and whether none of them is anywhere in it."""

    place: float = 1.0
    lacking: float = 0.0
    unquoted: float = 0.0
    unheard: bool = False
    unknown: bool = False


def fit(words: Sequence[Wanted], hits: Sequence[Hit], excerpt: str | None, beside: Sequence[Hit] = ()) -> Fit:
    """Measure the best of the first hits, with what is `beside` them of the same §, and the excerpt that would answer."""
    total = weight(words)
    if not total or not hits:
        return Fit(0.0, 0.0, tuple(word.word for word in words if not word.found))
    texts = [tokens_of_all(_section_of(hit.passage, beside)) for hit in hits[:READ_HITS]]
    best = max(texts, key=lambda tokens: weight_held(words, tokens))
    return Fit(
        weight_held(words, best) / total,
        weight_held(words, tokens_of(excerpt)) / total if excerpt else 0.0,
        tuple(word.word for word in words if held(word, best) == 0),
    )


def _section_of(passage: Passage, beside: Sequence[Hit]) -> tuple[str, ...]:
    """A passage with what else was found of its §: the matter is often named in another part than the one that answers. In
    parts, for others read the same ones."""
    others = (hit.passage.text for hit in beside if hit.passage.section_id == passage.section_id and hit.passage.id != passage.id)
    return (passage.header, passage.text, *others)


def gist_met(words: Sequence[Wanted], excerpts: Sequence[Excerpt], beside: Sequence[Hit] = ()) -> Gist:
    """Measure what would be quoted by the words for the matter."""
    total = weight(words)
    if not total or not excerpts:
        return Gist()
    places = [_section_of(excerpt.passage, beside) for excerpt in excerpts]
    quotes = [(excerpt.passage.header, compose.quoted(excerpt)) for excerpt in excerpts]
    return Gist(
        place=max(weight_held(words, tokens_of_all(place)) for place in places) / total,
        lacking=_unmet(words, places),
        unquoted=_unmet(words, quotes),
        unheard=not all(word.found for word in words),
        unknown=not any(word.found for word in words),
    )


def _part(words: Sequence[Wanted], text: str) -> float:
    """The part of the words that a text holds."""
    return weight_held(words, tokens_of(text)) / weight(words) if weight(words) else 0.0


def _unmet(words: Sequence[Wanted], texts: Sequence[tuple[str, ...]]) -> float:
    tokens = tokens_of_all(part for text in texts for part in text)
    return sum(held(word, tokens) < _MET for word in words) / len(words)


def reason(material: Material, excerpts: Sequence[Excerpt], *, by_section: bool = False) -> str | None:
    """Why the quotes are no answer, for a reader; None where they are. `by_section`: a place is its whole §, as far as it was
    found; where many are asked alike, only what stands there counts."""
    question = material.question
    if question.asks is Asks.REFERENCE:
        # what stands under the Dnr or § asked for is the answer, whatever words it has
        return None
    hits = material.hits if by_section else ()
    said = " ".join(map(compose.quoted, excerpts))
    found = fit(telling(material.words), material.hits, said, hits)
    words = gist(material)
    matter = gist_met(words, excerpts, hits)
    if not words and not (question.cases or question.sections or question.bodies or asked.days(question)):
        # "Vad är klockan?": nothing that minutes could be about
        return wording.not_answered(question.language)
    if is_too_little(found) or is_another_matter(
        replace(found, excerpt=_part(content(material), said)), matter, english=question.in_english
    ):
        return wording.not_answered(question.language)
    if excerpts and named.is_elsewhere(material, ["\n".join(_section_of(excerpt.passage, material.hits)) for excerpt in excerpts]):
        return wording.not_answered(question.language)
    first = [excerpt for excerpt in excerpts if excerpt.passage.section_id == excerpts[0].passage.section_id]
    quotes = " ".join(map(compose.quoted, first))
    lack = lacking.lacking(question, quotes) or _untold(material, excerpts)
    if lack is None and lacking.wants_sum(question) and matter.unquoted > MOST_UNQUOTED:
        lack = lacking.Lack.SUM
    if lack is None and lacking.wants_cost(question) and _is_of_something_else(words, first):
        lack = lacking.Lack.SUM
    return wording.only_mentioned(lack, question.language) if lack else None


def _untold(material: Material, excerpts: Sequence[Excerpt]) -> str | None:
    """What no single sentence or row quoted tells of what is asked for: how many there are, who holds a post, what was said."""
    said = [(excerpt, text) for excerpt in excerpts for text in _units(excerpt)]
    texts = [text for _, text in said]
    # a number may stand in the sentence after the one that names its thing
    both = [f"{text} {after}" for (one, text), (other, after) in pairwise(said) if one is other]
    if lacking.asks_how_many(material.question) and not counted.is_told(material.question, material.words, [*texts, *both]):
        return lacking.Lack.NUMBER
    if lacking.unmeasured(material.question, " ".join(texts)):
        return lacking.Lack.AMOUNT
    return sayers.unsaid(material, said) if posts.is_held(material, texts) else lacking.Lack.NAME


def _is_of_something_else(words: Sequence[Wanted], excerpts: Sequence[Excerpt]) -> bool:
    """Whether each sum that is quoted stands in a sentence that, with its header, says little of the matter."""
    shares = [
        weight_held(words, tokens_of(f"{excerpt.passage.header}\n{excerpt.passage.context}\n{said}"))
        for excerpt in excerpts
        for said in _with_sums(excerpt)
    ]
    return bool(shares) and max(shares) < LEAST_AT_SUM * weight(words)


def _with_sums(excerpt: Excerpt) -> Iterator[str]:
    """The sentences and rows quoted that hold a sum, each with what introduces it."""
    text = excerpt.passage.text
    for unit in units(text):
        if excerpt.span.holds(unit.span) and references.amounts(unit.span.of(text)):
            yield f"{unit.lead.of(text) if unit.lead else ''}\n{unit.span.of(text)}"


def _units(excerpt: Excerpt) -> Iterator[str]:
    """The sentences and rows quoted, each on one line with what introduces it; what is said in their place too."""
    text = excerpt.passage.text
    lead = excerpt.lead.of(text) if excerpt.lead else ""
    own = [unit for unit in units(text) if excerpt.span.holds(unit.span)]
    yield from (" ".join(f"{unit.lead.of(text) if unit.lead else lead} {unit.span.of(text)}".split()) for unit in own)
    if excerpt.said is not None or not own:
        yield compose.quoted(excerpt)


def nearest(material: Material) -> str | None:
    """The nearest place that was found, for who is refused; None where it has nothing of the matter either."""
    if not material.hits:
        return None
    words, passage = gist(material), material.hits[0].passage
    if weight_held(words, tokens_of(f"{passage.header}\n{passage.text}")) < NEAR_ENOUGH * weight(words) or not words:
        return None
    return objections.nearest(wording.where(passage), passage.title, material.question.language)


def is_too_little(found: Fit) -> bool:
    """Whether too little of the question stands in what was found."""
    between = (found.passage + found.excerpt) / 2
    if found.passage >= ENOUGH_IN_PASSAGE:
        return False
    return found.passage < LEAST_IN_PASSAGE or found.excerpt < LEAST_IN_EXCERPT or between < LEAST_IN_BOTH


def is_another_matter(found: Fit, matter: Gist, *, english: bool) -> bool:
    """Whether what was found has words of the question, but not those for its matter: none of them, or too few where little
    else fits. An English word may be nowhere in the index because nobody has translated it."""
    if matter.unknown and not english and matter.lacking == 1 and found.excerpt < WELL_IN_EXCERPT:
        return True
    if found.passage >= WELL_IN_PASSAGE:
        return False
    return matter.place < LEAST_OF_GIST or (matter.unheard and not english and matter.lacking >= MOST_UNHEARD)
