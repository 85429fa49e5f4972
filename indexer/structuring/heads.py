"""The first lines of a page or paper: what they show of it, and which of them is its title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

from indexer import bodies
from indexer.damage import any_of, compiled
from indexer.spans import Span, standing_in
from indexer.structuring import issuers, kinds, printouts
from indexer.structuring.furniture import Furniture
from indexer.structuring.headings import heading_of
from indexer.structuring.lines import Line
from indexer.structuring.view import View

HEAD_LINES = 12
"""How many lines at the top of a page may belong to its head."""

ATTACHMENT = compiled(r"(?:(?:19|20)\d\d-\d\d-\d\d\s+)?bilaga(?:\s+\w{1,2})?\s*(?:[-–:].*)?")
FRONT = compiled(
    any_of("plats och tid", "tid och plats", "datum och tid", "beslutande", "utses att justera", "sammanträdesdatum") + r"\b.*"
)
LABEL = compiled(
    r"(?:\w*datum|referens|dokumenttyp|diarienr|diarienummer|dnr|handläggare|beteckning|vårt dnr)(?:\s*[:;].{0,60})?"
    r"|(?:\S+\.se\s+)?datum\s+(?:referens|sida)"
)
ADOPTED = compiled(rf"{any_of('beslutad', 'antagen', 'fastställd', 'behandlad', 'reviderad')}\s+(?:i|av)\s.{{2,60}}")
_LETTERHEAD = compiled(r".*\bpostadress\b.*\b(?:telefon|e-?post).*|.*\be-?post\b\s.*@.*|(?:dokumenttyp|handlingstyp)\s*:.*")
_REGISTER = compiled(r"(?:dnr|diarienr|diarienummer|ärendenr)(?:\s+\S+){2,8}")
_CASE_FIRST = re.compile(r"[A-ZÅÄÖ]{0,5}\s?\d{1,5}[-/]\d{2,6}\b")
# What stands above a title: addresses, telephone numbers, "Till: ...", "Dnr ...", a name before its title ("Anna Ek,").
_ABOVE_TITLE = compiled(
    r"^\d|@|\.se\b|^till\b|\btelefon\b|\be-?post\b|^dnr\b|^datum\b|^sida\b|,$|^diarien|\d\)$|^ärendenummer|^(?:rådet|.*rådet)$"
)
_FIELD = compiled(rf"{any_of('dokumenttyp', 'handlingstyp', 'tjänsteställe', 'handläggare', 'diarienummer')}\s?[:;].*")
_GREETING = compiled(any_of("med vänlig hälsning", "vänliga hälsningar", "med vänliga hälsningar", "mvh") + r"(?!\w).{0,30}")
_CASE_ALONE = re.compile(r"(?:[A-ZÅÄÖ]{2,5}[0O]?\d{0,3}\s?)?\d{4}/\d{2,6}")
_ISO = re.compile(r"(?<![\d-])(?:19|20)\d\d-[01]\d-[0-3]\d(?![\d-])")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset({"och", "för", "med", "den", "det", "till", "från", "att", "som", "vid", "per", "ett", "gällande", "avseende", "kommun"})
_LONG_WORD = 8
_HALF_A_LINE = 30
_LINE_OF_TEXT = 60
_LINES_OF_TEXT = 3
"""A long line with so many right under it is a paragraph, not a title."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a page show: `page` and `word` as its furniture says, `shape` without numbers, `printout`
    what a page of figures says that it is drawn for."""

    first: int
    lines: tuple[Line, ...]
    content: tuple[Line, ...]
    page: int | None
    word: str | None
    dates: tuple[str, ...]
    shape: str
    printout: str | None


def read_head(view: View, furniture: Sequence[Furniture], first: int, last: int) -> Head:
    """The head of the page that begins at line `first`."""
    lines = _top_of_page(view, first, min(last, first + HEAD_LINES))
    content = tuple(line for line in lines if line.index not in view.skipped)
    end = lines[: HEAD_LINES - 4][-1].span.end
    top = Span(lines[0].span.start, end + 1)
    pieces = [piece for piece in standing_in(furniture, top) if top.start <= piece.span.start]
    page = next((piece.page for piece in pieces if piece.page is not None), None)
    word = next((piece.word for piece in pieces if piece.word), None)
    days = tuple(_ISO.findall(" ".join(line.text for line in lines[:6])))
    shape = re.sub(r"\d+", "#", " ".join(line.text for line in lines[:2])).casefold()
    return Head(first, lines, content, page, word, days, shape, printouts.mark_of(view.lines[first : first + HEAD_LINES]))


def _top_of_page(view: View, first: int, last: int) -> tuple[Line, ...]:
    """The lines of a head: they end with the page, unless only furniture has stood on it so far."""
    end = first + 1
    while end < last and not (view.lines[end].opens_page and any(i not in view.skipped for i in range(first, end))):
        end += 1
    return view.lines[first:end]


def is_mail(lines: Sequence[Line]) -> bool:
    """ "Från: ...", "Skickat: ...", "Ämne: ..." near the top, or the greeting at the end of one that lost its head."""
    heading = any(kinds.is_mail(line.text) for line in lines[:6] if len(line.text) < 120)
    return heading or (bool(lines) and bool(_GREETING.fullmatch(lines[0].text)))


def is_letterhead(head: Head) -> bool:
    """ "Postadress ... Telefon ...", "Smedby kommun ... E-post kommun@smedby.se", "Dokumenttyp: Instruktion" on top;
    or the names of a body and its office, one under the other."""
    names = [issuers.names_an_issuer(line.text) for line in head.content[:2]]
    return (all(names) and len(names) > 1) or any(_LETTERHEAD.fullmatch(line.text) for line in head.lines[:4])


def is_register(texts: Sequence[str]) -> bool:
    """The head row of a list of matters: "DNR  Ankom  Beskrivning" over rows that begin with a Dnr."""
    return len(texts) > 1 and bool(_REGISTER.fullmatch(texts[0])) and bool(_CASE_FIRST.match(texts[1]))


def is_date_line(text: str) -> bool:
    """A line that gives a day and at most who or what it is the day of: "2031-02-13 Bilaga 1", "Datum: 2031-02-05"."""
    found = _ISO.findall(text)
    if len(found) != 1 or len(text) > 90:
        return False
    rest = _ISO.sub(" ", text).strip(" ,.:")
    plain = not rest or _CASE_ALONE.fullmatch(rest) or LABEL.fullmatch(rest) or ATTACHMENT.fullmatch(rest) or issuers.names_an_issuer(rest)
    return bool(plain) or (names_an_issuer_in(rest) and not re.search(r"§|\b(?:per|beslut\w*|den|till)\b", rest))


def names_an_issuer_in(text: str) -> bool:
    """Whether a line of a head names an issuer among other things."""
    text = " ".join(text.split())  # columns may stand far apart
    return bool(issuers.office(text) or bodies.named(text) or issuers.outside(text) or re.search(r"\bkommun\b", text)) and len(text) < 80


def title_of(content: Sequence[Line]) -> str | None:
    """The title on top of a paper: the first line that names no issuer, with the lines it runs on to."""
    lines = [line for line, below in zip_longest(content, content[1:]) if line and not _stands_above_title(line.text, below)]
    if not lines or not is_title(lines[0].text) or FRONT.fullmatch(lines[0].text):
        return None
    below = lines[1 : _LINES_OF_TEXT + 1]
    if len(lines[0].text) > _LINE_OF_TEXT and len(below) == _LINES_OF_TEXT and not any(line.blanks for line in below):
        return None
    parts = [lines[0].text]
    for before, line in pairwise(lines[:4]):
        apart = line.index != before.index + 1 or heading_of(line.text)
        if apart or ((line.blanks or len(before.text) < _HALF_A_LINE) and not _is_bare_form(before, line)):
            break
        parts.append(line.text)
    return " ".join(parts)


def _stands_above_title(text: str, below: Line | None) -> bool:
    """Who writes and whom to, day, address, logo: what letterheads show above a title."""
    if (
        issuers.names_an_issuer(text)
        or ADOPTED.fullmatch(text)
        or _FIELD.fullmatch(text)
        or is_date_line(text)
        or _ABOVE_TITLE.search(text)
        or issuers.is_logo(text)
    ):
        return True
    return below is not None and issuers.is_address_of(below.text, text)


def _is_bare_form(line: Line, below: Line) -> bool:
    """ "Statistik" alone, with what it is about below."""
    return kinds.names_figures(line.text) and below.blanks <= 1 and is_title(below.text)


def alike(title: str, other: str) -> bool:
    """Whether two titles are of the same paper, by the words and years they share."""
    if share_words(title, other):
        return True
    years = set(re.findall(r"\b20\d\d\b", title)) & set(re.findall(r"\b20\d\d\b", other))
    return bool(years) and any(len(word) >= _LONG_WORD for word in _words(title) & _words(other))


def share_words(title: str, other: str) -> bool:
    """Whether two titles share most words of the shorter one, and more than one."""
    words, wanted = _words(title), _words(other)
    return len(words & wanted) >= max(2, 0.7 * min(len(words), len(wanted))) and len(words) <= 2 * len(wanted) + 2


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    """The words that tell titles apart: names of bodies and offices stand in all of them."""
    named = [span for _, span in bodies.named(text)]
    for span in reversed(named):
        text = text[: span.start] + " " + text[span.end :]
    return frozenset(word.casefold()[:8] for word in _WORD.findall(issuers.without_offices(text))) - _SMALL


def is_title(text: str) -> bool:
    """A short line that begins like a title and ends no sentence."""
    return (
        len(text) < 110
        and text[:1].isupper()
        and (text[-1] not in ".,;:-" or (text[-1] == "." and len(text) < 60))
        and len(text.split()) <= 14
    )
