"""For machines that watch the service: is it alive, can it answer, what has it done, what can it be asked."""

from flask import Blueprint, Response
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from indexer.errors import IndexProblem
from indexer.index import Filters
from service.errors import NoIndex
from service.serving import openapi, schemas
from service.serving.openapi import documented
from service.state import access, cause_of, state

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@documented(schemas.Alive, tag="operation")
def healthz() -> dict[str, str]:
    """The process is alive; says nothing about the index."""
    return {"status": "ok"}


@blueprint.get("/readyz")
@documented(schemas.Ready, tag="operation", problems=(503,))
def readyz() -> tuple[dict[str, object], int]:
    """Whether the index that this version reads answers; 503 with the reason otherwise.

    A language model that rests after failures is told, and changes nothing: answers are then the documents' own words.
    """
    try:
        resources = state().supply.get()
        resources.index.facets(Filters(), access())
    except NoIndex as problem:
        return {"ready": False, "index": None, "language_model": None, "reason": cause_of(problem)}, 503
    except IndexProblem as problem:
        return {"ready": False, "index": None, "language_model": None, "reason": str(problem)}, 503
    model = resources.generator
    asked = "off" if model is None else "resting" if model.resting else "asked"
    return {"ready": True, "index": resources.index.version.key, "language_model": asked, "reason": None}, 200


@blueprint.get("/metrics")
@documented(None, tag="operation")
def metrics() -> Response:
    """Measures in Prometheus' text format."""
    return Response(state().metrics.text(), content_type=CONTENT_TYPE_LATEST)


@blueprint.get("/api/openapi.json")
@documented(schemas.Anything, tag="operation")
def openapi_document() -> dict[str, object]:
    """This document; it names the service's address where the operator does."""
    public = state().config.public_url
    return openapi.document() | ({"servers": [{"url": public}]} if public else {})
