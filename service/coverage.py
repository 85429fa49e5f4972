"""What was searched, so that "nothing found" can be weighed."""

from indexer.index import Access, Filters, Index
from service.records import Coverage

NAMED = 3
"""Municipalities that are named; more are counted."""


def coverage(index: Index, filters: Filters, access: Access) -> Coverage:
    """Municipalities, bodies and years that the filters leave; files and documents are those of the whole index."""
    left = index.facets(filters, access)
    files = index.files(access)
    years = sorted(left.years)
    return Coverage(
        municipalities=tuple(sorted(left.municipalities)),
        bodies=tuple(sorted(left.bodies)),
        date_from=years[0] if years else None,
        date_to=years[-1] if years else None,
        files=len(files),
        documents=sum(record.documents for record in files),
        passages=left.passages,
    )


def sentence(searched: Coverage, language: str) -> str:
    """The coverage in one line for a reader."""
    swedish = language == "sv"
    if not searched.passages:
        return "Sökt i: inga indexerade handlingar." if swedish else "Searched: no indexed documents."
    period = _period(searched)
    if len(searched.municipalities) <= NAMED:
        where = ", ".join(searched.municipalities) or ("okänd kommun" if swedish else "unknown municipality")
    else:
        where = f"{len(searched.municipalities)} {'kommuner' if swedish else 'municipalities'}"
    bodies, files = len(searched.bodies), searched.files
    if swedish:
        return f"Sökt i: {where}; {bodies} organ, {period}; {files} {'fil' if files == 1 else 'filer'} är indexerade."
    of_files = f"{files} {'file' if files == 1 else 'files'} indexed"
    return f"Searched: {where}; {bodies} {'body' if bodies == 1 else 'bodies'}, {period}; {of_files}."


def _period(searched: Coverage) -> str:
    if searched.date_from == searched.date_to:
        return searched.date_from or "–"
    return f"{searched.date_from}–{searched.date_to}"
