"""The page of coverage: whose minutes are held for which time, what is known to be missing, what could not be read."""

import re

from flask import Blueprint, render_template, request

from indexer import journal
from indexer.index import Access, Index
from service.coverage import gaps
from service.errors import BadParameter
from service.holdings.meetings import missing, tables, year_tables
from service.holdings.unread import counted, unread
from service.state import access, state, today

blueprint = Blueprint("coverage", __name__)

MISSING_SHOWN = 100
"""Meetings, files and § listed by name; more are counted."""

_YEAR = re.compile(r"(?:19|20)\d\d")


@blueprint.get("/tackning")
def page() -> str:
    """All municipalities by year; with kommun and ar, one by month."""
    index, config = state().supply.get().index, state().config
    records = index.files(access())
    municipality, year, day = request.args.get("kommun"), request.args.get("ar"), today().isoformat()
    if (municipality is None) != (year is None) or (year and not _YEAR.fullmatch(year)):
        raise BadParameter("Månaderna visas för en kommun och ett år: ange båda, kommun=Namn och ar=2024.")
    one = year_tables(records, day, municipality, year) if municipality is not None and year else None
    if one == ():
        raise BadParameter(f"För {str(municipality)[:80]} {year} finns inga protokoll. Se tabellen utan kommun och ar.")
    lacking = [each for each in missing(records, day) if one is None or (each.municipality == municipality and each.date[:4] == year)]
    left_unread = unread(journal.place(config.journal, config.index), records, access().withdrawn)
    return render_template(
        "coverage.html",
        tables=one if one is not None else tables(records, day),
        year=year if one is not None else None,
        lacking=lacking[:MISSING_SHOWN],
        lacking_count=len(lacking),
        gaps=[(record.file, gap) for record in records for gap in gaps(record)][:MISSING_SHOWN],
        unread=left_unread[:MISSING_SHOWN] if _all_public(index) else (),
        unread_counts=counted(left_unread),
        files=len(records),
        shown=MISSING_SHOWN,
    )


def _all_public(index: Index) -> bool:
    """Whether a file's name may be shown that could not be read: nobody knows which collection it belongs to."""
    return all(record.given.collection in Access.public().collections for record in index.files(Access.operator()))
