"""Calls made from the OpenAPI document by schemathesis: no 500, no answer outside its schema, nothing that goes undocumented.

Bounded in number, and drawn the same in every run, so that a failure can be looked into.
"""

import os

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel
from schemathesis.checks import (
    allow_header_conformance,
    content_type_conformance,
    missing_required_header,
    negative_data_rejection,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from schemathesis.openapi import from_wsgi

from service.app import create_app
from service.serving.openapi import document

CALLS = 100 if "PARAGRAF_FUZZ" in os.environ else 12
"""For each operation; CI makes more."""

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
    missing_required_header,
    unsupported_method,
    allow_header_conformance,
]
"""All that apply: there is no login yet, and a municipality that is not indexed is refused though its type is right."""


def operations() -> list[tuple[str, str]]:
    """Path and method of every operation; the document is the same whatever is indexed."""
    app = create_app({"index": "no-index-is-needed-here", "log_level": "error"})
    with app.app_context():
        return [(path, method) for path, methods in document()["paths"].items() for method in methods]


@pytest.mark.parametrize(("path", "method"), operations())
def test_every_answer_is_one_that_the_document_describes(app: Flask, path: str, method: str) -> None:
    described = from_wsgi("/api/openapi.json", app)

    @given(described[path][method].as_strategy())
    @settings(max_examples=CALLS, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

    asked()


def test_no_two_shapes_have_one_name() -> None:
    """Where two had, one would be described as the other."""
    app = create_app({"index": "no-index-is-needed-here", "log_level": "error"})
    with app.app_context():
        described = document()["components"]["schemas"]
    models = [each for each in subclasses(BaseModel) if each.__module__.startswith("service.") and each.__name__ in described]

    clashes = [
        (model.__qualname__, name)
        for model in models
        for name, schema in model.model_json_schema(ref_template="#/components/schemas/{model}").get("$defs", {}).items()
        if name in described and described[name] != schema
    ]
    assert clashes == []


def subclasses(kind: type[BaseModel]) -> list[type[BaseModel]]:
    """All models below a model."""
    return [each for direct in kind.__subclasses__() for each in (direct, *subclasses(direct))]
