"""The JSON API of what changed on the way, and the same as a file."""

from collections.abc import Sequence

from flask import Blueprint, Response

from indexer.index import Filters
from service.changes import exports, schemas, shown
from service.changes.records import Way
from service.changes.schemas import ChangesQuery
from service.changes.story import changes
from service.serving.exporting import MEDIA
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


def file(ways: Sequence[Way], form: str) -> Response:
    """The points side by side as a file to save."""
    response = Response(exports.FORMS[form](ways), content_type=MEDIA[form])
    response.headers["Content-Disposition"] = f'attachment; filename="andringar.{form}"'
    return response
