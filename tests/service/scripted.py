"""Language models for tests: one in memory that says what it is told, and a real server that behaves and misbehaves as scripted."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from service.errors import GeneratorProblem

Reply = Callable[[BaseHTTPRequestHandler], None]


class ScriptedModel:
    """Gives its replies one after the other, the last one again and again; an error among them is raised.

    `{key}` in a reply becomes the key of the first passage of the prompt, `{key2}` that of the second.
    """

    name = "scripted"
    resting = False

    def __init__(self, *replies: str | GeneratorProblem, context_tokens: int = 8000) -> None:
        self.replies = list(replies)
        self.context_tokens = context_tokens
        self.prompts: list[str] = []

    def stream(self, prompt: str, answer_tokens: int) -> Iterator[str]:
        """The next reply in pieces of a few letters, as a model gives them."""
        self.prompts.append(prompt)
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        if isinstance(reply, GeneratorProblem):
            raise reply
        found = list(dict.fromkeys(re.findall(r"\[\[(k[0-9a-f]{8})\]\]", prompt)))
        for number, key in enumerate(found, 1):
            reply = reply.replace("{key}" if number == 1 else f"{{key{number}}}", key)
        yield from re.findall(r".{1,5}", reply, re.DOTALL)


class ModelServer:
    """A server of chat completions whose replies are set by the test, in turn, the last one again; it keeps what it was sent."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.requests: list[tuple[str, dict[str, str], dict[str, object]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.requests.append((self.path, dict(self.headers), json.loads(body)))
                reply = outer.replies.pop(0) if len(outer.replies) > 1 else outer.replies[0]
                try:
                    reply(self)
                except OSError:
                    # the client had enough
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


def sends(body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> Reply:
    """A reply of these bytes."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def says(text: object) -> Reply:
    """A reply of a server that does not stream."""
    return sends(json.dumps({"choices": [{"message": {"content": text}}]}).encode(), headers={"Content-Type": "application/json"})


def streams(*pieces: str, pause_s: float = 0.0, whole: bool = True, sent: list[float] | None = None) -> Reply:
    """The pieces as they come, with a pause before each; not `whole`: the connection ends without the sign of the end.

    `sent` gets the time at which each was written.
    """

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Connection", "close")
        handler.end_headers()
        _send(handler, {"choices": [{"delta": {"role": "assistant", "content": None}, "finish_reason": None}]})
        for piece in pieces:
            time.sleep(pause_s)
            if sent is not None:
                sent.append(time.monotonic())
            _send(handler, {"choices": [{"delta": {"content": piece}, "finish_reason": None}]})
        if whole:
            _send(handler, {"choices": [{"delta": {}, "finish_reason": "stop"}]})
            _send(handler, {"choices": [], "usage": {"total_tokens": 3}})
            handler.wfile.write(b"data: [DONE]\n\n")

    return reply


def _send(handler: BaseHTTPRequestHandler, chunk: object) -> None:
    handler.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
    handler.wfile.flush()
