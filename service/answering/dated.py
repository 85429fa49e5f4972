"""The day that a paper tells of what became of it or of another: "Reviderad 2031-03-14", "Antagen av nämnden den 5 april 2031 § 7".

Looked for by the verb of the question in what else its paper or § holds, where the words that would be quoted do not tell it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from indexer import references
from indexer.documents import Passage, Span
from indexer.index import Filters
from service.extract import Excerpt
from service.material import Material
from service.records import Asks
from service.sentences import units
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import overlap, tokens_of, weight

READ_HITS = 3
SECTION_PASSAGES = 60

LEAST_OF_GIST = 0.4
"""Part of the words for the matter that a sentence with its header must hold."""

AS_GOOD = 0.7
"""Part of the best sentence's fit from which others of its passage tell of the same: two papers adopted on two days."""

NOTE_WORDS = 8
FEWEST_WORDS = 4
LONGEST = 40
MOST_WORDS = 60

_ACTS: Mapping[str, str] = {
    r"\brevider|\buppdater|\bomarbet": r"\brevider|\buppdater|\bomarbet",
    r"\bantag|\bantog|\bantas|\badopted\b": r"\bantag|\bantog",
    r"\bfaststall": r"\bfaststall",
    r"\buppratta": r"\buppratta|\bdaterad",
    r"\bgodkan|\bapproved\b": r"\bgodkan",
    r"\baterrapport|\bredovisa": r"\baterrapport|\bredovisa",
    r"\binkom|\bkom\b.* in\b|\blamna(?:de|des|ts)\b.* in\b": (
        r"\binkom|\bankom|\blamna\w* in\b|\binlamna|\bregistrerad|\b(?:motion|interpellation|medborgarforslag|ansokan) (?:fran|av)\b"
    ),
    r"\banmal": r"\banmal",
    r"\bskicka\w*\b.* in\b": r"\binlamna|\binkom|\bskicka\w* in\b|\blamna\w* in\b",
    r"\bt(?:og|agit)\b.* tillbaka\b|\baterto": r"\baterta|\baterto|\btillbaka",
    r"\bundertecknad|\bskrevs under|\bskrivits under|\bsignera": r"\bundertecknad|\bsignera|\bskrev\w* under",
    r"\buppdrag\w* (?:gav|gett|gick)|\bgavs uppdrag|\bgavs\b.*\buppdrag": r"\buppdr",
}
"""What became of a thing, folded: in a question, and in the papers."""


_TO_COME = re.compile(r"\b(?:ska|skall|kommer|bor|maste|nasta|igen|will|shall)\b")


def days(material: Material, quoted: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """The sentences that tell the day asked for: what is `quoted` where that does, else others; nothing where nothing does."""
    asked = fold(material.question.text)
    acts = [stands for pattern, stands in _ACTS.items() if re.search(pattern, asked)]
    if material.question.asks is not Asks.WHEN or not acts or _TO_COME.search(asked):
        return ()
    told = re.compile("|".join(acts))
    telling = [(excerpt, span) for excerpt in quoted for span in _sentences(excerpt) if _tells(told, span.of(excerpt.passage.text))]
    if telling:
        sure = any(_fit(material, excerpt.passage, span) >= LEAST_OF_GIST for excerpt, span in telling)
        return tuple(quoted) if sure else ()
    found = [one for passage in _near(material) if (one := _of(material, passage, told))]
    return max(found, key=lambda one: one[0], default=(0.0, ()))[1]


def _near(material: Material) -> Sequence[Passage]:
    """The passages of the papers and § of the first hits."""
    ids = tuple(dict.fromkeys(hit.passage.section_id for hit in material.hits[:READ_HITS]))
    found = (material.index.select(Filters(section_ids=(one,)), material.access, SECTION_PASSAGES) for one in ids)
    return [passage for chosen in found for passage in material.index.passages(chosen, material.access)]


def _of(material: Material, passage: Passage, told: re.Pattern[str]) -> tuple[float, tuple[Excerpt, ...]] | None:
    """The sentences of a passage that tell the day, and how well the best fits the question; None where none does."""
    words = gist(material)
    fits = [(_fit(material, passage, unit.span), unit.span) for unit in units(passage.text) if _tells(told, unit.span.of(passage.text))]
    best = max((fit for fit, _ in fits), default=0.0)
    if not words or best < LEAST_OF_GIST:
        return None
    left, kept = MOST_WORDS, []
    for fit, span in fits:
        length = len(span.of(passage.text).split())
        if fit >= AS_GOOD * best and length <= left:
            kept.append(Excerpt(passage, _findable(passage.text, span), None, 1.0))
            left -= length
    return (best, tuple(kept)) if kept else None


def _findable(text: str, span: Span) -> Span:
    """A note of few words with the sentence before it: alone it could stand anywhere."""
    before = [unit.span for unit in units(text) if unit.span.end <= span.start]
    return Span(before[-1].start, span.end) if before and len(span.of(text).split()) < FEWEST_WORDS else span


def _fit(material: Material, passage: Passage, span: Span) -> float:
    """The part of the words for the matter that a sentence with its header holds; a bare note ("Reviderad 2031-03-14") is its paper's."""
    said = span.of(passage.text)
    if len(said.split()) <= NOTE_WORDS:
        own = [hit.passage for hit in material.hits[:READ_HITS] if hit.passage.section_id == passage.section_id]
        return max((_held(material, f"{one.header}\n{one.text}") for one in own), default=0.0)
    return _held(material, f"{passage.header}\n{said}")


def _held(material: Material, text: str) -> float:
    words = gist(material)
    return overlap(words, tokens_of(text)) / (weight(words) or 1)


def _tells(told: re.Pattern[str], text: str) -> bool:
    """Whether a sentence has the verb and a day."""
    return len(text.split()) <= LONGEST and told.search(fold(text)) is not None and any(day.iso for day in references.dates(text))


def _sentences(excerpt: Excerpt) -> Iterator[Span]:
    yield from (unit.span for unit in units(excerpt.passage.text) if excerpt.span.holds(unit.span))
