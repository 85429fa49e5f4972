"""The commands that fill an index and look into it, as a user calls them; above all with input that is bad."""

import json
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import uuid4

import numpy
import pytest
from numpy.typing import NDArray
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

import paragraf
from indexer import embeddings
from indexer.build import build
from indexer.engines.location import Connection, open_index
from indexer.opening import version_of
from indexer.settings import INDEX_SETTINGS, read_settings

MINUTES = """Storbergs kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
2024-03-11

§ 12
Dnr KS 2024/00121

Bidrag till byalag

Kommunstyrelsens beslut
Kommunstyrelsen beslutar att bevilja byalaget 40 000 kronor för år 2024.
"""

CLOSED = "http://127.0.0.1:9"
"""The discard port: nothing listens there."""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command's index, set as a user sets it."""
    monkeypatch.setenv("PARAGRAF_INDEX", str(tmp_path / "index"))
    return tmp_path / "index"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "protokoll"
    folder.mkdir()
    (folder / "mars.txt").write_text(MINUTES, encoding="utf-8")
    return folder


def pdf(path: Path, password: str | None = None) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption(password) if password else None)
    for number, line in enumerate(MINUTES.splitlines()):
        canvas.drawString(72, 760 - 16 * number, line)
    canvas.save()


def output(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def states(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    checks = output(capsys)["checks"]
    assert isinstance(checks, list)
    assert all(check["next_step"] for check in checks if check["state"] != "ok")
    return {check["name"]: check["state"] for check in checks}


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


def test_the_status_of_a_place_without_an_index_is_the_problem_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["status", "--index", str(tmp_path / "none")]) == 4
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("paragraf: There is no index at")


@pytest.mark.parametrize("command", [["index", "FOLDER"], ["status"]], ids=["index", "status"])
def test_an_elasticsearch_that_does_not_answer_ends_with_4(
    command: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PARAGRAF_ELASTICSEARCH_TIMEOUT_S", "1")
    arguments = [str(folder) if argument == "FOLDER" else argument for argument in command]
    assert paragraf.run([*arguments, "--index", CLOSED.replace("http://", "http://user:hemligt@")]) == 4
    line = capsys.readouterr().err
    assert "127.0.0.1:9" in line
    assert "hemligt" not in line
    assert line.count("\n") == 1


class _OldServer(BaseHTTPRequestHandler):
    """Answers as an Elasticsearch of long ago."""

    def do_GET(self) -> None:
        version = {"number": "6.8.23", "minimum_wire_compatibility_version": "5.6.0"}
        body = json.dumps({"version": version, "nodes": {"a": {"version": "6.8.23"}}, "status": "green"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_HEAD = do_POST = do_PUT = do_GET  # noqa: N815 the names are those of http.server

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def old_server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _OldServer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_server_that_is_no_elasticsearch_of_ours_ends_with_4(
    old_server: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PARAGRAF_ELASTICSEARCH_TIMEOUT_S", "2")
    assert paragraf.run(["index", str(folder), "--index", old_server]) == 4
    line = capsys.readouterr().err
    assert line.startswith("paragraf: ")
    assert line.count("\n") == 1


class OtherModel:
    """Another embedding model; all texts are alike to it."""

    name = "other-model"
    dimension = 4

    def documents(self, texts: Sequence[str]) -> NDArray[numpy.float32]:
        return numpy.full((len(texts), 4), 0.5, dtype=numpy.float32)

    def query(self, text: str) -> NDArray[numpy.float32]:
        return numpy.full(4, 0.5, dtype=numpy.float32)


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


@pytest.fixture
def server(elasticsearch_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A real Elasticsearch, set as the index of every command, with names of this test's own."""
    prefix = f"commands-{uuid4().hex[:12]}"
    monkeypatch.setenv("PARAGRAF_INDEX", elasticsearch_url)
    monkeypatch.setenv("PARAGRAF_ELASTICSEARCH_PREFIX", prefix)
    yield elasticsearch_url
    from tests.elasticsearch_server import remove_indexes  # without the elasticsearch marker nothing of it is needed

    remove_indexes(elasticsearch_url, prefix)


@pytest.mark.elasticsearch
def test_the_commands_work_alike_on_elasticsearch(server: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["status"]) == 4
    assert f"paragraf index PATH --index {server}" in capsys.readouterr().err
    assert paragraf.run(["status", "--json", "--index", server.replace("://", "://kim:hemligt@")]) == 4
    assert output(capsys)["location"] == server
    assert paragraf.run(["index", str(folder), "--json"]) == 0
    assert output(capsys)["read"] == 1
    assert paragraf.run(["index", str(folder), "--json"]) == 0
    assert output(capsys)["unchanged"] == 1
    assert paragraf.run(["status", "--json"]) == 0
    assert output(capsys)["files"] == 1
    assert paragraf.run(["doctor", "--json"]) == 0
    assert states(capsys)["elasticsearch"] == "ok"


@pytest.mark.elasticsearch
def test_an_index_of_another_model_in_elasticsearch_is_named(server: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    connection = Connection.of(read_settings(INDEX_SETTINGS, os.environ))
    with closing(open_index(server, version_of(OtherModel()), connection, create=True)) as other:
        build([folder], other, OtherModel())
    assert paragraf.run(["status"]) == 4
    assert "'other-model'" in capsys.readouterr().err
