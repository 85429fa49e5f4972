"""The endpoints of cards, changes and open ends answer as their schemas say, over HTTP and as files."""

import pytest
from flask.testing import FlaskClient

from service.cards.schemas import Cards
from service.changes.schemas import Changed
from service.openends.schemas import MOST_LINES, OpenEnds
from tests.service.conftest import NORRSELE


def test_a_card_is_had_by_file_and_section_or_by_dnr(client: FlaskClient) -> None:
    by_section = client.get("/api/cards", query_string={"file": NORRSELE, "section": "§ 15"})
    by_case = client.get("/api/cards", query_string={"dnr": "2024/00311", "municipality": "Norrsele"})
    assert Cards.model_validate(by_section.json).cards[0].title == "Avgift för skolskjuts utanför närområdet"
    assert by_case.status_code in (200, 404)


@pytest.mark.parametrize("query", [{}, {"file": NORRSELE}, {"dnr": "2024/00311", "file": NORRSELE, "section": "§ 15"}, {"dnr": "bron"}])
def test_half_an_address_of_a_card_is_refused(client: FlaskClient, query: dict[str, str]) -> None:
    response = client.get("/api/cards", query_string=query)
    assert (response.status_code, response.get_json()["error"]["code"]) == (400, "bad_parameter")


@pytest.mark.parametrize("form", ["md", "docx"])
def test_a_card_is_a_file_to_save(client: FlaskClient, form: str) -> None:
    response = client.get("/api/cards", query_string={"file": NORRSELE, "section": "§ 15", "format": form})
    assert response.headers["Content-Disposition"] == f'attachment; filename="beslutskort.{form}"'
    assert response.data


def test_a_dnr_that_nothing_has_is_not_found(client: FlaskClient) -> None:
    response = client.get("/api/changes", query_string={"dnr": "2024/09999"})
    assert (response.status_code, response.get_json()["error"]["code"]) == (404, "not_found")


def test_what_changed_is_told_in_its_shape(client: FlaskClient) -> None:
    response = client.get("/api/changes", query_string={"dnr": "KS 2024/77", "municipality": "Västerå"})
    if response.status_code == 200:
        assert Changed.model_validate(response.json).dnr == "KS 2024/77"
    else:
        assert response.status_code == 404


@pytest.mark.parametrize("form", ["json", "md", "csv", "xlsx"])
def test_open_ends_are_a_list_and_a_file(client: FlaskClient, form: str) -> None:
    response = client.get("/api/open", query_string={"format": form})
    assert response.status_code == 200
    if form == "json":
        assert OpenEnds.model_validate(response.json).count == len(response.get_json()["lines"])
    else:
        assert response.headers["Content-Disposition"].endswith(f'.{form}"')


def test_open_ends_are_given_some_at_a_time(client: FlaskClient) -> None:
    whole = client.get("/api/open").get_json()
    given = [client.get("/api/open", query_string={"offset": at, "limit": 1}).get_json() for at in range(whole["count"])]

    assert whole["lines"]
    assert [part["lines"] for part in given] == [[line] for line in whole["lines"]]
    assert all(part["count"] == whole["count"] for part in given)
    assert client.get("/api/open", query_string={"limit": MOST_LINES + 1}).status_code == 400


def test_a_municipality_that_is_not_indexed_is_refused(client: FlaskClient) -> None:
    assert client.get("/api/open", query_string={"municipality": "Ingenstans"}).status_code == 400
