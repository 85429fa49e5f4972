"""The JSON API of a matter's way, and the same as a file to keep."""

import re

from flask import Blueprint, Response

from service.cases import follow
from service.errors import BadParameter
from service.following import exports, schemas, shown, words
from service.following.records import Case, Choice
from service.following.schemas import CaseQuery
from service.serving.openapi import documented
from service.state import access, state, today

blueprint = Blueprint("cases_api", __name__, url_prefix="/api")

_UNSAFE = re.compile(r"[^0-9A-Za-zÅÄÖåäö-]+")


@blueprint.get("/cases")
@documented(schemas.Followed, tag="cases", problems=(400, 404, 503))
def follow_case(query: CaseQuery) -> dict[str, object] | Response:
    """A matter's way through bodies and years: steps, gaps, what it replaced. A Dnr that fits several is answered with those."""
    found = follow(query.dnr, query.municipality, state().supply.get().index, access(), today())
    return shown.followed(found) if query.format == "json" else file(found, query.format)


def file(found: Case | Choice, form: str) -> Response:
    """The matter as a file. Raises BadParameter where the Dnr leaves several to choose from."""
    if isinstance(found, Choice):
        listed = "; ".join(map(words.candidate, found.candidates))
        raise BadParameter(f"Diarienumret {found.asked!r} kan avse flera ärenden: {listed}. Ange också kommun.")
    response = Response(exports.FORMS[form](found), content_type=exports.TYPES[form])
    name = _UNSAFE.sub("-", f"arende-{found.municipality or ''}-{found.case}").strip("-")
    response.headers["Content-Disposition"] = f"{'inline' if form == 'svg' else 'attachment'}; filename*=UTF-8''{_quoted(name)}.{form}"
    return response


def _quoted(name: str) -> str:
    return "".join(char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode()) for char in name)
