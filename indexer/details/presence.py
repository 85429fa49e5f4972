"""The front page of minutes: who decided, who stood in for whom, who else was there, who chaired, wrote and adjusted.

A name belongs to the label it stands under. Where the labels stand apart from what they label, as a bad scan leaves
them, only the roles that are printed beside a name are known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import persons
from indexer.damage import any_of, compiled
from indexer.particulars import Fact, FactKind
from indexer.persons import Person
from indexer.spans import Span, meeting

_LABELS: tuple[tuple[FactKind | None, tuple[str, ...]], ...] = (
    (FactKind.TJANSTGORANDE_ERSATTARE, ("tjänstgörande ersättare",)),
    (FactKind.ERSATTARE, ("ej tjänstgörande ersättare", "ej tjänstgörande", "närvarande ersättare", "övriga ersättare", "ersättare")),
    (FactKind.BESLUTANDE, ("beslutande ledamöter", "beslutande", "närvarande ledamöter", "tjänstgörande ledamöter", "tjänstgörande")),
    (FactKind.NARVARANDE, ("övriga närvarande", "övriga deltagare", "övriga deltagande", "övriga", "närvarande tjänstemän", "tjänstemän")),
    (FactKind.FRANVARANDE, ("frånvarande", "anmäld frånvaro")),
    (FactKind.JUSTERARE, ("utses att justera", "utsedd att justera", "protokolljusterare", "justerande", "justerare")),
    (FactKind.SEKRETERARE, ("sekreterare", "nämndsekreterare")),
    (FactKind.ORDFORANDE, ("ordförande",)),
)
_OTHER = any_of(
    "plats och tid", "tid och plats", "datum och tid", "plats", "tid", "justeringens plats och tid", "justerings plats och tid",
    "justeringens plats", "justeringens tid", "plats och tid för justering", "justerade paragrafer", "paragrafer", "paragraf",
    "underskrifter", "underskrift", "justerandes signatur", "justerandes sign", "ordförandens och justerarens signaturer",
    "protokollet är", "protokollet", "utdragsbestyrkande", "organ", "instans", "nämnd", "sammanträdesdatum", "förvaringsplats",
    "anslag/bevis", "anslag", "bevis om anslag", "bevis", "anslagsbevis", "datum",
)  # fmt: skip
_END = compiled(
    any_of("ärendelista", "ärendeförteckning", "innehållsförteckning", "föredragningslista", "protokollsregister")
    + "|" + any_of("innehåll") + r"\s*$"
)  # fmt: skip
_ALL = "|".join(f"(?P<k{index}>{any_of(*words)})" for index, (_, words) in enumerate(_LABELS))
_LABEL = compiled(rf"(?:(?P<other>{_OTHER})|{_ALL})(?![\w/-])(?!\s+för\b)[ \t]*:?")
_INLINE = compiled(rf"(?<=[\s)])(?:{_OTHER})[ \t]")
_CELL = re.compile(r"\S(?:[^\t\n]*?\S)??(?=\t|[ \u00a0]{3,}|[ \t\u00a0]*(?:\n|\Z))")
_NEEDS_MORE = re.compile(r"(?:,|\b(?:för|av|på|och|ej))$")
_STARTS_LOW = re.compile(r"[a-zåäö§\d(]")

_NUMBERS = r"(?:§{1,2}\s*)?\d{1,3}(?:[ ]?[-–,][ ]?\d{1,3}|[ ]och[ ]\d{1,3})*"
_NOT_IN = re.compile(rf"\b(?:ej|inte|utom|jäv|jävig)\b[^\d§(]{{0,20}}?(?P<numbers>{_NUMBERS})", re.IGNORECASE)
_UNTIL = re.compile(r"\bt\.?\s?o\.?\s?m\.?\b|\btill och med\b|\bfr\.?\s?o\.?\s?m\.?\b|\bfrån och med\b|\bfrån\b|\bdel av\b", re.IGNORECASE)
_IN = re.compile(rf"(?:§{{1,2}}\s*|(?<=[,(]\s)|(?<=\s)(?=\d+\s?[-–,]))(?P<numbers>{_NUMBERS.replace('(?:§{1,2}', '(?:§{0,2}')})(?![:.]?\d)")
_JAV = re.compile(r"\bjäv", re.IGNORECASE)
_SUBSTITUTE = compiled(rf"{any_of('tjänstgörande')}(?:\s+{any_of('ersättare')})?|\btjg\.?\s+ers\.?")
_STANDS_IN = re.compile(r"\bför\s+$", re.IGNORECASE)
_ROLES = (
    (FactKind.VICE_ORDFORANDE, compiled(rf"(?:vice|v\.?)\s+(?:{any_of('ordförande')}|ordf\b)")),
    (FactKind.ORDFORANDE, compiled(rf"(?<!vice )(?<!v )(?<!v\. )(?:{any_of('ordförande')}|\bordf\b)")),
    (FactKind.SEKRETERARE, compiled(rf"\b(?:nämnd|kommun|mötes|utskotts)?{any_of('sekreterare')}\b")),
)
_MOST_SECTIONS = 60
_NEAR = 200
"""Characters before a name, its indent included, that may say whom somebody stands in for."""
_MOST_ENTRY = 300


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands under a label on one line or over several; kind None where the label is not known."""

    kind: FactKind | None
    span: Span


def of_front(text: str, span: Span, skipped: Sequence[Span]) -> tuple[Fact, ...]:
    """The facts of a front page at `span`; page furniture is `skipped`."""
    found: dict[tuple[FactKind, str, tuple[str, ...]], Fact] = {}
    for entry in _entries(text, span, skipped):
        for fact in _facts(text, entry):
            name = " ".join(fact.person.of(text).split()) if fact.person else ""
            found.setdefault((fact.kind, name, fact.sections), fact)
    return tuple(sorted(found.values(), key=lambda fact: (fact.span, fact.kind)))


def _entries(text: str, span: Span, skipped: Sequence[Span]) -> Iterator[_Entry]:
    """Each entry with the kind of its label; entries after labels that all stood empty have none."""
    kind: FactKind | None = None
    open_entry: _Entry | None = None
    empty = 0
    for cell in _cells(text, span, skipped):
        words = cell.of(text)
        if _END.match(words.strip("* #")):
            break
        label = _LABEL.match(words)
        if label:
            if open_entry:
                yield open_entry
            open_entry = None
            kind = None if label["other"] else _kind_of(label)
            empty = empty + 1 if kind else empty
            cell = Span(cell.start + label.end() + _indent(words[label.end() :]), cell.end)
            if cell.start >= cell.end:
                continue
        elif open_entry and _continues(open_entry.span.of(text), words):
            open_entry = replace(open_entry, span=Span(open_entry.span.start, cell.end))
            continue
        if open_entry:
            yield open_entry
        kind = None if empty > 1 else kind
        empty = 0 if kind else empty
        open_entry = _Entry(kind, cell)
    if open_entry:
        yield open_entry


def _kind_of(label: re.Match[str]) -> FactKind | None:
    return next((kind for index, (kind, _) in enumerate(_LABELS) if label[f"k{index}"]), None)


def _cells(text: str, span: Span, skipped: Sequence[Span]) -> Iterator[Span]:
    """The cells of the lines: what tabs or wide spaces part, and another label within a line."""
    for match in _CELL.finditer(text, span.start, span.end):
        start = match.start() + _indent(match[0])
        cell = Span(start, match.start() + len(match[0].rstrip()))
        if meeting(skipped, cell):
            continue
        for inner in _INLINE.finditer(text, cell.start, cell.end):
            yield Span(start, start + len(text[start : inner.start()].rstrip()))
            start = inner.start()
        yield Span(start, cell.end)


def _indent(words: str) -> int:
    return len(words) - len(words.lstrip(" \t\u00a0*#_"))


def _continues(before: str, words: str) -> bool:
    """Whether a line goes on with the entry before it: it begins small, or that one ends with a word that needs another."""
    return len(before) < _MOST_ENTRY and bool(_STARTS_LOW.match(words) or _NEEDS_MORE.search(before))


def _facts(text: str, entry: _Entry) -> Iterator[Fact]:
    words = entry.span.of(text)
    named = persons.with_party(words, entry.span.start)
    stand_for = {
        index
        for index, person in enumerate(named)
        if _STANDS_IN.search(text, max(entry.span.start, person.name.start - _NEAR), person.name.start)
    }
    own = [index for index in range(len(named)) if index not in stand_for]
    if not own:
        alone = persons.alone(words, entry.span.start)
        if alone:
            yield from _of_person(text, entry.kind, alone, entry.span, None)
        return
    ends = [*(named[index].name.start for index in own[1:]), entry.span.end]
    for index, end in zip(own, ends, strict=True):
        said = Span(named[index].span.start, named[index].span.start + len(_trimmed(text[named[index].span.start : end])))
        instead = named[index + 1] if index + 1 in stand_for else None
        yield from _of_person(text, entry.kind, named[index], said, instead)


def _trimmed(words: str) -> str:
    """Without the joint to the next person."""
    words = words.rstrip(" ,\t\n")
    for joint in (" och", " samt"):
        words = words.removesuffix(joint).rstrip(" ,\t\n")
    return words


def _of_person(text: str, kind: FactKind | None, person: Person, said: Span, instead: Person | None) -> Iterator[Fact]:
    """The facts of one person: present as what, with which role, for which §, and whether they declared jäv."""
    details = text[person.span.end : said.end]
    own = text[person.span.end : instead.name.start] + text[instead.span.end : said.end] if instead else details
    but_not = tuple(number for match in _NOT_IN.finditer(own) for number in numbers(match["numbers"]))
    limited = None if _UNTIL.search(own) else _NOT_IN.sub("", own)
    sections = tuple(number for match in _IN.finditer(limited or "") for number in numbers(match["numbers"]))
    fact = Fact(FactKind.NARVARANDE, said, person.name, person.party, sections, but_not, instead.name if instead else None)
    substitute = _SUBSTITUTE.search(own) is not None or instead is not None
    if kind is FactKind.BESLUTANDE and substitute:
        kind = FactKind.TJANSTGORANDE_ERSATTARE
    if kind is not None:
        yield replace(fact, kind=kind)
    if _JAV.search(own) and but_not:
        yield Fact(FactKind.JAV, said, person.name, person.party, but_not)
    if kind in (FactKind.ORDFORANDE, FactKind.SEKRETERARE, FactKind.JUSTERARE, FactKind.FRANVARANDE):
        return
    for role, pattern in _ROLES:
        if pattern.search(own):
            yield Fact(role, said, person.name, person.party)


def numbers(written: str) -> tuple[str, ...]:
    """The § of "§§ 161 – 163, 168" in their normal form; a range of more than a meeting has is none."""
    found: list[str] = []
    for one in re.finditer(r"(\d{1,3})(?:[ ]?[-–][ ]?(\d{1,3}))?", written):
        first, last = int(one[1]), int(one[2] or one[1])
        if first <= last < first + _MOST_SECTIONS:
            found += [f"§ {number}" for number in range(first, last + 1)]
    return tuple(found)
