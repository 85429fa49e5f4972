"""A § that stands in several files, as minutes, as a draft, as an extract: one of them is kept."""

from collections.abc import Iterable

from indexer.documents import Kind, Maturity
from service.registers.entries import Entry


def each_once(entries: Iterable[Entry]) -> list[Entry]:
    """Each § once: the minutes before an extract of them, final ones before a draft."""
    best: dict[tuple[str | None, ...], Entry] = {}
    for entry in entries:
        key = entry.meeting if entry.number and entry.date and entry.body else (entry.section_id,)
        if key not in best or _worth(entry) > _worth(best[key]):
            best[key] = entry
    return list(best.values())


def _worth(entry: Entry) -> tuple[bool, bool]:
    return entry.maturity is not Maturity.UTKAST, entry.kind is Kind.PROTOKOLL
