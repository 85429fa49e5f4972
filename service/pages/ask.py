"""The page of a question: the form, the answer with its citations, the hits. No script is needed; with it, an answer that a
language model writes is shown as it comes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain

from flask import Blueprint, Response, redirect, render_template, request, stream_with_context
from markupsafe import Markup
from werkzeug.wrappers import Response as Redirect

from indexer.errors import ParagrafError
from indexer.index import Facets, Filters
from service.answer import Step, answer, steps
from service.errors import BadParameter, BadQuestion, NotIndexed
from service.finding.bynumber import is_held, only_case
from service.finding.reranking import find
from service.pages import texts
from service.pages.addresses import case_url, whole
from service.pages.asking import Form, Order
from service.pages.examples import offered
from service.pages.hits import shown_hits
from service.pages.result import Result
from service.question import MAX_CHARS
from service.records import Answer, Hit, Question, Wrote
from service.resources import Resources
from service.serving.events import event
from service.serving.problems import show
from service.serving.tracking import answered
from service.shown import follow_with
from service.state import access, state, today
from service.understanding.followups import follow
from service.understanding.spelling import Place, meant

blueprint = Blueprint("ask", __name__)

_OF_THE_ADDRESS = re.compile(r"[a-z]+=")
"""How a problem begins that is about a parameter which the form has no field for: "sida=0 går inte att använda"."""


@dataclass(frozen=True, slots=True)
class FormProblem:
    """Why a question cannot be asked, and the id of the field to mend; None where the form has none for it."""

    text: str
    field: str | None


@blueprint.get("/")
def page() -> str | Redirect | tuple[str, int]:
    """The question with its answer and hits; from the second page of hits on, these alone. A Dnr leads to its matter."""
    form, resources = Form.typed(), state().supply.get()
    known = resources.index.facets(Filters(), access())
    try:
        form = Form.asked()
        if "q" not in request.args:
            return _page(form, known, resources)
        question = follow(form.question, form.earlier, form.filters(known), known, today())
        case = only_case(question)
        if case and is_held(case, resources.index, access()):
            return redirect(case_url(case.as_written, next(iter(question.filters.municipalities), None)))
        if form.page == 1:
            given = answer(form.question, form.filters(known), resources, access(), today(), form.earlier, texts.asked_language())
            answered(given, resources)
            return _page(form, known, resources, result=_answered(form, known, given, resources))
        return _page(form, known, resources, result=_leafed(form, known, question, resources))
    except (BadQuestion, BadParameter) as problem:
        return _page(form, known, resources, problem=FormProblem(str(problem), _field(problem, form, known))), 400


@blueprint.get("/svar")
def stream() -> Response:
    """The same as events, for the page's script: `token` while a language model writes, then `done` with the answer and hits as HTML."""
    form, resources = Form.asked(), state().supply.get()
    known = resources.index.facets(Filters(), access())
    story = steps(form.question, form.filters(known), resources, access(), today(), form.earlier, texts.asked_language())
    begun = chain([next(story)], story)  # what is refused is refused before the stream begins
    response = Response(stream_with_context(_told(form, known, begun, resources)), mimetype="text/event-stream")
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _told(form: Form, known: Facets, story: Iterator[Step], resources: Resources) -> Iterator[str]:
    try:
        for step in story:
            if isinstance(step, Wrote):
                yield event("token", {"text": step.text})
            elif isinstance(step, Answer):
                answered(step, resources)
                yield event("done", {"html": _answered(form, known, step, resources)})
    except ParagrafError as problem:
        yield event("error", {"message": show(problem).message})


def _page(form: Form, known: Facets, resources: Resources, *, result: str = "", problem: FormProblem | None = None) -> str:
    return render_template(
        "ask.html",
        form=replace(form, question=form.question[:MAX_CHARS]),
        known=known,
        result=Markup(result),  # noqa: S704  # made by a template of ours, which escaped what it was given
        problem=problem,
        examples=offered(resources.index, access(), known) if not result and problem is None else (),
        max_chars=MAX_CHARS,
        streams=resources.generator is not None,
    )


def _answered(form: Form, known: Facets, given: Answer, resources: Resources) -> str:
    """The answer with its hits."""
    return _result(form, known, given.question, given.hits, resources, Result.of(given, resources.index, access(), today()))


def _leafed(form: Form, known: Facets, question: Question, resources: Resources) -> str:
    """A further page of hits: no language model is asked again for it."""
    return _result(form, known, question, find(question, resources, access()), resources, None)


def _result(form: Form, known: Facets, question: Question, hits: Sequence[Hit], resources: Resources, given: Result | None) -> str:
    asked = form.read_as(question)
    return render_template(
        "result.html",
        form=asked,
        question=question,
        result=given,
        hits=shown_hits(asked, question, hits, resources.index, access()),
        orders=Order,
        meant=given.answer.meant if given else meant(question, Place(known, resources.index, access(), hits)),
        follow=follow_with(given.answer) if given else None,
        max_chars=MAX_CHARS,
        made=datetime.now(UTC).astimezone(),
        address=whole(asked.address()),
    )


def _field(problem: BadQuestion | BadParameter, form: Form, known: Facets) -> str | None:
    """The id of the part of the form that the problem is about."""
    if isinstance(problem, BadQuestion):
        return "q"
    if isinstance(problem, NotIndexed):
        return "kommun" if set(form.chosen.get("kommun", ())) - set(known.municipalities) else None
    return "fran" if (form.first or form.last) and not _OF_THE_ADDRESS.match(str(problem)) else None
