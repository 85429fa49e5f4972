"""The page of a source: its text at the cited lines."""

from flask import Blueprint, render_template

from service.pages.addresses import asked_number, asked_range, web_address
from service.serving.library import stored_file
from service.serving.source_view import view
from service.state import state

blueprint = Blueprint("source", __name__)


@blueprint.get("/kalla/<path:file>")
def page(file: str) -> str:
    """A source text at the cited lines."""
    stored = stored_file(state().supply.get().index, file)
    shown = view(stored, asked_range("rad"), asked_number("fran"))
    return render_template("source.html", record=stored.record, view=shown, original=web_address(stored.record.given.url))
