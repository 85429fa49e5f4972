"""The page of a question: the form, the answer with its citations, the hits. No script is needed."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request

from indexer.documents import Passage
from indexer.index import Facets, Filters, Index
from indexer.privacy import mask
from service.answer import answer
from service.errors import BadParameter, BadQuestion, NotIndexed
from service.pages.addresses import source_url
from service.question import MAX_CHARS
from service.records import Answer, Citation
from service.serving.snippets import Piece, question_stems, snippet
from service.serving.tracking import answered
from service.shown import follow_with
from service.state import access, state, today
from service.understanding.followups import Earlier
from service.understanding.restricting import filters

blueprint = Blueprint("ask", __name__)

EXAMPLES = (
    "Vad beslutades om skolskjuts?",
    "När antogs den nya taxan, och från vilket datum gäller den?",
    "Hur stort är friskvårdsbidraget?",
)
"""Questions that the start page offers."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form as the reader filled it in."""

    question: str = ""
    municipalities: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    earlier: Earlier | None = None

    @property
    def restricts(self) -> bool:
        """Whether anything but the question is filled in."""
        return bool(self.municipalities or self.first or self.last)


@dataclass(frozen=True, slots=True)
class FormProblem:
    """Why a question cannot be asked, and the id of the field to mend."""

    text: str
    field: str


@dataclass(frozen=True, slots=True)
class Place:
    """A passage in a list: where it stands, and the part of it that bears on the question."""

    passage: Passage
    url: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit with the places folded under it."""

    place: Place
    members: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A citation with the number of its source and the address of its lines."""

    number: int
    citation: Citation
    url: str


@blueprint.get("/")
def page() -> str | tuple[str, int]:
    """The question and its answer."""
    form = _form()
    index = state().supply.get().index
    known = index.facets(Filters(), access())
    shown: dict[str, object] = {"form": form, "known": known, "max_chars": MAX_CHARS, "examples": EXAMPLES, "answer": None, "problem": None}
    if "q" not in request.args:
        return render_template("ask.html", **shown)
    try:
        given = _answer(form, known)
    except (BadQuestion, BadParameter) as problem:
        shown["problem"] = FormProblem(str(problem), _field(problem))
        return render_template("ask.html", **shown), 400
    return render_template(
        "ask.html", **{**shown, "answer": given}, quotes=_quotes(given), hits=_hits(given, index), follow=follow_with(given)
    )


def _form() -> Form:
    given = request.args
    return Form(
        question=mask(given.get("q", "").strip())[0],
        municipalities=tuple(given.getlist("kommun")),
        first=given.get("fran", "").strip(),
        last=given.get("till", "").strip(),
        earlier=_earlier(),
    )


def _earlier() -> Earlier | None:
    """The question that this one follows, as the form of its answer kept it."""
    given = request.args
    return Earlier(given["efter"], given.get("dnr") or None, given.get("dag") or None) if given.get("efter") else None


def _answer(form: Form, known: Facets) -> Answer:
    wanted = filters(known, municipalities=form.municipalities, first=form.first, last=form.last)
    resources = state().supply.get()
    given = answer(form.question, wanted, resources, access(), today(), form.earlier)
    answered(given, resources)
    return given


def _field(problem: BadQuestion | BadParameter) -> str:
    """The id of the part of the form that the problem is about."""
    if isinstance(problem, BadQuestion):
        return "q"
    return "kommun" if isinstance(problem, NotIndexed) else "fran"


def _quotes(given: Answer) -> dict[str, Quote]:
    """The quotes by citation key. A § is one source, however many of its sentences are quoted."""
    numbers: dict[str, int] = {}
    return {
        citation.key: Quote(numbers.setdefault(citation.section_id, len(numbers) + 1), citation, source_url(citation.file, citation.lines))
        for citation in given.citations
    }


def _hits(given: Answer, index: Index) -> list[ShownHit]:
    stems = question_stems(given.question.searched)
    folded = index.passages([member for hit in given.hits for member in hit.members], access())
    places = {passage.id: _place(passage, stems) for passage in folded}
    return [ShownHit(_place(hit.passage, stems), tuple(places[member] for member in hit.members if member in places)) for hit in given.hits]


def _place(passage: Passage, stems: frozenset[str]) -> Place:
    return Place(passage, source_url(passage.file, passage.lines), snippet(passage.text, stems))
