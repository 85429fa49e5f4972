"""The JSON API of comparisons: one question put to several municipalities, as a table or as a file."""

from flask import Blueprint, Response

from indexer.index import Facets, Filters
from service.compare import Wish, compare
from service.comparison import columns, plain, population, schemas
from service.comparison.arranging import Arranged, View, arranged
from service.comparison.exports import FORMS
from service.comparison.kept import Asked
from service.comparison.records import Comparison
from service.comparison.schemas import CompareQuery
from service.serving.openapi import documented
from service.state import access, state, today
from service.understanding.restricting import compared

blueprint = Blueprint("comparison", __name__, url_prefix="/api")


@blueprint.get("/compare")
@documented(schemas.Compared, tag="questions", problems=(400, 503))
def compare_municipalities(query: CompareQuery) -> dict[str, object] | Response:
    """One question put to several municipalities: a table of cited cells."""
    resources = state().supply.get()
    known = resources.index.facets(Filters(), access())
    inhabitants = population.load(state().config.population)
    wish = Wish(compared(known, query.municipality), columns.named(query.column), inhabitants)
    shown = arranged(compared_once(query.question, wish, known), View(tuple(query.kind), query.sort, query.offset, query.limit))
    return _told(shown) if query.format == "json" else file(shown, query.format)


def compared_once(question: str, wish: Wish, known: Facets) -> Comparison:
    """The comparison for the request at hand, kept where it was asked for lately. Raises Busy."""
    resources, reader, day = state().supply.get(), access(), today()

    def make() -> Comparison:
        made = compare(question, wish, resources, reader, day)
        state().metrics.stages(made.ms)
        return made

    asked = Asked(question, wish.municipalities, wish.columns, wish.inhabitants, reader, known, day)
    return resources.comparisons.of(asked, make)


def _told(shown: Arranged) -> dict[str, object]:
    return {**plain.comparison(shown.comparison), "total": shown.total, "offset": shown.offset, "kinds": dict(shown.kinds)}


def file(shown: Arranged, form: str) -> Response:
    """The comparison as a file to save."""
    chosen = FORMS[form]
    response = Response(chosen.made(shown.comparison), mimetype=None, content_type=chosen.media)
    response.headers["Content-Disposition"] = f'attachment; filename="jamforelse.{form}"'
    return response
