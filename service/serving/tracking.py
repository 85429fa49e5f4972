"""What surrounds every request: an id, one log line, measures of it and of its answer, security headers.

The log line holds the route's rule, never the address or the question.
"""

import logging
import re
import sys
import time
import uuid

import structlog
from flask import Flask, Response, g, request
from structlog.typing import FilteringBoundLogger

from service.finding.reranking import outcome
from service.records import Answer
from service.resources import Resources
from service.state import state

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


def logger(level: str) -> FilteringBoundLogger:
    """A logger that writes one JSON object a line to stderr; made without touching structlog's global settings."""
    log: FilteringBoundLogger = structlog.wrap_logger(
        structlog.WriteLogger(sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
    )
    return log


def register(app: Flask) -> None:
    """Track every request of the app."""
    app.before_request(_begin)
    app.after_request(_end)


def answered(given: Answer, resources: Resources) -> None:
    """Count an answer; why a language model failed is for the operator to read."""
    state().metrics.answer(given)
    state().metrics.reranking(outcome(given.question, given.hits, resources.reranker))
    if given.problem:
        state().log.warning("language_model_failed", request_id=g.request_id, reason=given.problem)


def _begin() -> None:
    g.started = time.perf_counter()
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex


def _end(response: Response) -> Response:
    seconds = time.perf_counter() - g.started
    route = request.url_rule.rule if request.url_rule else "unmatched"
    state().metrics.request(request.method, route, response.status_code, seconds)
    state().log.info(
        "request",
        request_id=g.request_id,
        method=request.method,
        route=route,
        status=response.status_code,
        ms=round(seconds * 1000, 1),
    )
    for name, value in SECURITY_HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers["X-Request-ID"] = g.request_id
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response
