"""`paragraf index` as a user calls it; above all with input that is bad."""

from contextlib import closing
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

import paragraf
from indexer import embeddings
from indexer.engines.location import open_index
from indexer.opening import version_of
from tests.indexer.commands.typed import MINUTES, output


def pdf(path: Path, password: str | None = None) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption(password) if password else None)
    for number, line in enumerate(MINUTES.splitlines()):
        canvas.drawString(72, 760 - 16 * number, line)
    canvas.save()


def test_a_run_ends_with_a_report_on_stdout_and_tells_its_progress_on_stderr(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["index", str(folder), "--municipality", "Storberg"]) == 0
    told = capsys.readouterr()
    assert "[1/1] mars.txt: 1 pages, 1 passages" in told.err
    assert "files read" in told.out


def test_quiet_tells_nothing_but_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["index", str(folder), "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_the_report_is_to_be_had_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["index", str(folder), "--json"]) == 0
    report = output(capsys)
    assert (report["read"], report["skipped"], report["pages"], report["documents"]) == (1, [], 1, 1)
    assert {"unchanged", "replaced", "removed", "notes", "sections", "passages", "seconds", "pages_per_minute"} <= set(report)


def test_bad_files_are_listed_with_cause_and_next_step_while_the_rest_is_indexed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tom.txt").write_bytes(b"")
    (folder / "blank.txt").write_text(" \n\n\t\n", encoding="utf-8")
    (folder / "inte_pdf.pdf").write_text("Detta är ingen PDF, fast den heter så.", encoding="utf-8")
    pdf(folder / "låst.pdf", password="hemligt")
    pdf(folder / "öppen.pdf")
    (folder / "avhuggen.pdf").write_bytes((folder / "öppen.pdf").read_bytes()[:400])
    (folder / "skräp.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "kalkyl.xyz").write_bytes(b"a;b")
    assert paragraf.run(["index", str(folder), "--json"]) == 0
    report = output(capsys)
    skipped = report["skipped"]
    assert isinstance(skipped, list)
    assert {each["file"]: each["reason"] for each in skipped} == {
        "tom.txt": "empty",
        "blank.txt": "empty",
        "inte_pdf.pdf": "damaged",
        "låst.pdf": "password-protected",
        "avhuggen.pdf": "damaged",
        "skräp.txt": "damaged",
        "kalkyl.xyz": "unsupported format .xyz",
    }
    assert report["read"] == 2
    assert all(len(each["message"].split()) > 4 for each in skipped)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        pytest.param([], "no files", id="an empty folder"),
        pytest.param(["a.xyz", "b.xyz", "c.gz"], "2 unsupported format .xyz, 1 unsupported format .gz", id="nothing with a reader"),
        pytest.param(["tom.txt"], "1 empty", id="only an empty file"),
    ],
)
def test_a_folder_without_a_readable_file_ends_with_3(
    names: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "tom mapp"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"")
    assert paragraf.run(["index", str(folder), "--quiet"]) == 3
    line = capsys.readouterr().err
    assert line.startswith(f"paragraf: Nothing readable in {folder}: {said}")
    assert ".pdf" in line
    assert line.count("\n") == 1


def test_a_first_run_that_reads_nothing_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"no PDF at all")
    place = tmp_path / "deep" / "index"
    assert paragraf.run(["index", str(tmp_path / "broken.pdf"), "--index", str(place), "--quiet"]) == 3
    line = capsys.readouterr().err
    assert line.count("broken.pdf") == 2  # what was given, and what is wrong with it
    assert not place.parent.exists()


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("PARAGRAF_OCR_PROCESSES", "many", "is not a whole number"),
        ("PARAGRAF_READ_SECONDS", "long", "is not a number"),
        ("PARAGRAF_OCR", "perhaps", "is not yes or no"),
    ],
)
def test_a_setting_says_in_plain_words_what_it_is_not(
    variable: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(variable, value)
    assert paragraf.run(["status"]) == 2
    assert f"{variable}={value!r} {said}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "said"),
    [
        pytest.param(["index", "finns-inte"], {}, 2, "There is no file or folder finns-inte", id="a path that is not there"),
        pytest.param(
            ["index", "."], {"PARAGRAF_ELASTICSEARCH_SHARDS": "two"}, 2, "PARAGRAF_ELASTICSEARCH_SHARDS='two'", id="a bad setting"
        ),
        pytest.param(["index", ".", "--model", "no-such"], {}, 5, "Unknown embedding model 'no-such'", id="an unknown model"),
        pytest.param(["index", ".", "--index", "fil"], {}, 2, "fil is a file, not a directory", id="an index that is a file"),
        pytest.param(["inspect", "finns-inte.txt"], {}, 2, "finns-inte.txt", id="inspecting what is not there"),
        pytest.param(["inspect", "fil"], {}, 3, "fil", id="inspecting what has no reader"),
        pytest.param(["status"], {}, 4, "There is no index", id="the status of nothing"),
    ],
)
def test_bad_calls_end_with_one_line_and_their_code(
    arguments: list[str],
    environment: dict[str, str],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fil").write_text("Hej.", encoding="utf-8")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert paragraf.run(arguments) == code
    line = capsys.readouterr().err
    assert said in line
    assert "Traceback" not in line


def test_a_manifest_that_cannot_be_understood_ends_with_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "manifest.csv").write_text("fil,kommun\nmars.txt,Storberg\n", encoding="utf-8")
    assert paragraf.run(["index", str(folder)]) == 2
    assert "manifest.csv" in capsys.readouterr().err


def test_an_index_that_somebody_else_writes_to_ends_with_4(folder: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(open_index(str(place), version_of(embeddings.load()), create=True)) as other, other.writer():
        assert paragraf.run(["index", str(folder), "--quiet"]) == 4
    assert capsys.readouterr().err.count("\n") == 1
