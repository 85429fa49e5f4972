"""A language model behind an OpenAI-compatible server (vLLM, Ollama, llama.cpp, a cloud): streamed, bounded in time and size.

What may pass by itself (too many requests, a server that starts) is tried again within the same time; what was begun is not.
"""

import time
from collections.abc import Iterator
from time import monotonic

import httpx2

from service.errors import ContextOverflow, GeneratorProblem
from service.writing.completions import overflows, piece_of, request_body, whole
from service.writing.endpoints import on_this_machine

MOST_BYTES = 1_000_000

CONNECT_S = 5.0

ATTEMPTS = 3

BACKOFF_S = 0.25
"""Waited before the second attempt; doubled each time."""

PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may pass by themselves."""

_HINTS = {401: "Check PARAGRAF_GENERATOR_KEY.", 403: "Check PARAGRAF_GENERATOR_KEY.", 404: "Check the URL and the model's name."}


class _Passing(GeneratorProblem):
    """What may have passed at the next attempt, after `wait_s` where the server says so."""

    def __init__(self, message: str, wait_s: float | None = None) -> None:
        super().__init__(message)
        self.wait_s = wait_s


class ChatModel:
    """The model `name` at the base URL `url`, which ends with /v1."""

    resting = False

    def __init__(self, url: str, name: str, key: str, timeout_s: float, context_tokens: int) -> None:
        self.name = name
        self.context_tokens = context_tokens
        self._url = url.rstrip("/") + "/chat/completions"
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        # a proxy named in the environment would take questions for this machine outside it
        self._client = httpx2.Client(headers=headers, trust_env=not on_this_machine(url))
        self._timeout_s = timeout_s

    def stream(self, prompt: str, answer_tokens: int) -> Iterator[str]:
        """What the model writes, piece by piece. Raises GeneratorProblem for anything but a whole reply in time."""
        body = request_body(self.name, prompt, answer_tokens)
        deadline = monotonic() + self._timeout_s
        for attempt in range(1, ATTEMPTS + 1):
            try:
                yield from self._streamed(body, deadline)
            except _Passing as problem:
                wait_s = BACKOFF_S * 2 ** (attempt - 1) if problem.wait_s is None else problem.wait_s
                if attempt == ATTEMPTS or monotonic() + wait_s >= deadline:
                    raise GeneratorProblem(str(problem)) from problem
                time.sleep(wait_s)
            else:
                return

    def _streamed(self, body: dict[str, object], deadline: float) -> Iterator[str]:
        begun = False
        left = max(0.01, deadline - monotonic())
        timeout = httpx2.Timeout(left, connect=min(CONNECT_S, left))
        try:
            with self._client.stream("POST", self._url, json=body, timeout=timeout) as response:
                self._require_ok(response)
                for text in filter(None, self._pieces(response, deadline)):
                    begun = True
                    yield text
        except httpx2.TimeoutException as problem:
            raise GeneratorProblem(
                f"{self._url} did not answer within {self._timeout_s:g} s. Raise PARAGRAF_GENERATOR_TIMEOUT_S?"
            ) from problem
        except httpx2.HTTPError as problem:
            broken = GeneratorProblem if begun else _Passing
            raise broken(f"{self._url} cannot be reached or broke off ({type(problem).__name__}). Is it running?") from problem
        if not begun:
            raise GeneratorProblem("The language model wrote nothing.")

    def _require_ok(self, response: httpx2.Response) -> None:
        if response.status_code == httpx2.codes.OK:
            return
        status = response.status_code
        said = f"{self._url} answers {status}."
        # the body may repeat the prompt: it is read, never told
        body = next(response.iter_bytes(10_000), b"").decode("utf-8", "replace")
        if overflows(status, body):
            raise ContextOverflow(f"{said} The prompt is too long: set PARAGRAF_GENERATOR_CONTEXT_TOKENS to what the model reads.")
        if status in PASSING:
            raise _Passing(said, _seconds(response.headers.get("Retry-After")))
        raise GeneratorProblem(f"{said} {_HINTS.get(status, 'Check PARAGRAF_GENERATOR_MODEL and the key.')}")

    def _pieces(self, response: httpx2.Response, deadline: float) -> Iterator[str]:
        lines = self._lines(response, deadline)
        if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
            yield whole(b"\n".join(lines))
            return
        ended = False
        for piece in map(piece_of, lines):
            if piece is not None:
                ended = ended or piece.last
                yield piece.text
        if not ended:
            raise GeneratorProblem(f"{self._url} broke off in the middle of the reply.")

    def _lines(self, response: httpx2.Response, deadline: float) -> Iterator[bytes]:
        """The lines of the reply, of bounded size; a server that drips is bounded here, for httpx2 bounds each read."""
        received, rest = 0, b""
        for data in response.iter_bytes():
            received += len(data)
            if received > MOST_BYTES:
                raise GeneratorProblem(f"{self._url} sends more than {MOST_BYTES} bytes.")
            if monotonic() > deadline:
                raise httpx2.ReadTimeout("too slow")
            *lines, rest = (rest + data).split(b"\n")
            yield from lines
        yield rest


def _seconds(retry_after: str | None) -> float | None:
    return float(retry_after) if retry_after and retry_after.strip().isdecimal() else None
