"""The page of open ends: whose, of which kinds; a table of each municipality, and the same list as a file."""

from itertools import groupby
from typing import Any

from flask import Blueprint, Response, render_template, request, url_for

from indexer.index import Filters
from service.errors import BadParameter, NotIndexed
from service.openends import exports
from service.openends.endpoint import file as as_file
from service.openends.records import EndKind, OpenEnd, OpenEnds
from service.openends.story import open_ends
from service.pages.addresses import asked_number, source_url
from service.state import access, state, today
from service.understanding.restricting import filters

blueprint = Blueprint("open", __name__)

LINES_A_PAGE = 100

NAMES = {
    EndKind.MOTION: "Motioner utan svar",
    EndKind.MEDBORGARFORSLAG: "Medborgarförslag utan svar",
    EndKind.ASSIGNMENT: "Uppdrag",
    EndKind.PROPOSAL: "Förslag utan beslut",
    EndKind.PUT_OFF: "Uppskjutna ärenden",
}


@blueprint.get("/oppet")
def page() -> str | Response | tuple[str, int]:
    """The list that the address asks for; as a file where it names a form."""
    resources = state().supply.get()
    known = resources.index.facets(Filters(), access())
    municipalities, bodies, wanted = (request.args.getlist(name) for name in ("kommun", "organ", "slag"))
    try:
        chosen = filters(known, municipalities=municipalities, bodies=[body for body in bodies if body])
        kinds = _kinds(wanted)
    except NotIndexed as problem:
        return _shown(None, str(problem), sorted(known.municipalities)), problem.http_status
    found = open_ends(chosen, kinds, resources, access(), today())
    form = request.args.get("form")
    if form is not None:
        if form not in exports.FORMS:
            raise BadParameter(f"form={form[:20]} finns inte. Välj {', '.join(exports.FORMS)}.")
        return as_file(found, form)
    return _shown(found, None, sorted(known.municipalities))


def _kinds(names: list[str]) -> list[EndKind]:
    """The kinds chosen. Raises BadParameter for one that is none."""
    unknown = [name for name in names if name not in list(EndKind)]
    if unknown:
        raise BadParameter(f"slag={unknown[0][:40]} finns inte. Välj bland {', '.join(EndKind)}.")
    return [EndKind(name) for name in names]


def _shown(found: OpenEnds | None, problem: str | None, municipalities: list[str]) -> str:
    lines = found.lines if found else ()
    first = min(asked_number("fran") or 1, max(1, len(lines)))
    part = lines[first - 1 : first - 1 + LINES_A_PAGE]
    return render_template(
        "openends.html",
        found=found,
        problem=problem,
        municipalities=municipalities,
        chosen=request.args.getlist("kommun"),
        body=request.args.get("organ", ""),
        kinds=NAMES,
        wanted=request.args.getlist("slag"),
        counts={kind: sum(line.kind is kind for line in lines) for kind in EndKind},
        groups=[(name, list(group)) for name, group in groupby(part, key=lambda line: line.municipality)],
        heading=exports.heading,
        counted=exports.counted(lines),
        first=first,
        last=first - 1 + len(part),
        address=_address,
        address_of=_address_of,
        forms=tuple(exports.FORMS),
        step=LINES_A_PAGE,
    )


def _address(**changed: Any) -> str:
    """This list's address with some of its parameters changed; None leaves one out."""
    values: dict[str, Any] = {name: request.args.getlist(name) for name in ("kommun", "organ", "slag")} | changed
    return url_for("open.page", **{name: value for name, value in values.items() if value})


def _address_of(line: OpenEnd) -> str:
    return source_url(line.evidence.file, line.evidence.lines)
