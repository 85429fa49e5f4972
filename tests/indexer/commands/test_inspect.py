"""`paragraf inspect` as a user calls it: the contract, the tree, what the manifest says."""

from pathlib import Path

import pytest

import paragraf
from tests.indexer.commands.typed import output


def test_inspect_prints_the_contract_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["inspect", str(folder / "mars.txt"), "--json"]) == 0
    found = output(capsys)
    assert {"file", "pages", "documents"} <= set(found)
    assert found["file"] == "mars.txt"


def test_inspect_draws_a_tree_of_documents_and_sections(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["inspect", str(folder / "mars.txt")]) == 0
    shown = capsys.readouterr().out
    assert "mars.txt (text, 1 page)" in shown
    assert "§ 12" in shown
    assert "2024/00121" in shown


def test_inspect_honours_the_manifest_and_the_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "kort.txt").write_text("§ 1\nMötet öppnas.\n", encoding="utf-8")
    (folder / "manifest.csv").write_text("file,municipality\nkort.txt,Lillberg\n", encoding="utf-8")
    assert paragraf.run(["inspect", str(folder / "kort.txt"), "--municipality", "Storberg"]) == 0
    assert "Lillberg" in capsys.readouterr().out


def test_inspect_fills_what_the_manifest_leaves_open_with_the_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "kort.txt").write_text("§ 1\nMötet öppnas.\n", encoding="utf-8")
    (folder / "manifest.csv").write_text("file,url\nkort.txt,https://storberg.example/kort\n", encoding="utf-8")
    assert paragraf.run(["inspect", str(folder / "kort.txt"), "--municipality", "Storberg", "--json"]) == 0
    assert output(capsys)["documents"][0]["municipality"] == "Storberg"
