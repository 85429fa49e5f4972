"""Behind the key: a file or a § taken away from everybody, after a look at what goes, with the reason and a trace."""

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from indexer.documents import Section
from indexer.errors import BlocklistProblem
from indexer.index import Access, StoredFile
from service.errors import BadParameter, NotFound
from service.feedback.asking import MAX_NAME, bounded
from service.feedback.kept import forget
from service.keeping.trace import Act, enter, moment
from service.managing.blocking import block
from service.pages.keyed import at_work, kept, require_key
from service.state import state

blueprint = Blueprint("removing", __name__, url_prefix="/skotsel/borttagning")
blueprint.before_request(require_key)

MAX_REASON = 500
SHOWN = 300
"""Characters of a § that the look shows."""


@blueprint.get("")
def page() -> str:
    """What would go."""
    return _look("")


@blueprint.post("")
def remove() -> Response | tuple[str, int]:
    """Put it on the block list: nobody is shown it from the next question on."""
    file, section = _meant()
    record = _stored(file, section)[0].record
    why = bounded("skal", request.form.get("skal", ""), MAX_REASON)
    if not why:
        return _look("Skriv varför: skälet står i loggen."), 400
    if not state().config.blocklist:
        raise BadParameter("Inget kan tas bort här: PARAGRAF_BLOCKLIST är inte satt.")
    with kept().writing() as connection:  # one at a time, and none that is not noted
        enter(connection, Act(moment(datetime.now(UTC)), at_work(), "tog bort", f"{file} {section or ''}".strip(), why))
        try:
            block(state().config.blocklist, file, record.sha256, section)
        except BlocklistProblem as problem:
            raise BadParameter("Spärrlistan kunde inte ändras, och inget har tagits bort.", str(problem)) from problem
        forget(connection, file, section)
    state().pictures.forget(record)
    return redirect(url_for("manage.trace"), 303)


def _look(problem: str) -> str:
    file, section = _meant()
    stored, sections = _stored(file, section)
    return render_template(
        "remove.html",
        problem=problem,
        file=file,
        section=section,
        record=stored.record,
        sections=[(each, each.span.of(stored.source.text)[:SHOWN]) for each in sections],
        on=bool(state().config.blocklist),
        max_reason=MAX_REASON,
    )


def _meant() -> tuple[str, str | None]:
    file = bounded("fil", request.values.get("fil", ""), MAX_NAME)
    return file, bounded("paragraf", request.values.get("paragraf", ""), MAX_NAME) or None


def _stored(file: str, section: str | None) -> tuple[StoredFile, list[Section]]:
    """The file and the § of it that go. Raises NotFound."""
    stored = state().supply.get().index.file(file, Access.operator())
    if stored is None:
        raise NotFound(f"Filen {file[:200]!r} finns inte i indexet.")
    sections = [each for document in stored.documents for each in document.sections if section in (None, each.number)]
    if section is not None and not sections:
        raise NotFound(f"Filen har ingen {section[:40]}.")
    return stored, sections
