"""The look of a page as a picture, and the file itself: for who may read the text, and where neither shows what is hidden there."""

import io
from pathlib import Path

from flask import Blueprint, Response, request, send_file

from indexer.index import FileRecord, StoredFile
from indexer.picturing.originals import original as original_of
from indexer.workers import Failed
from service.errors import Busy, NotFound
from service.serving.library import stored_file
from service.serving.pictures import tag
from service.serving.withheld import has_look, original_withheld, picture_withheld
from service.state import access, state

blueprint = Blueprint("look", __name__)

BUSY = "busy"
"""The indexer's short form for: others are drawn first."""

LOST = {
    "moved": "filen finns inte längre där den lästes in",
    "changed": "filen har ändrats sedan den lästes in",
    BUSY: "tjänsten är upptagen just nu; försök igen om en stund",
    "timed out": "sidan tog för lång tid att rita",
}
"""Why the file cannot be shown, by the indexer's short form."""

_OTHERWISE = "det gick inte att rita eller öppna den"

_TYPES = {".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
"""What a browser may show by itself. All else is saved, never opened: an HTML file would be a page of ours."""

_SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""What runs in a file from outside runs nowhere; browsers show a PDF so, too."""


def said(failed: Failed) -> str:
    """Why, in the reader's words."""
    return LOST.get(failed.reason, _OTHERWISE)


@blueprint.get("/sidbild/<int:number>/<path:file>")
def picture(number: int, file: str) -> Response:
    """A page as it looks. Raises Busy where others are drawn first."""
    stored = stored_file(state().supply.get().index, file)
    _require(stored, number)
    name = tag(stored.record, number)
    # asked for each time, so that what is withdrawn is gone at once; unchanged, it is not sent again
    headers = {"Cache-Control": "private, no-cache", "ETag": f'"{name}"'}
    if name in request.if_none_match:
        return Response(status=304, headers=headers)
    drawn = state().pictures.picture(stored.record, number)
    if isinstance(drawn, Failed) and drawn.reason == BUSY:
        raise Busy(f"Bilden av sida {number} kan inte visas: {said(drawn)}.")
    if isinstance(drawn, Failed):
        raise NotFound(f"Bilden av sida {number} i {file[:200]!r} kan inte visas: {said(drawn)}.")
    return Response(drawn, mimetype="image/webp", headers=headers)


@blueprint.get("/original/<path:file>")
def original(file: str) -> Response:
    """The file as it was read; `#page=N` opens a PDF at its page."""
    stored = stored_file(state().supply.get().index, file)
    withheld = original_withheld(stored, access())
    if withheld:
        raise NotFound(withheld)
    found = original_of(stored.record.origin, stored.record.sha256)
    if isinstance(found, Failed):
        raise NotFound(f"Originalet till {file[:200]!r} kan inte visas: {said(found)}.")
    return _sent(stored.record, found)


def _require(stored: StoredFile, number: int) -> None:
    """Raise NotFound unless the page has a look that may be shown."""
    page = next((each for each in stored.source.pages if each.number == number), None)
    if page is None or not has_look(stored):
        raise NotFound(f"Filen {stored.record.file[:200]!r} har ingen bild av någon sida {number}.")
    withheld = picture_withheld(stored, page, access())
    if withheld:
        raise NotFound(withheld)


def _sent(record: FileRecord, found: Path | bytes) -> Response:
    kind = _TYPES.get(Path(record.file).suffix.lower())
    response = send_file(
        io.BytesIO(found) if isinstance(found, bytes) else found,
        mimetype=kind or "application/octet-stream",
        as_attachment=kind is None,
        download_name=Path(record.file).name,
        conditional=True,
        etag=record.sha256[:32],
        max_age=0,
    )
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Content-Security-Policy"] = _SANDBOX
    return response
