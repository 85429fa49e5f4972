"""Addresses of pages, and what they hold: parameters of the request at hand that several pages read."""

import re
from urllib.parse import urlsplit

from flask import request, url_for

from service.errors import BadParameter
from service.state import state

_RANGE = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?")


def source_url(file: str, lines: tuple[int, int]) -> str:
    """The address that opens a source at lines."""
    return url_for("source.page", file=file, rad=f"{lines[0]}-{lines[1]}", _anchor=f"rad-{lines[0]}")


def case_url(dnr: str, municipality: str | None) -> str:
    """The address of a matter's way."""
    return url_for("case.page", dnr=dnr, kommun=municipality)


def whole(address: str) -> str:
    """An address of ours as it is reached from elsewhere: in feeds, references and prints."""
    return (state().config.public_url or request.host_url.rstrip("/")) + address


def asked_range(name: str) -> tuple[int, int] | None:
    """The parameter's value "120" or "120-125"; None where it is not given. Raises BadParameter."""
    text = request.args.get(name)
    if text is None:
        return None
    match = _RANGE.fullmatch(text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise BadParameter(f"{name}={text[:20]} går inte att använda. Skriv ett tal, eller två med bindestreck: 120-125.")
    return first, last


def asked_number(name: str) -> int | None:
    """The parameter's value as a number from 1 on; None where it is not given. Raises BadParameter."""
    found = asked_range(name)
    return found[0] if found else None


def web_address(url: str | None) -> str | None:
    """The address where it is one that a link may lead to: it comes from outside and could be anything."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None
