"""`paragraf inspect` as typed: tree, JSON, page, and corrections in each."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer.commands import inspect

MINUTES = """Storby kommun
Kommunstyrelsen 2024-03-12

§ 12
Taxa för båtplatser
Dnr KS 2024/00012

Kommunstyrelsens beslut
Avgiften blir 450 kr. Sökanden 810413-0177 meddelas.

§ 13
Anmälan
Dnr KS 2024/00013

Kommunstyrelsens beslut
Handlingen omfattas av sekretess.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "2024" / "ks.txt"
    path.parent.mkdir()
    path.write_text(MINUTES, encoding="utf-8")
    return path


@pytest.fixture
def corrected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "corrections.toml"
    rows = 'file = "2024/ks.txt"\nsection = "§ 12"\nfield = "title"\nvalue = "Taxa 2024"\nwhy = "Felläst"\nby = "Anna Ek"\n'
    path.write_text(f"[[correction]]\n{rows}", encoding="utf-8")
    monkeypatch.setenv("PARAGRAF_CORRECTIONS", str(path))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(inspect, list(arguments), catch_exceptions=False)


def test_json_has_what_was_masked_and_what_a_person_must_judge(file: Path) -> None:
    shown = json.loads(run(str(file), "--json").output)
    assert (shown["file"], shown["masked"]) == ("ks.txt", 1)
    assert shown["findings"] == [{"kind": "mark of secrecy", "reason": "says that secrecy applies", "page": 1, "lines": [16, 16]}]
    assert "1 personal identity number masked (page 1)" in shown["notes"]


@pytest.mark.usefixtures("corrected")
def test_a_correction_is_applied_and_named(file: Path) -> None:
    sections = [section for document in json.loads(run(str(file), "--json").output)["documents"] for section in document["sections"]]
    assert [(each["title"], each["corrected"]) for each in sections if each["number"] == "§ 12"] == [("Taxa 2024", ["title"])]
    assert "rättad: title, was Taxa för båtplatser (Felläst, Anna Ek)" in run(str(file)).output


@pytest.mark.usefixtures("corrected")
def test_a_page_is_written_where_it_is_asked_for(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    done = run(str(file), "--html", str(page))
    assert (done.exit_code, done.output) == (0, "")
    text = page.read_text(encoding="utf-8")
    assert "Taxa 2024" in text
    assert "0177" not in text


def test_no_view_shows_an_identity_number(file: Path) -> None:
    assert "0177" not in run(str(file)).output + run(str(file), "--json").output
