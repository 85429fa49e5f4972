"""What was searched, so that "nothing found" can be weighed."""

import re
from dataclasses import dataclass

from indexer.documents import Kind
from indexer.index import Access, FileRecord, Filters, Held, Index
from service.records import Coverage

NAMED = 3
"""Municipalities that are named; more are counted."""


def coverage(index: Index, filters: Filters, access: Access) -> Coverage:
    """What the filters leave of the index: nothing else was searched."""
    left = index.facets(filters, access)
    years = sorted(left.years)
    return Coverage(
        municipalities=tuple(sorted(left.municipalities)),
        bodies=tuple(sorted(left.bodies)),
        date_from=years[0] if years else None,
        date_to=years[-1] if years else None,
        files=left.files,
        documents=left.documents,
        passages=left.passages,
    )


@dataclass(frozen=True, slots=True)
class Minutes:
    """How many minutes were among what was searched, and the § that reading missed between others of a meeting."""

    count: int
    gaps: tuple[str, ...] = ()


def minutes(index: Index, filters: Filters, access: Access) -> Minutes:
    """The minutes of the files searched. Looks at every file's record: for who is refused, not for every answer."""
    found = [record for record in index.files(access) if any(_is_searched(held, filters) for held in record.held)]
    count = sum(held.kind == Kind.PROTOKOLL and _is_searched(held, filters) for record in found for held in record.held)
    return Minutes(count, tuple(gap for record in found for gap in gaps(record)))


def _is_searched(held: Held, filters: Filters) -> bool:
    if filters.municipalities and held.municipality not in filters.municipalities:
        return False
    if filters.years and (held.date or "")[:4] not in filters.years:
        return False
    first, last = filters.date_from or "", filters.date_to or "9"
    return not (filters.date_from or filters.date_to) or bool(held.date and first <= held.date <= last)


_GAP = re.compile(r"(?P<meeting>.+): (?P<numbers>§ [\d, ]+) not found between the others")
"""As reading notes it (indexer/structure.py)."""


def gaps(record: FileRecord) -> list[str]:
    """The § of a file that reading noted as missing between others, each with its meeting."""
    found = (_GAP.fullmatch(note) for note in record.notes)
    return [f"{match['meeting']} {match['numbers']}" for match in found if match]


def minutes_sentence(searched: Minutes, language: str) -> str | None:
    """The minutes searched and the § known to be missing in one line; None where there are no minutes."""
    if not searched.count:
        return None
    gaps = "; ".join(searched.gaps[:NAMED]) + (" …" if len(searched.gaps) > NAMED else "")
    if language == "en":
        return f"Minutes among them: {searched.count}." + (f" Known to be missing: {gaps}." if gaps else "")
    return f"Protokoll bland dem: {searched.count}." + (f" Saknas i läsningen: {gaps}." if gaps else "")


def sentence(searched: Coverage, language: str) -> str:
    """The coverage in one line for a reader."""
    swedish = language == "sv"
    if not searched.passages:
        return "Sökt i: inga indexerade handlingar." if swedish else "Searched: no indexed documents."
    if len(searched.municipalities) <= NAMED:
        where = ", ".join(searched.municipalities) or ("okänd kommun" if swedish else "unknown municipality")
    else:
        where = f"{len(searched.municipalities)} {'kommuner' if swedish else 'municipalities'}"
    bodies, documents, files = len(searched.bodies), searched.documents, searched.files
    period = _period(searched, "odaterat" if swedish else "undated")
    if swedish:
        papers = f"{documents} {'handling' if documents == 1 else 'handlingar'} i {files} {'fil' if files == 1 else 'filer'}"
        return f"Sökt i: {where}; {bodies} organ, {period}; {papers}."
    papers = f"{documents} {'document' if documents == 1 else 'documents'} in {files} {'file' if files == 1 else 'files'}"
    return f"Searched: {where}; {bodies} {'body' if bodies == 1 else 'bodies'}, {period}; {papers}."


def _period(searched: Coverage, unknown: str) -> str:
    if searched.date_from == searched.date_to:
        return searched.date_from or unknown
    return f"{searched.date_from}–{searched.date_to}"
