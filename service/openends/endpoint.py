"""The JSON API of open ends, and the list as a file."""

from flask import Blueprint, Response

from indexer.index import Filters
from service.openends import exports, schemas, shown
from service.openends.records import OpenEnds
from service.openends.schemas import OpenQuery
from service.openends.story import open_ends
from service.serving.exporting import MEDIA
from service.serving.openapi import documented
from service.state import access, state, today
from service.understanding.restricting import filters

blueprint = Blueprint("open_ends", __name__, url_prefix="/api")


@blueprint.get("/open")
@documented(schemas.OpenEnds, tag="lists", problems=(400, 503))
def all_open_ends(query: OpenQuery) -> dict[str, object] | Response:
    """Motions and medborgarförslag without an answer, assignments, proposals without a decision, matters put off."""
    resources = state().supply.get()
    known = resources.index.facets(Filters(), access())
    chosen = filters(known, municipalities=query.municipality, bodies=query.body, first=query.first, last=query.last)
    found = open_ends(chosen, query.kind, resources, access(), today())
    return shown.told(found, query.offset, query.limit) if query.format == "json" else file(found, query.format)


def file(found: OpenEnds, form: str) -> Response:
    """The list as a file to save."""
    response = Response(exports.FORMS[form](found), content_type=MEDIA[form])
    response.headers["Content-Disposition"] = f'attachment; filename="oppna-arenden.{form}"'
    return response
