"""What a text refers to: § of minutes, laws, Dnr, dates, sums. Small named patterns, each with its Swedish example.

A § of a law ("11 kap. 1 § SoL") has its number before the sign, a § of minutes ("KS § 27/2022") after it; the two are
never taken for each other. What a line end may tear apart is read across it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.amounts import Amount, amounts
from indexer.casenumbers import case_numbers, shown
from indexer.dates import DateFound, dates
from indexer.documents import Span

__all__ = [
    "Amount",
    "DateFound",
    "Law",
    "SectionReference",
    "amounts",
    "case_numbers",
    "dates",
    "laws",
    "normal_section",
    "section_references",
    "shown",
]

_MOST_IN_A_RANGE = 60
"""A range of more § than a meeting has is a misreading."""

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_DNR_AFTER = re.compile(r"\s*D(?:nr|NR)")


@dataclass(frozen=True, slots=True)
class SectionReference:
    """A § of minutes: `number` in its normal form "§ 12"; body as written, year and ISO date where they are said with it."""

    number: str
    body: str | None
    year: int | None
    span: Span
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """A law or a place in one: "11 kap. 1 § SoL" has chapter "11" and section "1"; `number` is the one in SFS, "2018:597"."""

    name: str | None
    number: str | None
    chapter: str | None
    section: str | None
    span: Span


_GAP = r"[ \t\u00a0]*(?:\n\s{0,8})?"
_LETTER = r"(?:[ ]?[a-h](?![\wåäö]))?"

# Familje- och utbildningsnämndens arbetsutskott, Kommunstyrelsen, miljö- och byggnadsnämnden, Direktionen; KS, KSAU, BUN Au.
_BODY_NAME = (
    r"(?:[A-ZÅÄÖa-zåäö]{1,30}-(?:,?[ ]|\s(?=och|,))(?:[a-zåäö]{1,30}-,?[ ])?och\s{1,3})?[A-ZÅÄÖa-zåäö-]{0,40}"
    r"(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen|presidiet|presidium|beredningen)(?:s(?:\s{1,3}[a-zåäö]{0,20}(?:utskott|presidium|beredning)(?:et|en)?s?)?)?"
)
_BODY_SHORT = r"[A-ZÅÄÖ]{2,5}(?:[ ]?[Aa][Uu])?|[KSBMTOU][fsn]"
_BODY = rf"(?P<body>{_BODY_NAME}|\b(?:{_BODY_SHORT})\b)"
_DATE = r"(?:den\s{1,3})?(?P<date>(?:19|20)\d\d-\s{0,3}\d\d-\s{0,3}\d\d|\d{6}|\d{1,2}\s{1,3}[a-zåäö]{3,9}\s{1,3}(?:19|20)\d\d)"
_SIGN = r"§§?"
_NUMBER = rf"(?P<number>\d{{1,3}}{_LETTER})(?:/(?P<year>(?:19|20)?\d\d)(?!\d))?"
# What a § of a law has before the sign: "1 §", "4 kap. §"; a date or a year before it is no such number.
_LAW_BEFORE = re.compile(r"(?:(?<!\d)\d{1,3}[ ]?[a-h]?|\bkap\.?)[ \t]*$")

# § 61; §35; § 214/22; §§ 12-14; §§ 145, 148 och 149; the number may stand on the next line
_SECTION = re.compile(
    rf"(?P<sign>{_SIGN})[ \t\u00a0]*(?:\n[ \t]*)?{_NUMBER}"
    r"(?P<more>(?:[ ]?(?:[-–,]|och)[ ]?\d{1,3}(?!\d|[ ]?kap|[.:-]\d))*)(?![\d:]|[ ]?(?:st\b|p\b|kap))"
)
# What stands before the sign: Kommunstyrelsen den 8 mars 2022; KSN; Kommunstyrelsens protokoll från 2022-11-08; 250623
_CONTEXT = re.compile(
    rf"(?:(?<!\w){_BODY}(?:{_GAP}(?:protokoll|beslut|sammanträde)\b)?(?:{_GAP}(?:från|av))?,?{_GAP})?(?:\(?(?<!\d){_DATE}\)?,?{_GAP})?$"
)
_CONTEXT_LENGTH = 160
# Ä 12; Ä 19 a: the items of a meeting to come; only at the start of a line, where it is a heading, or after "ärende".
_ITEM = re.compile(r"(?:^[ \t]*|(?<=[(,;] )|(?<=punkt ))(?P<sign>Ä)[ ](?P<number>\d{1,3}(?:[ ][a-h](?![\wåäö]))?)(?!\d)", re.MULTILINE)
# KSAU 130/2014; KS 353/2008: a § without its sign, known by the body and the full year.
_SIGNLESS = re.compile(rf"\b(?P<body>(?:{_BODY_SHORT})) (?P<number>\d{{1,3}})/(?P<year>(?:19|20)\d\d)(?![\d:/-])")
_SIGNLESS_NEEDS = re.compile(r"/(?:19|20)\d\d")
_ONE_MORE = re.compile(r"(?P<joint>[-–,]|och)[ ]?(?P<number>\d{1,3})")

_LAW_NAME = (
    r"(?<![\w-])(?:[A-ZÅÄÖa-zåäö]{0,30}(?:lag|lagen|balk|balken|förordning|förordningen)\b"
    r"|SoL|KL|LSS|LVU|LVM|FB|OSL|FL|PBL|HSL|GDPR|RF|TF|LAS|MBL|LOU|SkolL)"
)
_SFS = r"(?:19|20)\d\d:\d{1,4}(?![\d:])"
_SECTIONS = rf"\d{{1,3}}[ ]?[a-h]?(?:[ ]?(?:[-–,]|och)[ ]?\d{{1,3}}[ ]?[a-h]?)*{_GAP}§§?"
_CHAPTER = rf"(?P<chapter>\d{{1,2}}(?:[ ]?[a-h])?)\s{{0,2}}[Kk]ap(?:\.|itlet)?,?{_GAP}"
_PLACE = rf"(?:{_CHAPTER})?(?P<section>{_SECTIONS})(?:[ ]?(?:\d[ ]st(?:ycket)?|(?:första|andra|tredje|fjärde)[ ]stycket|p\.?[ ]?\d))*"
_PLACE_NEEDS = re.compile(rf"\d[ ]?[a-h]?{_GAP}§")
_LAWS = (  # (what every such law holds, quick to look for; the law)
    # 11 kap. 1 § SoL; 14 kap. 1 § skolförordningen; 6 kap. 8§ SoL; 13 § LVU; 29 §; 11 kap. 12 § kommunallagen (2017:725)
    (_PLACE_NEEDS, re.compile(rf"(?<![\d-]){_PLACE}(?:{_GAP}(?:i[ ])?(?P<name>{_LAW_NAME})(?:[ ]\((?P<number>{_SFS})\))?)?")),
    # Skolförordningen 14 kap, 1 §; plan- och bygglagens 2 kap 3§
    (
        _PLACE_NEEDS,
        re.compile(
            rf"(?P<name>{_LAW_NAME}|(?<![\w-])[A-Za-zåäöÅÄÖ]{{0,30}}(?:lagens|balkens)){_GAP}(?:\((?P<number>{_SFS})\){_GAP})?{_PLACE}"
        ),
    ),
    # SFS 2018:597; skollagen (2010:800); lag (2018:597)
    (re.compile(r":\d"), re.compile(rf"(?P<name>SFS|{_LAW_NAME})[ ]\(?(?P<number>{_SFS})\)?")),
    # 6 kap. skollagen; 26 kap. miljöbalken
    (re.compile(r" [Kk]ap"), re.compile(rf"(?<![\d-])(?P<chapter>\d{{1,2}})[ ][Kk]ap\.?{_GAP}(?P<name>{_LAW_NAME})")),
)


def normal_section(written: str) -> str:
    """The normal form of a § number: "§12", "§ 214/22", "12 §" and "84" give "§ 12" …; "Ä 19a" gives "Ä 19 a"."""
    match = re.search(r"(\d{1,4})\s*([a-hA-H](?![a-zåäöA-ZÅÄÖ]))?", written)
    if match is None:
        return " ".join(written.split())
    sign = "Ä" if re.match(r"\s*[Ää](?!\w)", written) else "§"
    return f"{sign} {int(match[1])}" + (f" {match[2].lower()}" if match[2] else "")


def section_references(text: str) -> list[SectionReference]:
    """All § of minutes that a text names, headings included, in order; "§§ 12-14" gives three."""
    found = [reference for match in _SECTION.finditer(text) for reference in _numbers(text, match)]
    found += [
        SectionReference(normal_section(f"Ä {m['number']}"), None, None, Span(m.start("sign"), m.end()))
        for m in (_ITEM.finditer(text) if "Ä " in text else ())
    ]
    found += [
        SectionReference(normal_section(match["number"]), match["body"], int(match["year"]), Span(*match.span()))
        for match in (_SIGNLESS.finditer(text) if _SIGNLESS_NEEDS.search(text) else ())
    ]
    return sorted(found, key=lambda reference: (reference.span, int(reference.number.split()[1])))


def laws(text: str) -> list[Law]:
    """All laws and places in laws, in order; overlapping readings give the one that begins first and says most."""
    found = [law for needs, pattern in _LAWS if needs.search(text) for law in _laws(pattern, text)]
    found.sort(key=lambda law: (law.span.start, -law.span.end))
    kept: list[Law] = []
    for law in found:
        if not kept or law.span.start >= kept[-1].span.end:
            kept.append(law)
    return kept


def _laws(pattern: re.Pattern[str], text: str) -> Iterator[Law]:
    for match in pattern.finditer(text):
        groups = match.groupdict()
        section = groups.get("section")
        if section and not groups.get("chapter") and _of_minutes(text, match):
            continue
        name = groups.get("name")
        plain = re.sub(r"\s*§+", "", section) if section else None
        yield Law(" ".join(name.split()) if name else None, groups.get("number"), groups.get("chapter"), plain, Span(*match.span()))


def _of_minutes(text: str, match: re.Match[str]) -> bool:
    """ "den 8 mars 2022 § 19" and "AU 84 § 12": a sign with a number right after it is of minutes."""
    return bool(re.match(r"[ \t]*\d", text[match.end("section") : match.end("section") + 8])) and not match["name"]


def _numbers(text: str, match: re.Match[str]) -> Iterator[SectionReference]:
    start = max(0, match.start() - _CONTEXT_LENGTH)
    before = text[start : match.start()]
    context = _CONTEXT.search(before)
    gap = before[context.end("date") :] if context and context["date"] else ""
    apart = _is_apart(gap, text[match.end() : match.end() + 6])
    body, date = (context["body"], context["date"]) if context and not apart else (None, None)
    if not date and not apart and _LAW_BEFORE.search(before):
        return
    body, day = _nominative(body), _day(date)
    year = _year(match["year"]) or (int(day[:4]) if day else None)
    if context and (body or day):
        start += context.start("body") if body else context.start("date")
    else:
        start = match.start()
    first = normal_section(match["number"])
    yield SectionReference(first, body, year, Span(start, match.end("number") if not match["year"] else match.end("year")), day)
    last = int(first.split()[1])
    for more in _ONE_MORE.finditer(match["more"]):
        number = int(more["number"])
        span = Span(match.start("more") + more.start("number"), match.start("more") + more.end("number"))
        range_of = more["joint"] in "-–" and 0 < number - last <= _MOST_IN_A_RANGE
        for one in range(last + 1, number + 1) if range_of else (number,):
            yield SectionReference(f"§ {one}", body, year, span, day)
        last = number


def _is_apart(gap: str, after: str) -> bool:
    """Whether a sign begins a § of its own: an empty line before it, or a line end and a Dnr after it."""
    return bool(_EMPTY_LINE.search(gap) or ("\n" in gap and _DNR_AFTER.match(after)))


def _nominative(body: str | None) -> str | None:
    """The body without genitive -s and line ends: "Kommunstyrelsens" (protokoll) is kommunstyrelsen."""
    if body is None:
        return None
    plain = " ".join(body.split())
    return plain[:-1] if re.search(r"(?:en|et|ige|um)s$", plain) else plain


def _day(written: str | None) -> str | None:
    if written is None:
        return None
    if re.fullmatch(r"\d{6}", written):
        written = f"20{written[:2]}-{written[2:4]}-{written[4:]}"
    found = dates(written)
    return found[0].iso if found else None


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)
