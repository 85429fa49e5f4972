"""The page of coverage: whose minutes are held for which time, what is known to be missing, what could not be read."""

import re
from collections.abc import Sequence

from flask import Blueprint, render_template, request

from indexer import journal
from indexer.index import Access, Index
from service.coverage import gaps
from service.errors import BadParameter
from service.holdings.meetings import Table, missing, overview, tables, whose
from service.holdings.named import named
from service.holdings.unread import counted, unread
from service.minuted.finding import entries_of
from service.state import access, state, today

blueprint = Blueprint("coverage", __name__)

MISSING_SHOWN = 100
"""Meetings, files and § listed by name; more are counted."""

IN_FULL = 8
"""Municipalities shown body by body on one page; of more, each is one row that leads to its own."""

_YEAR = re.compile(r"(?:19|20)\d\d")


@blueprint.get("/tackning")
def page() -> str:
    """All municipalities by year; with kommun one of them, with ar one year by month."""
    resources, config = state().supply.get(), state().config
    index = resources.index
    records, day = index.files(access()), today().isoformat()
    cited = named(entries_of((), resources, access()), records)
    by_year = tables(records, day, "", cited)
    municipality, year = _asked(by_year)
    found = [each for each in (tables(records, day, year, cited) if year else by_year) if municipality in (None, each.municipality)]
    with_minutes = [each for each in found if each.rows]
    many = len(with_minutes) > IN_FULL
    lacking = [each for each in missing(records, day, cited) if municipality in (None, each.municipality) and each.date.startswith(year)]
    left_unread = unread(journal.place(config.journal, config.index), records, access().withdrawn)
    return render_template(
        "coverage.html",
        municipality=municipality,
        year=year,
        municipalities=[each.municipality for each in by_year if each.rows and each.municipality],
        years=sorted({column for each in by_year for column in each.columns}, reverse=True),
        overview=overview(with_minutes, year) if many else None,
        tables=[each for each in with_minutes if not (many and each.municipality)],
        others=[each for each in found if not each.rows] if not year else (),
        lacking=lacking[:MISSING_SHOWN],
        lacking_count=len(lacking),
        gaps=[(record.file, gap) for record in records if not year and municipality in (None, whose(record)) for gap in gaps(record)][
            :MISSING_SHOWN
        ],
        unread=left_unread[:MISSING_SHOWN] if _all_public(index) else (),
        unread_counts=counted(left_unread),
        files=len(records),
        shown=MISSING_SHOWN,
    )


def _asked(by_year: Sequence[Table]) -> tuple[str | None, str]:
    """The municipality and the year of the address; none is the whole. Raises BadParameter."""
    municipality, year = request.args.get("kommun") or None, request.args.get("ar", "")
    if year and not _YEAR.fullmatch(year):
        raise BadParameter(f"ar={year[:20]} är inget år. Skriv fyra siffror: 2024.")
    if municipality is not None and municipality not in [each.municipality for each in by_year]:
        raise BadParameter(f"Från {municipality[:80]} finns inga handlingar. Se tabellen över alla kommuner: /tackning.")
    return municipality, year


def _all_public(index: Index) -> bool:
    """Whether a file's name may be shown that could not be read: nobody knows which collection it belongs to."""
    return all(record.given.collection in Access.public().collections for record in index.files(Access.operator()))
