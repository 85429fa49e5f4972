"""Personal identity numbers on the whole way: in no stored byte, no answer, no page, no log, no output."""

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

import paragraf
from service.app import create_app
from tests.indexer.test_identitynumbers import WRITTEN

SHOWN = re.compile(rb"810413|81-04-13|19121212|121212|0177|1212[^0-9]1212")
"""Any of the numbers below, as far as it could be told from a hash or an offset."""

BYTES = re.compile(rb"810413|81 04 13|121212-1212|8 1 0 4 1 3")

MINUTES = """Storbergs kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
2024-03-11

§ 7
Dnr KS 2024/00012

Bidrag till byalag

Kommunstyrelsens beslut
Kommunstyrelsen beslutar att bevilja bidrag till byalag. Sökande är 121212-1212.

"""

QUESTION = "Vad beslutades om bidrag till byalag för 121212-1212?"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("private")
    (folder / "files").mkdir()
    rows = "\n".join(f"Sökande, personnummer {written}, meddelas." for written in WRITTEN)
    (folder / "files" / "ks.txt").write_text(MINUTES + rows + "\n", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def settings(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARAGRAF_CACHE", str(place / "cache"))
    monkeypatch.setenv("PARAGRAF_INDEX", str(place / "index"))


@pytest.fixture
def indexed(place: Path, settings: None) -> Path:
    if not (place / "index").exists():
        assert paragraf.run(["index", str(place / "files"), "--quiet"]) == 0
    return place


@pytest.fixture
def client(indexed: Path) -> FlaskClient:
    return create_app({"index": str(indexed / "index"), "log_level": "info"}).test_client()


def test_no_stored_byte_holds_one(indexed: Path) -> None:
    stored = [path for name in ("index", "cache") for path in (indexed / name).rglob("*") if path.is_file()]
    assert stored
    assert [path.name for path in stored if BYTES.search(path.read_bytes())] == []


@pytest.mark.parametrize(
    "command",
    [["search", QUESTION], ["ask", QUESTION], ["compare", QUESTION], ["search", QUESTION, "--explain"], ["inspect", "FILE"], ["status"]],
    ids=lambda command: " ".join(command[:1] + command[2:]),
)
@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_no_output_of_a_command_does(indexed: Path, command: list[str], as_json: bool, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    file = str(indexed / "files" / "ks.txt")
    assert paragraf.run([file if word == "FILE" else word for word in command] + ["--json"] * as_json) == 0
    said = capsysbinary.readouterr()
    assert said.out
    assert SHOWN.findall(said.out + said.err) == []


def test_no_page_that_inspect_writes_does(indexed: Path, tmp_path: Path) -> None:
    assert paragraf.run(["inspect", str(indexed / "files" / "ks.txt"), "--html", str(tmp_path / "ks.html")]) == 0
    assert SHOWN.findall((tmp_path / "ks.html").read_bytes()) == []


def test_no_page_answer_or_log_of_the_service_does(client: FlaskClient, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = quote(QUESTION)
    section = client.get(f"/api/search?question={asked}").get_json()["hits"][0]["section_id"]
    for address in (
        f"/?q={asked}",
        "/?q=121212-1212",
        "/kalla/ks.txt",
        "/handlingar",
        f"/api/search?question={asked}",
        f"/api/ask?question={asked}",
        "/api/ask?question=121212-1212",
        f"/api/compare?question={asked}",
        "/api/documents/ks.txt",
        f"/api/sections/{section}",
        "/metrics",
    ):
        response = client.get(address)
        assert response.status_code == (400 if "=1212" in address else 200), address
        assert SHOWN.findall(response.get_data()) == [], address
    said = capsysbinary.readouterr()
    assert SHOWN.findall(said.out + said.err) == []


def test_a_question_that_is_only_a_number_is_refused_with_the_reason(client: FlaskClient) -> None:
    refused = client.get("/api/ask?question=121212-1212")
    assert refused.status_code == 400
    assert "personnummer" in json.dumps(refused.get_json(), ensure_ascii=False)
