"""`paragraf status` as a user calls it."""

from contextlib import closing
from pathlib import Path

import pytest

import paragraf
from indexer.build import build
from indexer.engines.location import open_index
from indexer.opening import version_of
from tests.indexer.commands.typed import OtherModel, output, states


def test_the_status_of_a_place_without_an_index_is_the_problem_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["status", "--index", str(tmp_path / "none")]) == 4
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("paragraf: There is no index at")


def test_status_tells_what_lies_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paragraf.run(["index", str(folder), "--municipality", "Storberg", "--quiet"])
    capsys.readouterr()
    assert paragraf.run(["status", "--json"]) == 0
    found = output(capsys)
    assert (found["readable"], found["problem"], found["files"], found["pages"]) == (True, None, 1, 1)
    assert [version["key"] for version in found["versions"]] == [found["version"]]  # type: ignore[attr-defined]
    assert found["period"] == ["2024", "2024"]
    assert paragraf.run(["status"]) == 0
    assert "read by this program" in capsys.readouterr().out


def test_status_counts_files_that_only_the_operator_sees(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "kort.txt").write_text("§ 1\nMötet öppnas.\n", encoding="utf-8")
    names = {path.name for path in folder.glob("*.txt")}
    (folder / "manifest.csv").write_text(f"file,collection\n{min(names - {'kort.txt'})},intern\n", encoding="utf-8")
    paragraf.run(["index", str(folder), "--quiet"])
    capsys.readouterr()
    assert paragraf.run(["status", "--json"]) == 0
    found = output(capsys)
    assert (found["files"], found["collections"]) == (2, {"intern": 1, "public": 1})
    assert paragraf.run(["status"]) == 0
    assert "1 in intern" in capsys.readouterr().out


def test_status_of_nothing_is_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["status", "--json"]) == 4
    found = output(capsys)
    assert (found["readable"], found["versions"], found["files"]) == (False, [], 0)


def test_an_index_made_with_another_model_is_named_and_kept_beside_ours(
    folder: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_index(str(place), version_of(OtherModel()), create=True)) as other:
        build([folder], other, OtherModel())
    assert paragraf.run(["status"]) == 4
    told = capsys.readouterr()
    assert "of another version or model" in told.out
    assert "'other-model'" in told.err
    assert "paragraf index PATH" in told.err
    assert paragraf.run(["doctor", "--json"]) == 1
    assert states(capsys)["index"] == "fail"
    assert paragraf.run(["index", str(folder), "--quiet"]) == 0
    capsys.readouterr()
    assert paragraf.run(["status", "--json"]) == 0
    assert len(output(capsys)["versions"]) == 2  # type: ignore[arg-type]
