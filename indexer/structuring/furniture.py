"""Page headers, footers and page numbers: read for their facts (body, date, page), then marked as skipped.

A line is furniture when nothing is left of it once the things that headers are made of are taken away. Such lines in
a row are one piece; a piece counts when one of its lines is unmistakable ("SAMMANTRÄDESPROTOKOLL", "1(2)").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer import bodies, dates
from indexer.damage import any_of, compiled, worn
from indexer.documents import Source, Span
from indexer.structuring.headings import heading_of
from indexer.structuring.lines import Line, from_to, lines_of


@dataclass(frozen=True, slots=True)
class Furniture:
    """One piece of page furniture with what it says; `word` is the form of paper it names, in capitals."""

    span: Span
    body: str | None
    date: str | None
    page: int | None
    of: int | None
    word: str | None


WORDS = (
    "SAMMANTRÄDESPROTOKOLL",
    *("MÖTESPROTOKOLL", "PROTOKOLLSUTDRAG", "PROTOKOLL", "KALLELSE", "KUNGÖRELSE", "FÖREDRAGNINGSLISTA", "TJÄNSTESKRIVELSE"),
    *("TJÄNSTEUTLÅTANDE", "RAPPORT", "SLUTRAPPORT", "REMISS", "YTTRANDE", "BESLUT", "MEDDELANDE", "REKOMMENDATION"),
)
"""Forms of paper that a page header names."""

_WORD = re.compile(rf"(?<!\w)(?P<word>{any_of(*WORDS[1:])}|(?i:{worn(WORDS[0])}))(?!\w)".replace("(?:", "(?i:", 1))
_FOOTER = compiled(
    rf"{worn('justerande')}(?:s|rnas)?\s+sign(?:atur(?:er)?)?|{worn('justerarsignatur')}(?:er)?|{worn('justerarnas signaturer')}"
    rf"|ordf\w+\s+och\s+{worn('justerar')}\w+\s+signatur\w*|utdragsbestyrkande|justering\s+\(sign\)|expediering"
)
_SIGNED = compiled(r"paragrafen\s+\S{1,2}\s+digitalt\s+justerad\.?(?:\s+utdragsbestyrkande)?")
_WORN_PAGE = re.compile(r"\s\S{2,6}\)$")
"""A page number behind a header's words, of which a scan has made other signs: "Zizg)"."""
_PAGE = re.compile(
    r"(?<![\w/])(?:(?:[Ss]idan?|[Ss]id|[Bb]lad|[Ss]\.|[Pp]age)\s*)(?P<p1>\d{1,4})?\s*(?:\(|/|av\s|of\s|:)?\s*(?P<o1>\d{1,4})?\)?(?!\w)"
    r"|(?<![\w/])(?P<p2>\d{1,3})?\s?\((?P<o2>\d{1,3})\)(?![\w])|\[\d{1,3}\]"
)
_SIDA = re.compile(r"\b(?:Sidan?|Sid|Blad|Page)\s*\(?\d")
_PROTOCOL = compiled(rf"{worn('sammanträdesprotokoll')}|{worn('mötesprotokoll')}|^\W*protokoll\W*\d")
_HEAD_AND_PAGE = re.compile(r"[^\W\d_]{3,}.*(?<!\d)\d{1,3}\s?\(\d{1,3}\)$")
_BARE_PAGE = re.compile(r"\W{0,2}\d{0,3}\W{0,2}\(\d{1,3}\)\W{0,2}|\[\d{1,3}\]")
_CONTINUED = compiled(r"forts\.?(?:ättning)?\s*(?:av\s*)?§?\s*\d*\s*[a-z]?")
_MEETING_DATE = compiled(rf"(?:{any_of('sammanträdesdatum', 'mötesdatum', 'sammanträdesdag')})\s*:?")
_LETTERHEAD = compiled(
    r"\b(?:e-?post(?:adress)?|telefon|telefax|bankgiro|plusgiro|org\.?\s?(?:nr|nummer)\b|postadress|besöksadress|webb(?:plats)?)"
)
_LABEL = compiled(r"(?<!\w)(?:sidan?|datum|referens|nr|organ|kommun|kom ?m ?u ?n|(?-i:KOM|MUN)|handlingstyp)\b\s*:?")
_FIELD = compiled(r"(?:datum|sidan?):?")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)")
_DOMAIN = re.compile(r"(?<!\S)(?:www\.)?[a-zåäö-]+\.se(?!\S)")
_OWNER = re.compile(r"(?<!\w)(?:[A-ZÅÄÖ][\w-]+s?\s+(?:kommun|stad|KOMMUN|STAD)|[A-ZÅÄÖ#&\- ]{6,}(?:S|EN|CKEN))(?!\w)")
_MUNICIPALITY = re.compile(r"[A-ZÅÄÖ][\w-]+s?\s+(?:kommun|stad|KOMMUN|STAD)(?!\w)")
_NUMBER = re.compile(r"(?<!\S)(?:[A-ZÅÄÖ]{2,5}[0O]?\d{0,3}\s?)?20\d\d/\d{2,6}(?!\S)")
_OFFICE = compiled(rf"(?:[^\W\d_][\w-]*-?\s+(?:och|&)\s+)?[^\W\d_]\w*{worn('förvaltning')}en?\s*,?")
_CALLS = compiled(r"kallas\b")
_SECTION = re.compile(r"(?:§|Ä)\s?\d")
_LONGEST = 240
_MOST_WORDS = 14
_FAR = 3
"""A body's name so many empty lines below a header is whom the paper is addressed to."""
_OFTEN = 3


def find(source: Source) -> tuple[Furniture, ...]:
    """All pieces of furniture of a source, in order."""
    lines = lines_of(source)
    grades = [_grade(line.text) for line in lines]
    strong, weak = [grade > 1 for grade in grades], [grade > 0 for grade in grades]
    runs = list(_runs(lines, strong, weak))
    taken = {index for first, last in runs for index in range(first, last + 1)}
    runs += [(index, index) for index in {*_repeated(lines, taken), *_bare_bodies(lines, taken)}]
    return tuple(_piece(lines, first, last) for first, last in sorted(runs))


def _grade(text: str) -> int:
    """2 where a line is unmistakably furniture, 1 where it may be, 0 where it is text."""
    if len(text) > _LONGEST:
        return 0
    if len({label.casefold() for label in _LETTERHEAD.findall(text)}) > 1 or _SIGNED.fullmatch(text.strip()) or _CONTINUED.fullmatch(text):
        return 2
    if len(text.split()) > _MOST_WORDS or "§" in text or heading_of(text) or _ends_a_sentence(text):
        return 0
    rest, eaten = _leftover(text)
    if rest or not eaten:
        return 0
    marked = any(pattern.search(text) for pattern in (_FOOTER, _MEETING_DATE, _PROTOCOL, _SIDA, _HEAD_AND_PAGE))
    return 2 if marked else 1


def _ends_a_sentence(text: str) -> bool:
    """ "byggnadsnämnden," right below a page's head: the rest of a name whose beginning stands on the page before."""
    return text[0].islower() and text[-1] in ",;.:" and bool(bodies.named(text))


def _leftover(text: str) -> tuple[str, bool]:
    """Letters left once headers' parts are taken away, and whether anything was. Digits and marks do not count:
    a damaged page number is still one."""
    rest = _WORN_PAGE.sub("", text) if _PROTOCOL.search(text) else text
    for pattern in (_FOOTER, _MEETING_DATE, _PAGE, _DATE, _NUMBER, _WORD, _DOMAIN, _OFFICE, _OWNER):
        rest = pattern.sub(" ", rest)
    for _, span in reversed(bodies.named(rest)):
        rest = rest[: span.start] + " " + rest[span.end :]
    rest = _LABEL.sub(" ", rest)
    letters = re.sub(r"[\W\d_]+", "", rest)
    return (letters if len(letters) > 2 else ""), rest != text


def _paged(text: str) -> re.Match[str] | None:
    """The first page number that says more than the word "Sida"."""
    return next((match for match in _PAGE.finditer(text) if re.search(r"\d", match[0])), None)


def _runs(lines: Sequence[Line], strong: Sequence[bool], weak: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last line of each piece. Lines that only might be furniture count when a sure one stands with them on
    the same page, or follows on the next (headers spread over what look like page breaks)."""
    index = 0
    while index < len(lines):
        if not weak[index]:
            index += 1
            continue
        end = index
        while end + 1 < len(lines) and weak[end + 1] and not lines[end + 1].opens_page:
            end += 1
        while end > index and lines[end].blanks >= _FAR and bodies.alone(lines[end].text):
            end -= 1
        after = lines[end + 1] if end + 1 < len(lines) else None
        follows = after is not None and lines[index].opens_page and (strong[after.index] or bool(_SECTION.match(after.text)))
        heads = follows or _is_form_head(lines, index, end) or _is_page_head(lines, index, end)
        foot = after is not None and after.opens_page and index == end and bool(_FIELD.fullmatch(lines[index].text))
        if heads or foot or any(strong[index : end + 1]) or _is_numbered(lines, index, end):
            yield index, end
        index = end + 1


def _is_numbered(lines: Sequence[Line], first: int, last: int) -> bool:
    """A bare page number "1(2)" is one only at the edge of a page or beside other furniture: in tables it is a figure."""
    if not any(_BARE_PAGE.fullmatch(line.text) for line in lines[first : last + 1]):
        return False
    if all(_BARE_PAGE.fullmatch(line.text) for line in lines[first : last + 1]):
        return first == last and (lines[first].opens_page or _is_web_page_mark(lines, first))
    return _at_edge(lines, lines[first]) or _at_edge(lines, lines[last])


def _is_form_head(lines: Sequence[Line], first: int, last: int) -> bool:
    """ "KALLELSE / Sida", "Datum / 2024-03-26" on top of a page: the form's fields."""
    texts = [line.text for line in lines[first : last + 1]]
    if len(texts) < 2:
        return False
    fields = [text for text in texts if _FIELD.fullmatch(text) or _BARE_PAGE.fullmatch(text)]
    if fields and any(text.isupper() and _WORD.fullmatch(text) for text in texts):
        return True
    return lines[first].opens_page and bool(_FIELD.fullmatch(texts[0])) and bool(_DATE.fullmatch(texts[1]))


def _is_page_head(lines: Sequence[Line], first: int, last: int) -> bool:
    """A form, a body or municipality and a date on top of a page: its number is not always there, or not read."""
    written = " ".join(line.text for line in lines[first : last + 1])
    named = bool(_WORD.search(written) and _DATE.search(written) and (bodies.named(written) or _MUNICIPALITY.match(written)))
    return named and first < last and lines[first].opens_page


def _is_web_page_mark(lines: Sequence[Line], index: int) -> bool:
    """ "(2)" with empty lines around: where web viewers of documents note a new page."""
    following = lines[index + 1].blanks if index + 1 < len(lines) else 1
    return bool(re.fullmatch(r"\(\d{1,3}\)", lines[index].text)) and lines[index].blanks >= 1 and following >= 1


def _repeated(lines: Sequence[Line], taken: set[int]) -> Iterator[int]:
    """Lines at the edges of pages that come again and again: running heads without a mark of their own."""
    edges = [line for line in lines if _at_edge(lines, line) and line.index not in taken and _may_run(line.text)]
    counts = Counter(_shape(line.text) for line in edges)
    yield from (line.index for line in edges if counts[_shape(line.text)] >= _OFTEN)


def _bare_bodies(lines: Sequence[Line], taken: set[int]) -> Iterator[int]:
    """The name of the body alone on top of pages: of many pages, or right above a § where headers name it elsewhere."""
    tops = [(line, name) for line in lines if line.opens_page and line.index not in taken if (name := bodies.alone(line.text))]
    known = {name for line in lines if line.index in taken if (name := bodies.alone(line.text))}
    counts = Counter(name for _, name in tops)
    for line, name in tops:
        following = lines[line.index + 1].text if line.index + 1 < len(lines) else ""
        is_running = counts[name] > _OFTEN and not _CALLS.match(following)
        if is_running or (name in known and _SECTION.match(following)):
            yield line.index


def _at_edge(lines: Sequence[Line], line: Line) -> bool:
    following = lines[line.index + 1] if line.index + 1 < len(lines) else None
    return line.opens_page or following is None or following.opens_page


def _may_run(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    title = letters >= 15 and len(text) <= 80 and " " in text and text[-1] not in ".?!,:-" and "§" not in text
    return title and heading_of(text) is None and not re.match(r"Ä\s?\d|Bilaga", text)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _piece(lines: Sequence[Line], first: int, last: int) -> Furniture:
    span = from_to(lines, first, last)
    written = " ".join(line.text for line in lines[first : last + 1])
    named = next((name for line in lines[first : last + 1] for name, _ in bodies.named(line.text)), None)
    day = next((found.iso for found in dates.dates(written) if found.iso), None)
    page = _paged(re.sub(_DATE, " ", written))
    word = _WORD.search(written)
    number, total = (page["p1"] or page["p2"], page["o1"] or page["o2"]) if page else (None, None)
    return Furniture(
        span, named, day, int(number) if number else None, int(total) if total else None, _known_word(word[0]) if word else None
    )


def _known_word(written: str) -> str:
    """The word as it is spelt, whatever the scan made of it."""
    return next(word for word in sorted(WORDS, key=len, reverse=True) if compiled(worn(word)).fullmatch(written))
