"""Answers of a language model as they reach a client: the whole service in a process of its own, a scripted model behind it."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.service.scripted import ModelServer, sends, streams
from tests.service.served import Server, serving

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="gunicorn does not run on Windows")

QUESTION = {"question": "Vad blev avgiften för skolskjuts utanför närområdet?"}
EVENTS = {"Accept": "text/event-stream"}
PAUSE_S = 0.5


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    made = ModelServer()
    yield made
    made.close()


@pytest.fixture(scope="module")
def server(model: ModelServer, index_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = {"PARAGRAF_GENERATOR_URL": model.url, "PARAGRAF_GENERATOR_MODEL": "liten", "PARAGRAF_PROCESSES": "1"}
    with serving(index_folder, tmp_path_factory.mktemp("streaming"), settings) as running:
        yield running


def events(server: Server) -> Iterator[tuple[float, str, dict[str, object]]]:
    """Each event with the time at which it came."""
    with httpx2.stream("GET", f"{server.url}/api/ask", params=QUESTION, headers=EVENTS) as response:
        name = ""
        for line in response.iter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                yield time.monotonic(), name, json.loads(line.removeprefix("data: "))


def test_what_the_model_writes_reaches_the_client_before_it_writes_on(server: Server, model: ModelServer) -> None:
    sent: list[float] = []
    model.replies = [streams("Avgiften", " blev", " 450 kronor.", pause_s=PAUSE_S, sent=sent)]

    told = list(events(server))

    came = [at for at, name, _ in told if name == "token"]
    assert [name for _, name, _ in told][:4] == ["hits", "token", "token", "token"]
    assert told[0][0] < sent[0]
    assert len(came) == len(sent) == 3
    assert max(at - written for at, written in zip(came, sent, strict=True)) < PAUSE_S / 2


def test_what_is_shown_while_it_is_written_holds_no_key_and_the_end_is_checked(server: Server, model: ModelServer) -> None:
    model.replies = [streams("Avgiften blev", " 9 000 kronor. [[k00", "000000]]")]

    told = list(events(server))

    assert "".join(str(data["text"]) for _, name, data in told if name == "token") == "Avgiften blev 9 000 kronor."
    answer = told[-1][2]["answer"]
    assert isinstance(answer, dict)
    assert answer["mode"] == "extractive_fallback"
    assert "9 000" not in answer["text"]


def test_a_model_that_fails_again_and_again_is_left_in_peace_and_readers_do_not_wait(server: Server, model: ModelServer) -> None:
    model.replies = [sends(b"", 400)]
    for _ in range(4):
        *_, (_, _, whole) = events(server)
    asked = len(model.requests)

    began = time.monotonic()
    came, name, whole = list(events(server))[-1]

    assert len(model.requests) == asked
    assert name == "done"
    assert isinstance(whole["answer"], dict)
    assert whole["answer"]["notice"] in whole["answer"]["text"]
    assert came - began < 1
    assert httpx2.get(f"{server.url}/readyz").json()["language_model"] == "resting"
    log = server.log.read_text(encoding="utf-8")
    assert "language_model_failed" in log
    assert "skolskjuts" not in log
