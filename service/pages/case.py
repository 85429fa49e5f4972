"""The page of a matter: a Dnr, and its way through bodies and years, as a picture and step by step.

The whole state stands in the address.
"""

from flask import Blueprint, Response, current_app, render_template, request, url_for
from markupsafe import Markup

from indexer.index import Filters
from service.cases import follow, near
from service.errors import BadParameter, NotFound
from service.following import kinds, words
from service.following.endpoint import file as as_file
from service.following.numbers import MAX_CHARS
from service.following.picture import picture
from service.following.records import Candidate, Case, Choice, Cited, Step, StepKind
from service.pages.addresses import source_url
from service.pages.examples import matters
from service.serving.unbroken import unbroken
from service.state import access, state, today

blueprint = Blueprint("case", __name__)

FORMS = {"svg": "bilden (SVG)", "md": "ärendet (Markdown)", "csv": "stegen (CSV)", "xlsx": "stegen (Excel)"}


@blueprint.get("/arende")
def page() -> str | Response | tuple[str, int]:
    """The form; where a Dnr is asked for, its matter, or those that it may mean; as a file where the address names a form."""
    dnr, municipality = _asked()
    if dnr and "form" in request.args:
        return _file(request.args["form"])
    index = state().supply.get().index
    known = index.facets(Filters(), access())
    given = {
        "dnr": dnr,
        "municipality": municipality,
        "known": sorted(known.municipalities),
        "examples": (),
        "found": None,
        "choosing": False,
        "problem": None,
        "nearest": (),
        **_fixed(),
    }
    if not dnr:
        return render_template("case.html", **{**given, "examples": matters(index, access(), known)})
    try:
        found = _followed(dnr, municipality)
    except (BadParameter, NotFound) as problem:
        nearest = near(dnr, municipality, index, access(), today()) if isinstance(problem, NotFound) else ()
        return render_template("case.html", **{**given, "problem": problem, "nearest": nearest}), problem.http_status
    drawn = _drawn(found) if isinstance(found, Case) and not found.collecting else None
    return render_template("case.html", **{**given, "found": found, "drawn": drawn, "choosing": isinstance(found, Choice)})


@blueprint.get("/arende/fil")
def exported() -> Response:
    """The matter as a file."""
    return _file(request.args.get("format", "md"))


def _file(wanted: str) -> Response:
    if wanted not in FORMS:
        raise BadParameter(f"Formatet {wanted[:20]!r} finns inte. Välj bland {', '.join(FORMS)}.")
    return as_file(_followed(*_asked()), wanted)


def _asked() -> tuple[str, str | None]:
    return " ".join(request.args.get("dnr", "").split()), request.args.get("kommun") or None


def _followed(dnr: str, municipality: str | None) -> Case | Choice:
    return follow(dnr, municipality, state().supply.get().index, access(), today())


def _drawn(found: Case) -> Markup:
    """The picture for wide screens and paper, and the one for narrow screens: only one of them is shown."""
    return Markup(f"{picture(found)}\n{picture(found, narrow=True)}")  # noqa: S704  our own drawing, all text escaped


def _fixed() -> dict[str, object]:
    """What the template tells steps with."""
    return {
        "words": words,
        "forms": FORMS,
        "max_chars": MAX_CHARS,
        "is_step": lambda one: isinstance(one, Step),
        "address_of": address_of,
        "address_to": address_to,
        "look_of": look_of,
        "opened": opened,
        "unbroken": unbroken,
        "changes": "change.page" in current_app.view_functions,
    }


def address_of(cited: Cited) -> str:
    """Where a citation opens its source."""
    return source_url(cited.file, cited.lines)


def address_to(one: Candidate) -> str:
    """The page of a matter that a number may mean."""
    return url_for("case.page", dnr=one.case, kommun=one.municipality)


def look_of(step: Step) -> str:
    """How a step looks, by the classes of statuses: decided, proposed, other."""
    if step.kind in kinds.DECIDING:
        return "decided"
    return "proposed" if step.kind in (*kinds.PROPOSING, StepKind.OFFICERS_PROPOSAL, StepKind.DRAFT) else "other"


def opened(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]
