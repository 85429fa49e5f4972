"""The gold of comparisons: read, judged cell by cell, and reached on the samples and their neighbours."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from eval import tables
from eval.samples.make import main as make_samples
from eval.tables import GoldTable, judge, load
from indexer.errors import UsageProblem
from paragraf import cli
from service.comparison.records import Empty, Row
from tests.service.comparison.tables import amount, table

LEAST = 0.95


def test_each_cell_and_each_kind_of_nothing_counts() -> None:
    gold = GoldTable(
        "Vad är avgiften?",
        {
            "Granby": {"Belopp": ["500", "fem hundra"], "status": "beslut"},
            "Älvmo": {"Belopp": "600"},
            "Tystberga": {"empty": "searched_nothing_found"},
            "Lillby": {"empty": "not_indexed"},
        },
    )
    given = table(amount("Granby", "500"), amount("Älvmo", "700"), Row("Tystberga", (), Empty.NOT_INDEXED))

    judged = judge(gold, given)
    assert (judged.cells, judged.kinds) == (3, 4)
    assert judged.wrong_cells == ("Älvmo Belopp: '700 kr' for 600",)
    assert judged.wrong_kinds == ("Tystberga: not_indexed for searched_nothing_found", "Lillby: None for not_indexed")


def test_a_cell_of_no_column_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text("fel: {question: Vad?, rows: {Granby: {Längd: 5 meter}}}\n", encoding="utf-8")

    with pytest.raises(UsageProblem, match="Längd"):
        load(path)


def test_the_gold_has_thirty_questions_and_all_kinds_of_nothing() -> None:
    gold = load()

    assert len(gold) >= 30
    assert {row.get("empty") for one in gold.values() for row in one.rows.values()} == {None, *map(str, Empty)}


def test_the_samples_comparisons_are_as_right_as_promised(tmp_path: Path) -> None:
    assert CliRunner().invoke(make_samples, [str(tmp_path), "--neighbours"]).exit_code == 0
    assert CliRunner().invoke(cli, ["index", str(tmp_path / "files"), "--index", str(tmp_path / "index"), "--quiet"]).exit_code == 0
    said = CliRunner().invoke(tables.main, [str(tmp_path / "index")]).output
    *_, last = said.strip().split("\n")
    right, cells, kinds, rows = numbers(last)

    assert right >= LEAST * cells, said
    assert kinds >= LEAST * rows, said


def numbers(line: str) -> tuple[int, int, int, int]:
    _, right, cells, kinds, rows = (int(word.strip(",")) for word in line.split() if word.strip(",").isdigit())
    return right, cells, kinds, rows
