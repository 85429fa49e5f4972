"""The page of what changed on the way: the stages of a matter, and each step's points side by side with what differs."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request, url_for

from indexer.index import Filters
from service.changes import exports
from service.changes.differing import side
from service.changes.endpoint import file as as_file
from service.changes.records import Change, ComparedPoint, Part, Piece, Stage, Step, Way
from service.changes.story import changes
from service.errors import BadParameter, NotFound
from service.minuted.section import Point
from service.pages.addresses import source_url
from service.state import access, state
from service.understanding.restricting import filters

blueprint = Blueprint("change", __name__)

FORM = {
    Change.SAME: "other",
    Change.REWORDED: "other",
    Change.CHANGED: "proposed",
    Change.ADDED: "decided",
    Change.REMOVED: "proposed",
    Change.OWN: "other",
}
"""How each kind of change looks, by the classes of statuses."""


@dataclass(frozen=True, slots=True)
class Row:
    """A point before and after, each cut into pieces, with the addresses where they stand and what the links there are called."""

    change: Change
    look: str
    before: tuple[Piece, ...] | None
    after: tuple[Piece, ...] | None
    before_url: str | None
    after_url: str | None
    before_label: str
    after_label: str


@blueprint.get("/andringar")
def page() -> str | Response | tuple[str, int]:
    """The ways of a Dnr; the form alone where the address has none; as a file where it names a form."""
    dnr = " ".join(request.args.get("dnr", "").split())
    if not dnr:
        return _shown((), None)
    resources = state().supply.get()
    try:
        known = resources.index.facets(Filters(), access())
        chosen = filters(known, municipalities=[name for name in request.args.getlist("kommun") if name])
        ways = changes(dnr, chosen.municipalities, resources, access())
    except (BadParameter, NotFound) as problem:
        return _shown((), str(problem)), problem.http_status
    form = request.args.get("form")
    if form is None:
        return _shown(ways, None)
    if form not in exports.FORMS:
        raise BadParameter(f"form={form[:20]} finns inte. Välj {', '.join(exports.FORMS)}.")
    return as_file(ways, form)


def _shown(ways: tuple[Way, ...], problem: str | None) -> str:
    return render_template(
        "changes.html",
        dnr=" ".join(request.args.get("dnr", "").split()),
        ways=ways,
        problem=problem,
        rows=_rows,
        stage_url=_stage_url,
        address=_address,
    )


def _address(form: str) -> str:
    """These ways as a file."""
    return url_for("change.page", dnr=request.args["dnr"], kommun=request.args.getlist("kommun"), form=form)


def _rows(way: Way, step: Step) -> list[Row]:
    before, after = way.stages[step.before], way.stages[step.after]
    return [_row(one, before, after) for one in step.points]


def _row(one: ComparedPoint, before: Stage, after: Stage) -> Row:
    old = before.points[one.before] if one.before is not None else None
    new = after.points[one.after] if one.after is not None else None
    return Row(
        one.change,
        FORM[one.change],
        _cut(old, one, Part.REMOVED),
        _cut(new, one, Part.ADDED),
        source_url(before.file, old.quoted.lines) if old else None,
        source_url(after.file, new.quoted.lines) if new else None,
        _label(before, one.before),
        _label(after, one.after),
    )


def _label(stage: Stage, at: int | None) -> str:
    """What a link to a point's source is called beside others."""
    if at is None:
        return ""
    where = " ".join(part for part in (stage.body, stage.date, stage.number) if part)
    return f"källa: {where}, punkt {stage.points[at].label or at + 1}"


def _cut(point: Point | None, one: ComparedPoint, own: Part) -> tuple[Piece, ...] | None:
    """A point in pieces; where it stands alone the whole of it is what only one side has."""
    if point is None:
        return None
    if one.before is None or one.after is None:
        return (Piece(point.quoted.text, Part.SAME if one.change is Change.OWN else own),)
    return side(point.quoted.text, one.pieces, own)


def _stage_url(stage: Stage) -> str:
    """The decision card of a stage; the source where it is no § of minutes."""
    if stage.number:
        return url_for("card.page", fil=stage.file, paragraf=stage.number)
    return source_url(stage.file, stage.points[0].quoted.lines)
