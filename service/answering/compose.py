"""Excerpts made an answer: each claim says where it stands and quotes, and one citation shows all that is quoted of a place."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from indexer.documents import Passage, Span
from service.answering import wording
from service.answering.introduced import unrepeated
from service.citing import QUOTE_LINES, cite, cited
from service.extract import Excerpt
from service.places import Files, place
from service.records import Citation, Claim, Question
from service.sentences import shown

LEFT_OUT = " … "
"""Between pieces of one place."""


def compose(
    question: Question, excerpts: Sequence[Excerpt], files: Files, *, several: bool = False
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """A claim for each place, the best first, and its citations with the keys "1", "2" …

    `several`: the municipality is named where the question leaves it open, for papers of more than one were found.
    """
    claims: list[Claim] = []
    citations: list[Citation] = []
    before: Passage | None = None
    for pieces in _places(excerpts, files):
        passage = pieces[0].passage
        own = list(cited(_around(pieces), len(citations) + 1, files))
        opening = _opening(question, passage, before, several=several)
        said = unrepeated(_said(pieces), passage)
        claims.append(Claim(f"{opening}: {said}" if opening else said, tuple(citation.key for citation in own), verified=False))
        citations += own
        before = passage
    return tuple(claims), tuple(citations)


def also(
    claims: Sequence[Claim], citations: Sequence[Citation], text: str, proof: Excerpt, files: Files
) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """One more claim, in words of our own; its citation is one that there is of the same §, else one more."""
    there = next((citation for citation in citations if citation.section_id == proof.passage.section_id), None)
    own = there or cite(str(len(citations) + 1), proof, files)
    return (*claims, Claim(text, (own.key,), verified=False)), tuple(citations) if there else (*citations, own)


def _said(pieces: Sequence[Excerpt]) -> str:
    """The pieces in order, after what introduces them all, with a mark where something between them is left out."""
    leads = [piece.lead for piece in pieces if piece.lead and piece.lead.end <= pieces[0].span.start]
    if len(pieces) > 1 and leads:
        # said once, where it stands: in the middle it would make the first piece seem to be without it
        pieces = [replace(piece, lead=None if piece.lead in leads else piece.lead) for piece in pieces]
        pieces[0] = replace(pieces[0], lead=leads[0])
    pieces = [pieces[0], *(replace(piece, lead=None) if _is_said(piece.lead, pieces) else piece for piece in pieces[1:])]
    said = quoted(pieces[0])
    for last, piece in pairwise(pieces):
        between = piece.passage.text[last.span.end : piece.span.start].strip()
        said += (LEFT_OUT if between else " ") + quoted(piece)
    return said


def _is_said(lead: Span | None, pieces: Sequence[Excerpt]) -> bool:
    """Whether what introduces a piece is quoted already."""
    return lead is not None and any(piece.span.holds(lead) for piece in pieces)


def _places(excerpts: Sequence[Excerpt], files: Files) -> list[list[Excerpt]]:
    """Excerpts that one citation can show, each place in the order of its best excerpt and in the passage's own within."""
    found: list[list[Excerpt]] = []
    for excerpt in excerpts:
        home = next((pieces for pieces in found if _in_reach([*pieces, excerpt], files)), None)
        if home is None:
            found.append([excerpt])
        else:
            home.append(excerpt)
            home.sort(key=lambda piece: piece.span)
    return found


def _in_reach(pieces: Sequence[Excerpt], files: Files) -> bool:
    if len({piece.passage.id for piece in pieces}) > 1:
        return False
    around = _around(pieces)
    first, last = place(around.passage, around.span, files).lines
    return last - first < QUOTE_LINES


def _around(pieces: Sequence[Excerpt]) -> Excerpt:
    """The lines from the first piece to the last, as one excerpt."""
    span = Span(min(piece.span.start for piece in pieces), max(piece.span.end for piece in pieces))
    return replace(pieces[0], span=span, lead=None)


def text_of(claims: Sequence[Claim]) -> str:
    """The answer as one text with its markers."""
    return " ".join(f"{claim.text} {' '.join(f'[{key}]' for key in claim.citations)}".strip() for claim in claims)


def quoted(excerpt: Excerpt) -> str:
    """The excerpt on one line, after what introduces it; or what is said in its place."""
    if excerpt.said is not None:
        return excerpt.said
    text = shown(excerpt.passage.text, excerpt.span)
    return f"{shown(excerpt.passage.text, excerpt.lead)} {text}" if excerpt.lead else text


def words(excerpts: Sequence[Excerpt]) -> int:
    """How many words are quoted, with what introduces them."""
    return sum(len(quoted(excerpt).split()) for excerpt in excerpts)


def _opening(question: Question, passage: Passage, before: Passage | None, *, several: bool) -> str:
    """Status and place in full for the first quote; of the next ones what is another: the § or day or body, the status."""
    label = wording.label(passage, question.language)
    whose = passage.municipality if several and question.municipalities != (passage.municipality,) else None
    if before is None:
        return ", ".join(part for part in (label, whose, wording.where(passage)) if part)
    label = label if label != wording.label(before, question.language) else None
    if passage.municipality != before.municipality:
        return ", ".join(part for part in (label, whose, _place(passage, None)) if part)
    return ", ".join(part for part in (label, _place(passage, before)) if part)


def _place(passage: Passage, before: Passage | None) -> str:
    """Body, day and §: what of them is another than `before`, with all that is smaller."""
    parts = (passage.body, passage.date, passage.section)
    known = (before.body, before.date, before.section) if before else (None, None, None)
    first = next((at for at, (own, other) in enumerate(zip(parts, known, strict=True)) if own != other), len(parts))
    return " ".join(part for part in parts[first:] if part)
