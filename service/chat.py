"""A language model behind an OpenAI-compatible server (vLLM, Ollama, llama.cpp, a cloud): one request, bounded in time and size."""

import json
from time import monotonic

import httpx2

from service.errors import GeneratorProblem

MOST_BYTES = 1_000_000

CONNECT_S = 5.0


class ChatModel:
    """The model `name` at the base URL `url`, which ends with /v1."""

    def __init__(self, url: str, name: str, key: str, timeout_s: float, context_tokens: int) -> None:
        self.name = name
        self.context_tokens = context_tokens
        self._url = url.rstrip("/") + "/chat/completions"
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client = httpx2.Client(headers=headers, timeout=httpx2.Timeout(timeout_s, connect=min(CONNECT_S, timeout_s)))
        self._timeout_s = timeout_s

    def complete(self, prompt: str, answer_tokens: int) -> str:
        """What the model writes. Raises GeneratorProblem for anything but a reply in time."""
        body = {
            "model": self.name,
            "messages": [{"role": "user", "content": prompt}],
            "max_tokens": answer_tokens,
            "temperature": 0,
            "stream": False,
        }
        return _content(self._sent(body))

    def _sent(self, body: dict[str, object]) -> bytes:
        started = monotonic()
        try:
            with self._client.stream("POST", self._url, json=body) as response:
                if response.status_code != httpx2.codes.OK:
                    raise GeneratorProblem(f"{self._url} answers {response.status_code}. Check PARAGRAF_GENERATOR_MODEL and the key.")
                received = b""
                for piece in response.iter_bytes():
                    received += piece
                    if len(received) > MOST_BYTES:
                        raise GeneratorProblem(f"{self._url} sends more than {MOST_BYTES} bytes.")
                    # httpx2 bounds each read; a server that drips bytes is bounded here
                    if monotonic() - started > self._timeout_s:
                        raise httpx2.ReadTimeout("too slow")
        except httpx2.TimeoutException as problem:
            raise GeneratorProblem(
                f"{self._url} did not answer within {self._timeout_s:g} s. Raise PARAGRAF_GENERATOR_TIMEOUT_S?"
            ) from problem
        except httpx2.HTTPError as problem:
            raise GeneratorProblem(f"{self._url} cannot be reached ({type(problem).__name__}). Is it running?") from problem
        return received


def _content(received: bytes) -> str:
    try:
        content = json.loads(received)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError) as problem:
        raise GeneratorProblem("The language model's reply is not in the form of a chat completion.") from problem
    if not isinstance(content, str) or not content.strip():
        raise GeneratorProblem("The language model wrote nothing.")
    return content
