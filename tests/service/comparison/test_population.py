from pathlib import Path

import pytest

from indexer.errors import UsageProblem
from service.comparison.population import load, with_sums_per_inhabitant
from service.comparison.records import Column, Row
from tests.service.comparison.tables import amount


def written(tmp_path: Path, text: str) -> str:
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("text", ["municipality;inhabitants\nGranby;12 000\n", "\ufeffmunicipality,inhabitants\nGranby,12000\n"])
def test_figures_are_read_with_either_mark_between(tmp_path: Path, text: str) -> None:
    assert load(written(tmp_path, text)) == {"Granby": 12_000}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("kommun;antal\nGranby;5\n", "lacks the columns"),
        ("municipality;inhabitants\nGranby;många\n", "line 2"),
        ("municipality;inhabitants\nGranby;0\n", "above 0"),
    ],
)
def test_a_file_that_is_something_else_is_refused_with_the_place(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(UsageProblem, match=named):
        load(written(tmp_path, text))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(UsageProblem, match=r"saknas\.csv cannot be read"):
        load("saknas.csv")


def test_no_file_gives_no_figures() -> None:
    assert load("") == {}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (amount("Granby", "2400000", per=("år",)), "200 kr"),
        (amount("Granby", "500"), None),
        (amount("Granby", "2400000", per=("elev",)), None),
        (amount("Älvmo", "2400000"), None),
    ],
)
def test_only_a_municipalitys_whole_sum_is_told_per_inhabitant(row: Row, expected: str | None) -> None:
    cell = with_sums_per_inhabitant(row, {"Granby": 12_000}).cell(Column.PER_INHABITANT)

    assert (cell.text if cell else None) == expected
    assert cell is None or (cell.citations and cell.note == "2 400 000 kr på 12 000 invånare")
