"""Every claim against what it cites: quotes verbatim, and numbers, dates, § and Dnr found again. What fails is dropped."""

import re
from collections.abc import Mapping, Sequence

from indexer import references
from indexer.documents import Passage
from service.records import Citation, Claim

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,:/-]\d+)*")
_SPACE = re.compile(r"\s+")


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
    """Whether each citation's quote stands in its passage, and each figure of the claim in some passage cited."""
    if not citations or len(citations) != len(claim.citations):
        return False
    cited = [passages[citation.passage_id] for citation in citations if citation.passage_id in passages]
    if len(cited) != len(citations):
        return False
    if not all(stands(citation.quote, passage) for citation, passage in zip(citations, cited, strict=True)):
        return False
    said = "\n".join(map(_said, cited))
    # a quote is shown on one line, where figures of two rows or cells may read as one number
    return figures(claim.text) <= figures(said) | figures(squeezed(said))


def stands(quote: str, passage: Passage) -> bool:
    """Whether the quote is in the passage, white space aside."""
    return bool(quote.strip()) and squeezed(quote) in squeezed(passage.text)


def _said(passage: Passage) -> str:
    """The passage with what is known of where it stands."""
    known = (passage.header, passage.title, passage.body, passage.date, passage.section, passage.case)
    return "\n".join([*filter(None, known), passage.text])


def figures(text: str) -> frozenset[str]:
    """Dates as ISO, and numbers without the spaces inside them ("2 500 000" is 2500000); § and Dnr are numbers too."""
    dates = references.dates(text)
    found = {date.iso for date in dates if date.iso}
    taken = [date.span for date in dates]
    for match in _NUMBER.finditer(text):
        if not any(span.start <= match.start() < span.end for span in taken):
            found.add(_plain(match[0]))
    return frozenset(found)


def _plain(number: str) -> str:
    bare = _SPACE.sub("", number).replace(",", ".")
    # "2023/00154" and "2023/154" are one Dnr
    return "/".join(part.lstrip("0") or "0" for part in bare.split("/"))


def squeezed(text: str) -> str:
    """White space as single spaces."""
    return _SPACE.sub(" ", text).strip()
