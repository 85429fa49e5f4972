"""The papers that go with the § of a matter: which are its own, and which of its § each stands under."""

from collections.abc import Iterator, Mapping, Sequence

from indexer.documents import Kind
from service.following.belonging import holders
from service.following.extent import Extent
from service.following.papers import SUMMONS, Paper
from service.understanding.wanted import tokens_of


def accompanying(matter: Extent) -> list[Paper]:
    """Papers without § of the matter, and § of other matters that are attached to it; summons are neither."""
    return [paper for paper in matter.papers if paper.document.kind not in SUMMONS and not (paper.is_minuted and matter.tie(paper))]


def belonging(matter: Extent) -> Iterator[Paper]:
    """The accompanying papers, without a § that only stands in the bundle by chance, and without the papers that go with it."""
    astray: str | None = None
    for paper in sorted(accompanying(matter), key=lambda paper: (paper.stored.record.file, paper.section.span)):
        if paper.is_minuted:
            astray = None if _is_tied(paper, matter) else paper.stored.record.file
        elif paper.document.kind is Kind.TJANSTESKRIVELSE or paper.key is not None:
            astray = None
        if astray != paper.stored.record.file:
            yield paper


def _is_tied(paper: Paper, matter: Extent) -> bool:
    """Whether a § in the bundle is an attachment in truth: a step names it, or tells its title among its words."""
    if any(one.found and one.found.meeting == paper.meeting for one in matter.names):
        return True
    title = tokens_of(paper.title or "").stems
    own = (one for one in matter.papers if one.is_minuted and matter.tie(one))
    return bool(title) and any(title <= tokens_of(one.text(one.section.span)).stems for one in own)


def holders_of(papers: Sequence[Paper], steps: Mapping[str, str]) -> dict[str, str]:
    """Attachment → the § step that it stands under, by ids."""
    by_file: dict[str, list[Paper]] = {}
    for paper in sorted(papers, key=lambda paper: (paper.stored.record.file, paper.section.span)):
        by_file.setdefault(paper.stored.record.file, []).append(paper)
    found: dict[str, str] = {}
    for own in by_file.values():
        pairs = holders(own, lambda paper: paper.id in steps, lambda paper: paper.id not in steps)
        found |= {paper.id: steps[step] for paper, step in pairs}
    return found
