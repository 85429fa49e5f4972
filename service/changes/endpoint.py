"""The JSON API of what changed on the way."""

from flask import Blueprint

from indexer.index import Filters
from service.changes import schemas, shown
from service.changes.schemas import ChangesQuery
from service.changes.story import changes
from service.serving.openapi import documented
from service.state import access, state
from service.understanding.restricting import filters

blueprint = Blueprint("changes", __name__, url_prefix="/api")


@blueprint.get("/changes")
@documented(schemas.Changed, tag="matters", problems=(400, 404, 503))
def what_changed(query: ChangesQuery) -> dict[str, object]:
    """The decision points of a matter side by side, proposal → committee → board → council, with what differs."""
    resources = state().supply.get()
    known = resources.index.facets(Filters(), access())
    chosen = filters(known, municipalities=query.municipality)
    return shown.told(query.dnr, changes(query.dnr, chosen.municipalities, resources, access()))
