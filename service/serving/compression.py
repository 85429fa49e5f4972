"""Pages and their sheet sent compressed where the browser takes that: many services of this kind stand behind no proxy.

gzip alone, for every browser and program knows it. What is streamed is not held back for it; what is small or packed is left.
"""

import gzip

from flask import Flask, Response, request

LEAST_BYTES = 800
"""Less fits into one packet anyhow."""

LEVEL = 6

TYPES = frozenset(
    {
        "text/html",
        "text/css",
        "text/javascript",
        "text/csv",
        "application/json",
        "application/atom+xml",
        "application/feed+json",
        "image/svg+xml",
    }
)


def register(app: Flask) -> None:
    """Compress every answer of the app that gains by it."""
    app.after_request(_compressed)


def _compressed(response: Response) -> Response:
    if response.mimetype not in TYPES or response.status_code != 200 or response.headers.get("Content-Encoding"):
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"]:
        return response
    response.direct_passthrough = False  # a file of the app's own: small, and read whole
    body = response.get_data()
    if len(body) >= LEAST_BYTES:
        response.set_data(gzip.compress(body, LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        _weaken(response)
    return response


def _weaken(response: Response) -> None:
    """The same content in other bytes has a weak tag."""
    tag, _ = response.get_etag()
    if tag:
        response.set_etag(tag, weak=True)
