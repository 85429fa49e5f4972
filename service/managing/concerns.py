"""What needs a person, gathered from what reading noted: files unread or half read, § missing, dates that contradict, private data.

Nothing is decided here; each concern leads to the place and says what may be done. Pure.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from indexer.index import FileRecord
from service.coverage import gaps
from service.holdings.unread import Unread
from service.managing import inswedish


class Concern(StrEnum):
    """What kind of judgement is needed, in the order of urgency."""

    PRIVATE = "Misstänkta personuppgifter eller sekretess"
    UNREAD = "Filer som inte kunde läsas"
    HALF_READ = "Sidor som inte kunde läsas"
    GAP = "Paragrafer som saknas"
    DATE = "Datum som säger emot varandra"
    OTHER = "Annat att titta på"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to judge. `technical` is what the program itself said, where that says more; `page` is where to look first."""

    concern: Concern
    file: str
    text: str
    held: bool = True
    page: int | None = None
    technical: str = ""


_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")
_PAGE = re.compile(r"\bpages? (\d+)")
_FINE = re.compile(r"\d+ pages read by OCR, confidence 0\.(?:9\d|8\d)$")
"""Read by OCR, and well."""


def concerns(records: Iterable[FileRecord], unread: Iterable[Unread]) -> tuple[Item, ...]:
    """Everything that needs a person, by kind and file."""
    found = [Item(Concern.UNREAD, each.file, each.why, held=False, technical=each.message) for each in unread]
    for record in records:
        found += (Item(Concern.GAP, record.file, gap) for gap in gaps(record))
        found += _dates(record)
        found += (item for note in record.notes for item in _noted(record, note))
    order = list(Concern)
    return tuple(sorted(found, key=lambda item: (order.index(item.concern), item.file, item.text)))


def _dates(record: FileRecord) -> Iterator[Item]:
    """A day that the file's name or its manifest says, and no paper in it."""
    days = {held.date for held in record.held if held.date}
    if days and record.given.date and record.given.date not in days:
        yield Item(Concern.DATE, record.file, f"Förteckningen säger {record.given.date}; lästes som {_some(days)}.")
    named = set(_DAY.findall(record.file))
    if days and named and not named & days:
        yield Item(Concern.DATE, record.file, f"Filens namn säger {_some(named)}; lästes som {_some(days)}.")


def _noted(record: FileRecord, note: str) -> Iterator[Item]:
    concern = _concern(note)
    if concern:
        page, told = _PAGE.search(note), inswedish.note(note)
        yield Item(concern, record.file, told.text, page=int(page[1]) if page else None, technical=told.technical)


def _concern(note: str) -> Concern | None:
    """What kind of judgement a note asks for; None where it asks for none."""
    if "to be judged by a person" in note or "identity number" in note:
        return Concern.PRIVATE
    if "page without text layer" in note or "of them doubtful" in note:
        return Concern.HALF_READ
    if _FINE.match(note) or "not found between the others" in note:
        return None
    return Concern.OTHER


def _some(days: set[str]) -> str:
    return ", ".join(sorted(days)[:3]) + (" …" if len(days) > 3 else "")
