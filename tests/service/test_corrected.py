"""What a person corrected is marked wherever it is shown: hits, sources, sections, pages, terminal."""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from indexer import embeddings
from indexer.corrections import Corrected, CorrectedField
from indexer.documents import content_id
from indexer.engines.location import open_index
from indexer.index import FileEntry
from indexer.opening import version_of
from service.app import create_app
from service.commands import ask, compare, search
from tests.service.conftest import NORRSELE, made_entries

QUESTION = "Vad blev avgiften för skolskjuts utanför närområdet?"
DATE = Corrected(CorrectedField.DATE, "2024-03-21", "Framsidan har <b>fel</b> dag.", "Anna Ek")
TITLE = Corrected(CorrectedField.TITLE, None, "Rubriken saknades.", "Anna Ek")


def corrected(entry: FileEntry) -> FileEntry:
    """With a corrected date for all, and a corrected title for § 15."""
    sections = tuple(replace(each, corrected=(TITLE,)) if each.number == "§ 15" else each for each in entry.documents[0].sections)
    passages = tuple(replace(each, passage=replace(each.passage, corrected=(CorrectedField.DATE,))) for each in entry.passages)
    return replace(entry, documents=(replace(entry.documents[0], corrected=(DATE,), sections=sections),), passages=passages)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected")
    index = open_index(str(folder), version_of(embeddings.load()), create=True)
    with index.writer() as writer:
        for entry in made_entries():
            writer.put(corrected(entry) if entry.record.file == NORRSELE else entry)
    index.close()
    return folder


@pytest.fixture
def client(folder: Path) -> FlaskClient:
    return create_app({"index": str(folder), "log_level": "error"}).test_client()


def test_hits_and_citations_name_the_corrected_fields(client: FlaskClient) -> None:
    given = client.get(f"/api/ask?question={quote(QUESTION)}").json
    assert given
    marks = {hit["file"]: hit["corrected"] for hit in given["hits"]}
    assert marks.pop(NORRSELE) == ["date"]
    assert all(mark == [] for mark in marks.values())
    assert [citation["corrected"] for citation in given["answer"]["citations"]] == [["date"]] * len(given["answer"]["citations"])


def test_documents_and_sections_tell_what_was_read_before_and_why(client: FlaskClient) -> None:
    contents = client.get(f"/api/documents/{quote(NORRSELE)}").json
    assert contents
    assert contents["contents"][0]["corrected"] == [{"field": "date", "was": "2024-03-21", "why": DATE.why, "by": "Anna Ek"}]
    section = client.get(f"/api/sections/{content_id(NORRSELE, '§ 15')}").json
    assert section
    assert section["corrected"] == [{"field": "title", "was": None, "why": TITLE.why, "by": "Anna Ek"}]


def test_pages_mark_it_and_the_source_says_why(client: FlaskClient) -> None:
    answer = client.get(f"/?q={quote(QUESTION)}").get_data(as_text=True)
    assert answer.count(">rättad</span>") >= 2
    line = next(n for n, text in enumerate(made_entries()[0].source.text.splitlines(), 1) if text.startswith("§ 15"))
    source = client.get(f"/kalla/{quote(NORRSELE)}?rad={line}").get_data(as_text=True)
    assert "datum (lästes som 2024-03-21): Framsidan har &lt;b&gt;fel&lt;/b&gt; dag. – Anna Ek" in source
    assert "rubrik (lästes som inget): Rubriken saknades. – Anna Ek" in source


def test_the_terminal_marks_it(folder: Path) -> None:
    for command in (search, ask, compare):
        done = CliRunner().invoke(command, [QUESTION, "--index", str(folder)], catch_exceptions=False)
        assert "rättad" in done.output
    found = json.loads(CliRunner().invoke(search, [QUESTION, "--index", str(folder), "--json"]).output)
    assert "date" in found["hits"][0]["corrected"]
