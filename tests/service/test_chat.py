"""The language model's edge, against a real server in a thread that behaves and misbehaves as scripted."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from service.chat import ChatModel
from service.errors import GeneratorProblem

Reply = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """A server whose reply is set by the test; it keeps what it was sent."""

    def __init__(self) -> None:
        self.reply: Reply = lambda handler: None
        self.requests: list[tuple[str, dict[str, str], dict[str, object]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.requests.append((self.path, dict(self.headers), json.loads(body)))
                outer.reply(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def sends(body: bytes, status: int = 200) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def says(text: object) -> Reply:
    return sends(json.dumps({"choices": [{"message": {"content": text}}]}).encode())


def model(server: Server, timeout_s: float = 2.0, key: str = "") -> ChatModel:
    return ChatModel(server.url, "liten", key, timeout_s, 4000)


def test_the_reply_is_what_the_model_wrote(server: Server) -> None:
    server.reply = says("Bidraget höjs. [[k1]]")

    assert model(server, key="hemlig").complete("Fråga", 100) == "Bidraget höjs. [[k1]]"
    path, headers, body = server.requests[0]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer hemlig"
    assert (body["model"], body["max_tokens"]) == ("liten", 100)


@pytest.mark.parametrize(
    "reply",
    [
        sends(b"no", 500),
        sends(b"no", 404),
        sends(b"{not json"),
        sends(b'{"choices": []}'),
        sends(b'["choices"]'),
        says(None),
        says("   "),
        sends(b"x" * 1_100_000),
    ],
)
def test_anything_but_a_reply_is_a_problem(server: Server, reply: Reply) -> None:
    server.reply = reply

    with pytest.raises(GeneratorProblem):
        model(server).complete("Fråga", 100)


def test_a_server_that_is_silent_is_waited_for_no_longer_than_the_timeout(server: Server) -> None:
    server.reply = lambda handler: time.sleep(0.6)
    began = time.monotonic()

    with pytest.raises(GeneratorProblem, match=r"within 0\.2 s"):
        model(server, timeout_s=0.2).complete("Fråga", 100)
    assert time.monotonic() - began < 0.6


def test_a_server_that_drips_is_not_waited_for_either(server: Server) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        try:
            for _ in range(20):
                handler.wfile.write(b" ")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    server.reply = drip

    with pytest.raises(GeneratorProblem):
        model(server, timeout_s=0.3).complete("Fråga", 100)


def test_no_server_at_all_is_a_problem_that_asks_whether_it_runs(server: Server) -> None:
    gone = ChatModel("http://127.0.0.1:1/v1", "liten", "", 1.0, 4000)

    with pytest.raises(GeneratorProblem, match="running"):
        gone.complete("Fråga", 100)
