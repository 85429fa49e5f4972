"""A list as a reader sees it: on the page and in the terminal."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.index import Access, Filters
from service import printing
from service.answer import answer
from service.app import create_app
from service.resources import Resources
from tests.service.made import NoVectors
from tests.service.minutes import BOARD, entry, filled

HOSTILE = BOARD.replace("Öppettider i badhuset", "Öppettider <script>alert(1)</script> i badhuset").replace("2031", "2035")


@pytest.fixture
def resources(tmp_path: Path) -> Iterator[Resources]:
    with closing(filled(str(tmp_path))) as index:
        with index.writer() as writer:
            writer.put(entry("granby_ks_2035-03-12.txt", HOSTILE))
        yield Resources(index, NoVectors())


@pytest.fixture
def client(resources: Resources) -> FlaskClient:
    return create_app({"log_level": "error"}, opener=lambda _: resources).test_client()


def test_the_page_shows_the_count_and_each_line_with_a_link_to_its_words(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": "Vilka reserverade sig 2031?"}).get_data(as_text=True)
    assert "<strong>2 reservationer i 1 paragraf</strong>" in page
    assert "<strong>Cia Lind (M), Dan Falk (M)</strong> – Öppettider i badhuset" in page
    assert "<blockquote>Cia Lind (M) och Dan Falk (M) reserverar sig mot beslutet.</blockquote>" in page
    assert "/kalla/granby_ks_2031-03-12.txt?rad=42-42#rad-42" in page
    assert "<dt>Organ</dt><dd>Kommunfullmäktige, Kommunstyrelsen</dd>" in page
    assert "<dt>Period</dt><dd>2031</dd>" in page


def test_titles_are_text_and_never_markup(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": "Vilka reserverade sig 2035?"}).get_data(as_text=True)
    assert "Öppettider &lt;script&gt;alert(1)&lt;/script&gt; i badhuset" in page
    assert "<script>alert" not in page


def test_a_refused_list_says_why(client: FlaskClient) -> None:
    page = client.get("/", query_string={"q": "Vem anmälde jäv 2029?"}).get_data(as_text=True)
    assert "Inga protokoll som frågan gäller är indexerade." in page


def test_the_terminal_shows_each_line_with_its_matter_place_and_quote(resources: Resources, capsys: pytest.CaptureFixture[str]) -> None:
    printing.answer(answer("Vem anmälde jäv 2031?", Filters(), resources, Access.public(), date(2036, 1, 1)))
    assert capsys.readouterr().out.splitlines()[:5] == [
        "1 jävsanmälan",
        "",
        "[1] Bo Alm (C)",
        "    Upplåtelse av torget",
        "    Granby · Kommunstyrelsen · 2031-03-12 · § 10 · Dnr KS 2031/00007 · granby_ks_2031-03-12.txt s. 1, rad 28",
    ]


def test_what_a_list_lacks_is_shown(client: FlaskClient, resources: Resources, capsys: pytest.CaptureFixture[str]) -> None:
    question = "Vilka motioner är obesvarade?"
    note = "Fullmäktiges protokoll når åtminstone till 2032-06-04: senare svar syns inte."
    assert f'<p class="note">{note}</p>' in client.get("/", query_string={"q": question}).get_data(as_text=True)
    printing.answer(answer(question, Filters(), resources, Access.public(), date(2036, 1, 1)))
    assert note in capsys.readouterr().out.splitlines()
