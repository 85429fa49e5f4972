"""What was searched, so that "nothing found" can be weighed."""

from indexer.index import Access, Filters, Index
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
