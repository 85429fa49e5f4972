"""Which kind of nothing a municipality has: another organisation answers for it, only others tell of it, or its papers are silent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.documents import Passage, Role, Span, Status
from indexer.index import Access, Filters
from service import retrieval
from service.answering import compose, refusal
from service.answering.material import Material
from service.answering.quoting import quoting
from service.answering.sentences import units
from service.comparison import asking
from service.comparison.records import Empty
from service.extract import Excerpt
from service.records import Asks, Hit, Question
from service.resources import Resources
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import Wanted, met, overlap, tokens_of, weight

READ_HITS = 5
"""Own hits that may say who answers for the matter."""

NAMING_PASSAGES = 30
"""Passages of others that are looked through for a municipality's name."""

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
        return all(_LEFT_OPEN.search(fold(compose.quoted(excerpt))) for excerpt in decided)
    first = passages[0]
    if question.asks in _DECIDES:
        return True
    return first.role in (Role.FORSLAG, Role.YRKANDE) or (first.status in _OPEN and first.role is not Role.BAKGRUND)


def _is_decision(passage: Passage) -> bool:
    return passage.role is Role.ATERGIVET_BESLUT or (passage.role is Role.BESLUT and passage.status not in (Status.FORSLAG, Status.INGEN))


def is_shared(passage: Passage) -> bool:
    """Whether the passage's issuer is an organisation that acts for several municipalities."""
    whose = f"{passage.body or ''} {passage.municipality or ''}"
    return bool(_SHARED_BODY.search(fold(whose))) or (passage.municipality or "").startswith("Region ")


def other_organisation(material: Material) -> Instead | None:
    """The sentence of the municipality's own papers that says who answers for the matter instead."""
    matter = gist(material)
    least = LEAST_MATTER * weight(matter)
    found = [(held, Excerpt(passage, span, None, held)) for passage, span, held in _delegating(material, matter) if held >= least > 0]
    return Instead(Empty.OTHER_ORGANISATION, (max(found, key=lambda each: each[0])[1],)) if found else None


def _delegating(material: Material, matter: Sequence[Wanted]) -> Iterator[tuple[Passage, Span, float]]:
    """Sentences that say that an organisation acts, with the weight of the matter's words that they and their title hold."""
    for hit in material.hits[:READ_HITS]:
        for unit in units(hit.passage.text):
            said = unit.span.of(hit.passage.text)
            folded = fold(" ".join(said.split()))
            if not _ELSEWHERE.search(folded) or _ITS_OWN.search(folded):
                continue
            if _REFERS.search(folded) or any(met(word, tokens_of(said)) for word in matter):
                yield hit.passage, unit.span, overlap(matter, tokens_of(f"{said}\n{hit.passage.title or ''}"))


def second_hand(material: Material, name: str, resources: Resources, access: Access) -> Instead | None:
    """What another municipality's paper says of this one, where it says it in so many words."""
    question = replace(asking.about(material.question, name), asks=material.question.asks)
    hits = _naming(question, name, resources, access)
    if not hits:
        return None
    other = replace(material, question=question, hits=hits)
    excerpts = tuple(excerpt for excerpt in quoting(other).excerpts if fold(name) in fold(compose.quoted(excerpt)))[:1]
    if not excerpts or not _of_the_matter(material, excerpts[0]):
        return None
    return Instead(Empty.SECOND_HAND, excerpts)


def _naming(question: Question, name: str, resources: Resources, access: Access) -> list[Hit]:
    """Passages of others that name the municipality, best first."""
    found = resources.index.lexical(retrieval.question_terms(question), Filters(), access, NAMING_PASSAGES)
    scores = {scored.id: scored.score for scored in found}
    passages = resources.index.passages(list(scores), access)
    whole = re.compile(rf"\b{re.escape(name)}s?\b")
    kept = [passage for passage in passages if passage.municipality != name and whole.search(passage.text)]
    return [Hit(passage, scores[passage.id], rank) for rank, passage in enumerate(kept, 1)]


def _of_the_matter(material: Material, excerpt: Excerpt) -> bool:
    matter = gist(material) or tuple(material.words)
    passage = excerpt.passage
    said = tokens_of(f"{compose.quoted(excerpt)}\n{passage.title or ''}\n{passage.context}")
    return overlap(matter, said) >= LEAST_MATTER * weight(matter) > 0


def is_silent(material: Material, best_fit: float) -> bool:
    """Whether a municipality's papers hold much less of the question than another's do."""
    own = refusal.fit(material.words, material.hits, None).passage
    return own < SILENT_FIT and own < SILENT_SHARE * best_fit


SILENT_FIT = 0.6
SILENT_SHARE = 0.6
"""Below both a municipality's papers say nothing of the matter: parts of the question and of what the best one's hold."""
