"""The page of a source: text and look of the same page, what to know before relying on it, how to refer to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from indexer.documents import Span
from indexer.gathering import archive
from indexer.index import Index, StoredFile
from indexer.picturing.pageplaces import Box
from indexer.workers import Failed
from service.errors import NotFound
from service.pages import cautions
from service.pages.addresses import asked_number, asked_range, web_address, whole
from service.pages.look import said
from service.serving.contents import contents
from service.serving.elsewhere import finder
from service.serving.lasting import KeyedPoint, keyed_points, meant, names, point_of, where
from service.serving.library import stored_file, stored_section
from service.serving.pictures import tag
from service.serving.reference import reference
from service.serving.source_view import Asked, SourceView, first_line, furniture_lines, line_span, lines_of, view
from service.serving.withheld import has_look, original_withheld, picture_withheld
from service.state import access, state

blueprint = Blueprint("source", __name__)


@dataclass(frozen=True, slots=True)
class Look:
    """The picture of a page. `sought` lines were looked for on it, and `found` of them; `lack` says why there is no picture."""

    url: str = ""
    width: int = 0
    height: int = 0
    boxes: tuple[Box, ...] = ()
    sought: int = 0
    found: int = 0
    lack: str | None = None


@dataclass(frozen=True, slots=True)
class Quotable:
    """How to refer to a § or a point of it."""

    text: str
    url: str


@blueprint.get("/kalla/<path:file>")
def page(file: str) -> str:
    """A source at lines, at a page, or from its beginning."""
    index = state().supply.get().index
    return _shown(index, stored_file(index, file), Asked(asked_range("rad"), asked_number("fran"), asked_number("sida")))


@blueprint.get("/p/<id>")
@blueprint.get("/p/<id>/<said>")
def section(id: str, said: str = "") -> str | Response:
    """A § at its lasting address."""
    index = state().supply.get().index
    try:
        stored, _, found = stored_section(index, id)
    except NotFound:
        return _moved(index, said)
    start = first_line(stored.source, found, furniture_lines(stored))
    return _shown(index, stored, Asked((start, max(start, found.lines[1])), page=asked_number("sida")))


@blueprint.get("/p/<id>/<said>/<key>")
def point(id: str, said: str, key: str) -> str | Response:
    """A decision point at its lasting address."""
    index = state().supply.get().index
    try:
        stored, _, found = stored_section(index, id)
    except NotFound:
        return _moved(index, said, key)
    at = point_of(keyed_points(found, stored.source.text), key)
    if at is None:
        raise NotFound("Beslutspunkten finns inte med de orden. Paragrafen finns kvar: ta bort det sista ledet ur adressen.")
    return _shown(index, stored, Asked(stored.source.lines(at.span), page=asked_number("sida")))


def _moved(index: Index, said: str, key: str | None = None) -> Response:
    """To where the § stands since its file was renamed or read anew."""
    found = meant(index, access(), said)
    if found is None:
        raise NotFound("Paragrafen finns inte på den adressen: handlingen har tagits bort, eller lästs om så att flera kan vara menade.")
    if key:
        return redirect(url_for("source.point", id=found, said=said, key=key))
    return redirect(url_for("source.section", id=found, said=said))


def _shown(index: Index, stored: StoredFile, asked: Asked) -> str:
    last = stored.source.pages[-1].number
    if asked.page and asked.page > last:
        raise NotFound(f"Sidan {asked.page} finns inte i {stored.record.file}: den sista är {last}. Skriv sida={last} i adressen.")
    shown = view(stored, asked, finder(index, access()))
    points = keyed_points(shown.section, stored.source.text) if shown.section else ()
    lack = original_withheld(stored, access())
    if lack is None and not archive.exists(stored.record.origin):
        lack = "Originalet finns inte längre där det lästes in."
    return render_template(
        "source.html",
        record=stored.record,
        view=shown,
        entries=contents(stored, shown.document, shown.section),
        notices=list(_cautions(index, stored, shown)),
        look=_look(stored, shown),
        quotable=_quotable(stored, shown, points),
        original_lack=lack,
        municipality_url=web_address(stored.record.given.url),
    )


def _cautions(index: Index, stored: StoredFile, shown: SourceView) -> Iterable[cautions.Caution]:
    if shown.document and shown.section:
        yield from cautions.of_section(index, access(), stored, shown.document, shown.section)
    first = shown.cited[0] if shown.cited else shown.lines[0].number if shown.lines else 1
    start = stored.source.line_starts[first - 1]
    number = stored.source.page_numbers(Span(start, start + 1))[0]
    at = shown.page or next(each for each in stored.source.pages if each.number == number)
    yield from cautions.of_page(at, "\n".join(line.text for line in shown.lines))


def _look(stored: StoredFile, shown: SourceView) -> Look | None:
    """The picture beside the text, with the cited lines marked where they are found on it letter for letter."""
    page = shown.page
    if page is None or not has_look(stored):
        return None
    withheld = picture_withheld(stored, page, access())
    if withheld:
        return Look(lack=withheld)
    spans = _marked(stored, shown)
    placed = state().pictures.places(stored.record, page, spans)
    if isinstance(placed, Failed):
        return Look(lack=f"Bilden av sidan kan inte visas: {said(placed)}.")
    found = [boxes for boxes in placed.boxes if boxes]
    return Look(
        url=url_for("look.picture", number=page.number, file=stored.record.file, v=tag(stored.record, page.number)[:8]),
        width=placed.width,
        height=placed.height,
        boxes=tuple(box for boxes in found for box in boxes),
        sought=len(spans),
        found=len(found),
    )


def _marked(stored: StoredFile, shown: SourceView) -> tuple[Span, ...]:
    """The cited lines of the page, as places in its text."""
    source, page = stored.source, shown.page
    if shown.cited is None or page is None:
        return ()
    start = source.line_starts[lines_of(source, page.number)[0] - 1]
    spans = (line_span(source, line.number) for line in shown.lines if line.cited and line.text.strip())
    return tuple(Span(span.start - start, span.end - start) for span in spans)


def _quotable(stored: StoredFile, shown: SourceView, points: Sequence[KeyedPoint]) -> tuple[Quotable, ...]:
    """References to the § at hand, and to each of its points where there are several."""
    document, section, file = shown.document, shown.section, stored.record.file
    if document is None:
        return ()
    if section is None:
        return (Quotable(reference(document, file=file), ""),)
    said = where(document, section)
    named = [(each.key, name) for each, name in zip(points, names(points, stored.source.text), strict=True)] if len(points) > 1 else []
    return (
        Quotable(reference(document, section, file=file), whole(url_for("source.section", id=section.id, said=said))),
        *(
            Quotable(reference(document, section, name, file), whole(url_for("source.point", id=section.id, said=said, key=key)))
            for key, name in named
        ),
    )
