"""Which entries are read for a Dnr: those of the municipalities that have papers of it."""

import pytest

from indexer.index import Access
from service.minuted.finding import entries_around, typed_case
from service.resources import Resources
from tests.service.made import NoVectors
from tests.service.readings import indexed

MINUTES = """{name} KOMMUN                                                         PROTOKOLL
Kommunstyrelsen                                                       2031-03-12
                                                                     Sida 1 av 1

§ 10 Dnr {case}
Avgift för båtplatser

Kommunstyrelsens beslut

Avgiften är 900 kronor.

§ 11 Dnr {other}
Färja till Långholmen

Kommunstyrelsens beslut

En färja köps.
"""
RESOURCES = Resources(
    indexed(
        ("Granby", MINUTES.format(name="GRANBY", case="2031/00071", other="2031/00072")),
        ("Älvmo", MINUTES.format(name="ÄLVMO", case="2031/00071", other="2031/00099")),
        ("Sundby", MINUTES.format(name="SUNDBY", case="2031/00055", other="2031/00056")),
    ),
    NoVectors(),
)


@pytest.mark.parametrize(
    ("dnr", "municipalities", "read"),
    [
        ("2031/00072", (), {"Granby"}),
        ("2031/71", (), {"Granby", "Älvmo"}),
        ("2031/71", ("Älvmo",), {"Älvmo"}),
        ("2031/71", ("Sundby",), set()),
        ("2031/12345", (), set()),
    ],
)
def test_all_of_the_municipalities_with_papers_of_the_dnr_is_read_and_nothing_else(
    dnr: str, municipalities: tuple[str, ...], read: set[str]
) -> None:
    found = entries_around(typed_case(dnr), municipalities, RESOURCES, Access.public())

    assert {entry.municipality for entry in found} == read
    assert {entry.number for entry in found} <= {"§ 10", "§ 11"}
    assert len(found) == 2 * len(read)
