"""A § of other minutes is found by body, day and number, and only where exactly one is meant."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.engines.location import Connection, open_index
from indexer.index import Access, Index
from indexer.references import section_references
from service.serving import elsewhere
from service.serving.elsewhere import finder, nowhere
from tests.service.minutes import BOARD, VERSION, entries, entry


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with closing(open_index(str(tmp_path_factory.mktemp("index")), VERSION, Connection(), create=True)) as opened:
        with opened.writer() as writer:
            for each in entries():
                writer.put(each)
        yield opened


@pytest.mark.parametrize(
    ("words", "municipality", "found"),
    [
        ("Kommunstyrelsen 2031-03-12 § 11", "Granby", "§ 11"),
        ("KS 2031-03-12 § 11", "Granby", "§ 11"),
        ("Kommunfullmäktige 2031-03-12 § 11", "Granby", None),
        ("Kommunstyrelsen 2031-03-13 § 11", "Granby", None),
        ("Kommunstyrelsen 2031-03-12 § 99", "Granby", None),
        ("Kommunstyrelsen 2031-03-12 § 11", "Norrby", None),
        ("Kommunstyrelsen 2031-03-12 § 11", None, None),
        ("2031-03-12 § 11", "Granby", None),
        ("Kommunstyrelsen § 11", "Granby", None),
    ],
)
def test_body_day_and_number_lead_to_the_only_section_that_has_them(
    index: Index, words: str, municipality: str | None, found: str | None
) -> None:
    (reference,) = section_references(words)
    meant = finder(index, Access.public())(reference, municipality)
    stored = index.file("granby_ks_2031-03-12.txt", Access.public())

    assert stored
    assert [one.number for document in stored.documents for one in document.sections if one.id == meant] == ([found] if found else [])
    assert (meant is None) == (found is None)


def test_of_two_that_fit_neither_is_meant(tmp_path: Path) -> None:
    (reference,) = section_references("Kommunstyrelsen 2031-03-12 § 11")
    with closing(open_index(str(tmp_path), VERSION, Connection(), create=True)) as twice:
        with twice.writer() as writer:
            for file in ("a.txt", "b.txt"):
                writer.put(entry(file, BOARD))

        assert finder(twice, Access.public())(reference, "Granby") is None
    assert nowhere(reference, "Granby") is None


def test_a_page_looks_for_so_many_sections_and_remembers_them(index: Index) -> None:
    find = finder(index, Access.public())
    (held,) = section_references("Kommunstyrelsen 2031-03-12 § 11")
    (late,) = section_references("KS 2031-03-12 § 11")
    first = find(held, "Granby")
    for number in range(elsewhere.MOST_SOUGHT):
        find(replace(held, number=f"§ {1000 + number}"), "Granby")

    assert first
    assert find(held, "Granby") == first
    assert finder(index, Access.public())(late, "Granby") == first
    assert find(late, "Granby") is None
