"""The OpenAPI document, through spectree: what comes in is checked against it before a view runs.

What goes out is made by our own code and compared with the document by the tests, not at run time: a stream must not
be read to be checked, and a reader is better served by an answer than by an error about its shape.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ParamSpec, TypeVar, cast

from flask import Request, make_response
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from spectree import Response, SpecTree
from spectree.plugins.flask_plugin import FlaskPlugin

from service.errors import BadParameter
from service.serving import exporting
from service.serving.schemas import NoQuery, Problem

EVENTS = "text/event-stream"
STREAMED = frozenset({"/api/ask"})
"""Addresses that answer with events where the client accepts them."""

MEDIA: Mapping[str, str] = {**exporting.MEDIA, "svg": "image/svg+xml"}
"""Media types by the values of `format`."""

P = ParamSpec("P")
R = TypeVar("R")


class _RequestsOnly(FlaskPlugin):
    """Checks requests and passes responses on."""

    def validate_response(self, resp: object, *_: object) -> tuple[object, None]:
        return make_response(resp), None


def _refuse(_request: Request, _response: object, error: Exception | None, *_: object) -> None:
    if isinstance(error, ValidationError):
        raise BadParameter(" ".join(_in_swedish(each) for each in error.errors()[:5]))


_SWEDISH = {
    "extra_forbidden": "Parametern {name} finns inte.",
    "missing": "Parametern {name} saknas.",
    "less_than_equal": "{name}={value} är för stort: högst {le}.",
    "greater_than_equal": "{name}={value} är för litet: minst {ge}.",
    "enum": "{name}={value} är inget av {expected}.",
    "int_parsing": "{name}={value} är inget heltal.",
    "int_type": "{name}={value} är inget heltal.",
    "string_type": "{name} måste vara en text, och bara en.",
    "list_type": "{name} måste vara en lista.",
    "too_long": "{name} har för många värden: högst {max_length}.",
    "string_too_long": "{name} är för lång: högst {max_length} tecken.",
}


def _in_swedish(error: ErrorDetails) -> str:
    name = ".".join(str(part) for part in error["loc"]) or "Innehållet"
    facts = {key: str(value).replace(" or ", " eller ") for key, value in error.get("ctx", {}).items()}
    sentence = _SWEDISH.get(error["type"], "{name}={value} går inte att använda.")
    return sentence.format(name=name, value=repr(error["input"])[:60], **facts)


SPEC = SpecTree(
    backend=_RequestsOnly,
    mode="strict",
    title="Paragraf",
    description="Searches municipal documents and answers with the § and the Dnr that prove the answer.",
    version="1",
    path="openapi",
    validation_error_status=400,
    validation_error_model=Problem,
    before=_refuse,
    naming_strategy=lambda model: model.__name__,
    nested_naming_strategy=lambda _parent, child: child,
)
"""Holds the declarations only; the document is made from the routes of the app that is asked for it."""


def documented(
    model: type[BaseModel] | None,
    *,
    tag: str,
    problems: tuple[int, ...] = (),
    parameters: dict[str, str] | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Put a view into the OpenAPI document: the model of its answer, the statuses of its problems, its path parameters.

    A view that annotates `query` or `json` with a model gets what was sent, checked; one that does not takes no parameters.
    """
    codes = {f"HTTP_{status}": Problem for status in problems}
    answer = Response(**{"HTTP_200": model, **codes}) if model else Response("HTTP_200", **codes)

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        checked = SPEC.validate(query=NoQuery, resp=answer, tags=(tag,), path_parameter_descriptions=parameters)(view)
        return cast(Callable[P, R], checked)

    return decorate


def document() -> dict[str, Any]:
    """The OpenAPI document of the current app."""
    described = cast(dict[str, Any], SPEC.spec)
    for path, methods in described["paths"].items():
        for operation in methods.values():
            for media in _beside_json(path, operation):
                operation["responses"]["200"]["content"].setdefault(media, {})
    return described


def _beside_json(path: str, operation: Mapping[str, Any]) -> Iterator[str]:
    """Media types that an answer may have too: those of its parameter `format`, and events. spectree knows one an answer."""
    if path in STREAMED:
        yield EVENTS
    for parameter in operation["parameters"]:
        if parameter["name"] == "format":
            yield from (MEDIA[value].partition(";")[0] for value in parameter["schema"]["enum"] if value != "json")
