"""`paragraf serve` as it runs: gunicorn in a process of its own, asked over a socket."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx2
import pytest
from click.testing import CliRunner

from paragraf import cli
from service.config import from_environment
from service.serving.serve import greeting, gunicorn_settings
from tests.service.served import Server, serving

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="gunicorn does not run on Windows")


@pytest.fixture(scope="module")
def server(index_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(index_folder, tmp_path_factory.mktemp("serve"), {"PARAGRAF_PROCESSES": "2"}) as running:
        yield running


def test_it_answers_and_logs_a_line_without_the_question(server: Server) -> None:
    answer = httpx2.get(f"{server.url}/api/ask", params={"question": "Vad blev avgiften för skolskjuts utanför närområdet?"})

    assert "450 kronor" in answer.json()["answer"]["text"]
    written = server.log.read_text(encoding="utf-8")
    assert '"route": "/api/ask"' in written
    assert "skolskjuts" not in written


def test_events_arrive_one_by_one(server: Server) -> None:
    with httpx2.stream(
        "GET", f"{server.url}/api/ask", params={"question": "Vad kostar skolskjuts?"}, headers={"Accept": "text/event-stream"}
    ) as response:
        names = [line.removeprefix("event: ") for line in response.iter_lines() if line.startswith("event: ")]

    assert (names[0], names[-1]) == ("hits", "done")


def test_a_proxy_header_from_a_client_moves_no_address(server: Server) -> None:
    page = httpx2.get(f"{server.url}/", headers={"SCRIPT_NAME": "/evil", "X-Forwarded-Host": "evil.example"})

    assert page.status_code == 200
    assert "evil" not in page.text


def test_an_address_that_is_too_long_is_refused_without_printing_it(server: Server) -> None:
    response = httpx2.get(f"{server.url}/?q={quote('hemlighet ' * 2000)}")

    assert response.status_code == 414
    assert response.json()["error"]["code"] == "too_long_address"
    assert "POST" in response.json()["error"]["next"]
    assert "hemlighet" not in server.log.read_text(encoding="utf-8")


def test_a_request_that_is_none_is_refused_without_printing_it(server: Server) -> None:
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port), timeout=10) as connection:
        connection.sendall(b"GET /?q=en hemlighet HTTP/1.1\r\nHost: x\r\n\r\n")
        answer = connection.recv(4096)

    assert answer.startswith(b"HTTP/1.1 400")
    assert "hemlighet" not in server.log.read_text(encoding="utf-8")


def test_measures_are_those_of_all_processes_together(server: Server) -> None:
    """Whichever process is asked. Twice for each of two processes: with a connection of its own, any may answer."""
    for _ in range(4):
        httpx2.get(f"{server.url}/api/compare", params={"question": "Vad kostar skolskjuts?"})
    told = {_count(httpx2.get(f"{server.url}/metrics").text, "/api/compare") for _ in range(4)}

    assert told == {4.0}


def _count(measures: str, route: str) -> float:
    lines = (line for line in measures.splitlines() if line.startswith("paragraf_requests_total{") and f'"{route}"' in line)
    return sum(float(line.rsplit(" ", 1)[1]) for line in lines)


def test_a_body_that_is_too_large_is_refused(server: Server) -> None:
    response = httpx2.post(f"{server.url}/api/ask", json={"question": "x" * 1_000_000})

    assert (response.status_code, response.json()["error"]["code"]) == (413, "too_large")


def test_settings_reach_gunicorn() -> None:
    settings = gunicorn_settings(from_environment({"host": "127.0.0.2", "port": 8123, "processes": 2, "threads": 3}, environ={}))

    assert (settings["bind"], settings["workers"], settings["threads"]) == ("127.0.0.2:8123", 2, 3)


def test_a_model_that_may_be_large_is_held_by_one_process() -> None:
    assert gunicorn_settings(from_environment({"model": "e5-large"}, environ={}))["workers"] == 1


def test_unasked_there_are_as_many_processes_as_cores_and_at_most_four() -> None:
    assert gunicorn_settings(from_environment({}, environ={}))["workers"] == min(os.cpu_count() or 1, 4)


def test_an_ipv6_address_stands_in_brackets_and_no_password_in_the_greeting() -> None:
    config = from_environment({"host": "::1", "port": 8123, "index": "http://kim:hemligt@127.0.0.1:9200"}, environ={})

    assert gunicorn_settings(config)["bind"] == "[::1]:8123"
    assert greeting(config) == "Paragraf answers at http://[::1]:8123 (index: http://127.0.0.1:9200). Stop with Ctrl-C."


def test_a_setting_that_cannot_be_honoured_stops_the_start() -> None:
    result = CliRunner().invoke(cli, ["serve", "--port", "99999"])

    assert result.exit_code == 2
    assert "'--port': 99999" in result.output


def test_a_port_that_is_taken_is_said_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = subprocess.run(
            [sys.executable, "-m", "paragraf", "serve", "--port", str(port)],
            cwd=Path(__file__).resolve().parents[3],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert run.returncode == 2
    (line,) = run.stderr.splitlines()
    assert line.startswith(f"paragraf: Cannot listen on 127.0.0.1:{port}: ")
