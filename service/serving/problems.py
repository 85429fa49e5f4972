"""Every error as a reader meets it: one JSON shape for programs, one Swedish page for people.

    {"error": {"code": "bad_parameter", "message": "Parametern …", "next": "Se …", "request_id": "…"}}

`code` is stable; `message` says what is wrong, `next` what to do. An unexpected error shows its request id and nothing else.
"""

import traceback
from dataclasses import dataclass, replace

from flask import Flask, Response, g, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from indexer.errors import BlocklistProblem, IndexProblem, ModelProblem, ParagrafError
from service.errors import NoIndex, ServiceProblem, StoreProblem
from service.state import cause_of, state

RETRY_AFTER_S = {429: 60, 503: 5}
"""Seconds to wait, by status."""

MACHINE_PATHS = ("/api/", "/healthz", "/readyz", "/metrics")


@dataclass(frozen=True, slots=True)
class Shown:
    """A problem in the reader's words; `technical` stands on the page of who looks after the service, never in the API."""

    status: int
    code: str
    message: str
    next: str
    technical: str = ""


_NEXT = {
    "bad_question": "Skriv om frågan och försök igen.",
    "bad_parameter": "Giltiga parametrar och värden står i /api/openapi.json.",
    "forbidden": "Öppna sidan i tjänsten och försök igen därifrån.",
    "too_many": "Vänta en minut och försök igen.",
    "busy": "Försök igen om några sekunder.",
    "not_found": "Kontrollera adressen, eller sök på startsidan.",
    "no_index": "Den som driver tjänsten indexerar handlingar med ”paragraf index MAPP” och ser med ”paragraf doctor” vad som fattas.",
    "store_problem": "Försök igen om en stund. Händer det igen: meddela den som driver tjänsten.",
    "generator_problem": "Försök igen om en stund.",
    "internal": "Försök igen. Händer det igen: meddela den som driver tjänsten, med ärendekoden.",
}

_NEXT_ON_A_PAGE = {
    "bad_parameter": "Gå tillbaka och rätta det, eller börja om på startsidan.",
    "bad_request": "Kontrollera att adressen är hel, eller börja om på startsidan.",
    "method_not_allowed": "Börja om på startsidan.",
    "too_large": "Gå tillbaka och skicka mindre åt gången.",
    "too_long_address": "Ställ en kortare fråga.",
    "unsupported_media_type": "Börja om på startsidan.",
}
"""What a person can do, where that is something else than what a program's author can."""

_HTTP = {
    400: ("bad_request", "Begäran går inte att förstå.", "Kontrollera att JSON är giltig och att adressen är hel."),
    404: ("not_found", "Det finns ingen sida på den adressen.", _NEXT["not_found"]),
    405: ("method_not_allowed", "Adressen kan inte användas på det sättet.", "Tillåtna metoder står i svarets rubrik Allow."),
    413: ("too_large", "Begäran är för stor.", "Skicka en kortare fråga."),
    414: ("too_long_address", "Adressen är för lång.", "Ställ en kortare fråga, eller skicka den med POST till /api/ask."),
    415: ("unsupported_media_type", "Begäran måste vara JSON.", "Skicka rubriken Content-Type: application/json."),
}


def show(problem: Exception) -> Shown:
    """The reader's words for a problem; anything unexpected is "internal"."""
    if isinstance(problem, ServiceProblem):
        return Shown(problem.http_status, problem.code, str(problem), _NEXT.get(problem.code, ""), problem.technical)
    if isinstance(problem, StoreProblem):
        return Shown(503, "store_problem", "Det går inte att spara eller läsa det just nu.", _NEXT["store_problem"])
    if isinstance(problem, IndexProblem | ModelProblem | BlocklistProblem):
        return Shown(503, "no_index", "Det går inte att söka just nu: indexet saknas eller svarar inte.", _NEXT["no_index"])
    if isinstance(problem, HTTPException) and problem.code is not None and problem.code < 500:
        return Shown(problem.code, *_HTTP.get(problem.code, _HTTP[400]))
    return Shown(500, "internal", "Något gick fel i tjänsten.", _NEXT["internal"])


def error_body(shown: Shown) -> dict[str, dict[str, str]]:
    """The one JSON error shape, for the request at hand."""
    return body_of(shown, g.request_id)


def told(problem: Exception) -> dict[str, dict[str, str]]:
    """The error shape of a problem that comes when an answer has begun, logged as any other."""
    shown = show(problem)
    _log(problem, shown)
    return error_body(shown)


def body_of(shown: Shown, request_id: str) -> dict[str, dict[str, str]]:
    """The one JSON error shape."""
    return {"error": {"code": shown.code, "message": shown.message, "next": shown.next, "request_id": request_id}}


def wants_json() -> bool:
    """Whether the address is one that programs call."""
    return request.path.startswith(MACHINE_PATHS)


def register(app: Flask) -> None:
    """Answer every problem with its shape."""
    app.register_error_handler(ParagrafError, _answer)
    app.register_error_handler(HTTPException, _answer)
    app.register_error_handler(Exception, _answer)


def _answer(problem: Exception) -> Response:
    shown = show(problem)
    _log(problem, shown)
    response = jsonify(error_body(shown)) if wants_json() else Response(_page(shown))
    response.status_code = shown.status
    if isinstance(problem, HTTPException):
        allow = [value for name, value in problem.get_headers() if name == "Allow"]
        response.headers.extend([("Allow", value) for value in allow])
    if shown.status in RETRY_AFTER_S:
        response.headers["Retry-After"] = str(RETRY_AFTER_S[shown.status])
    return response


def _page(shown: Shown) -> str:
    return render_template("error.html", problem=replace(shown, next=_NEXT_ON_A_PAGE.get(shown.code, shown.next)))


def _log(problem: Exception, shown: Shown) -> None:
    """What the operator needs. An unexpected error's own message is left out, since it may quote the question."""
    log = state().log.bind(request_id=g.request_id, code=shown.code)
    if shown.code == "internal":
        frames = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(problem.__traceback__)]
        log.error("unexpected", kind=type(problem).__name__, frames=frames[-12:])
    elif isinstance(problem, NoIndex):
        log.warning("no_index", reason=cause_of(problem))
    elif isinstance(problem, ParagrafError) and not isinstance(problem, ServiceProblem):
        log.warning("index_problem", kind=type(problem).__name__, reason=str(problem))
