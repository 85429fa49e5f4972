"""What the service says of itself: what the operator has set stands there, what is not set is shown as a gap."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.errors import UsageProblem
from service.app import create_app
from service.config import from_environment

PATHS = ["/om", "/om/personuppgifter", "/om/tillganglighet"]


@pytest.fixture
def completed(index_folder: Path) -> FlaskClient:
    words = {"operator": "Granby kommun", "operator_email": "kontakt@granby.example", "data_protection_officer": "Anna Ek"}
    return create_app({"index": str(index_folder), "accessibility_reviewed": "2031-02-03", **words, "log_level": "error"}).test_client()


@pytest.mark.parametrize("path", PATHS)
def test_a_gap_is_shown_as_one(client: FlaskClient, path: str) -> None:
    assert 'class="gap"' in client.get(path).text


@pytest.mark.parametrize("path", PATHS)
def test_what_the_operator_set_stands_there(completed: FlaskClient, path: str) -> None:
    page = completed.get(path).text

    assert "Granby kommun" in page
    assert 'href="mailto:kontakt@granby.example"' in page
    assert "PARAGRAF_OPERATOR" not in page


def test_the_statement_says_what_the_law_asks(completed: FlaskClient) -> None:
    page = completed.get("/om/tillganglighet").text

    for asked in ("delvis förenlig", "digg.se/tdosanmalan", "2031-02-03", "12 §"):
        assert asked in page


def test_a_language_model_is_named_where_one_writes(index_folder: Path) -> None:
    assert "skriver ingen språkmodell" in create_app({"index": str(index_folder), "log_level": "error"}).test_client().get("/om").text
    settings = {"generator_url": "http://127.0.0.1:9/v1", "generator_model": "ord-7b", "log_level": "error"}
    client = create_app({"index": str(index_folder), **settings}).test_client()

    assert "ord-7b" in client.get("/om").text
    assert "ord-7b" in client.get("/om/personuppgifter").text


def test_the_pages_about_it_stand_without_an_index(client_without_index: FlaskClient) -> None:
    assert [client_without_index.get(path).status_code for path in (*PATHS, "/api/docs")] == [200] * 4


def test_a_day_that_is_none_is_refused_when_the_service_starts() -> None:

    with pytest.raises(UsageProblem, match="i går"):
        from_environment({"accessibility_reviewed": "i går"})
