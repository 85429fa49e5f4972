"""The language model's edge, against a real server that behaves and misbehaves as scripted."""

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from service.errors import ContextOverflow, GeneratorProblem
from service.writing.chat import ChatModel
from tests.service.scripted import ModelServer, Reply, says, sends, streams


@pytest.fixture
def server() -> Iterator[ModelServer]:
    made = ModelServer()
    yield made
    made.close()


def model(server: ModelServer, timeout_s: float = 2.0, key: str = "") -> ChatModel:
    return ChatModel(server.url, "liten", key, timeout_s, 4000)


def written(server: ModelServer, *replies: Reply, timeout_s: float = 2.0) -> list[str]:
    server.replies = list(replies)
    return list(model(server, timeout_s).stream("Fråga", 100))


def test_the_reply_comes_in_the_pieces_in_which_the_model_wrote_it(server: ModelServer) -> None:
    server.replies = [streams("Bidraget ", "höjs. ", "[[k1]]")]

    assert list(model(server, key="hemlig").stream("Fråga", 100)) == ["Bidraget ", "höjs. ", "[[k1]]"]
    path, headers, body = server.requests[0]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer hemlig"
    assert (body["model"], body["max_tokens"], body["stream"]) == ("liten", 100, True)


def test_a_server_that_does_not_stream_is_understood_too(server: ModelServer) -> None:
    assert written(server, says("Bidraget höjs.")) == ["Bidraget höjs."]


def test_a_piece_is_given_on_before_the_next_is_written(server: ModelServer) -> None:
    server.replies = [streams("ett", "två", pause_s=0.3)]
    began = time.monotonic()

    pieces = model(server).stream("Fråga", 100)

    assert next(pieces) == "ett"
    assert 0.25 < time.monotonic() - began < 0.55
    assert list(pieces) == ["två"]


@pytest.mark.parametrize(
    "reply",
    [
        sends(b"not found", 404),
        sends(b"no key", 401),
        sends(b"<html>"),
        sends(b'{"choices": []}'),
        sends(b'["choices"]'),
        says(None),
        says(["not", "text"]),
        sends(b"x" * 1_100_000),
        sends(b"data: {broken\n\n", headers={"Content-Type": "text/event-stream"}),
        sends(b'data: {"error": {"message": "out of memory"}}\n\n', headers={"Content-Type": "text/event-stream"}),
        sends(b"data: " + b"[" * 100_000 + b"\n\n", headers={"Content-Type": "text/event-stream"}),
        sends(b": nothing\n\n", headers={"Content-Type": "text/event-stream"}),
        streams("Bidraget höjs till 2", whole=False),
    ],
)
def test_anything_but_a_whole_reply_is_a_problem(server: ModelServer, reply: Reply) -> None:
    with pytest.raises(GeneratorProblem):
        written(server, reply)


@pytest.mark.parametrize("passing", [sends(b"", 429), sends(b"", 500), sends(b"", 503, {"Retry-After": "0"})])
def test_what_may_pass_by_itself_is_tried_again(server: ModelServer, passing: Reply) -> None:
    assert written(server, passing, passing, streams("Bidraget höjs.")) == ["Bidraget höjs."]
    assert len(server.requests) == 3


def test_what_does_not_pass_is_a_problem_after_the_last_attempt(server: ModelServer) -> None:
    with pytest.raises(GeneratorProblem, match="500"):
        written(server, sends(b"", 500))
    assert len(server.requests) == 3


def test_a_server_that_asks_for_more_time_than_there_is_is_not_waited_for(server: ModelServer) -> None:
    began = time.monotonic()

    with pytest.raises(GeneratorProblem, match="429"):
        written(server, sends(b"", 429, {"Retry-After": "60"}))
    assert time.monotonic() - began < 1.0


def test_a_reply_that_was_begun_is_not_asked_for_again(server: ModelServer) -> None:
    with pytest.raises(GeneratorProblem, match="broke off"):
        written(server, streams("Bidraget", whole=False))
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "body",
    [
        b'{"error": {"message": "This model\'s maximum context length is 4096 tokens, however you requested 5000 tokens."}}',
        b'{"error": {"type": "exceed_context_size_error", "message": "the request exceeds the available context size"}}',
        b'{"error": {"code": "context_length_exceeded"}}',
    ],
)
def test_a_prompt_that_is_too_long_is_a_problem_of_its_own(server: ModelServer, body: bytes) -> None:
    with pytest.raises(ContextOverflow):
        written(server, sends(body, 400))


def test_a_server_that_is_silent_is_waited_for_no_longer_than_the_timeout(server: ModelServer) -> None:
    began = time.monotonic()

    with pytest.raises(GeneratorProblem, match=r"within 0\.2 s"):
        written(server, lambda handler: time.sleep(0.6), timeout_s=0.2)
    assert time.monotonic() - began < 0.6


def test_a_server_that_drips_is_not_waited_for_either(server: ModelServer) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.end_headers()
        for _ in range(20):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    with pytest.raises(GeneratorProblem):
        written(server, drip, timeout_s=0.3)


def test_no_server_at_all_is_a_problem_that_asks_whether_it_runs() -> None:
    gone = ChatModel("http://127.0.0.1:1/v1", "liten", "", 1.0, 4000)

    with pytest.raises(GeneratorProblem, match="running"):
        list(gone.stream("Fråga", 100))


def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")

    assert written(server, streams("Bidraget höjs.")) == ["Bidraget höjs."]
