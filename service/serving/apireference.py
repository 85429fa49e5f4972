"""The OpenAPI document as people read it: operations with their parameters, an example and the shapes of their answers. Pure.

docs/api.md and the page /api/docs are both made from this.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

HERE = "http://127.0.0.1:8000"
"""What the examples ask: where `make demo` answers."""

EXAMPLES: Mapping[tuple[str, str], str] = {
    ("get", "/api/search"): "-G http://127.0.0.1:8000/api/search -d question=skolskjuts -d municipality=Tallmora -d from=2024 -d limit=5",
    ("get", "/api/ask"): "-G http://127.0.0.1:8000/api/ask --data-urlencode 'question=Vad beslutades om skolskjuts?'",
    ("post", "/api/ask"): 'http://127.0.0.1:8000/api/ask --json \'{"question": "Vad beslutades om skolskjuts?", "status": ["beslut"]}\'',
    (
        "get",
        "/api/compare",
    ): "-G http://127.0.0.1:8000/api/compare --data-urlencode 'question=Hur stort är friskvårdsbidraget?'"
    " -d municipality=Tallmora -d municipality=Vitterfors",
    ("get", "/api/cases"): "-G http://127.0.0.1:8000/api/cases -d dnr=2024/00118 -d municipality=Tallmora",
    ("get", "/api/cards"): "-G http://127.0.0.1:8000/api/cards -d dnr=2024/00118 -d municipality=Tallmora",
    ("get", "/api/changes"): "-G http://127.0.0.1:8000/api/changes -d dnr=2024/00118 -d municipality=Tallmora",
    ("get", "/api/open"): "-G http://127.0.0.1:8000/api/open -d municipality=Tallmora -d kind=motion",
    ("get", "/api/documents"): "-G http://127.0.0.1:8000/api/documents -d limit=10",
}
"""What follows `curl`, by method and path; the tests send each of them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of a shape; `place` is "query", "path", "body" or empty for a shape's."""

    name: str
    place: str
    type: str
    needed: bool
    said: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes back with a status; `shape` is the name of its schema, where it is JSON."""

    status: str
    said: str
    shape: str | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address; `example` is what follows `curl`."""

    method: str
    path: str
    summary: str
    fields: tuple[Field, ...]
    example: str | None
    replies: tuple[Reply, ...]

    @property
    def anchor(self) -> str:
        """Its place on a page.

        >>> Operation("get", "/api/documents/{file}", "", (), None, ()).anchor
        'get-api-documents-file'
        """
        return "-".join((self.method, *(part.strip("{}") for part in self.path.strip("/").split("/"))))


@dataclass(frozen=True, slots=True)
class Shape:
    """A schema: an object with fields, or one of some values."""

    name: str
    said: str
    fields: tuple[Field, ...]
    values: tuple[str, ...]


def operations(document: Mapping[str, Any]) -> tuple[Operation, ...]:
    """All operations, by address."""
    schemas = document["components"]["schemas"]
    return tuple(
        _operation(path, method, operation, schemas)
        for path, methods in sorted(document["paths"].items())
        for method, operation in sorted(methods.items())
    )


def shapes(document: Mapping[str, Any]) -> tuple[Shape, ...]:
    """All schemas, by name."""
    return tuple(
        Shape(name, schema.get("description", ""), tuple(_fields(schema, "")), tuple(map(str, schema.get("enum", ()))))
        for name, schema in sorted(document["components"]["schemas"].items())
    )


def type_of(schema: Mapping[str, Any]) -> str:
    """A type in words.

    >>> type_of({"type": "array", "items": {"type": "integer", "minimum": 1}})
    'several integer from 1'
    """
    if "anyOf" in schema:
        return " or ".join(type_of(each) for each in schema["anyOf"] if each.get("type") != "null")
    if schema.get("type") == "array":
        return f"several {type_of(schema['items'])}" if "items" in schema else "several"
    if "$ref" in schema:
        return _name(schema)
    bounds = [f"{word} {schema[key]}" for word, key in (("from", "minimum"), ("to", "maximum")) if key in schema]
    return " ".join([str(schema.get("type", "any")), *bounds])


def _operation(path: str, method: str, operation: Mapping[str, Any], schemas: Mapping[str, Any]) -> Operation:
    fields = [Field(row["name"], row["in"], type_of(row["schema"]), row["required"], row["description"]) for row in operation["parameters"]]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    if body:
        fields += _fields(schemas[_name(body)], "body")
    replies = (Reply(status, answer["description"], _answered(answer)) for status, answer in sorted(operation["responses"].items()))
    return Operation(method, path, operation["summary"], tuple(fields), EXAMPLES.get((method, path)), tuple(replies))


def _fields(schema: Mapping[str, Any], place: str) -> Iterator[Field]:
    needed = schema.get("required", [])
    for name, field in schema.get("properties", {}).items():
        yield Field(name, place, type_of(field), name in needed, field.get("description", ""))


def _answered(answer: Mapping[str, Any]) -> str | None:
    schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
    return _name(schema) if "$ref" in schema else None


def _name(schema: Mapping[str, Any]) -> str:
    return str(schema["$ref"].rsplit("/", 1)[1])
