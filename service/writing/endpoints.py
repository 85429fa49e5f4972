"""Where a language model's server stands: what is sent to one on another machine leaves the house."""

import ipaddress
from urllib.parse import urlsplit

from indexer.errors import UsageProblem


def on_this_machine(url: str) -> bool:
    """Whether the URL's host is this machine, whatever a name server says.

    >>> on_this_machine("http://127.0.0.1:8080/v1"), on_this_machine("http://localhost.example.org/v1")
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def require_allowed(name: str, url: str, model: str, *, outside: bool) -> None:
    """Raise UsageProblem for an endpoint that cannot be asked, or not without leave. `name` is the setting's prefix."""
    if not url:
        return
    setting = f"PARAGRAF_{name.upper()}"
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if not usable:
        raise UsageProblem(f"{setting}_URL={url!r} is no http(s) URL. Give the base URL of the server, as http://127.0.0.1:8080/v1.")
    if not model:
        raise UsageProblem(f"{setting}_URL is set, but {setting}_MODEL is not. Name the model at that server.")
    if not outside and not on_this_machine(url):
        raise UsageProblem(
            f"{setting}_URL={url!r} is on another machine: questions and passages would be sent there. "
            "Set PARAGRAF_GENERATOR_OUTSIDE=yes to allow it, or name a server on this machine."
        )
