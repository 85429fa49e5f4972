"""The API's page: every operation with its parameters, an example, and shapes that every link leads to."""

import re

import pytest
from flask.testing import FlaskClient

from service.serving.apireference import EXAMPLES, type_of


def test_every_operation_stands_there_and_every_link_leads_to_a_part(client: FlaskClient) -> None:
    page = client.get("/api/docs").text
    spec = client.get("/api/openapi.json").get_json()

    for path, methods in spec["paths"].items():
        for method in methods:
            assert f"{method.upper()} {path}" in page
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_examples_ask_the_service_that_shows_them(client: FlaskClient) -> None:
    page = client.get("/api/docs").text

    assert page.count("curl ") == len(EXAMPLES)
    assert "127.0.0.1:8000" not in page


def test_nothing_but_our_own_is_loaded(client: FlaskClient) -> None:
    page = client.get("/api/docs").text

    assert all(address.startswith("/") for address in re.findall(r'(?:src|<link[^>]+href)="([^"]+)"', page))


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "integer", "minimum": 1, "maximum": 50}, "integer from 1 to 50"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string"),
        ({"$ref": "#/components/schemas/Kind"}, "Kind"),
        ({"type": "array", "prefixItems": []}, "several"),
        ({}, "any"),
    ],
)
def test_types_are_said_in_words(schema: dict[str, object], words: str) -> None:
    assert type_of(schema) == words
