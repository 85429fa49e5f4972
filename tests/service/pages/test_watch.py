"""Feeds as a feed reader meets them: well-formed, the same entries in both forms, asked for again without being sent again."""

from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

ATOM = "{http://www.w3.org/2005/Atom}"
ASKED = {"q": "avgift för skolskjuts"}


def test_atom_and_json_hold_the_same_entries_with_whole_addresses(client: FlaskClient) -> None:
    feed = ElementTree.fromstring(client.get("/bevaka.atom", query_string=ASKED).data)  # noqa: S314 our own
    other = client.get("/bevaka.json", query_string=ASKED).get_json(force=True)

    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [item["id"] for item in other["items"]]
    assert [entry.findtext(f"{ATOM}summary") for entry in entries] == [item["_paragraf"]["reason"] for item in other["items"]]
    link = entries[0].find(f"{ATOM}link")
    assert link is not None
    assert client.get(link.attrib["href"], follow_redirects=True).status_code == 200
    assert link.attrib["href"].startswith("http://localhost/")


@pytest.mark.parametrize("path", ["/bevaka.atom", "/bevaka.json"])
def test_an_unchanged_feed_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path, query_string=ASKED)
    again = client.get(path, query_string=ASKED, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "private, no-cache"
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", ["/bevaka.atom", "/bevaka.json"])
def test_a_feed_names_no_day_that_a_paper_read_late_would_be_older_than(client: FlaskClient, path: str) -> None:
    assert "Last-Modified" not in client.get(path, query_string=ASKED).headers


def test_markup_and_control_characters_stay_text(client: FlaskClient) -> None:
    response = client.get("/bevaka.atom", query_string={"q": "medborgarförslag <script> \x07 belysning"})
    feed = ElementTree.fromstring(response.data)  # noqa: S314 our own

    assert "<script>" in (feed.findtext(f"{ATOM}title") or "")


def test_the_page_shows_what_the_feed_holds_and_where_it_is(client: FlaskClient) -> None:
    page = client.get("/bevaka", query_string=ASKED).text

    assert "/bevaka.atom?q=avgift" in page
    assert "/bevaka.json?q=avgift" in page
    assert "Paragrafen innehåller" in page


@pytest.mark.parametrize("path", ["/bevaka", "/bevaka.atom", "/bevaka.json"])
def test_a_municipality_that_is_not_indexed_is_refused(client: FlaskClient, path: str) -> None:
    assert client.get(path, query_string={**ASKED, "kommun": "Ingenstans"}).status_code == 400


def test_a_feed_of_nothing_is_refused(client: FlaskClient) -> None:
    assert client.get("/bevaka.atom").status_code == 400
    assert client.get("/bevaka").status_code == 200
