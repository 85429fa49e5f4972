"""What an index holds, by ids and by counts."""

from indexer.documents import Kind, Status
from indexer.index import Index
from tests.indexer.engines.made import ALL, PUBLIC, entry, indexed, passage, put


def test_selected_ids_come_in_order_and_stop_at_the_limit(index: Index) -> None:
    put(index, entry("a.txt", [indexed(passage("a.txt", n), "x") for n in range(1200)]))
    every = sorted(passage("a.txt", n).id for n in range(1200))
    assert index.select(ALL, PUBLIC, 5000) == every
    assert index.select(ALL, PUBLIC, 700) == every[:700]
    assert index.select(ALL, PUBLIC, 0) == []


def test_facets_count_passages_by_value_and_leave_out_what_is_unknown(index: Index) -> None:
    made = [
        passage("a.txt", 1),
        passage("a.txt", 2, municipality="Övik", date="2023-01-01", kind=Kind.RAPPORT),
        passage("a.txt", 3, municipality=None, body=None, date=None, status=Status.FORSLAG),
    ]
    put(index, entry("a.txt", [indexed(each, "x") for each in made]))
    facets = index.facets(ALL, PUBLIC)
    assert facets.passages == 3
    assert facets.municipalities == {"Åvalla": 1, "Övik": 1}
    assert facets.bodies == {"Kulturnämnden": 2}
    assert facets.kinds == {"protokoll": 2, "rapport": 1}
    assert facets.statuses == {"beslut": 2, "förslag": 1}
    assert facets.years == {"2023": 1, "2024": 1}
