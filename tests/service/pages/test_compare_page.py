"""The page that compares, as HTML: its rows and kinds of nothing, its addresses, its files, and what it refuses."""

import csv
import io
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from tests.service.html_page import page

FEE = "Vad är avgiften för skolskjuts utanför närområdet?"


def address(**asked: str | list[str]) -> str:
    return f"/jamfor?{urlencode({'q': FEE, **asked}, doseq=True)}"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/jamfor", 200), (address(), 200), (address(kommun=["Norrsele", "Falköping"]), 200), (address(lage="not_indexed"), 200)],
)
def test_every_state_is_a_whole_page(client: FlaskClient, path: str, status: int) -> None:
    shown = page(client, path, status)

    assert len(shown.all("h1")) == 1
    assert len(shown.ids()) == len(set(shown.ids()))
    assert not any("style" in attributes or any(name.startswith("on") for name in attributes) for _, attributes in shown.elements)


def test_each_municipality_is_a_row_and_its_answer_leads_to_the_cited_lines(client: FlaskClient) -> None:
    shown = page(client, address(kommun=["Norrsele", "Falköping"]))

    assert "450\N{NO-BREAK SPACE}kronor per termin" in shown.text
    assert "Inga handlingar är indexerade." in shown.text
    markers = [link for link in shown.all("a") if link.get("class") == "ref"]
    assert markers and all("/kalla/" in (link["href"] or "") and "rad=" in (link["href"] or "") for link in markers)
    assert all("Norrsele · Barn- och skolnämnden · 2024-03-12 · § 15" in (link["aria-label"] or "") for link in markers)


def test_what_was_searched_is_said_where_nothing_was_found(client: FlaskClient) -> None:
    shown = page(client, "/jamfor?" + urlencode({"q": "Vad kostar en simkurs?"}))

    assert "Sökt, inget funnet." in shown.text
    assert "Sökt i: Norrsele;" in shown.text


def test_rows_are_picked_by_kind_and_sorted_by_links(client: FlaskClient) -> None:
    whole = page(client, address(kommun=["Norrsele", "Falköping"]))
    links = [link["href"] or "" for link in whole.all("a")]

    assert any("lage=not_indexed" in link for link in links)
    assert any("ordning=Belopp" in link for link in links)
    picked = page(client, address(kommun=["Norrsele", "Falköping"], lage="not_indexed"))
    assert "1 kommun i urvalet" in picked.text
    assert {head.get("aria-sort") for head in picked.all("th") if head.get("role") == "columnheader"} == {"none"}


@pytest.mark.parametrize("asked", [{"kommun": "Ingenstans"}, {"kolumn": "Längd"}, {"ordning": "Längd"}, {"lage": "borta"}, {"fran": "999"}])
def test_what_cannot_be_honoured_is_refused_with_what_can(client: FlaskClient, asked: dict[str, str]) -> None:
    shown = page(client, address(**asked), 400)

    assert "Det går inte att jämföra så" in shown.text
    assert FEE in [field.get("value") for field in shown.all("input")]


@pytest.mark.parametrize(
    ("form", "media", "opens"),
    [
        ("csv", "text/csv; charset=utf-8", b"\xef\xbb\xbfKommun;Svar"),
        ("md", "text/markdown; charset=utf-8", b"# "),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
    ],
)
def test_the_table_is_given_as_a_file(client: FlaskClient, form: str, media: str, opens: bytes) -> None:
    response = client.get(address(format=form).replace("/jamfor?", "/jamfor/fil?"))

    assert response.status_code == 200
    assert response.content_type == media
    assert response.headers["Content-Disposition"] == f'attachment; filename="jamforelse.{form}"'
    assert response.data.startswith(opens)


def test_another_kind_of_file_is_refused(client: FlaskClient) -> None:
    assert client.get("/jamfor/fil?q=x&format=exe").status_code == 400
    assert client.get("/jamfor?q=x&form=exe").status_code == 400


def test_the_api_gives_rows_files_and_counts_as_it_is_asked(client: FlaskClient) -> None:
    asked = {"question": FEE, "municipality": ["Norrsele", "Falköping"], "column": ["belopp"], "sort": "-Kommun"}
    given = client.get("/api/compare", query_string=asked).get_json()

    assert given["columns"] == ["Svar", "Belopp"]
    assert [row["municipality"] for row in given["rows"]] == ["Norrsele", "Falköping"]
    assert given["kinds"] == {"answered": 1, "not_indexed": 1}
    value = given["rows"][0]["cells"][1]["value"]
    assert (value["number"], value["unit"], value["per"]) == (450.0, "kr", ["termin"])
    rows = csv.reader(
        io.StringIO(client.get("/api/compare", query_string={**asked, "format": "csv"}).data.decode("utf-8-sig")), delimiter=";"
    )
    assert [row[0] for row in rows] == ["Kommun", "Norrsele", "Falköping"]


@pytest.mark.parametrize("asked", [{"column": "Längd"}, {"sort": "Längd"}, {"kind": "borta"}, {"limit": "0"}, {"format": "pdf"}])
def test_the_api_refuses_what_it_cannot_honour(client: FlaskClient, asked: dict[str, str]) -> None:
    assert client.get("/api/compare", query_string={"question": FEE, **asked}).status_code == 400
