"""Servers that are not there, are something else, or of a version that this program does not know."""

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from indexer.engines.location import Connection, open_index, without_credentials
from indexer.errors import IndexMissing, IndexUnreachable, UsageProblem
from tests.elasticsearch_server import free_port
from tests.indexer.engines.made import VERSION

Serve = Callable[..., str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start a server that answers every request alike; gives its URL."""
    servers = []

    def start(body: str, status: int = 200, product: str | None = "Elasticsearch", wait_s: float = 0) -> str:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                time.sleep(wait_s)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body.encode())))
                if product:
                    self.send_header("X-Elastic-Product", product)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                return

            def handle(self) -> None:
                try:
                    super().handle()
                except (BrokenPipeError, ConnectionResetError):
                    return  # whom we kept waiting has left

        server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def nodes(*versions: str) -> str:
    listed = ",".join(f'"n{n}":{{"version":"{version}"}}' for n, version in enumerate(versions))
    return f'{{"nodes":{{{listed}}}}}'


@pytest.mark.parametrize("versions", [("7.17.29",), ("8.14.3",), ("8.19.21", "8.14.0"), ("9.5.1",), ("10.0.0",)])
def test_a_version_that_does_not_work_is_named(serve: Serve, versions: tuple[str, ...]) -> None:
    wrong = min(versions) if len(versions) > 1 else versions[0]
    with pytest.raises(IndexUnreachable, match=rf"is version {wrong}\. This program works with 8\.15"):
        open_index(serve(nodes(*versions)), VERSION, create=True)


@pytest.mark.parametrize("version", ["8.15.0", "8.19.21", "9.0.0", "9.5.3", "9.6.0-SNAPSHOT"])
def test_a_version_that_works_is_let_through(serve: Serve, version: str) -> None:
    index = open_index(serve(nodes(version)), VERSION, create=True)
    assert index.version == VERSION
    index.close()


def test_an_old_server_that_does_not_know_our_media_type_is_told(serve: Serve) -> None:
    body = '{"error":{"type":"media_type_header_exception","reason":"Invalid media-type value on headers [Accept]"},"status":400}'
    with pytest.raises(IndexUnreachable, match=r"400: media_type_header_exception.*8\.15 or later"):
        open_index(serve(body, 400), VERSION, create=True)


def test_what_is_no_elasticsearch_is_told(serve: Serve) -> None:
    with pytest.raises(IndexUnreachable, match="is not Elasticsearch 8 or 9"):
        open_index(serve("{}", product=None), VERSION, create=True)


def test_a_server_that_is_not_there_is_told_with_the_next_step() -> None:
    with pytest.raises(IndexUnreachable, match=r"does not answer .* Is it running\? `make elasticsearch`"):
        open_index(f"http://127.0.0.1:{free_port()}", VERSION, create=True)


def test_a_server_that_never_answers_is_given_up_on(serve: Serve) -> None:
    begun = time.monotonic()
    with pytest.raises(IndexUnreachable, match="does not answer"):
        open_index(serve("{}", wait_s=1.5), VERSION, Connection(timeout_s=0.1), create=True)
    assert time.monotonic() - begun < 5


def test_the_right_to_see_versions_is_not_needed(serve: Serve) -> None:
    index = open_index(serve('{"error":{"type":"security_exception","reason":"no"},"status":403}', 403), VERSION, create=True)
    try:
        assert index.version == VERSION
    finally:
        index.close()


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("http://kim:hem/l@gt@127.0.0.1:9200/es", "http://127.0.0.1:9200/es"),
        ("https://es.example", "https://es.example"),
        ("mapp@hemma/index", "mapp@hemma/index"),
    ],
)
def test_a_location_for_people_holds_no_user_and_password(location: str, shown: str) -> None:
    assert without_credentials(location) == shown


def test_a_location_is_shown_without_its_password() -> None:
    url = f"http://kim:hemligt@127.0.0.1:{free_port()}/es"
    with pytest.raises(IndexUnreachable) as told:
        open_index(url, VERSION, create=True)
    assert "hemligt" not in str(told.value)
    assert "kim" not in str(told.value)


@pytest.mark.parametrize(
    ("url", "connection", "message"),
    [
        ("http://127.0.0.1", Connection(), "cannot be used as the URL"),
        ("http://127.0.0.1:x", Connection(), "cannot be used as the URL"),
        ("http://127.0.0.1:9", Connection(user="kim", api_key="abc"), "Set one of them"),
        ("https://127.0.0.1:9", Connection(ca="no/such.pem"), "no/such.pem is no file"),
    ],
)
def test_settings_that_cannot_be_honoured_are_told(url: str, connection: Connection, message: str) -> None:
    with pytest.raises(UsageProblem, match=message):
        open_index(url, VERSION, connection, create=True)


def test_a_connection_shows_no_secrets() -> None:
    shown = repr(Connection(user="kim", password="hemligt", api_key="nyckel"))
    assert "hemligt" not in shown
    assert "nyckel" not in shown


def test_an_empty_directory_holds_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        open_index(str(tmp_path), VERSION)
