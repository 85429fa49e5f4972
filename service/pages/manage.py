"""Behind the key: what needs a person, what readers reported, who did what."""

from datetime import UTC, datetime
from itertools import groupby

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response

from indexer import journal
from indexer.errors import CorrectionsProblem
from indexer.index import Access
from service.errors import BadParameter
from service.feedback.asking import FIELDS
from service.feedback.kept import everything, judge
from service.feedback.said import MAX_VALUE, About, Said, State
from service.holdings.unread import unread
from service.keeping.trace import Act, latest, moment, times
from service.keeping.trace import enter as enter_act
from service.managing.approving import approve, unfit
from service.managing.concerns import concerns
from service.managing.session import MAX_NAME
from service.pages.keyed import COOKIE, WRONG_KEY, WRONG_KEY_DAYS, at_work, clock, come_in, kept, require_key, who
from service.state import state

blueprint = Blueprint("manage", __name__, url_prefix="/skotsel")
blueprint.before_request(require_key)

ITEMS_SHOWN = 50
"""Things to judge of one kind, listed; more are counted."""


@blueprint.record_once
def _offered(setup: BlueprintSetupState) -> None:
    """Let every page's foot lead here, where there is a key, and a source to its removal for who has come in with it."""
    setup.app.jinja_env.globals["managed"] = lambda: bool(state().config.manage_key)
    setup.app.jinja_env.globals["at_work"] = lambda: who() is not None
    setup.app.jinja_env.filters["clock"] = clock


@blueprint.get("")
def page() -> str:
    """What needs a person."""
    config = state().config
    records = state().supply.get().index.files(Access.operator())
    items = concerns(records, unread(journal.place(config.journal, config.index), records, frozenset()))
    groups = [(kind, list(some)) for kind, some in groupby(items, lambda item: item.concern)]
    new = [each for each in everything(kept()) if each.state is State.NEW]
    return render_template(
        "manage.html",
        groups=groups,
        shown=ITEMS_SHOWN,
        facts=[each for each in new if each.about is About.FACT],
        missing=[each for each in new if each.about is About.HOLDINGS],
        unhelpful=[each for each in new if each.about is About.ANSWER and not each.helped],
        fields=FIELDS,
        corrections=bool(config.corrections),
        blocklist=bool(config.blocklist),
        uploads=bool(config.uploads),
        evaluations=bool(config.evaluations),
        max_value=MAX_VALUE,
        who=at_work(),
    )


@blueprint.route("/in", methods=["GET", "POST"])
def enter() -> Response | str | tuple[str, int]:
    """The door: name and key."""
    if request.method == "GET":
        return render_template("manage_enter.html", problem="", max_name=MAX_NAME, name="")
    name = " ".join(request.form.get("namn", "").split())[:MAX_NAME]
    if not name:
        return render_template("manage_enter.html", problem="Skriv ditt namn: det står i loggen.", max_name=MAX_NAME, name=""), 400
    response = make_response(redirect(url_for("manage.page"), 303))
    if not come_in(name, request.form.get("nyckel", ""), response):
        return render_template("manage_enter.html", problem="Nyckeln är inte den rätta.", max_name=MAX_NAME, name=name), 403
    return response


@blueprint.post("/ut")
def leave() -> Response:
    """End the session of this browser."""
    response = make_response(redirect(url_for("ask.page"), 303))
    response.delete_cookie(COOKIE, path="/")
    return response


@blueprint.get("/logg")
def trace() -> str:
    """Who did what, when and why; wrong keys are counted apart, since anybody could fill the list with them."""
    return render_template("manage_trace.html", acts=latest(kept(), WRONG_KEY), wrong=times(kept(), WRONG_KEY), days=WRONG_KEY_DAYS)


@blueprint.post("/synpunkt/<id>")
def judge_said(id: str) -> Response:
    """Approve a report, which makes it a correction, or dismiss what was said."""
    if request.form.get("val") not in ("godkann", "avvisa"):
        raise BadParameter("Välj att godkänna eller avvisa.")
    approving = request.form["val"] == "godkann"
    with kept().writing() as connection:
        said = judge(connection, id, State.APPROVED if approving else State.DISMISSED)
        if approving:
            _approve(said, request.form.get("ratt", "").strip()[:MAX_VALUE])
        action = "godkände" if approving else "avvisade"
        # the log outlives what readers say: their own words stay out of it, but for those that a correction holds anyway
        what = f"{said.field}: {said.file} {said.section or ''}".strip() if said.about is About.FACT else f"en synpunkt om {said.about}"
        why = said.words if approving else ""
        enter_act(connection, Act(moment(datetime.now(UTC)), at_work(), action, what, why))
    return redirect(url_for("manage.page"), 303)


def _approve(said: Said, value: str) -> None:
    """Make the correction. What the corrections do not take is said to who approves it. Raises BadParameter."""
    if said.about is not About.FACT:
        raise BadParameter("Bara anmälda fel kan godkännas som rättelser.")
    if not state().config.corrections:
        raise BadParameter("Rättelser kan inte sparas: PARAGRAF_CORRECTIONS är inte satt.")
    try:
        approve(state().config.corrections, said, value, at_work())
    except CorrectionsProblem as problem:
        raise BadParameter(unfit(said.field or "", value), str(problem).rsplit(": ", 1)[-1]) from problem
