"""The JSON API: search and ask (also as server-sent events). Anything that cannot be honoured is refused."""

import json
from collections.abc import Iterator
from itertools import chain

from flask import Blueprint, Response, request, stream_with_context
from werkzeug.exceptions import BadRequest

from indexer.errors import ParagrafError
from indexer.index import Facets, Filters
from service import shown
from service.answer import Step, steps
from service.finding.reranking import find, outcome
from service.question import understand
from service.records import Answer
from service.resources import Resources
from service.serving import problems, schemas
from service.serving.events import as_events, event
from service.serving.openapi import documented
from service.serving.schemas import AskQuery, Restrictions, SearchQuery
from service.serving.tracking import answered
from service.state import access, state, today
from service.understanding.followups import Earlier
from service.understanding.restricting import filters

blueprint = Blueprint("api", __name__, url_prefix="/api")

EVENTS = "text/event-stream"


@blueprint.before_request
def refuse_what_is_no_json() -> None:
    """spectree reads a body that cannot be parsed as an empty one; here it is refused, with the right status.

    JSON can hold half a character ("\\ud800"), which nothing can search for or print, and nest deeper than Python reads.
    """
    if request.method == "POST":
        try:
            json.dumps(request.get_json(), ensure_ascii=False).encode()
        except (RecursionError, UnicodeEncodeError):
            raise BadRequest from None


@blueprint.get("/search")
@documented(schemas.Found, tag="questions", problems=(400, 503))
def search(query: SearchQuery) -> dict[str, object]:
    """Passages that bear on a question, best first."""
    resources = state().supply.get()
    known = resources.index.facets(Filters(), access())
    question = understand(query.question, _filters(query, known), known, today())
    hits = find(question, resources, access(), query.limit)
    state().metrics.reranking(outcome(question, hits, resources.reranker))
    return {"question": question.text, "hits": [shown.hit(hit) for hit in hits]}


@blueprint.get("/ask")
@documented(schemas.Answered, tag="questions", problems=(400, 503))
def ask(query: AskQuery) -> Response | dict[str, object]:
    """An answer with its citations, or a refusal; as events where the client accepts text/event-stream."""
    return _asked(query)


@blueprint.post("/ask")
@documented(schemas.Answered, tag="questions", problems=(400, 413, 415, 503))
def ask_by_post(json: AskQuery) -> Response | dict[str, object]:
    """As GET, with the question in a JSON body: it then stays out of addresses and logs on the way."""
    return _asked(json)


def _asked(asked: AskQuery) -> Response | dict[str, object]:
    resources = state().supply.get()
    # counting what is indexed takes time, and only names need it
    known = resources.index.facets(Filters(), access()) if asked.municipality or asked.body else Facets()
    earlier = Earlier(asked.after, asked.after_case, asked.after_day) if asked.after else None
    story = _counted(steps(asked.question, _filters(asked, known), resources, access(), today(), earlier), resources)
    if request.accept_mimetypes.best_match(("application/json", EVENTS), "application/json") == EVENTS:
        # what is refused is refused before the stream begins
        return _stream(chain([next(story)], story))
    return shown.answer(next(step for step in story if isinstance(step, Answer)))


def _counted(story: Iterator[Step], resources: Resources) -> Iterator[Step]:
    for step in story:
        if isinstance(step, Answer):
            answered(step, resources)
        yield step


def _stream(story: Iterator[Step]) -> Response:
    response = Response(stream_with_context(_told(story)), mimetype=EVENTS)
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _told(story: Iterator[Step]) -> Iterator[str]:
    try:
        yield from as_events(story)
    except ParagrafError as problem:
        yield event("error", problems.told(problem))


def _filters(asked: Restrictions, known: Facets) -> Filters:
    return filters(
        known,
        municipalities=asked.municipality,
        bodies=asked.body,
        kinds=asked.kind,
        statuses=asked.status,
        first=asked.first,
        last=asked.last,
    )
