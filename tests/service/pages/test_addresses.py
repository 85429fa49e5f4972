"""The address of the service in what leaves a page: the operator's, else that of the request."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app

PUBLIC = "https://paragraf.granhult.example:8443"


@pytest.fixture
def known_outside(index_folder: Path) -> FlaskClient:
    """A client of a service that has an address of its own."""
    return create_app({"index": str(index_folder), "log_level": "error", "public_url": PUBLIC}).test_client()


@pytest.mark.parametrize(
    "path", ["/bevaka?q=skolskjuts", "/bevaka.atom?q=skolskjuts", "/bevaka.json?q=skolskjuts", "/?q=skolskjuts", "/api/docs"]
)
def test_what_leaves_a_page_names_the_public_address_and_no_other(known_outside: FlaskClient, client: FlaskClient, path: str) -> None:
    public, own = known_outside.get(path).text, client.get(path).text

    assert (PUBLIC in public, "http://localhost" in public) == (True, False)
    assert (PUBLIC in own, "http://localhost" in own) == (False, True)


def test_a_lasting_address_is_the_public_one(known_outside: FlaskClient) -> None:
    [entry, *_] = known_outside.get("/bevaka.json?q=skolskjuts").get_json(force=True)["items"]

    page = known_outside.get(entry["url"].removeprefix(PUBLIC), follow_redirects=True).text

    assert f"{PUBLIC}/p/" in page


def test_the_openapi_document_names_the_public_address(known_outside: FlaskClient, client: FlaskClient) -> None:
    assert known_outside.get("/api/openapi.json").get_json()["servers"] == [{"url": PUBLIC}]
    assert "servers" not in client.get("/api/openapi.json").get_json()
