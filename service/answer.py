"""The story of an answer: understand, retrieve, quote or refuse, verify, say what was searched.

Where a language model is configured it writes the answer from the same hits; where it fails, the documents' own words
are given and the answer says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from time import perf_counter

from indexer.documents import Source
from indexer.index import Access, Filters, Index
from service import compose, decisions, extract, generate, refusal, verify, wording
from service.coverage import coverage, sentence
from service.errors import GeneratorProblem
from service.question import understand
from service.records import Answer, Asks, Citation, Claim, Hit, Question, Timing
from service.resources import Resources
from service.retrieval import retrieve
from service.wanted import Wanted, wanted

ANSWER_WORDS = 80
OPENING_WORDS = 12
"""Words that an answer's opening takes of these."""

LEAST_LEFT_WORDS = 15
"""Room that makes it worth quoting more than the decision itself."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer in the making; `reason` is why there is none, `dropped` counts claims that did not hold."""

    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    status_note: str | None = None
    reason: str | None = None
    mode: str = "extractive"
    dropped: int = 0


def answer(text: str, filters: Filters, resources: Resources, access: Access, today: date) -> Answer:
    """The answer to a question. Raises BadQuestion and BadParameter."""
    started = perf_counter()
    index = resources.index
    question = understand(text, filters, index.facets(Filters(), access), today)
    hits = retrieve(question, index, resources.embedder, access)
    retrieved = perf_counter()
    words = wanted(question.text, index, access)
    missing = refusal.not_there(question, hits)
    if missing:
        draft = Draft(reason=missing)
    else:
        draft = _checked(extracted(question, words, hits, index, access), question.language, hits, index, access)
        if resources.generator is not None:
            draft = _generated(question, hits, resources.generator, index, access, draft)
    searched = coverage(index, question.filters, access)
    answered = perf_counter()
    return Answer(
        question=question,
        text=f"{draft.reason} {sentence(searched, question.language)}" if draft.reason else _text(draft),
        refused=draft.reason is not None,
        reason=draft.reason,
        mode=draft.mode,
        status_note=draft.status_note,
        claims=draft.claims,
        citations=draft.citations,
        hits=tuple(hits),
        coverage=searched,
        ms=Timing(*(round(1000 * seconds, 2) for seconds in (retrieved - started, answered - retrieved, answered - started))),
        dropped_claims=draft.dropped,
    )


def extracted(question: Question, words: Sequence[Wanted], hits: Sequence[Hit], index: Index, access: Access) -> Draft:
    """The answer in the documents' own words, or the reason why there is none."""
    chosen, left_out = _excerpts(question, words, hits, index, access)
    quotes = " ".join(compose.quoted(excerpt) for excerpt in chosen)
    reason = refusal.reason(question, refusal.fit(words, hits, quotes), quotes)
    if reason is not None or not chosen:
        return Draft(reason=reason or wording.not_answered(question.language))
    claims, citations = compose.compose(question, chosen, sources(index, access))
    note = decisions.status_note(question, chosen[0].passage, index, access) if question.asks in decisions.ABOUT_DECISIONS else None
    if left_out:
        claims = (*claims[:-1], replace(claims[-1], text=f"{claims[-1].text} {left_out}"))
    return Draft(claims, citations, note)


def _excerpts(
    question: Question, words: Sequence[Wanted], hits: Sequence[Hit], index: Index, access: Access
) -> tuple[tuple[extract.Excerpt, ...], str | None]:
    budget = ANSWER_WORDS - OPENING_WORDS
    if question.asks is Asks.COMPARISON and len(question.municipalities) > 1:
        share = budget // len(question.municipalities)
        of = {name: [hit for hit in hits if hit.passage.municipality == name] for name in question.municipalities}
        return tuple(excerpt for name in of for excerpt in extract.excerpts(question, words, of[name], share)), None
    if question.asks in decisions.ABOUT_DECISIONS and hits:
        decision = decisions.points(question, words, hits[0], index, access, budget)
        if decision.excerpts:
            left = budget - sum(len(compose.quoted(excerpt).split()) for excerpt in decision.excerpts)
            more = extract.excerpts(question, words, hits, left, decision.excerpts) if left > LEAST_LEFT_WORDS else ()
            return (*decision.excerpts, *more), decision.left_out
    return extract.excerpts(question, words, hits, budget), None


def sources(index: Index, access: Access) -> compose.Sources:
    """The files of one answer, each fetched once."""

    @lru_cache(maxsize=8)
    def source(file: str) -> Source | None:
        stored = index.file(file, access)
        return stored.source if stored else None

    return source


def _checked(draft: Draft, language: str, hits: Sequence[Hit], index: Index, access: Access) -> Draft:
    """The draft with only what its sources bear out; a draft of which nothing is left is a refusal."""
    passages = {hit.passage.id: hit.passage for hit in hits}
    missing = {citation.passage_id for citation in draft.citations} - set(passages)
    passages |= {passage.id: passage for passage in index.passages(sorted(missing), access)}
    claims, citations, dropped = verify.verified(draft.claims, draft.citations, passages)
    if not claims and draft.reason is None:
        return Draft(reason=wording.not_answered(language), mode=draft.mode, dropped=dropped)
    return replace(draft, claims=claims, citations=citations, dropped=dropped)


def _generated(
    question: Question, hits: Sequence[Hit], generator: generate.Generator, index: Index, access: Access, quoted: Draft
) -> Draft:
    """What the model writes, checked; where it fails or nothing of it holds, what was `quoted`, marked as such."""
    try:
        written = generate.written(question, hits, generator, sources(index, access))
    except GeneratorProblem:
        return replace(quoted, mode="extractive_fallback")
    if written is None:
        return Draft(reason=wording.not_answered(question.language), mode="generated")
    draft = _checked(Draft(*written, status_note=quoted.status_note, mode="generated"), question.language, hits, index, access)
    return draft if draft.claims else replace(quoted, mode="extractive_fallback", dropped=draft.dropped)


def _text(draft: Draft) -> str:
    text = compose.text_of(draft.claims)
    return f"{text} {draft.status_note}" if draft.status_note else text
