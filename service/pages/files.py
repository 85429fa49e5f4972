"""The page of what is indexed."""

from flask import Blueprint, render_template, request

from indexer.index import FileRecord, Filters
from service.errors import BadParameter
from service.holdings.meetings import whose
from service.pages.addresses import asked_number
from service.state import access, state

blueprint = Blueprint("files", __name__)

FILES_A_PAGE = 100
NAMES_AT_ONCE = 12
"""Municipalities, bodies and years that are listed without unfolding."""

DOCUMENTS_A_FILE = 3
"""Documents of a file in the list of files; more are counted."""


@blueprint.get("/handlingar")
def page() -> str:
    """What is indexed; with kommun, of one municipality."""
    index = state().supply.get().index
    known, municipality = index.facets(Filters(), access()), request.args.get("kommun") or None
    if municipality is not None and municipality not in known.municipalities:
        raise BadParameter(f"Från {municipality[:80]} finns inga handlingar. Se alla på /handlingar.")
    records = [record for record in index.files(access()) if municipality is None or _is_of(record, municipality)]
    first = asked_number("fran") or 1
    if first > max(1, len(records)):
        raise BadParameter(f"fran={first} går inte att använda: det finns {len(records)} filer.")
    return render_template(
        "files.html",
        known=known,
        municipality=municipality,
        records=records[first - 1 : first - 1 + FILES_A_PAGE],
        first=first,
        total=len(records),
        size=FILES_A_PAGE,
        shown_documents=DOCUMENTS_A_FILE,
        at_once=NAMES_AT_ONCE,
    )


def _is_of(record: FileRecord, municipality: str) -> bool:
    return municipality == whose(record) or any(held.municipality == municipality for held in record.held)
