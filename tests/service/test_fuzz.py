"""Whatever is sent, the service answers in its own words: no address makes it fail."""

from urllib.parse import quote

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PATHS = (
    "/",
    "/handlingar",
    "/api/search",
    "/api/ask",
    "/api/compare",
    "/api/documents",
    "/kalla/västerå ks 2024-05-02.txt",
    "/tackning",
    "/bevaka",
    "/bevaka.atom",
    "/bevaka.json",
    "/synpunkter/uppgift",
)
NAMES = (
    "q",
    "question",
    "kommun",
    "municipality",
    "body",
    "kind",
    "status",
    "fran",
    "till",
    "from",
    "to",
    "limit",
    "offset",
    "rad",
    "ar",
    "fil",
    "paragraf",
)
FIELDS = ("hjalpte", "skal", "ord", "fil", "paragraf", "uppgift", "ratt")
VALUES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ("", "0", "-1", "0000", "2024-13", "9999-12-31", "٣", "9" * 400, "§ " * 900, "2024/1 " * 250, "*:*", "../..", "%", "\x00")
    ),
)


@given(st.sampled_from(PATHS), st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=4))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_address_makes_the_service_fail(app: Flask, path: str, parameters: list[tuple[str, str]]) -> None:
    response = app.test_client().get(quote(path), query_string=parameters)

    assert response.status_code < 500


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=40), lambda inner: st.lists(inner, max_size=3)), VALUES)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_body_makes_the_service_fail(app: Flask, value: object, question: str) -> None:
    for body in (value, {"question": value}, {"question": question, "municipality": value}, {"question": question, "from": value}):
        assert app.test_client().post("/api/ask", json=body).status_code < 500


@given(st.sampled_from(("svar", "svar/x", "uppgift", "saknas")), st.lists(st.tuples(st.sampled_from(FIELDS), VALUES), max_size=5), VALUES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_form_makes_the_service_fail(app: Flask, form: str, fields: list[tuple[str, str]], question: str) -> None:
    response = app.test_client().post(f"/synpunkter/{form}", query_string={"q": question}, data={**dict(fields), "hjalpte": "ja"})

    assert response.status_code < 500
