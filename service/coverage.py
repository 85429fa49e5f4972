"""What was searched, so that "nothing found" can be weighed."""

import re

from indexer.index import Access, FileRecord, Filters, Index
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


_GAP = re.compile(r"(?P<meeting>.+): (?P<numbers>§ [\d, ]+) not found between the others")
"""As reading notes it (indexer/structure.py)."""


def gaps(record: FileRecord) -> list[str]:
    """The § of a file that reading noted as missing between others, each with its meeting."""
    found = (_GAP.fullmatch(note) for note in record.notes)
    return [f"{match['meeting']} {match['numbers']}" for match in found if match]


def minutes_sentence(searched: Coverage, language: str) -> str | None:
    """The minutes searched, and the meetings and § known to be missing, in one line; None where there are no minutes."""
    if not searched.minutes:
        return None
    gaps = "; ".join(searched.gaps[:NAMED]) + (" …" if len(searched.gaps) > NAMED else "")
    meetings = searched.missing_meetings
    if language == "en":
        known = f" Meetings known without minutes here: {meetings}." if meetings else ""
        return f"Minutes among them: {searched.minutes}.{known}" + (f" Known to be missing: {gaps}." if gaps else "")
    known = f" Kända sammanträden vars protokoll saknas här: {meetings}." if meetings else ""
    return f"Protokoll bland dem: {searched.minutes}.{known}" + (f" Saknas i läsningen: {gaps}." if gaps else "")


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
