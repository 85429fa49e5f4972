"""Behind the key: files uploaded, their reading followed, what became of each."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from indexer.index import Access, FileRecord
from indexer.report import Skipped
from service.errors import BadParameter, NotFound, ServiceProblem, StoreProblem
from service.feedback.asking import bounded
from service.holdings.unread import why_of
from service.keeping.trace import Act, moment, note
from service.managing import inswedish, intake
from service.managing.inswedish import Told
from service.managing.intake import Upload
from service.managing.uploads import keep
from service.pages.keyed import at_work, kept, require_key
from service.state import state

blueprint = Blueprint("uploading", __name__, url_prefix="/skotsel/filer")
blueprint.before_request(require_key)

REFRESH_S = 3
LISTED = 20
MAX_MUNICIPALITY = 100
MIB = 1024 * 1024


@blueprint.before_request
def _allow_large_bodies() -> None:
    """Uploads alone may be larger than other requests; the key has been asked for before."""
    request.max_content_length = state().config.upload_mib * MIB


@blueprint.get("")
def page() -> str:
    """The form, and earlier uploads."""
    return _form("")


@blueprint.post("")
def upload() -> Response | tuple[str, int]:
    """Keep the files and have them read."""
    folder, now = _folder(), datetime.now(UTC)
    municipality = bounded("kommun", request.form.get("kommun", ""), MAX_MUNICIPALITY)
    begun = intake.claim(kept(), at_work(), now)
    try:
        names = keep(folder, request.files.getlist("filer"), municipality, replacing="ersatt" in request.form)
    except (ServiceProblem, StoreProblem) as problem:
        intake.give_up(kept(), begun)
        if isinstance(problem, BadParameter):
            return _form(str(problem)), 400
        raise
    note(kept(), Act(moment(now), at_work(), "laddade upp", ", ".join(names)[:300], municipality))
    intake.begin(kept(), state().config, begun, names)
    return redirect(url_for("uploading.follow", id=begun), 303)


@blueprint.get("/<id>")
def follow(id: str) -> str:
    """How far the reading has come; shows itself anew until it has ended."""
    found = intake.upload(kept(), id, datetime.now(UTC))
    said = intake.progress(state().config, id)
    fates = _fates(found) if found.ended and "problem" not in (found.outcome or {}) else {}  # without an index there may be none to look in
    told = [inswedish.line(each) for each in said[-LISTED:]]
    return render_template("upload.html", upload=found, said=told, done=len(said), fates=fates, refresh=REFRESH_S)


def _form(problem: str) -> str:
    config = state().config
    return render_template(
        "uploads.html",
        problem=problem,
        on=bool(config.uploads),
        most_mib=config.upload_mib,
        uploads=intake.uploads(kept(), datetime.now(UTC))[:LISTED],
        max_municipality=MAX_MUNICIPALITY,
    )


def _folder() -> Path:
    if not state().config.uploads:
        raise NotFound("Filer kan inte laddas upp: PARAGRAF_UPLOADS är inte satt.")
    return Path(state().config.uploads)


def _fates(found: Upload) -> Mapping[str, Sequence[Told]]:
    """File → what became of it."""
    outcome = found.outcome or {}
    skipped = {str(row["file"]): Skipped(**row) for row in cast(list[dict[str, str]], outcome.get("skipped", []))}
    records = {record.file: record for record in state().supply.get().index.files(Access.operator())}
    return {name: _fate(name, skipped, records) for name in found.files}


def _fate(name: str, skipped: Mapping[str, Skipped], records: Mapping[str, FileRecord]) -> Sequence[Told]:
    """What became of a file, or of what an archive holds."""
    members = [file for file in skipped if file == name or file.startswith(f"{name}/")]
    if members:
        return [_left_out(file, name, skipped[file]) for file in members[:LISTED]]
    if name in records:
        record = records[name]
        counts = (record.pages, "sida", "sidor"), (record.documents, "handling", "handlingar"), (record.sections, "paragraf", "paragrafer")
        return [Told(f"läst: {', '.join(f'{count} {one if count == 1 else several}' for count, one, several in counts)}")]
    inside = sum(file.startswith(f"{name}/") for file in records)
    return [Told(f"läst: {inside} filer" if inside else "inte läst")]


def _left_out(file: str, name: str, skipped: Skipped) -> Told:
    return Told(f"{'' if file == name else f'{file}: '}inte läst: {why_of(skipped)}", skipped.message)
