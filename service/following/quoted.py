"""What is quoted of a matter's papers: points of decisions, blocks of a kind, attachments, and where the deciding words stand."""

from collections.abc import Iterable, Iterator

from indexer import references
from indexer.documents import Block, BlockKind, Section, Span, Status
from service.following.papers import Paper
from service.following.records import Attachment, Cited, Point

MOST_POINTS = 40
"""Points quoted of one §; a longer decision is a list."""

POINT_WORDS = 300

_DECIDING_BLOCKS = (BlockKind.BESLUT, BlockKind.FORSLAG)


def attachments(papers: Iterable[Paper], holder: Paper) -> tuple[Attachment, ...]:
    """Papers that stand under a step; a Dnr is told where it is another than that of the step's own."""
    return tuple(
        Attachment(
            title=paper.title,
            kind=str(paper.document.kind),
            case=shown(paper) if paper.key != holder.key else None,
            issuer=paper.where if paper.is_minuted else paper.body,
            date=paper.date,
            citation=paper.cited(paper.section.span),
        )
        for paper in papers
    )


def shown(paper: Paper) -> str | None:
    """The Dnr of a paper, as a reader writes it."""
    return references.shown(paper.section.case) if paper.section.case else None


def points(paper: Paper) -> Iterator[Point]:
    """What a § decides or proposes: its points with their conditions, else its deciding part as one."""
    section = paper.section
    for point in section.points[:MOST_POINTS]:
        end = max([point.span.end, *(one.end for one in point.conditions if one.start >= point.span.start)])
        yield _point(paper, point.label, point.status, Span(point.span.start, end))
    if not section.points and paper.is_minuted:
        for block in _blocks(section, *_DECIDING_BLOCKS)[:1]:
            yield _point(paper, None, section.status, block.span)


def _point(paper: Paper, label: str | None, status: Status, span: Span) -> Point:
    words = paper.text(span).split()
    text = " ".join(words[:POINT_WORDS]) + (" …" if len(words) > POINT_WORDS else "")
    return Point(label, str(status), text, paper.cited(span, POINT_WORDS))


def _blocks(section: Section, *wanted: BlockKind) -> list[Block]:
    return [block for block in section.blocks if block.kind in wanted and block.span.end > block.span.start]


def blocks_of(paper: Paper, kind: BlockKind) -> tuple[Cited, ...]:
    """The blocks of a kind, each in the parts that stand together."""
    parts = (part for block in _blocks(paper.section, kind) for part in paper.pieces(block.span))
    return tuple(paper.cited(part, POINT_WORDS) for part in parts)


def deciding_span(section: Section) -> Span:
    """Where the words stand that a step is cited by: its points, else the part that decides, else how it begins."""
    if section.points:
        return Span(section.points[0].span.start, section.points[-1].span.end)
    return next((block.span for block in _blocks(section, *_DECIDING_BLOCKS)), section.span)
