"""Where a paper without § begins: attachments after a §, notices and lists before the first one.

A paper begins on a new page. Most say so in their first lines (a letterhead, "TJÄNSTESKRIVELSE 1(2)", "Bilaga 1", the
head of an e-mail, a cover); others only follow something that is complete: a § whose sources or recipients are listed,
a letter that is signed.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise

from indexer import bodies
from indexer.damage import any_of, compiled
from indexer.documents import BlockKind
from indexer.structuring import heads, issuers, kinds
from indexer.structuring.furniture import Furniture
from indexer.structuring.headings import heading_of
from indexer.structuring.heads import Head
from indexer.structuring.lines import Line
from indexer.structuring.view import View

_CHAPTER = re.compile(r"1\.?\s+[A-ZÅÄÖ][^.!?]{2,50}")
_LATER_CHAPTER = re.compile(r"[2-9]\d?(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ][^.!?]{2,60}")
_ACCOUNTS = compiled(rf"(?:\S.{{0,60}}\s)?\w*{any_of('bokslut', 'bokslutssammandrag', 'verksamhetsberättelse', 'årsredovisning')}\s+20\d\d")
_STAMP = re.compile(r"[A-ZÅÄÖ]{2,5}\s?\d{1,5}-\d\d\s\d{3}|(?:[A-ZÅÄÖ]{2,5}\s)?(?:19|20)\d\d/\d{3,6}")
_ENCLOSED = compiled(r"(?:bilagor|bilaga)\s*:.*")
_POSTED = compiled(rf"\b(?:{any_of('anslaget', 'anslagets', 'justerandes', 'utdragsbestyrkande')})\b")
_BARE_CASE = re.compile(r"\d{3,5}[-/](?:19|20)\d\d|(?:19|20)\d\d/\d{2,6}")
_ISO = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_PAGE_WORDS = frozenset({"BESLUT", "MEDDELANDE"})
"""Words that stand on every page of an authority's paper."""
_LONGEST_NAME = 40
_TORN = 3
"""A paper whose head alone is on its first page has at most so many lines there."""


class _Unit:
    """What has been read of the § or paper that a page might continue."""

    def __init__(self, start: int, head: Head, subjects: Sequence[str], *, section: bool) -> None:
        self.start, self.section = start, section
        self.subjects = tuple(subjects)
        self.first = self.last = head
        self.shapes, self.tops = {head.shape}, {head.lines[0].text}
        self.days: set[str] = set()
        self.count = 0
        self.decided = False
        self.block: BlockKind | None = None
        self.recent: deque[Line] = deque(maxlen=2)
        self._read_to = start

    def read_to(self, view: View, end: int) -> None:
        """Take in the lines before `end`."""
        for line in view.lines[self._read_to : end]:
            self.days.update(_ISO.findall(line.text))
            if line.index in view.skipped:
                continue
            self.count += 1
            self.recent.append(line)
            if heading := heading_of(line.text):
                self.block = heading.kind
                self.decided = self.decided or heading.kind in (BlockKind.BESLUT, BlockKind.FORSLAG)
        self._read_to = max(self._read_to, end)

    def go_on(self, head: Head) -> None:
        """Another page of the same."""
        self.last = head
        self.shapes.add(head.shape)
        self.tops.add(head.lines[0].text)

    @property
    def is_mail(self) -> bool:
        """Whether it began as an e-mail."""
        return heads.is_mail(self.first.content)

    @property
    def is_complete(self) -> bool:
        """Whether it has come to its end: sources or recipients listed, signed, stamped."""
        if self.block is BlockKind.EXPEDIERING or (self.block is BlockKind.BESLUTSUNDERLAG and self.decided):
            return True
        return not self.section and _is_signed(tuple(self.recent))


def split(view: View, furniture: Sequence[Furniture], first: int, last: int, subjects: Sequence[str], *, section: bool) -> list[int]:
    """The lines at which new papers begin, from `first` up to `last` (exclusive), `first` itself included.

    `section` says that a § begins at `first`; `subjects` are titles that attachments may carry.
    """
    starts = [first]
    unit = _Unit(first, heads.read_head(view, furniture, first, last), subjects, section=section)
    for index in _page_tops(view, first, last):
        head = heads.read_head(view, furniture, index, last)
        unit.read_to(view, index)
        if index == first or not head.content or _is_torn(unit, head):
            continue
        if _begins(unit, head):
            starts.append(index)
            unit = _Unit(index, head, _without_own(unit.subjects, head), section=False)
        else:
            unit.go_on(head)
    return starts


def _without_own(subjects: Sequence[str], head: Head) -> tuple[str, ...]:
    """The titles that a paper does not carry itself: its own comes again on its pages."""
    title = heads.title_of(head.content)
    return tuple(subject for subject in subjects if title is None or not heads.share_words(title, subject))


def _page_tops(view: View, first: int, last: int) -> Iterator[int]:
    """The first line of each page; a header torn over several pages counts once."""
    index = first
    while index < last and index in view.skipped:
        index += 1
    while index < last:
        if not view.lines[index].opens_page and not _is_addressed(view, index):
            index += 1
            continue
        yield index
        while index < last and index in view.skipped:
            index += 1
        index += 1


def _is_addressed(view: View, index: int) -> bool:
    """A body's name alone, soon followed by what is proposed to it: an officer's paper begins, page break or not."""
    if bodies.alone(view.lines[index].text) is None:
        return False
    below = [heading_of(other.text) for other in view.content_after(index, 5)]
    return any(heading is not None and heading.kind is BlockKind.FORSLAG for heading in below)


def _is_torn(unit: _Unit, head: Head) -> bool:
    """Whether a page top is still the head of the paper that has just begun, torn apart, or only a Dnr of one."""
    return bool(_BARE_CASE.fullmatch(head.content[0].text)) or (unit.count <= _TORN and not unit.section)


def _begins(unit: _Unit, head: Head) -> bool:
    """Whether the page with this head begins a new paper."""
    in_mail, mail = unit.is_mail, heads.is_mail(head.content[:3])
    if mail or (in_mail and any(kinds.is_mail(line.text) for line in head.lines)):
        return mail and not in_mail
    if (head.page or 0) > 1 or _goes_on_in_minutes(unit, head):
        return False
    if head.printout:
        return head.printout != unit.first.printout
    if unit.last is not unit.first and heads.is_letterhead(head) and not _has_top(head, {unit.last.shape}, {unit.last.lines[0].text}):
        return True
    if not unit.section and _has_top(head, unit.shapes, unit.tops):
        return False
    if _announces(unit, head):
        return True
    return not in_mail and unit.is_complete and not _continues(head.content[0])


def _goes_on_in_minutes(unit: _Unit, head: Head) -> bool:
    """The next page of a § or of a front page: its header says "SAMMANTRÄDESPROTOKOLL" again."""
    front = any(heads.FRONT.fullmatch(line.text) for line in unit.first.content[:4])
    if front and any(_POSTED.search(line.text) for line in head.lines):
        return True
    return head.word is not None and "PROTOKOLL" in head.word and (unit.section or front)


def _has_top(head: Head, shapes: set[str], tops: set[str]) -> bool:
    """Whether a page carries the running head of a page before: "Bilaga 1" goes on, "Bilaga 2" does not."""
    top = head.lines[0].text
    return (top in tops and not issuers.names_an_issuer(top)) or (head.shape in shapes and not heads.ATTACHMENT.fullmatch(top))


def _announces(unit: _Unit, head: Head) -> bool:
    """Whether the head of a page says by itself that a paper begins."""
    top = head.content[0].text
    if head.page == 1 or (head.word and head.word not in _PAGE_WORDS):
        return True
    if heading_of(top):
        return False
    return (
        any(pattern.fullmatch(top) for pattern in (heads.ATTACHMENT, heads.FRONT, heads.ADOPTED))
        or kinds.is_voting_list(top)
        or heads.is_letterhead(head)
        or _is_dated_head(unit, head)
        or heads.is_register([line.text for line in head.content[:2]])
        or _starts_chapters(unit, head)
        or _carries_subject(head.content, unit.subjects)
        or (heads.is_title(top) and kinds.starts_with_form(top))
        or _is_of_a_year(unit, [line.text for line in head.lines[:3] if not line.text.isdigit()])
    )


def _is_of_a_year(unit: _Unit, titles: Sequence[str]) -> bool:
    """ "Äldreomsorgen Verksamhetsbokslut 2031" on top: not in a column of such words, nor the title of the paper so far."""
    if not titles or not _ACCOUNTS.fullmatch(titles[0]) or not heads.is_title(titles[0]):
        return False
    so_far = heads.title_of(unit.first.content)
    if so_far and heads.share_words(so_far, titles[0]):
        return False
    return all(re.sub(r"\d+", "#", text) != re.sub(r"\d+", "#", titles[0]) for text in titles[1:])


def _is_dated_head(unit: _Unit, head: Head) -> bool:
    """A date and who writes, or a label for one, before anything else: "Kommunledningskontoret  2031-12-10". A date that
    the paper so far has shown is its own running head."""
    top = [line.text for line in head.lines[:4]]
    if not any(heads.is_date_line(text) for text in top) or unit.days & set(head.dates):
        return False
    return any(heads.LABEL.fullmatch(text) or issuers.names_an_issuer(text) or heads.names_an_issuer_in(text) for text in top)


def _starts_chapters(unit: _Unit, head: Head) -> bool:
    """ "1 Bakgrund" on top of a page, unless the paper so far was a cover."""
    cover = not unit.section and unit.count < heads.HEAD_LINES
    return bool(_CHAPTER.fullmatch(head.content[0].text)) and not cover


def _carries_subject(content: Sequence[Line], subjects: Sequence[str]) -> bool:
    """Whether the title on top repeats most words of one that an attachment here should have."""
    title = heads.title_of(content)
    if title is None:
        return False
    first = next(line.text for line in content if title.startswith(line.text))
    return any(heads.share_words(text, subject) for text in {title, first} for subject in subjects)


def _is_signed(last: Sequence[Line]) -> bool:
    """Whether the last lines are a signature, a Dnr stamped alone, or a list of enclosures."""
    if not last:
        return False
    stamped = bool(_STAMP.fullmatch(last[-1].text) or _ENCLOSED.fullmatch(last[-1].text))
    return stamped or any(_is_office_held(line.text) and not _runs_into(before, line) for before, line in pairwise((None, *last)) if line)


def _is_office_held(text: str) -> bool:
    """ "Nämndsekreterare", "Ada Ek, utredare"."""
    return len(text) < 60 and bool(issuers.ROLES.search(text)) and text[-1] not in ".,:;"


def _runs_into(before: Line | None, line: Line) -> bool:
    """Whether a line goes on with the sentence before, which a name above an office is not."""
    return before is not None and line.text[:1].islower() and len(before.text) > _LONGEST_NAME


def _continues(line: Line) -> bool:
    """Whether a page's first line carries on what stood before: a heading inside a §, or a sentence."""
    return line.text[:1].islower() or heading_of(line.text) is not None or bool(_LATER_CHAPTER.fullmatch(line.text))
