"""Readers' feedback: two buttons below an answer, a reason afterwards, a misread fact, something missing. No script is needed."""

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from indexer.index import Filters
from service.errors import BadParameter, NotFound
from service.feedback.asking import FIELDS, MAX_NAME, bounded, of_answer, of_fact, of_holdings, reason_of
from service.feedback.kept import add_reason, keep
from service.feedback.said import MAX_VALUE, MAX_WORDS, Reason, Said
from service.keeping.store import Store, store_of
from service.pages.addresses import source_url
from service.pages.asking import Form
from service.state import access, state

blueprint = Blueprint("feedback", __name__, url_prefix="/synpunkter")


@blueprint.record_once
def _offered(setup: BlueprintSetupState) -> None:
    """Let the other pages' templates ask whether readers are asked at all."""
    setup.app.jinja_env.globals["takes_feedback"] = lambda: store_of(state().config) is not None


@blueprint.get("")
def page() -> str:
    """What can be said, and what becomes of it."""
    _store()
    return _rendered()


@blueprint.post("/svar")
def answer() -> Response:
    """That the answer to the address's question helped or did not."""
    if request.form.get("hjalpte") not in ("ja", "nej"):
        raise BadParameter("Välj om svaret hjälpte: hjalpte är ja eller nej.")
    form, resources = Form.asked(), state().supply.get()
    wanted = form.filters(resources.index.facets(Filters(), access()))
    helped = request.form["hjalpte"] == "ja"
    said = of_answer(form.question, wanted, form.earlier, helped, resources, access(), datetime.now(UTC))
    _keep(said)
    return redirect(url_for("feedback.thanks") if said.helped else url_for("feedback.why", id=said.id), 303)


@blueprint.get("/svar/<id>")
def why(id: str) -> str:
    """Why an answer did not help: may be said, need not."""
    _store()
    return render_template("feedback_why.html", id=id, reasons=tuple(Reason), max_words=MAX_WORDS, days=state().config.feedback_days)


@blueprint.post("/svar/<id>")
def explain(id: str) -> Response:
    """The reason, and the reader's own words."""
    words = bounded("ord", request.form.get("ord", ""), MAX_WORDS)
    add_reason(_store(), id, reason_of(request.form.get("skal", "")), words, datetime.now(UTC))
    return redirect(url_for("feedback.thanks"), 303)


@blueprint.get("/uppgift")
def fact() -> str:
    """The form that reports a misread fact of a §."""
    _store()
    return _fact_form()


@blueprint.post("/uppgift")
def report_fact() -> Response | tuple[str, int]:
    """A misread fact, for a person to judge."""
    given = request.form
    file = bounded("fil", given.get("fil", ""), MAX_NAME)
    if state().supply.get().index.file(file, access()) is None:
        raise NotFound(f"Filen {file[:200]!r} finns inte i indexet.")
    try:
        section = given.get("paragraf", "")
        said = of_fact(file, section, given.get("uppgift", ""), given.get("ratt", ""), given.get("ord", ""), datetime.now(UTC))
    except BadParameter as problem:
        return _fact_form(str(problem)), 400
    _keep(said)
    return redirect(url_for("feedback.thanks"), 303)


@blueprint.post("/saknas")
def missing() -> Response | tuple[str, int]:
    """Something that is missing among the documents."""
    try:
        said = of_holdings(request.form.get("ord", ""), datetime.now(UTC))
    except BadParameter as problem:
        return _rendered(str(problem)), 400
    _keep(said)
    return redirect(url_for("feedback.thanks"), 303)


@blueprint.get("/tack")
def thanks() -> str:
    """What becomes of what was said."""
    return render_template("feedback_thanks.html", days=state().config.feedback_days)


def _rendered(problem: str = "") -> str:
    return render_template(
        "feedback.html",
        problem=problem,
        words=request.form.get("ord", "")[:MAX_WORDS],
        max_words=MAX_WORDS,
        days=state().config.feedback_days,
    )


def _fact_form(problem: str = "") -> str:
    given = request.values
    file, section = given.get("fil", "")[:MAX_NAME], given.get("paragraf", "")[:MAX_NAME]
    if not file:
        raise BadParameter("Öppna handlingen och välj Anmäl fel där: då är det klart vilken uppgift som menas.")
    return render_template(
        "feedback_fact.html",
        problem=problem,
        wrong="ratt" if problem.startswith("ratt") else "ord",
        file=file,
        section=section,
        source=source_url(file, (1, 1)),
        given=given,
        fields=FIELDS,
        max_words=MAX_WORDS,
        max_value=MAX_VALUE,
        days=state().config.feedback_days,
    )


def _keep(said: Said) -> None:
    keep(_store(), said, datetime.now(UTC), state().config.feedback_days)


def _store() -> Store:
    store = store_of(state().config)
    if store is None:
        raise NotFound("Den här tjänsten tar inte emot synpunkter.")
    return store
