"""What filters leave, in every search."""

import pytest

from indexer.documents import Kind, Role, Status
from indexer.errors import UsageProblem
from indexer.index import Filters, Index
from tests.indexer.engines.made import PUBLIC, entry, ids, indexed, passage, put, stems, vector

ONE = {
    "municipality": "Övik",
    "body": "Miljönämnden",
    "kind": Kind.RAPPORT,
    "status": Status.FORSLAG,
    "role": Role.BILAGA,
    "case_key": "övik|ks|2024|17",
    "section": "Ä 19 a",
    "document_id": "d-1",
    "section_id": "s 1",
    "date": "2025-01-31",
}


FILTERS = (
    Filters(municipalities=("Övik",)),
    Filters(bodies=("Miljönämnden",)),
    Filters(kinds=("rapport",)),
    Filters(statuses=("förslag",)),
    Filters(roles=("bilaga",)),
    Filters(case_keys=("övik|ks|2024|17",)),
    Filters(sections=("Ä 19 a",)),
    Filters(files=("ett.txt",)),
    Filters(document_ids=("d-1",)),
    Filters(section_ids=("s 1",)),
    Filters(date_from="2025-01-31"),
    Filters(municipalities=("Övik", "Ingenstans"), kinds=("rapport",), date_to="2025-01-31", date_from="2024-12-01"),
)


def test_each_filter_leaves_what_it_names_in_every_search(index: Index) -> None:
    one = passage("ett.txt", 1, **ONE)
    other = passage("två.txt", 1)
    unknown = passage("tre.txt", 1, municipality=None, body=None, date=None, section=None)
    put(index, *(entry(each.file, [indexed(each, "taxa", vector(1, 0, 0, 0))]) for each in (one, other, unknown)))
    for filters in FILTERS:
        assert ids(index.lexical(stems("taxa"), filters, PUBLIC, 9)) == [one.id], filters
        assert ids(index.nearest(vector(1, 1, 0, 0), filters, PUBLIC, 9)) == [one.id], filters
        assert index.select(filters, PUBLIC, 9) == [one.id], filters
        left = index.facets(filters, PUBLIC)
        assert (left.municipalities, left.files, left.documents) == ({"Övik": 1}, 1, 1), filters


PERIODS = (
    ("2024-03-07", None, ["2024-03-07", "2024-03-08"]),
    (None, "2024-03-07", ["2024-03-06", "2024-03-07"]),
    ("2024-03-07", "2024-03-07", ["2024-03-07"]),
    ("2024-03-08", "2024-03-07", []),
    (None, None, ["2024-03-06", "2024-03-07", "2024-03-08", None]),
)


def test_a_period_holds_both_its_days_and_never_what_is_undated(index: Index) -> None:
    made = [passage("a.txt", n, date=date) for n, date in enumerate(("2024-03-06", "2024-03-07", "2024-03-08", None))]
    put(index, entry("a.txt", [indexed(each, "taxa") for each in made]))
    for date_from, date_to, found in PERIODS:
        filters = Filters(date_from=date_from, date_to=date_to)
        seen = {each.id for each in index.lexical(stems("taxa"), filters, PUBLIC, 9)}
        assert seen == set(index.select(filters, PUBLIC, 9)) == {each.id for each in made if each.date in found}, filters


def test_years_are_alternatives_within_a_period(index: Index) -> None:
    made = [passage("a.txt", n, date=date) for n, date in enumerate(("2022-12-31", "2023-01-01", "2024-02-29", "2025-01-01", None))]
    put(index, entry("a.txt", [indexed(each, "taxa") for each in made]))
    for years, date_from, found in (
        (("2023",), None, ["2023-01-01"]),
        (("2022", "2024"), None, ["2022-12-31", "2024-02-29"]),
        (("2022", "2024"), "2023-06-01", ["2024-02-29"]),
        (("1999",), None, []),
    ):
        filters = Filters(years=years, date_from=date_from)
        seen = {each.id for each in index.lexical(stems("taxa"), filters, PUBLIC, 9)}
        assert seen == set(index.select(filters, PUBLIC, 9)) == {each.id for each in made if each.date in found}, filters
        assert index.facets(filters, PUBLIC).passages == len(found)


def test_a_period_that_is_no_date_is_refused(index: Index) -> None:
    with pytest.raises(UsageProblem, match="'i fjol' is not a date"):
        index.select(Filters(date_from="i fjol"), PUBLIC, 9)
