"""What changes anything must come from our own pages: another site's form must not act with a reader's cookie.

Browsers say where a request comes from and no page can forge it: Sec-Fetch-Site over https and on this machine, else Origin.
A program sends neither and carries no reader's cookie. No token is needed, so that pages can be kept and shared.
"""

from urllib.parse import urlsplit

from flask import Flask, request

from service.errors import Forbidden

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def register(app: Flask) -> None:
    """Ask it of every request of the app."""
    app.before_request(_require_own)


def is_own(site: str | None, origin: str | None, host: str) -> bool:
    """Whether a request with these headers Sec-Fetch-Site, Origin and Host comes from our pages, or from no page at all.

    >>> is_own("same-origin", None, "a.test"), is_own(None, "https://b.test", "a.test")
    (True, False)
    """
    if site is not None:
        return site in ("same-origin", "none")
    return origin is None or urlsplit(origin).netloc == host


def _require_own() -> None:
    if request.method not in SAFE and not is_own(request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin"), request.host):
        raise Forbidden("Begäran kommer från en annan webbplats och utförs inte.")
