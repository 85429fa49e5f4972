"""The page of coverage, as a reader sees it."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from eval.samples.make import build
from eval.samples.source import samples
from indexer import embeddings, journal
from indexer.build import build as build_index
from indexer.documents import Given, Kind
from indexer.engines.location import open_index
from indexer.index import Held
from indexer.journal import Run
from indexer.opening import version_of
from indexer.report import Skipped
from service.app import create_app
from service.pages.coverage import IN_FULL
from tests.service.conftest import made_entries


def test_minutes_are_counted_and_meetings_without_minutes_are_named(tmp_path: Path) -> None:
    build(tmp_path, samples())
    some = sorted((tmp_path / "files").glob("tallmora_bun_2024-09-12*"))
    embedder = embeddings.load()
    index = open_index(str(tmp_path / "index"), version_of(embedder), create=True)
    build_index(some, index, embedder)
    index.close()
    journal.add(tmp_path / "index.journal.jsonl", Run("2031-02-03T00:00:00+00:00", (), 0, 0, 0, 1, (Skipped("x<b>.pdf", "damaged", ""),)))
    client = create_app({"index": str(tmp_path / "index"), "log_level": "error"}).test_client()

    page = client.get("/tackning").text
    assert "Barn- och utbildningsnämndens arbetsutskott" in page
    assert "1 saknas" in page
    assert "x&lt;b&gt;.pdf" in page
    months = client.get("/tackning", query_string={"kommun": "Tallmora", "ar": "2024"})
    assert "Protokoll 2024, månad för månad" in months.text
    assert client.get("/tackning?ar=2024").text.count("<table") == 1
    assert client.get("/tackning?kommun=Tallmora").text.count("<table") == 1


def test_of_many_municipalities_each_is_a_row_that_leads_to_its_own_page(tmp_path: Path) -> None:
    index = open_index(str(tmp_path / "index"), version_of(embeddings.load()), create=True)
    [entry, *_] = made_entries()
    with index.writer() as writer:
        for number in range(IN_FULL + 1):
            held = (Held(Kind.PROTOKOLL, f"By{number}", "Kommunstyrelsen", "2030-03-04"),)
            record = replace(entry.record, file=f"{number}.txt", given=Given(), held=held)
            writer.put(replace(entry, record=record, passages=()))
    index.close()
    client = create_app({"index": str(tmp_path / "index"), "log_level": "error"}).test_client()

    page = client.get("/tackning").text
    assert page.count("<table") == 1
    assert 'href="/tackning?kommun=By3"' in page
    assert 'href="/tackning?kommun=By3&amp;ar=2030"' in client.get("/tackning?ar=2030").text


@pytest.mark.parametrize("query", ["kommun=Norrsele&ar=9", "kommun=Nowhere&ar=2024", "ar=i%20fjol"])
def test_what_is_no_year_or_no_municipality_held_is_refused(client: FlaskClient, query: str) -> None:
    assert client.get(f"/tackning?{query}").status_code == 400


def test_a_year_without_minutes_says_so(client: FlaskClient) -> None:
    page = client.get("/tackning?ar=1999")

    assert (page.status_code, "Inga daterade protokoll 1999." in page.text) == (200, True)


def test_an_index_of_files_without_documents_listed_says_so(client: FlaskClient) -> None:
    assert client.get("/tackning").status_code == 200
