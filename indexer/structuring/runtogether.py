"""Pages that were copied as one long line: where the labels and headings in it begin, so that each is read as a line.

Such a line is known by what it holds: several labels of a front page, or § with their Dnr and headings. In other lines
the same words are text, and nothing is broken.
"""

import re
from collections.abc import Iterator

from indexer import bodies

_LONG = 120
_LEAST = 3
"""So many different labels and headings make a line one that was run together."""

_LABEL = re.compile(
    r"\b(?:Plats och tid|PLATS OCH TID|Tid och plats|Plats:|Tid:|Beslutande"
    r"|Ej tjänstgörande|Tjänstgörande ersättare|Övriga (?:deltagande|närvarande)"
    r"|Utses att justera|Justerare|Justerande|Justeringens plats och tid|Underskrifter|Paragrafer|ANSLAG\s?/\s?BEVIS|Anslag/bevis"
    r"|(?:BEVIS OM ANSLAG|Bevis om anslag|Anslagsbevis)|(?:Organ|Instans|Beslutsinstans|Nämnd|Nämnd/Styrelse)(?=:?\s[A-ZÅÄÖ])"
    r"|Sammanträdesdatum|Sammanträdesdag|Mötesdatum|(?:Föredragningslista|FÖREDRAGNINGSLISTA)|Innehållsförteckning|Ärendelista)(?!\w)"
)
_CONTENTS = re.compile(r"\b(?:Innehållsförteckning|INNEHÅLLSFÖRTECKNING|Innehåll|Ärendelista|Ärendeförteckning)\b")
_HEADING = re.compile(
    r"\b(?:Förslag till beslut|Beslut|BESLUT|Ärendebeskrivning|Sammanfattning(?: av ärendet)?|Beskrivning av ärendet|Bakgrund"
    r"|Beslutsunderlag|Justerandes sign(?:atur)?|Utdragsbestyrkande|Beslutet skickas till|Reservation)(?=\s+[A-ZÅÄÖ\d§•-]|\s*$)"
)
_TO_A_BODY = r"(?:\s+till\s+(?:beslut|[a-zåäö-]*(?:fullmäktige|styrelsen|nämnden)))"
_DECIDES = re.compile(
    rf"\s+(?:(?:beslut|förslag{_TO_A_BODY}?|beslutsförslag)(?=\s+[A-ZÅÄÖ\d•-]|:|\s+att\b|$)|beslutar(?:\s*:|(?=\s+(?:att\b|[A-ZÅÄÖ]))))"
)
_SHORT_BODY = r"(?:[A-ZÅÄÖ]{1,3}[SFNU](?:\s?AU)?|[A-ZÅÄÖ][sfn](?:\s?[Aa]u)?)\s"
_CASE = r"(?:[Dd]nr|DNR|Diarienr|Ärendenummer|[A-ZÅÄÖ]{1,5}[sfn]?\s?[/.-]?\s?\d{2,4}[/:.-]\s?\d)"
_NUMBER = r"(?P<number>\d{1,4})(?:/\d{2,4})?"
_WITH_CASE = re.compile(rf"(?:(?<![\w§/.:-]){_SHORT_BODY})?§\s?{_NUMBER}\s+(?={_CASE}|[A-ZÅÄÖ][^.§]{{3,100}}?\s(?:Dnr|DNR)\b)")
_WITH_TITLE = re.compile(rf"(?:(?<![\w§/.:-]){_SHORT_BODY}(?:§\s?|(?!(?:19|20)\d\d\b))|§\s?){_NUMBER}\s+(?=[A-ZÅÄÖ])")
_WITHOUT_SIGN = re.compile(
    rf"(?<![\w§/.:,-])(?<!§\s)(?:{_SHORT_BODY})?(?!(?:19|20)\d\d\b)(?P<number>\d{{1,4}})(?:\s[A-ZÅÄÖ][A-Za-zåäö]{{1,4}}\s\d{{1,4}}){{0,3}}\s+(?:Dnr|DNR)\b"
)
_CASE_BEFORE = re.compile(r"(?<!\S)[A-ZÅÄÖ]{2,6}/\d{4}:\d{1,5}\s(?=§\s?\d)")
_RUNS_ON = re.compile(r"(?:,|\b(?:och|samt|i|av|den|enligt|från|till|för|att|se)|-)\s*$", re.IGNORECASE)
_NEAR = 12
_PAGE = re.compile(r"(?:^\d{1,3}\s(?=[A-ZÅÄÖ§])(?!Dnr|DNR)|(?<![\w/.,-])\d{1,3}\s?\(\d{1,3}\)\s)")


def breaks(text: str) -> list[int]:
    """Where lines begin within a line that was run together, in order; none in an ordinary line."""
    if len(text) < _LONG:
        return []
    labels, sections = list(_LABEL.finditer(text)), _sections(text)
    headings = list(_headings(text)) if labels or sections else []
    signs = {match[0] for match in labels} | {text[start:end] for start, end in headings}
    if len(signs) + len(sections) < _LEAST:
        return []
    pages = (match.end() for match in _PAGE.finditer(text))
    starts = {*(match.start() for match in labels), *pages, *sections, *(at for heading in headings for at in heading)}
    return sorted({_next_word(text, start) for start in starts} - {0, len(text)})


def _next_word(text: str, at: int) -> int:
    """The place of the next character that is no space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """Where headings of decisions, summaries and sources begin and end."""
    for match in _HEADING.finditer(text):
        if _is_free(text, match):
            yield match.span()
    for _, span in bodies.named(text):
        decides = _DECIDES.match(text, span.end)
        if decides and text[span.start].isupper():
            yield span.start, decides.end()


def _sections(text: str) -> set[int]:
    """Where § begin: with a Dnr, or with a title and the § before or after it in the same line."""
    page = _PAGE.match(text)
    begin = page.end() if page else 0
    surely = [match for pattern in (_WITH_CASE, _WITHOUT_SIGN) for match in pattern.finditer(text, begin) if _is_free(text, match)]
    contents = _CONTENTS.search(text)
    titled = [match for match in _WITH_TITLE.finditer(text, begin, contents.start() if contents else len(text)) if _is_free(text, match)]
    numbers = {int(match["number"]) for match in (*surely, *titled)}
    in_series = [match for match in titled if {int(match["number"]) - 1, int(match["number"]) + 1} & numbers]
    return {match.start() for match in (*surely, *in_series, *_CASE_BEFORE.finditer(text))}


def _is_free(text: str, match: re.Match[str]) -> bool:
    """Whether the text before does not run into it, as into a reference."""
    return not _RUNS_ON.search(text[max(0, match.start() - _NEAR) : match.start()])
