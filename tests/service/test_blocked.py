"""The block list in the service: from the next question on, in search, answers, views and pages."""

from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from indexer.documents import content_id
from indexer.errors import BlocklistProblem
from service.app import create_app

NORRSELE = "norrsele/barn- och skolnämnden 2024-03-12.txt"
QUESTION = "Vad blev avgiften för skolskjuts utanför närområdet?"


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    path = tmp_path / "blocked.toml"
    path.write_text("", encoding="utf-8")
    return path


@pytest.fixture
def client(index_folder: Path, blocked: Path) -> FlaskClient:
    return create_app({"index": str(index_folder), "log_level": "error", "blocklist": str(blocked)}).test_client()


def everything(client: FlaskClient) -> str:
    """All that the service says of the question, its file and its section."""
    section = content_id(NORRSELE, "§ 15")
    addresses = (
        f"/?q={quote(QUESTION)}",
        f"/api/search?question={quote(QUESTION)}",
        f"/api/ask?question={quote(QUESTION)}",
        f"/api/compare?question={quote(QUESTION)}",
        f"/kalla/{quote(NORRSELE)}",
        f"/api/documents/{quote(NORRSELE)}",
        f"/api/documents/{quote(NORRSELE)}/pages/1",
        f"/api/sections/{section}",
        "/api/documents",
        "/handlingar",
    )
    return "\n".join(client.get(address).get_data(as_text=True).replace(QUESTION, "") for address in addresses)


def test_what_is_blocked_is_shown_nowhere_from_the_next_question_on(client: FlaskClient, blocked: Path) -> None:
    assert "450 kronor" in everything(client)
    blocked.write_text(f'[[sections]]\nfile = "{NORRSELE}"\nsection = "§ 15"\n', encoding="utf-8")
    said = everything(client)
    assert "450 kronor" not in said
    assert "2024/00311" not in said
    assert "sommarens öppettider" in said
    blocked.write_text('strings = ["450 kronor"]', encoding="utf-8")
    assert "450 kronor" not in everything(client)
    blocked.write_text(f'files = ["{NORRSELE}"]', encoding="utf-8")
    assert "sommarens öppettider" not in everything(client)
    assert NORRSELE not in client.get("/api/documents").get_data(as_text=True) + client.get("/handlingar").get_data(as_text=True)
    blocked.write_text("", encoding="utf-8")
    assert "450 kronor" in everything(client)


def test_a_file_is_blocked_by_its_content(client: FlaskClient, blocked: Path, index_folder: Path) -> None:
    blocked.write_text(f'files = ["{"0" * 64}"]', encoding="utf-8")
    assert "450 kronor" in everything(client)


def test_a_list_that_cannot_be_read_stops_every_answer(client: FlaskClient, blocked: Path) -> None:
    blocked.write_text("files = [", encoding="utf-8")
    assert client.get(f"/api/search?question={quote(QUESTION)}").status_code == 503
    assert client.get(f"/?q={quote(QUESTION)}").status_code == 503


def test_the_service_does_not_start_with_a_list_that_cannot_be_read(index_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BlocklistProblem):
        create_app({"index": str(index_folder), "blocklist": str(tmp_path / "none.toml")})
