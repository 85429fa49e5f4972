"""What stands around every page: the capabilities that have a page of their own; on paper, the day and the address."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Flask, request
from werkzeug.urls import iri_to_uri

from indexer.privacy import mask
from service.pages.addresses import whole


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that the navigation leads to. `endpoint` is "<blueprint>.<view>"."""

    text: str
    endpoint: str

    @property
    def current(self) -> bool:
        """Whether the page at hand belongs to the same capability."""
        return request.blueprint == self.endpoint.partition(".")[0]


NAVIGATION = (
    Entry("Fråga", "ask.page"),
    Entry("Jämför", "compare.page"),
    Entry("Ärende", "case.page"),
    Entry("Öppna ärenden", "open.page"),
    Entry("Handlingar", "files.page"),
    Entry("Täckning", "coverage.page"),
)


def register(app: Flask) -> None:
    """Give every template the navigation, and what a print of the page says of itself."""
    app.jinja_env.globals["navigation"] = NAVIGATION
    app.jinja_env.globals["print_line"] = print_line


def print_line() -> str:
    """When and from where the page at hand was printed: it may be put into a case file."""
    here = urlsplit(iri_to_uri(request.url))
    address = whole(here.path + (f"?{here.query}" if here.query else ""))
    return f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M} · {mask(address)[0]}"
