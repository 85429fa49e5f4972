"""Every claim against what it cites: quotes verbatim, figures and names found again, the sense the same. What fails is dropped."""

import re
from collections.abc import Mapping, Sequence

from indexer.documents import Passage, Span
from service.checking.agreement import agrees
from service.checking.rows import misplaced
from service.checking.stated import claimed, stated, together
from service.checking.verbatim import runs
from service.records import Citation, Claim
from service.understanding.kinds import fold

_SPACE = re.compile(r"\s+")
_CAPITAL = re.compile(r"(?<![.!?:;…”\"(/-])(?<!^)\s([A-ZÅÄÖÉ][a-zåäöéü]+)")
"""A name inside a sentence: "… ordföranden Stina …"."""

_ENGLISH = re.compile(r"\b(?:the|of|was|were|that|by|from)\b")


def verified(
    claims: Sequence[Claim], citations: Sequence[Citation], passages: Mapping[str, Passage]
) -> tuple[tuple[Claim, ...], tuple[Citation, ...], int]:
    """The claims that hold, marked so, the citations they need, and how many claims were dropped."""
    by_key = {citation.key: citation for citation in citations}
    kept = tuple(
        Claim(claim.text, claim.citations, verified=True)
        for claim in claims
        if holds(claim, [by_key[key] for key in claim.citations if key in by_key], passages)
    )
    needed = {key for claim in kept for key in claim.citations}
    return kept, tuple(citation for citation in citations if citation.key in needed), len(claims) - len(kept)


def holds(claim: Claim, citations: Sequence[Citation], passages: Mapping[str, Passage]) -> bool:
    """Whether each citation's quote stands in its passage, and the passages cited say and mean what the claim does."""
    if not citations or len(citations) != len(claim.citations):
        return False
    cited = [passages[citation.passage_id] for citation in citations if citation.passage_id in passages]
    if len(cited) != len(citations):
        return False
    if not all(stands(citation.quote, passage) for citation, passage in zip(citations, cited, strict=True)):
        return False
    return _borne_out(claim.text, cited) and agrees(claim.text, "\n".join(citation.quote for citation in citations), cited)


def stands(quote: str, passage: Passage) -> bool:
    """Whether the quote is in the passage, white space aside."""
    return bool(quote.strip()) and squeezed(quote) in squeezed(passage.text)


def squeezed(text: str) -> str:
    """White space as single spaces."""
    return _SPACE.sub(" ", text).strip()


def _borne_out(text: str, cited: Sequence[Passage]) -> bool:
    """Whether what a claim states is stated where it cites; what it takes over word for word is."""
    copied = runs(text, [passage.text for passage in cited])
    wanted = claimed(text, copied)
    places = together([stated(_standing(passage)) for passage in cited])
    if places.lacks(wanted):
        texts = [text for passage in cited for text in (passage.text, passage.context) if text]
        if together([places, *map(stated, texts)]).lacks(wanted):
            return False
    if misplaced(text, copied, [passage.text for passage in cited]):
        return False
    names = _names(text, copied)
    return not names or _ENGLISH.search(text) is not None or names <= _words(cited)


def _standing(passage: Passage) -> str:
    """What is known of where a passage stands."""
    case = f"Dnr {passage.case}" if passage.case else None
    known = (passage.header, passage.title, passage.body, passage.date, passage.section, case)
    return "\n".join(filter(None, known))


def _names(text: str, copied: Sequence[Span]) -> frozenset[str]:
    found = (match for match in _CAPITAL.finditer(text) if not any(span.holds(Span(*match.span(1))) for span in copied))
    return frozenset(fold(match[1]).removesuffix("s") for match in found)


def _words(cited: Sequence[Passage]) -> frozenset[str]:
    text = fold(
        " ".join(f"{_standing(passage)} {passage.municipality} {passage.kind} {passage.text} {passage.context}" for passage in cited)
    )
    return frozenset(word.removesuffix("s") for word in re.findall(r"[^\W\d_]+", text))
