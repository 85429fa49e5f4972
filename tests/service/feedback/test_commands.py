"""`paragraf feedback`: what readers said, taken out as a question set."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.questions import load
from paragraf import cli
from service.app import create_app

QUESTION = "Vad blev avgiften för skolskjuts?"


@pytest.fixture
def kept(index_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store in which one answer helped and one did not."""
    store = tmp_path / "kept.sqlite"
    monkeypatch.setenv("PARAGRAF_STORE", str(store))
    client = create_app({"index": str(index_folder), "log_level": "error"}).test_client()
    for question, helped in ((QUESTION, "ja"), ("Vad kostar belysningen?", "nej")):
        assert client.post("/synpunkter/svar", query_string={"q": question}, data={"hjalpte": helped}).status_code == 303
    return store


def feedback(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["feedback", *arguments])


def test_what_helped_becomes_gold_and_the_rest_is_for_a_person(kept: Path, tmp_path: Path) -> None:
    result = feedback("--out", str(tmp_path / "set.jsonl"))

    assert result.exit_code == 0
    assert [question.question for question in load(tmp_path / "set.jsonl")] == [QUESTION]
    [lacking] = (tmp_path / "set-to-complete.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lacking)["question"] == "Vad kostar belysningen?"


def test_all_that_was_said_is_printed_a_line_each(kept: Path) -> None:
    lines = feedback("--json").output.splitlines()

    assert {json.loads(line)["helped"] for line in lines} == {True, False}


def test_nothing_said_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARAGRAF_STORE", str(tmp_path / "none.sqlite"))

    assert feedback().output.startswith("0 in ")


def test_without_a_store_the_setting_is_named() -> None:
    result = feedback("--index", "http://127.0.0.1:9")

    assert result.exit_code != 0
    assert "PARAGRAF_STORE" in str(result.exception)
