"""The app as a whole: it starts whatever the index, guards every response, and logs no question."""

import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from indexer.errors import IndexMissing, IndexUnreachable, UsageProblem
from service.app import create_app
from service.config import Config, from_environment
from service.errors import NoIndex
from service.resources import Resources, open_resources
from service.state import Supply, cause_of

PAGES = [
    "/",
    "/?q=skolskjuts",
    "/?q=",
    "/handlingar",
    "/kalla/saknas.txt",
    "/nowhere",
    "/healthz",
    "/readyz",
    "/metrics",
    "/api/openapi.json",
]


@pytest.mark.parametrize("address", PAGES)
def test_every_response_carries_the_security_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers

    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Robots-Tag"] == "noindex"
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers


def test_without_an_index_the_service_lives_and_says_what_to_do(client_without_index: FlaskClient) -> None:
    assert client_without_index.get("/healthz").status_code == 200
    ready = client_without_index.get("/readyz")
    assert ready.status_code == 503
    assert "paragraf index" in ready.get_json()["reason"]
    asked = client_without_index.get("/api/ask?question=skolskjuts")
    assert (asked.status_code, asked.get_json()["error"]["code"]) == (503, "no_index")
    assert asked.headers["Retry-After"]
    page = client_without_index.get("/")
    assert page.status_code == 503
    assert "paragraf index" in page.get_data(as_text=True)


def test_an_index_that_comes_later_is_found_without_a_restart(index_folder: Path) -> None:
    tries = iter([IndexMissing("There is no index."), None])

    def opener(config: Config) -> Resources:
        problem = next(tries)
        if problem:
            raise problem
        return open_resources(config)

    supply = Supply(from_environment({"index": str(index_folder)}), opener, retry_after_s=0.0)
    with pytest.raises(NoIndex) as raised:
        supply.get()

    assert cause_of(raised.value) == "There is no index."
    assert supply.get().index.location == str(index_folder)


def test_a_failing_index_is_not_tried_again_at_once() -> None:
    tries = []

    def opener(config: Config) -> Resources:
        tries.append(config.index)
        raise IndexUnreachable("http://127.0.0.1:9 does not answer")

    client = create_app({"log_level": "error"}, opener=opener).test_client()
    for _ in range(5):
        assert client.get("/readyz").status_code == 503

    assert len(tries) == 1


def test_an_unexpected_error_shows_its_request_id_and_nothing_else(app: Flask) -> None:
    def broken() -> str:
        raise RuntimeError("hemligheten är 42")

    app.add_url_rule("/api/broken", view_func=broken)
    response = app.test_client().get("/api/broken", headers={"X-Request-ID": "an-id-of-mine"})

    assert response.status_code == 500
    assert response.get_json()["error"]["code"] == "internal"
    assert response.get_json()["error"]["request_id"] == "an-id-of-mine"
    assert "42" not in response.get_data(as_text=True)


def test_a_request_id_that_could_forge_a_log_line_is_replaced(client: FlaskClient) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": '"} {"forged'}).headers["X-Request-ID"].isalnum()


def test_the_log_holds_a_line_a_request_and_no_question(index_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    client = create_app({"index": str(index_folder)}).test_client()

    client.get("/?q=hemligfråga om skolskjuts")
    client.get("/api/ask?question=hemligfråga")
    client.post("/api/ask", json={"question": "hemligfråga"})
    client.get("/api/search?question=hemligfråga&hemligfråga=1")
    client.get("/hemligfråga")

    written = capsys.readouterr().err
    lines = [json.loads(line) for line in written.splitlines()]
    requests = [line for line in lines if line["event"] == "request"]
    assert [line["route"] for line in requests] == ["/", "/api/ask", "/api/ask", "/api/search", "unmatched"]
    assert [line["status"] for line in requests] == [200, 200, 200, 400, 404]
    assert all({"request_id", "ms", "timestamp", "level"} <= set(line) for line in requests)
    assert "hemligfråga" not in written


def test_two_apps_in_one_process_share_nothing(app: Flask, index_folder: Path) -> None:
    other = create_app({"index": str(index_folder), "log_level": "error"})
    app.test_client().get("/api/search?question=skolskjuts")

    assert b'route="/api/search"' in app.test_client().get("/metrics").data
    assert b'route="/api/search"' not in other.test_client().get("/metrics").data


def test_an_unknown_setting_stops_the_start() -> None:
    with pytest.raises(UsageProblem, match="indeks"):
        create_app({"indeks": "typo"})
