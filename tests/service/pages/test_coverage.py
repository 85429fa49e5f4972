"""The page of coverage, as a reader sees it."""

from pathlib import Path

from flask.testing import FlaskClient

from eval.samples.make import build
from eval.samples.source import samples
from indexer import embeddings, journal
from indexer.build import build as build_index
from indexer.engines.location import open_index
from indexer.journal import Run
from indexer.opening import version_of
from indexer.report import Skipped
from service.app import create_app


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
    assert "månad för månad" in months.text


def test_a_year_without_a_municipality_is_refused(client: FlaskClient) -> None:
    assert client.get("/tackning?ar=2024").status_code == 400
    assert client.get("/tackning?kommun=Norrsele&ar=9").status_code == 400
    assert client.get("/tackning?kommun=Nowhere&ar=2024").status_code == 400


def test_an_index_of_files_without_documents_listed_says_so(client: FlaskClient) -> None:
    assert client.get("/tackning").status_code == 200
