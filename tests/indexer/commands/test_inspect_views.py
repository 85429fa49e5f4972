"""`paragraf inspect` as typed: tree, JSON, page, and corrections in each."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer.commands import inspect
from indexer.errors import FileProblem, UsageProblem
from indexer.gathering.overrides import NO_OVERRIDES
from indexer.inspection.examining import examined
from indexer.limits import Limits

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


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "moten.zip"
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("ks/ks.txt", MINUTES)
        target.writestr("manifest.csv", "file,municipality\nks/ks.txt,Granhult\n")
        target.writestr("bild.gif", "GIF")
    return path


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


def test_an_archive_is_listed_with_what_is_not_read(bundle: Path) -> None:
    listed = json.loads(run(str(bundle), "--json").output)
    assert (listed["file"], listed["members"]) == ("moten.zip", ["moten.zip/ks/ks.txt"])
    assert [(each["file"], each["reason"]) for each in listed["skipped"]] == [("moten.zip/bild.gif", "unsupported format .gif")]
    assert "moten.zip/ks/ks.txt" in run(str(bundle)).output


def test_a_member_is_read_with_the_manifest_beside_it(bundle: Path) -> None:
    shown = json.loads(run(str(bundle / "ks" / "ks.txt"), "--json").output)
    assert (shown["file"], shown["masked"]) == ("moten.zip/ks/ks.txt", 1)
    assert shown["documents"][0]["municipality"] == "Granhult"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("moten.zip/kf.txt", "lists what the archive holds"),
        ("moten.zip/bild.gif", "no reader for this format"),
        ("kf.txt", "There is no file"),
        ("", "is a folder"),
    ],
)
def test_what_cannot_be_inspected_is_named_with_the_next_step(bundle: Path, name: str, said: str) -> None:
    with pytest.raises((FileProblem, UsageProblem), match=said):
        run(str(bundle.parent / name))


def test_a_page_is_made_of_a_member_and_not_of_an_archive(bundle: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="Give --html one of its members"):
        run(str(bundle), "--html", str(tmp_path / "out.html"))


def test_a_file_that_takes_too_long_is_given_up_as_in_indexing(file: Path) -> None:
    with pytest.raises(FileProblem, match=r"ks\.txt took longer than 0\.01 s"):
        examined(file, None, NO_OVERRIDES, Limits(seconds=0.01))
