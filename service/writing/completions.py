"""The form in which OpenAI-compatible servers are asked and answer; pure, and wary of what a server may send."""

import json
import re
from dataclasses import dataclass

from service.errors import GeneratorProblem

_OVERFLOW = re.compile(
    r"context.{0,40}(length|size|window|exceed|overflow)|(length|exceed\w*|larger|too long).{0,60}context|prompt is too long"
)
"""As vLLM, llama.cpp, Ollama and clouds say that a prompt is too long."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what the model writes; `last` is whether the server says that nothing follows."""

    text: str
    last: bool


def request_body(model: str, prompt: str, answer_tokens: int) -> dict[str, object]:
    """The request for one streamed reply. One message by the user: not every model takes a system's."""
    return {
        "model": model,
        "messages": [{"role": "user", "content": prompt}],
        "max_tokens": answer_tokens,
        "temperature": 0,
        "stream": True,
    }


def piece_of(line: bytes) -> Piece | None:
    """The piece that a line of a stream holds; None for lines that hold none. Raises GeneratorProblem."""
    if not line.startswith(b"data:"):
        return None
    data = line.removeprefix(b"data:").strip()
    return Piece("", last=True) if data == b"[DONE]" else _piece(data, "delta")


def whole(received: bytes) -> str:
    """The reply of a server that does not stream. Raises GeneratorProblem."""
    return _piece(received, "message").text


def overflows(status: int, body: str) -> bool:
    """Whether a refusal says that the prompt is longer than the model reads."""
    return status in (400, 413, 422, 500) and bool(_OVERFLOW.search(body.casefold()))


def _piece(data: bytes, part: str) -> Piece:
    try:
        choices = json.loads(data)["choices"]
        if not choices:
            return Piece("", last=False)
        text = choices[0][part].get("content") or ""
        last = choices[0].get("finish_reason") is not None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
        raise GeneratorProblem("The language model's reply is not in the form of a chat completion.") from problem
    if not isinstance(text, str):
        raise GeneratorProblem("The language model's reply is not text.")
    return Piece(text, last)
