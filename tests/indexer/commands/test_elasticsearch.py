"""The commands with an index in Elasticsearch, and where there is none."""

import json
import os
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from uuid import uuid4

import pytest

import paragraf
from indexer.build import build
from indexer.engines.location import Connection, open_index
from indexer.opening import version_of
from indexer.settings import INDEX_SETTINGS, read_settings
from tests.indexer.commands.typed import CLOSED, OtherModel, output, states


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
