"""The JSON API of decision cards, and cards as files."""

from collections.abc import Sequence

from flask import Blueprint, Response

from indexer.index import Filters
from service.cards import exports, schemas, shown
from service.cards.records import Card
from service.cards.schemas import CardQuery
from service.cards.story import cards_of_case, cards_of_section
from service.errors import BadParameter
from service.serving.exporting import MEDIA
from service.serving.openapi import documented
from service.state import access, state
from service.understanding.restricting import filters

blueprint = Blueprint("cards", __name__, url_prefix="/api")


@blueprint.get("/cards")
@documented(schemas.Cards, tag="matters", problems=(400, 404, 503))
def decision_cards(query: CardQuery) -> dict[str, object] | Response:
    """The decision card of a §, or those of all § of a Dnr."""
    found = asked_for(query.file, query.section, query.dnr, query.municipality)
    return shown.told(found) if query.format == "json" else file(found, query.format)


def asked_for(file: str | None, section: str | None, dnr: str | None, municipalities: Sequence[str]) -> tuple[Card, ...]:
    """The cards by file and §, or by Dnr. Raises BadParameter where it is neither or both."""
    resources = state().supply.get()
    if file and section and not dnr and not municipalities:
        return cards_of_section(file, section, resources, access())
    if dnr and not file and not section:
        known = resources.index.facets(Filters(), access())
        return cards_of_case(dnr, filters(known, municipalities=municipalities).municipalities, resources, access())
    raise BadParameter("Ange fil och paragraf (file och section), eller ett diarienummer (dnr).")


def file(found: Sequence[Card], form: str) -> Response:
    """The cards as a file to save."""
    response = Response(exports.FORMS[form](found), content_type=MEDIA[form])
    response.headers["Content-Disposition"] = f'attachment; filename="beslutskort.{form}"'
    return response
