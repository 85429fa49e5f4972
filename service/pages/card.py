"""The page of decision cards: one § of a file, or every § of a Dnr, to read, copy, print and keep."""

from flask import Blueprint, Response, render_template, request, url_for

from service.cards import exports
from service.cards.endpoint import asked_for
from service.cards.endpoint import file as as_file
from service.cards.parts import facts, parts
from service.cards.records import Card
from service.errors import BadParameter, NotFound
from service.pages.addresses import source_url, web_address

blueprint = Blueprint("card", __name__)

NAMES = {"md": "Markdown", "docx": "Word"}


@blueprint.get("/beslut")
def page() -> str | Response | tuple[str, int]:
    """The cards that the address asks for; as a file where it names a form; the form alone where it asks for nothing."""
    file, number, dnr = (request.args.get(name, "").strip() for name in ("fil", "paragraf", "dnr"))
    if not (file or number or dnr):
        return _shown((), None)
    try:
        found = asked_for(file or None, number or None, dnr or None, [name for name in request.args.getlist("kommun") if name])
    except (BadParameter, NotFound) as problem:
        return _shown((), str(problem)), problem.http_status
    form = request.args.get("form")
    if form is None:
        return _shown(found, None)
    if form not in exports.FORMS:
        raise BadParameter(f"form={form[:20]} finns inte. Välj {', '.join(exports.FORMS)}.")
    return as_file(found, form)


def _shown(found: tuple[Card, ...], problem: str | None) -> str:
    return render_template(
        "cards.html",
        cards=found,
        dnr=request.args.get("dnr", ""),
        problem=problem,
        facts=facts,
        parts=parts,
        forms=NAMES,
        address=card_url,
        source_url=source_url,
        web_address=web_address,
        untitled=exports.UNTITLED,
    )


def card_url(card: Card, form: str | None = None) -> str:
    """The address of one card, or of it as a file."""
    return url_for("card.page", fil=card.file, paragraf=card.number, form=form)
