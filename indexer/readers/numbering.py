"""Numbers that Word counts itself ("§ 12", "1.", "a)", "•"): they stand in no text, only in lists of definitions."""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from indexer.readers.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is counted: `pattern` is "%1.%2" with the numbers of the levels."""

    start: int
    format: str
    pattern: str


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counting as its paragraphs are gone through in order."""

    lists: Mapping[str, Mapping[int, _Level]] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: Element | None, styles: Element | None) -> "Numbering":
        """From the two parts that define lists and styles."""
        return cls(_lists(numbering) if numbering is not None else {}, _styled(styles) if styles is not None else {})

    def label(self, paragraph: Element) -> str:
        """The number or bullet that Word shows before a paragraph; "" where it shows none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        number, level = place
        levels = self.lists.get(number, {})
        counted = levels.get(level)
        if counted is None:
            return ""
        counts = self._counts.setdefault(number, [0] * _LEVELS)
        for above in range(level):
            counts[above] = counts[above] or _start(levels, above)
        counts[level] = counts[level] + 1 if counts[level] else counted.start
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        if counted.format in {"bullet", "none"}:
            return "•" if counted.format == "bullet" else counted.pattern
        shown = counted.pattern
        for above in range(level + 1):
            shown = shown.replace(f"%{above + 1}", _written(counts[above], levels[above].format if above in levels else "decimal"))
        return shown

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """List and level of a paragraph: its own, else those of its style."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited = self.styles.get(style.get(f"{W}val", "")) if style is not None else None
        given = paragraph.find(f"{W}pPr/{W}numPr")
        if given is None:
            return inherited
        number = _value(given.find(f"{W}numId"), inherited[0] if inherited else "0")
        level = _whole(_value(given.find(f"{W}ilvl"), str(inherited[1] if inherited else 0)))
        return None if number == "0" or not 0 <= level < _LEVELS else (number, level)


def _start(levels: Mapping[int, _Level], level: int) -> int:
    return levels[level].start if level in levels else 1


def _lists(numbering: Element) -> dict[str, Mapping[int, _Level]]:
    abstract = {each.get(f"{W}abstractNumId", ""): _levels(each.iter(f"{W}lvl")) for each in numbering.iter(f"{W}abstractNum")}
    lists: dict[str, Mapping[int, _Level]] = {}
    for each in numbering.iter(f"{W}num"):
        levels = dict(abstract.get(_value(each.find(f"{W}abstractNumId"), ""), {}))
        for override in each.iter(f"{W}lvlOverride"):
            levels |= _levels(override.iter(f"{W}lvl"))
            level, start = _whole(override.get(f"{W}ilvl", "0")), override.find(f"{W}startOverride")
            if start is not None and level in levels:
                levels[level] = _Level(_whole(_value(start, "1")), levels[level].format, levels[level].pattern)
        lists[each.get(f"{W}numId", "")] = levels
    return lists


def _levels(found: Iterable[Element]) -> dict[int, _Level]:
    return {
        _whole(each.get(f"{W}ilvl", "0")): _Level(
            _whole(_value(each.find(f"{W}start"), "1")),
            _value(each.find(f"{W}numFmt"), "decimal"),
            _value(each.find(f"{W}lvlText"), ""),
        )
        for each in found
    }


def _styled(styles: Element) -> dict[str, tuple[str, int]]:
    """Style → list and level, its own or those of the style that it is based on."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        based[name] = _value(style.find(f"{W}basedOn"), "")
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            own[name] = (_value(number, "0"), _whole(_value(style.find(f"{W}pPr/{W}numPr/{W}ilvl"), "0")))
    found = {}
    for name in based:
        at, seen = name, {name}
        while at not in own and based.get(at) and based[at] not in seen:
            at = based[at]
            seen.add(at)
        if at in own and own[at][0] != "0":
            found[name] = own[at]
    return found


def _value(element: Element | None, default: str) -> str:
    return default if element is None else element.get(f"{W}val", default)


def _whole(written: str) -> int:
    """A number as Word writes it; 0 where it is none, or absurd."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 0


def _written(number: int, format: str) -> str:
    match format:
        case "lowerLetter" | "upperLetter" if number > 0:
            letters = string.ascii_lowercase[(number - 1) % 26] * ((number - 1) // 26 % 5 + 1)
            return letters.upper() if format == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            written, rest = "", min(number, 4999)
            for value, letters in _ROMAN:
                written += letters * (rest // value)
                rest %= value
            return written.upper() if format == "upperRoman" else written
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)
