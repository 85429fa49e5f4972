"""What filters and access mean, once for both engines: which keyword fields must hold which values, and which days."""

import re
from dataclasses import dataclass

from indexer.documents import Passage
from indexer.errors import UsageProblem
from indexer.index import Access, Filters

FILTERED = {
    "municipality": "municipalities",
    "body": "bodies",
    "kind": "kinds",
    "status": "statuses",
    "role": "roles",
    "case_key": "case_keys",
    "section": "sections",
    "file": "files",
    "document_id": "document_ids",
    "section_id": "section_ids",
}
"""Field of a passage → field of Filters that restricts it."""

KEYWORDS = (*FILTERED, "collection")
"""Fields that an engine must be able to filter by, exactly as written."""

UNDATED = 0
LAST_DAY = 99_999_999

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")  # 2024-05-07


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a passage must meet: one of the values in each field of `among`, none of the `withdrawn` files and sections
    (as file and § number), and a day within each of `periods`' alternatives, from the first to the last of one."""

    among: tuple[tuple[str, tuple[str, ...]], ...]
    withdrawn: tuple[str, ...]
    periods: tuple[tuple[tuple[int, int], ...], ...] = ()
    withdrawn_sections: tuple[tuple[str, str], ...] = ()


def conditions(filters: Filters, access: Access) -> Conditions | None:
    """Both as one; None where the access shows nothing at all."""
    if not access.collections and not access.all_collections:
        return None
    chosen = [(name, tuple(map(str, getattr(filters, plural)))) for name, plural in FILTERED.items() if getattr(filters, plural)]
    if not access.all_collections:
        chosen.append(("collection", tuple(sorted(access.collections))))
    return Conditions(tuple(chosen), tuple(sorted(access.withdrawn)), _periods(filters), tuple(sorted(access.withdrawn_sections)))


def _periods(filters: Filters) -> tuple[tuple[tuple[int, int], ...], ...]:
    """What the day must fall within: one of each group of first and last days."""
    groups: list[tuple[tuple[int, int], ...]] = []
    if filters.date_from is not None or filters.date_to is not None:
        groups.append(((_bound(filters.date_from, UNDATED + 1), _bound(filters.date_to, LAST_DAY)),))
    if filters.years:
        groups.append(tuple((_bound(f"{year}-01-01", UNDATED), _bound(f"{year}-12-31", UNDATED)) for year in filters.years))
    return tuple(groups)


def may_see(access: Access, collection: str, file: str) -> bool:
    """Whether what belongs to this collection and file may be shown."""
    return (access.all_collections or collection in access.collections) and file not in access.withdrawn


def keywords(passage: Passage) -> dict[str, str | None]:
    """The passage's value in each of KEYWORDS."""
    values = {name: getattr(passage, name) for name in KEYWORDS}
    return {name: None if value is None else str(value) for name, value in values.items()}


def day(date: str | None) -> int:
    """An ISO date as a number that sorts like it (20240507); UNDATED for anything else."""
    found = _ISO.fullmatch(date or "")
    return int("".join(found.groups())) if found else UNDATED


def _bound(date: str | None, otherwise: int) -> int:
    if date is None:
        return otherwise
    number = day(date)
    if number == UNDATED:
        raise UsageProblem(f"{date!r} is not a date. Write it as year-month-day, like 2024-05-07.")
    return number
