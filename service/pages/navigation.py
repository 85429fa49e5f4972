"""What stands at the top of every page: the capabilities that have a page of their own."""

from dataclasses import dataclass

from flask import Flask, request


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
    """Give every template the navigation."""
    app.jinja_env.globals["navigation"] = NAVIGATION
