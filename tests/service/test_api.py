"""The JSON API: every answer has the documented shape, and what cannot be honoured is refused, never ignored."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import jsonschema
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.serving.openapi import document

NORRSELE = "norrsele/barn- och skolnämnden 2024-03-12.txt"
SKOLSKJUTS = "Vad blev avgiften för skolskjuts utanför närområdet?"


@pytest.fixture
def spec(app: Flask) -> dict[str, Any]:
    with app.app_context():
        return document()


def conforms(response: TestResponse, spec: dict[str, Any], path: str, method: str = "get") -> None:
    """Fail unless the response is what the OpenAPI document says of that route and status."""
    answers = spec["paths"][path][method]["responses"]
    assert str(response.status_code) in answers, f"{response.status_code} is not documented for {method} {path}"
    schema = answers[str(response.status_code)]["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator({**schema, "components": spec["components"]}).validate(response.get_json())


def events(response: TestResponse) -> Iterator[tuple[str, Any]]:
    for block in response.get_data(as_text=True).split("\n\n"):
        if block:
            name, data = block.split("\n")
            yield name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


def test_the_document_describes_every_route_for_programs(app: Flask, client: FlaskClient) -> None:
    spec = client.get("/api/openapi.json").get_json()

    assert spec["openapi"].startswith("3.1")
    machines = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "apireference.page"]
    rules = {rule.rule for rule in machines if rule.rule.startswith(("/api", "/healthz", "/readyz", "/metrics"))}
    assert {path.replace("{", "<").replace("}", ">") for path in spec["paths"]} == {
        rule.replace("<path:", "<").replace("<int:", "<") for rule in rules
    }


def test_the_document_is_whole(client: FlaskClient) -> None:
    spec = client.get("/api/openapi.json").get_json()

    refs = set(re.findall(r'"\$ref": ?"#/components/schemas/([^"]+)"', json.dumps(spec)))
    assert refs <= set(spec["components"]["schemas"])
    for schema in spec["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    operations = [(path, operation) for path, methods in spec["paths"].items() for operation in methods.values()]
    assert len({operation["operationId"] for _, operation in operations}) == len(operations)
    for path, operation in operations:
        assert operation["summary"]
        declared = {each["name"] for each in operation["parameters"] if each["in"] == "path"}
        assert declared == set(re.findall(r"{(\w+)}", path))


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/api/search?question=skolskjuts", "/api/search"),
        ("/api/search?question=skolskjuts&municipality=Norrsele&municipality=Västerå&from=2024&to=2024-12&limit=1", "/api/search"),
        ("/api/search?question=skolskjuts&kind=protokoll&status=beslut&body=Barn- och skolnämnden", "/api/search"),
        ("/api/ask?question=Vad blev avgiften för skolskjuts utanför närområdet?", "/api/ask"),
        ("/api/ask?question=Vem vann fotbollsmatchen i Oslo?", "/api/ask"),
        ("/api/compare?question=Hur är det med skolskjuts?", "/api/compare"),
        ("/api/cases?dnr=2024/00311&municipality=Norrsele", "/api/cases"),
        ("/api/cases?dnr=77", "/api/cases"),
        ("/api/compare?question=Hur är det med skolskjuts?&municipality=Norrsele&municipality=goteborg", "/api/compare"),
        ("/api/documents", "/api/documents"),
        ("/api/documents?offset=1&limit=1", "/api/documents"),
        (f"/api/documents/{quote(NORRSELE)}", "/api/documents/{file}"),
        (f"/api/documents/{quote(NORRSELE)}/pages/2", "/api/documents/{file}/pages/{page}"),
        ("/api/openapi.json", "/api/openapi.json"),
        ("/healthz", "/healthz"),
        ("/readyz", "/readyz"),
    ],
)
def test_every_route_answers_in_its_documented_shape(client: FlaskClient, spec: dict[str, Any], address: str, path: str) -> None:
    response = client.get(address)

    assert response.status_code == 200
    conforms(response, spec, path)


@pytest.mark.parametrize(
    ("address", "code", "names"),
    [
        ("/api/search", "bad_parameter", "question"),
        ("/api/search?question=", "bad_question", ""),
        ("/api/search?question=skolskjuts&limitt=3", "bad_parameter", "limitt"),
        ("/api/search?question=skolskjuts&limit=0", "bad_parameter", "limit"),
        ("/api/search?question=skolskjuts&limit=51", "bad_parameter", "50"),
        ("/api/search?question=skolskjuts&limit=tre", "bad_parameter", "tre"),
        ("/api/search?question=skolskjuts&limit=1&limit=2", "bad_parameter", "limit"),
        ("/api/search?question=skolskjuts&question=taxa", "bad_parameter", "question"),
        ("/api/search?question=skolskjuts&kind=dikt", "bad_parameter", "dikt"),
        ("/api/search?question=skolskjuts&status=kanske", "bad_parameter", "kanske"),
        ("/api/search?question=skolskjuts&from=igår", "bad_parameter", "igår"),
        ("/api/search?question=skolskjuts&from=2024-02-30", "bad_parameter", "2024-02-30"),
        ("/api/search?question=skolskjuts&from=2025&to=2024", "bad_parameter", "2025-01-01"),
        ("/api/search?question=skolskjuts&municipality=Göteborg", "bad_parameter", "Indexerade är: Norrsele, Västerå."),
        ("/api/ask?question=skolskjuts&body=Byrån", "bad_parameter", "Organet 'Byrån' är inte indexerat."),
        ("/api/compare?question=skolskjuts&municipality=Ingenstans", "bad_parameter", "Indexerade är: Norrsele, Västerå."),
        ("/api/search?question=skolskjuts&municipality=" + "x" * 201, "bad_parameter", "municipality"),
        ("/api/search?question=skolskjuts" + "&municipality=x" * 51, "bad_parameter", "municipality"),
        ("/api/ask?question=" + "x" * 20_000, "bad_question", "2000"),
        ("/api/ask?question=skolskjuts&limit=3", "bad_parameter", "limit"),
        ("/api/compare?question=skolskjuts&from=2024", "bad_parameter", "from"),
        ("/api/documents?limit=501", "bad_parameter", "500"),
        (f"/api/documents/{quote(NORRSELE)}?page=1", "bad_parameter", "page"),
    ],
)
def test_what_cannot_be_honoured_is_refused(client: FlaskClient, spec: dict[str, Any], address: str, code: str, names: str) -> None:
    response = client.get(address)

    assert response.status_code == 400
    error = response.get_json()["error"]
    assert error["code"] == code
    assert names in error["message"]
    assert error["next"]
    assert error["request_id"] == response.headers["X-Request-ID"]


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        ('{"question": ', "application/json", 400, "bad_request"),
        ("[" * 30_000, "application/json", 400, "bad_request"),
        ("[]", "application/json", 400, "bad_parameter"),
        ("null", "application/json", 400, "bad_parameter"),
        ('"skolskjuts"', "application/json", 400, "bad_parameter"),
        ('{"question": 7}', "application/json", 400, "bad_parameter"),
        ('{"question": "skolskjuts", "municipality": "Norrsele"}', "application/json", 400, "bad_parameter"),
        ('{"question": "skolskjuts", "colour": "blue"}', "application/json", 400, "bad_parameter"),
        ('{"question": ""}', "application/json", 400, "bad_question"),
        (json.dumps({"question": "x" * 20_000}), "application/json", 400, "bad_question"),
        (json.dumps({"question": "x" * 100_000}), "application/json", 413, "too_large"),
        ("question=skolskjuts", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
        ("", "application/json", 400, "bad_request"),
        ('{"question": "halv \\ud800"}', "application/json", 400, "bad_request"),
        ('{"question": "skolskjuts", "municipality": ["\\udfff"]}', "application/json", 400, "bad_request"),
        (b'{"question": "\xff"}', "application/json", 400, "bad_request"),
    ],
)
def test_a_body_that_cannot_be_honoured_is_refused(
    client: FlaskClient, spec: dict[str, Any], body: str | bytes, content_type: str, status: int, code: str
) -> None:
    response = client.post("/api/ask", data=body, content_type=content_type)

    assert (response.status_code, response.get_json()["error"]["code"]) == (status, code)
    conforms(response, spec, "/api/ask", "post")


def test_a_posted_question_is_answered_as_one_in_the_address(client: FlaskClient, spec: dict[str, Any]) -> None:
    posted = client.post("/api/ask", json={"question": SKOLSKJUTS, "municipality": ["norrsele"], "from": "2024"})
    conforms(posted, spec, "/api/ask", "post")
    got = client.get("/api/ask", query_string={"question": SKOLSKJUTS, "municipality": "Norrsele", "from": "2024"})

    assert {**posted.get_json(), "ms": None} == {**got.get_json(), "ms": None}


def test_an_answer_quotes_its_source_word_for_word(client: FlaskClient) -> None:
    asked = client.get("/api/ask", query_string={"question": SKOLSKJUTS}).get_json()

    assert not asked["answer"]["refused"]
    assert "450 kronor" in asked["answer"]["text"]
    for citation in asked["answer"]["citations"]:
        page = client.get(f"/api/documents/{quote(citation['file'])}/pages/{citation['page']}").get_json()
        assert " ".join(citation["quote"].split()) in " ".join(page["text"].split())


def test_repeated_municipalities_are_alternatives(client: FlaskClient) -> None:
    def found(*names: str) -> set[str]:
        hits = client.get("/api/search", query_string={"question": "skolskjuts", "municipality": names}).get_json()["hits"]
        return {hit["municipality"] for hit in hits}

    assert found("Norrsele") == {"Norrsele"}
    assert found("Norrsele", "västerå kommun") == {"Norrsele", "Västerå"}
    assert found("norrsele", "vastera") == {"Norrsele", "Västerå"}


def test_events_bring_hits_then_claims_then_the_whole_answer(client: FlaskClient) -> None:
    response = client.get("/api/ask", query_string={"question": SKOLSKJUTS}, headers={"Accept": "text/event-stream"})

    assert response.content_type.startswith("text/event-stream")
    names = [name for name, _ in events(response)]
    assert names[0] == "hits"
    assert set(names[1:-1]) == {"claim"}
    assert names[-1] == "done"
    whole = dict(events(response))["done"]
    assert whole["answer"] == client.get("/api/ask", query_string={"question": SKOLSKJUTS}).get_json()["answer"]


def test_a_question_typed_in_haste_is_answered_as_it_was_read_and_offered_otherwise(client: FlaskClient) -> None:
    hasty = client.get("/api/ask", query_string={"question": "Hej! hur mycke kostar skolskjus?"}).get_json()
    plain = client.get("/api/ask", query_string={"question": "hur mycket kostar skolskjuts?"}).get_json()

    assert (hasty["question"], hasty["read_as"]) == ("Hej! hur mycke kostar skolskjus?", "Hur mycket kostar skolskjus?")
    assert (hasty["meant"], plain["meant"]) == ("Hur mycket kostar skolskjuts?", None)


def test_what_an_answer_gives_to_follow_with_makes_the_next_question_whole(client: FlaskClient) -> None:
    first = client.get("/api/ask", query_string={"question": SKOLSKJUTS}).get_json()
    asked = {"question": "När börjar det gälla?", **first["follow_with"]}

    by_get = client.get("/api/ask", query_string=asked).get_json()
    by_post = client.post("/api/ask", json=asked).get_json()

    assert first["read_as"] is None
    assert by_get["question"] == "När börjar det gälla?"
    assert by_get["read_as"] == "När börjar det gälla – skolskjuts utanför närområdet?"
    assert by_get["answer"] == by_post["answer"]
    assert "1 augusti 2024" in by_get["answer"]["text"]
    assert by_get["follow_with"]["after"] == by_get["read_as"]


def test_events_of_a_bad_question_are_an_ordinary_error(client: FlaskClient) -> None:
    response = client.get("/api/ask?question=", headers={"Accept": "text/event-stream"})

    assert response.status_code == 400
    assert response.get_json()["error"]["code"] == "bad_question"


def test_a_section_is_shown_with_its_parts(client: FlaskClient, spec: dict[str, Any]) -> None:
    contents = client.get(f"/api/documents/{quote(NORRSELE)}").get_json()["contents"]
    section = contents[0]["sections"][1]

    response = client.get(f"/api/sections/{section['id']}")

    conforms(response, spec, "/api/sections/{id}")
    shown = response.get_json()
    assert (shown["number"], shown["case"], shown["status"]) == ("§ 15", "2024/00311", "beslut")
    assert shown["text"].startswith("§ 15 Avgift")
    assert shown["blocks"][0]["kind"] == "beslut"


@pytest.mark.parametrize(
    "address",
    [
        "/api/documents/saknas.txt",
        "/api/documents/../../etc/passwd",
        f"/api/documents/{quote(NORRSELE)}/pages/3",
        f"/api/documents/{quote(NORRSELE)}/pages/0",
        "/api/sections/saknas",
        "/api/nothing-here",
    ],
)
def test_what_is_not_there_is_404_in_the_one_shape(client: FlaskClient, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert response.get_json()["error"]["code"] == "not_found"


def test_a_wrong_method_names_the_right_ones(client: FlaskClient) -> None:
    response = client.post("/api/search")

    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert response.get_json()["error"]["code"] == "method_not_allowed"
