"""Which kind of nothing a municipality has: another organisation answers for it, only others tell of it, or its papers are silent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.documents import Passage, Role, Span, Status
from service.answering import compose
from service.answering.holding import asks_of_the_way
from service.answering.lacking import lacking
from service.comparison import asking, choosing
from service.comparison.asked_for import is_sought
from service.comparison.matter import share
from service.comparison.neighbours import Neighbours
from service.comparison.records import Empty
from service.extract import Excerpt
from service.material import Material
from service.records import Asks, Question
from service.sentences import units
from service.understanding.kinds import fold

READ_HITS = 5
"""Own hits that may say who answers for the matter."""

TOLD_WORDS = 45
"""Words quoted of what others tell."""

LEAST_TOLD = 0.7
"""Part of the matter's words that what others tell must hold."""

LEAST_MATTER = 0.5
"""Part of the matter's words that must stand with the name of the organisation, or of the municipality told of."""

_DECIDES = (Asks.DECISION, Asks.STATUS)
_OPEN = (Status.FORSLAG, Status.REMISS, Status.ATERREMISS)
_LEFT_OPEN = re.compile(r"\b(?:bordlagg|bordlag|aterremi|remitter|utgar\b|skjuts upp|lamnas oppet)")
"""In folded words of a decision: what leaves the matter to another day."""

_ORGANISATION = (
    r"(?:\w*kommunalforbund\w*|\w+forbund(?:et|ets)?\b|gemensamm?\w* \w*namnd\w*|region(?:en|ens)?\b(?: \w+)?|landstinget|staten\b"
    r"|lansstyrelsen)"
)
_ACTS = (
    r"(?:skots|handhas|ansvarar|handlaggs|provas|beslutas?|utfors|drivs|tillhandahalls|bestams|faststalls|ordnas|svarar for"
    r"|ligger (?:hos|pa)|ar en uppgift for|har overlamnats|har overlatits|huvudman|har tagit over|fullgors)"
)
_ELSEWHERE = re.compile(rf"\b{_ACTS}\b[^.]{{0,60}}?\b{_ORGANISATION}|\b{_ORGANISATION}[^.]{{0,40}}?\b{_ACTS}\b")
_ITS_OWN = re.compile(r"\bkommun(?:en|ens)? (?:betalar|skoter|ansvarar|driver)")
_SHARED_BODY = re.compile(r"\bgemensam|forbund")
_REFERS = re.compile(r"^(?:den|det|detta|uppgiften|verksamheten)\b")
"""All of folded text (a–z)."""


@dataclass(frozen=True, slots=True)
class Instead:
    """What there is in place of a municipality's own answer."""

    empty: Empty
    excerpts: tuple[Excerpt, ...] = ()


def undecided(question: Question, excerpts: Sequence[Excerpt]) -> bool:
    """Whether what is quoted speaks of the matter without deciding it."""
    passages = [excerpt.passage for excerpt in excerpts]
    decided = [excerpt for excerpt in excerpts if _is_decision(excerpt.passage)]
    if decided:
        return bool(_LEFT_OPEN.search(fold(compose.quoted(decided[0]))))
    first = passages[0]
    if asks_of_the_way(question) and first.role is Role.YRKANDE and first.status is Status.BESLUT:
        # who reserved themselves is part of what was decided
        return False
    if question.asks in _DECIDES:
        return True
    return first.role in (Role.FORSLAG, Role.YRKANDE) or (first.status in _OPEN and first.role is not Role.BAKGRUND)


def _is_decision(passage: Passage) -> bool:
    return passage.role is Role.ATERGIVET_BESLUT or (
        passage.role is Role.BESLUT and passage.status is not Status.FORSLAG and _weighs(passage)
    )


def decides_matter(material: Material, excerpts: Sequence[Excerpt]) -> bool:
    """Whether what is quoted decides or proposes something on the matter itself."""
    deciding = [excerpt for excerpt in excerpts if excerpt.passage.role in (Role.BESLUT, Role.FORSLAG) and _weighs(excerpt.passage)]
    return bool(deciding) and held(material, deciding) >= LEAST_MATTER


def _weighs(passage: Passage) -> bool:
    return passage.status not in (Status.INFORMATION, Status.INGEN)


def is_shared(passage: Passage) -> bool:
    """Whether the passage's issuer is an organisation that acts for several municipalities."""
    whose = f"{passage.body or ''} {passage.municipality or ''}"
    return bool(_SHARED_BODY.search(fold(whose))) or (passage.municipality or "").startswith("Region ")


def other_organisation(material: Material) -> Instead | None:
    """The sentence of the municipality's own papers that says who answers for the matter instead."""
    found = [(held, excerpt) for held, excerpt in _delegating(material) if held >= LEAST_MATTER]
    return Instead(Empty.OTHER_ORGANISATION, (max(found, key=lambda each: each[0])[1],)) if found else None


def _delegating(material: Material) -> Iterator[tuple[float, Excerpt]]:
    """Sentences that say that an organisation acts, with the part of the matter that they and their title hold."""
    for hit in material.hits[:READ_HITS]:
        if not _ELSEWHERE.search(fold(" ".join(hit.passage.text.split()))):
            continue
        for unit in units(hit.passage.text):
            said = unit.span.of(hit.passage.text)
            folded = fold(" ".join(said.split()))
            if not _ELSEWHERE.search(folded) or _ITS_OWN.search(folded):
                continue
            if _REFERS.search(folded) or share(material, said) > 0:
                yield share(material, said, hit.passage.title or ""), Excerpt(hit.passage, unit.span, None, 1.0)


def second_hand(material: Material, name: str, neighbours: Neighbours) -> Instead | None:
    """What another municipality's paper says of this one, where it says it in so many words: in a row of a table, or in sentences."""
    question = replace(asking.about(material.question, name), asks=material.question.asks)
    hits = [hit for hit in neighbours.naming(name) if _may_tell(material, hit.passage)]
    other = replace(material, question=replace(question, municipalities=(name,)), hits=hits)
    told = (*choosing.own_row(other), *_sentences(other, name)) if hits else ()
    telling = [one for one in told if _tells(material, one)]
    # a list of papers holds the words of the matter too, and no day or sum
    best = max(telling, key=lambda one: is_sought(question, compose.quoted(one)), default=None)
    return Instead(Empty.SECOND_HAND, (best,)) if best else None


def _tells(material: Material, excerpt: Excerpt) -> bool:
    """Whether others' words are on the matter and hold what is asked for: much is said of a neighbour in passing."""
    return held(material, (excerpt,)) >= LEAST_TOLD and lacking(material.question, compose.quoted(excerpt)) is None


def _may_tell(material: Material, passage: Passage) -> bool:
    """Whether so much of the matter stands in a passage at all."""
    return share(material, passage.title or "", passage.context, passage.text) >= LEAST_TOLD


def _sentences(material: Material, name: str) -> Iterator[Excerpt]:
    """Of each passage the sentence about the municipality that holds most of the matter, with neighbours that name it too."""
    for hit in material.hits:
        spans = [unit.span for unit in units(hit.passage.text)]
        texts = [span.of(hit.passage.text) for span in spans]
        naming = [at for at, text in enumerate(texts) if fold(name) in fold(text)]
        if not naming:
            continue
        first = last = max(naming, key=lambda at: share(material, texts[at]))
        while last + 1 in naming and len(" ".join(texts[first : last + 2]).split()) <= TOLD_WORDS:
            last += 1
        yield Excerpt(hit.passage, Span(spans[first].start, spans[last].end), None, 1.0)


def held(material: Material, excerpts: Sequence[Excerpt]) -> float:
    """The part of the matter that the quotes hold, with the titles of their §."""
    said = [part for excerpt in excerpts for part in (compose.quoted(excerpt), excerpt.passage.title or "", excerpt.passage.context)]
    return share(material, *said)


def is_silent(own: float, best: float) -> bool:
    """Whether a municipality's papers hold next to nothing of the matter, or much less than another's do."""
    return own < max(LEAST_HELD, SILENT_SHARE * best)


LEAST_HELD = 0.2
"""Part of the matter below which papers are silent on it, whatever others' hold: where nobody's tell of it, none does better.
Of 380 questions with an answer it stood in papers that hold 0.23 or more."""

SILENT_SHARE = 0.46
"""Part of what the best papers hold of the matter below which others' are silent on it. On the samples the silent hold at most
0.45 of it, those that answer 0.49 or more, but for one."""
