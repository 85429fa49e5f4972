"""What the table shows, in one or two sentences: who has most and least or the same, then who decides otherwise or not at all.

Every name, figure and status of a sentence is taken from the cells, and a sentence whose figures no quote bears out is dropped.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from indexer.documents import Status
from service.checking.stated import claimed, stated, together
from service.comparison import units
from service.comparison.comparable import SideBySide, side_by_side
from service.comparison.records import NUMBERS, Column, Empty, Row, Voice

NAMED = 6
"""Municipalities named in one sentence; more are counted."""

QUOTED = 4
OPENING_WORDS = 22
"""Decisions quoted beside each other, and words of each."""

_POINT = re.compile(r"^(?:[•\-–*]|\d{1,2}[.)]|[a-h]\))\s+")

_EMPTY = (
    (Empty.NOT_DECIDED, "nämns utan beslut"),
    (Empty.OTHER_ORGANISATION, "en annan organisation svarar för saken"),
    (Empty.SECOND_HAND, "uppgift bara i andra hand"),
    (Empty.NOTHING_FOUND, "sökt men inget funnet"),
    (Empty.NOT_INDEXED, "inga handlingar indexerade"),
)


def differences(rows: Sequence[Row]) -> str:
    """The differences and agreements, then what is missing."""
    compared = _compared(rows)
    figures = f"{_figures(compared)}{_without(compared, rows)}" if compared else None
    said = figures if figures and _borne_out(figures, rows) else _outcomes(rows)
    return " ".join(filter(None, (said, _missing(rows))))


def _compared(rows: Sequence[Row]) -> SideBySide | None:
    """The first column of numbers that may be compared; sums by what they are for each inhabitant, where that is known of them all."""
    found = {column: side for column in NUMBERS if len((side := side_by_side(rows, column)).values) > 1}
    each, whole = found.get(Column.PER_INHABITANT), found.get(Column.AMOUNT)
    return each if each and whole and len(each.values) == len(whole.values) else next(iter(found.values()), None)


def _figures(compared: SideBySide) -> str:
    """ "Belopp: högst är Granby (2 500 kr), lägst Älvmo (1 800 kr)."."""
    ordered = sorted(compared.values, key=lambda each: (-each[1].number, each[0]))
    (_, high), (_, low) = ordered[0], ordered[-1]
    each = [what for what in high.per if compared.column is not Column.PER_INHABITANT or what != "invånare"]
    per = f" per {' och '.join(each)}" if each and all(value.per == high.per for _, value in ordered) else ""
    if high.number == low.number:
        return f"{compared.column}: {_names([name for name, _ in ordered])} har detsamma, {units.written(high)}{per}.{_apart(compared)}"
    most = _names([name for name, value in ordered if value.number == high.number])
    least = _names([name for name, value in ordered if value.number == low.number])
    between = [each for each in ordered if low.number < each[1].number < high.number]
    middle = ""
    if between and len(between) <= NAMED:
        middle = f", {', '.join(f'{name} {units.written(value)}' for name, value in between)}"
    elif between:
        whole = [value.number for _, value in ordered]
        middle = f", {len(between)} kommuner däremellan (medianen av alla {len(ordered)} är {units.spaced(median(whole))} {high.unit})"
    return f"{compared.column}{per}: högst {most} {units.written(high)}{middle}, lägst {least} {units.written(low)}.{_apart(compared)}"


def _apart(compared: SideBySide) -> str:
    """What cannot be set beside the others, and why."""
    if not compared.apart:
        return ""
    told = "; ".join(f"{name} {text} ({why})" for name, text, why in compared.apart[:NAMED])
    more = f" och {len(compared.apart) - NAMED} till" if len(compared.apart) > NAMED else ""
    return f" Inte jämförbart: {told}{more}."


def _without(compared: SideBySide, rows: Sequence[Row]) -> str:
    """Who answers without a figure: what is unchanged or abolished may be the very answer."""
    figured = {name for name, _ in compared.values} | {name for name, *_ in compared.apart}
    others = [row for row in rows if row.empty is None and row.cells and row.municipality not in figured]
    if not others:
        return ""
    quoted = [f"{row.municipality} {_quoted(row)}" for row in others[:QUOTED]]
    more = f" och {len(others) - QUOTED} till" if len(others) > QUOTED else ""
    return f" Utan {compared.column.lower()}: {'; '.join(quoted)}{more}."


def _outcomes(rows: Sequence[Row]) -> str:
    """Who decided, by how it ended where the minutes say it; of few, else, the decision's own words. A sentence each: how
    one matter ended must not read over another's words."""
    decided = [row for row in rows if row.empty is None and row.cells and row.cells[0].status == Status.BESLUT]
    ends: defaultdict[str, list[str]] = defaultdict(list)
    quoted: list[str] = []
    for row in decided:
        outcome = row.cell(Column.OUTCOME)
        if outcome is None and 1 < len(decided) <= QUOTED:
            quoted.append(f"{row.municipality}: {_quoted(row)}.")
        else:
            ends[outcome.text if outcome else "beslut finns"].append(row.municipality)
    return " ".join([*(f"{end[0].upper()}{end[1:]}: {_names(names)}." for end, names in ends.items()), *quoted])


def _quoted(row: Row) -> str:
    return f"”{_opening(row.cells[0].text)}”"


def _opening(text: str) -> str:
    """How a decision begins, without the mark of its point."""
    words = _POINT.sub("", text.split(" … ")[0]).rstrip(" ,;.").split()
    return " ".join(words[:OPENING_WORDS]) + (" …" if len(words) > OPENING_WORDS else "")


def _missing(rows: Sequence[Row]) -> str:
    """Who has no answer of its own that holds, by kind."""
    found = [(told, [row.municipality for row in rows if row.empty is empty]) for empty, told in _EMPTY]
    said = "; ".join(f"{told}: {_names(names)}" for told, names in found if names)
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _names(names: Sequence[str]) -> str:
    if len(names) > NAMED:
        return f"{', '.join(names[: NAMED - 1])} och {len(names) - NAMED + 1} till"
    return " och ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _borne_out(sentence: str, rows: Sequence[Row]) -> bool:
    """Whether every sum that is said stands in a quote of the rows; a median of many is worked out, and says so."""
    sums = claimed(sentence.split(" (medianen")[0]).sums
    known = together([stated(text) for text in _quotes(rows)])
    worked_out = {cell.value.number for row in rows for cell in row.cells if cell.column is Column.PER_INHABITANT and cell.value}
    told = {cell.value.number for row in rows for cell in row.cells if cell.value and cell.voice is not Voice.OTHER}
    return all(value in known.sums or value in worked_out or value in told for value in sums)


def _quotes(rows: Sequence[Row]) -> Iterable[str]:
    return (f"{citation.quote}\n{cell.text}" for row in rows for cell in row.cells for citation in cell.citations)
