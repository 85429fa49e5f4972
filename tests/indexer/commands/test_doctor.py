"""`paragraf doctor` as a user calls it."""

from pathlib import Path

import pytest

import paragraf
from tests.indexer.commands.typed import CLOSED, states


def test_the_doctor_finds_nothing_wrong_with_a_filled_index(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paragraf.run(["index", str(folder), "--quiet"])
    capsys.readouterr()
    assert paragraf.run(["doctor", "--json"]) == 0
    found = states(capsys)
    assert set(found) == {"python", "settings", "model", "write permission", "disk space", "index", "store"}
    assert found["index"] == "ok"


def test_the_doctor_warns_where_nothing_is_indexed_yet(capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["doctor"]) == 0
    assert "paragraf index PATH" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "environment", "failed"),
    [
        pytest.param(["--index", CLOSED], {"PARAGRAF_ELASTICSEARCH_TIMEOUT_S": "1"}, "elasticsearch", id="an unreachable server"),
        pytest.param(["--model", "no-such"], {}, "model", id="an unknown model"),
        pytest.param([], {"PARAGRAF_ELASTICSEARCH_REPLICAS": "many"}, "settings", id="a bad setting"),
        pytest.param([], {"PARAGRAF_PORT": "abc"}, "settings", id="a bad setting of the service"),
    ],
)
def test_the_doctor_names_what_fails_and_ends_with_1(
    arguments: list[str],
    environment: dict[str, str],
    failed: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert paragraf.run(["doctor", "--json", *arguments]) == 1
    assert states(capsys)[failed] == "fail"
