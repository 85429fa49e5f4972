"""Where a paper without § begins: attachments after a §, notices and lists before the first one.

A paper begins on a new page. Most say so in their first lines (a letterhead, "TJÄNSTESKRIVELSE 1(2)", "Bilaga 1", the
head of an e-mail, a cover); others only follow something that is complete: a § whose sources or recipients are listed,
a letter that is signed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from indexer import bodies, issuers, kinds
from indexer.damage import any_of, compiled
from indexer.documents import BlockKind, Span
from indexer.furniture import Furniture
from indexer.headings import heading_of
from indexer.lines import Line
from indexer.openings import View

HEAD_LINES = 12
"""How many lines at the top of a page may belong to its head."""

_ATTACHMENT = compiled(r"(?:(?:19|20)\d\d-\d\d-\d\d\s+)?bilaga(?:\s+\w{1,2})?\s*(?:[-–:].*)?")
_CHAPTER = re.compile(r"1\.?\s+[A-ZÅÄÖ][^.!?]{2,50}")
_LATER_CHAPTER = re.compile(r"[2-9]\d?(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ][^.!?]{2,60}")
_FRONT = compiled(
    any_of("plats och tid", "tid och plats", "datum och tid", "beslutande", "utses att justera", "sammanträdesdatum") + r"\b.*"
)
_LABEL = compiled(
    r"(?:\w*datum|referens|dokumenttyp|diarienr|diarienummer|dnr|handläggare|beteckning|vårt dnr)(?:\s*[:;].{0,60})?|(?:\S+\.se\s+)?datum\s+(?:referens|sida)"
)
_DOCUMENT_TYPE = compiled(r"(?:dokumenttyp|handlingstyp)\s*:.*")
_LETTERHEAD = compiled(r".*\bpostadress\b.*\b(?:telefon|e-?post).*|.*\be-?post\b\s.*@.*")
_ADOPTED = compiled(rf"{any_of('beslutad', 'antagen', 'fastställd', 'behandlad', 'reviderad')}\s+(?:i|av)\s.{{2,60}}")
_REGISTER = compiled(r"(?:dnr|diarienr|diarienummer|ärendenr)(?:\s+\S+){2,8}")
_CASE_FIRST = re.compile(r"[A-ZÅÄÖ]{0,5}\s?\d{1,5}[-/]\d{2,6}\b")
_ADDRESS = compiled(
    r"^\d|@|\.se\b|^till\b|\btelefon\b|\be-?post\b|^dnr\b|^datum\b|^sida\b|,$|^diarien|\d\)$|^ärendenummer|^(?:rådet|.*rådet)$"
)
_STAMP = re.compile(r"[A-ZÅÄÖ]{2,5}\s?\d{1,5}-\d\d\s\d{3}|(?:[A-ZÅÄÖ]{2,5}\s)?(?:19|20)\d\d/\d{3,6}")
_ENCLOSED = compiled(r"(?:bilagor|bilaga)\s*:.*")
_BARE_CASE = re.compile(r"\d{3,5}[-/](?:19|20)\d\d|(?:19|20)\d\d/\d{2,6}")
_LINE_OF_TEXT = 60
_LINES_OF_TEXT = 3
"""A long line with so many right under it is a paragraph, not a title."""
_TORN = 3
_GREETING = compiled(
    r"(?:med vänlig hälsning|vänliga hälsningar|mvh|med vänliga hälsningar)\b.{0,30}|" + any_of("med vänlig hälsning") + r".{0,30}"
)
_CASE_ALONE = re.compile(r"(?:[A-ZÅÄÖ]{2,5}[0O]?\d{0,3}\s?)?\d{4}/\d{2,6}")
_ISO = re.compile(r"(?<![\d-])(?:19|20)\d\d-[01]\d-[0-3]\d(?![\d-])")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONG_WORD = 8
_SMALL = frozenset({"och", "för", "med", "den", "det", "till", "från", "att", "som", "vid", "per", "ett", "gällande", "avseende", "kommun"})


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a page show."""

    first: int
    lines: tuple[Line, ...]
    content: tuple[Line, ...]
    page: int | None
    word: str | None
    dates: tuple[str, ...]
    shape: str


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of the unit that a page might continue: where it starts, the heads of its pages so far."""

    start: int
    heads: tuple[Head, ...]
    section: bool
    subjects: tuple[str, ...]


def split(view: View, furniture: Sequence[Furniture], first: int, last: int, subjects: Sequence[str], *, section: bool) -> list[int]:
    """The lines at which new papers begin, from `first` up to `last` (exclusive), `first` itself included.

    `section` says that a § begins at `first`; `subjects` are titles that attachments may carry.
    """
    starts = [first]
    state = _State(first, (_head(view, furniture, first, last),), section, tuple(subjects))
    for index in _page_tops(view, first, last):
        head = _head(view, furniture, index, last)
        if index == first or not head.content or _is_torn(view, state, head):
            continue
        if _begins(view, state, head):
            starts.append(index)
            state = _State(index, (head,), False, _without_own(state.subjects, head))
        else:
            state = replace(state, heads=(*state.heads, head))
    return starts


def _without_own(subjects: tuple[str, ...], head: Head) -> tuple[str, ...]:
    """The titles that a paper does not carry itself: its own comes again on its pages."""
    title = title_of(head.content)
    return tuple(subject for subject in subjects if title is None or not _alike(_words(title), _words(subject)))


def _is_torn(view: View, state: _State, head: Head) -> bool:
    """Whether a page top is still the head of the paper that has just begun, torn apart, or only a Dnr of one."""
    if _BARE_CASE.fullmatch(head.content[0].text):
        return True
    between = sum(1 for index in range(state.start, head.first) if index not in view.skipped)
    return between <= _TORN and not state.section


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
    line = view.lines[index]
    if bodies.alone(line.text) is None:
        return False
    below = [heading_of(other.text) for other in view.content_after(index, 5)]
    return any(heading is not None and heading.kind is BlockKind.FORSLAG for heading in below)


def _head(view: View, furniture: Sequence[Furniture], first: int, last: int) -> Head:
    lines = _top_of_page(view, first, min(last, first + HEAD_LINES))
    content = tuple(line for line in lines if line.index not in view.skipped)
    end = lines[: HEAD_LINES - 4][-1].span.end
    pieces = [piece for piece in furniture if lines[0].span.start <= piece.span.start <= end]
    page = next((piece.page for piece in pieces if piece.page is not None), None)
    word = next((piece.word for piece in pieces if piece.word), None)
    days = tuple(re.findall(r"(?:19|20)\d\d-[01]\d-[0-3]\d", " ".join(line.text for line in lines[:6])))
    shape = re.sub(r"\d+", "#", " ".join(line.text for line in lines[:2])).casefold()
    return Head(first, lines, content, page, word, days, shape)


def _top_of_page(view: View, first: int, last: int) -> tuple[Line, ...]:
    """The lines of a head: they end with the page, unless only furniture has stood on it so far."""
    end = first + 1
    while end < last and not (view.lines[end].opens_page and any(i not in view.skipped for i in range(first, end))):
        end += 1
    return view.lines[first:end]


def _begins(view: View, state: _State, head: Head) -> bool:
    """Whether the page with this head begins a new paper."""
    in_mail, mail = _is_mail(state.heads[0].content), _is_mail(head.content[:3])
    if mail or _mail_goes_on(in_mail, head):
        return mail and not in_mail
    if (head.page or 0) > 1 or _goes_on_in_minutes(state, head):
        return False
    if len(state.heads) > 1 and _is_letterhead(head) and not _same_head(state.heads[-1], head):
        return True
    if not state.section and any(_same_head(before, head) for before in state.heads):
        return False
    if _announces(view, state, head):
        return True
    return not in_mail and _is_complete(view, state, head.first) and not _continues(head.content[0])


def _goes_on_in_minutes(state: _State, head: Head) -> bool:
    """The next page of a § or of a front page: its header says "SAMMANTRÄDESPROTOKOLL" again."""
    minutes = head.word is not None and "PROTOKOLL" in head.word
    front = any(_FRONT.fullmatch(line.text) for line in state.heads[0].content[:4])
    return minutes and (state.section or front)


def _same_head(before: Head, head: Head) -> bool:
    """Whether a page carries the running head of a page before: "Bilaga 1" goes on, "Bilaga 2" does not."""
    top = head.lines[0].text
    if before.lines[0].text == top and not issuers.names_an_issuer(top):
        return True
    return before.shape == head.shape and not _ATTACHMENT.fullmatch(top)


def _announces(view: View, state: _State, head: Head) -> bool:
    """Whether the head of a page says by itself that a paper begins."""
    top = head.content[0].text
    texts = [line.text for line in head.content[:2]]
    if head.page == 1 or (head.word and head.word not in ("BESLUT", "MEDDELANDE")):
        return True
    if heading_of(top):
        return False
    return (
        bool(_ATTACHMENT.fullmatch(top) or _ADOPTED.fullmatch(top))
        or bool(_FRONT.fullmatch(top))
        or kinds.is_voting_list(top)
        or _is_letterhead(head)
        or _is_dated_head(view, state, head)
        or is_register(texts)
        or _starts_chapters(view, state, head)
        or _carries_subject(head.content, state.subjects)
        or (_is_title(top) and kinds.starts_with_form(top))
    )


def _is_mail(lines: Sequence[Line]) -> bool:
    """ "Från: ...", "Skickat: ...", "Ämne: ..." near the top, or the greeting at the end of one that lost its head."""
    return any(kinds.is_mail(line.text) for line in lines[:6] if len(line.text) < 120) or (
        bool(lines) and bool(_GREETING.fullmatch(lines[0].text))
    )


def _mail_goes_on(in_mail: bool, head: Head) -> bool:
    """A thread of e-mails is one paper: the next mail's head stands further down on the page."""
    return in_mail and any(kinds.is_mail(line.text) for line in head.lines)


def _is_letterhead(head: Head) -> bool:
    """ "Postadress ... Telefon ...", "Smedby kommun ... E-post kommun@smedby.se", "Dokumenttyp: Instruktion" on top."""
    names = [issuers.names_an_issuer(line.text) for line in head.content[:2]]
    return (all(names) and len(names) == 2) or any(
        _LETTERHEAD.fullmatch(line.text) or _DOCUMENT_TYPE.fullmatch(line.text) for line in head.lines[:4]
    )


def is_register(texts: Sequence[str]) -> bool:
    """The head row of a list of matters: "DNR  Ankom  Beskrivning" over rows that begin with a Dnr."""
    return len(texts) > 1 and bool(_REGISTER.fullmatch(texts[0])) and bool(_CASE_FIRST.match(texts[1]))


def _is_dated_head(view: View, state: _State, head: Head) -> bool:
    """A date and who writes, or a label for one, before anything else: "Kommunledningskontoret  2024-12-10". A date that
    the paper so far has shown is its own running head."""
    top = head.lines[:4]
    dated = [line for line in top if is_date_line(line.text)]
    before = view.text[view.lines[state.start].span.start : view.lines[head.first].span.start]
    if not dated or any(day in before for day in head.dates):
        return False
    return any(_LABEL.fullmatch(line.text) or issuers.names_an_issuer(line.text) or _names_issuer_and_date(line.text) for line in top)


def is_date_line(text: str) -> bool:
    """A line that gives a day and at most who or what it is the day of: "2024-02-13 Bilaga 1", "Datum: 2024-02-05"."""
    found = _ISO.findall(text)
    if len(found) != 1 or len(text) > 90:
        return False
    rest = _ISO.sub(" ", text).strip(" ,.:")
    plain = (
        not rest or _CASE_ALONE.fullmatch(rest) or _LABEL.fullmatch(rest) or _ATTACHMENT.fullmatch(rest) or issuers.names_an_issuer(rest)
    )
    return bool(plain) or (_names_issuer_and_date(rest) and not re.search(r"§|\b(?:per|beslut\w*|den|till)\b", rest))


def _names_issuer_and_date(text: str) -> bool:
    return bool(issuers.office(text) or bodies.named(text) or issuers.outside(text) or re.search(r"\bkommun\b", text)) and len(text) < 80


def _starts_chapters(view: View, state: _State, head: Head) -> bool:
    """ "1 Bakgrund" on top of a page, unless the paper so far was a cover."""
    so_far = sum(1 for index in range(state.start, head.first) if index not in view.skipped)
    cover = not state.section and so_far < HEAD_LINES
    return bool(_CHAPTER.fullmatch(head.content[0].text)) and not cover


def _carries_subject(content: Sequence[Line], subjects: Sequence[str]) -> bool:
    """Whether the title on top repeats most words of one that an attachment here should have."""
    title = title_of(content)
    if title is None:
        return False
    first = next(line.text for line in content if title.startswith(line.text))
    return any(_alike(_words(text), _words(subject)) for text in {title, first} for subject in subjects)


def title_of(content: Sequence[Line]) -> str | None:
    """The title on top of a paper: the first line that names no issuer, with the lines it runs on to."""
    lines = [line for line in content if not (issuers.names_an_issuer(line.text) or is_date_line(line.text) or _ADDRESS.search(line.text))]
    if not lines or not _is_title(lines[0].text) or _FRONT.fullmatch(lines[0].text):
        return None
    if (
        len(lines[0].text) > _LINE_OF_TEXT
        and len(lines) > _LINES_OF_TEXT
        and not any(line.blanks for line in lines[1 : _LINES_OF_TEXT + 1])
    ):
        return None
    parts = [lines[0].text]
    for before, line in pairwise(lines[:4]):
        if line.blanks or line.index != before.index + 1 or heading_of(line.text) or len(before.text) < 30:
            break
        parts.append(line.text)
    return " ".join(parts)


def alike(title: str, other: str) -> bool:
    """Whether two titles are of the same paper, by the words and years they share."""
    if _alike(_words(title), _words(other)):
        return True
    years = set(re.findall(r"\b20\d\d\b", title)) & set(re.findall(r"\b20\d\d\b", other))
    return bool(years) and any(len(word) >= _LONG_WORD for word in _words(title) & _words(other))


def _alike(words: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether two titles share most words of the shorter one, and more than one."""
    return len(words & wanted) >= max(2, 0.7 * min(len(words), len(wanted))) and len(words) <= 2 * len(wanted) + 2


@cache
def _words(text: str) -> frozenset[str]:
    """The words that tell titles apart: names of bodies and offices stand in all of them."""
    named = [span for _, span in bodies.named(text)]
    for span in reversed(named):
        text = text[: span.start] + " " + text[span.end :]
    return frozenset(word.casefold()[:8] for word in _WORD.findall(issuers.without_offices(text))) - _SMALL


def _is_title(text: str) -> bool:
    """A short line that begins like a title and ends no sentence."""
    return (
        len(text) < 110
        and text[:1].isupper()
        and (text[-1] not in ".,;:-" or (text[-1] == "." and len(text) < 60))
        and len(text.split()) <= 14
    )


def _is_complete(view: View, state: _State, end: int) -> bool:
    """Whether the unit so far has come to its end: sources or recipients listed, signed, stamped."""
    content = [line for line in view.lines[state.start : end] if line.index not in view.skipped]
    found = [heading.kind for line in content if (heading := heading_of(line.text))]
    if found and found[-1] is BlockKind.EXPEDIERING:
        return True
    if found and found[-1] is BlockKind.BESLUTSUNDERLAG and (BlockKind.BESLUT in found or BlockKind.FORSLAG in found):
        return True
    return not state.section and _is_signed(content[-4:])


def _is_signed(last: Sequence[Line]) -> bool:
    if not last:
        return False
    stamped = bool(_STAMP.fullmatch(last[-1].text) or _ENCLOSED.fullmatch(last[-1].text))
    return stamped or any(len(line.text) < 60 and issuers.ROLES.search(line.text) and line.text[-1] not in ".,:;" for line in last[-2:])


def _continues(line: Line) -> bool:
    """Whether a page's first line carries on what stood before: a heading inside a §, or a sentence."""
    return line.text[:1].islower() or heading_of(line.text) is not None or bool(_LATER_CHAPTER.fullmatch(line.text))


def span_of(view: View, first: int, end: int) -> Span:
    """The characters of lines `first` up to `end`."""
    return Span(view.lines[first].span.start, view.lines[end - 1].span.end)
