"""The pages behind the key: closed without it, every act noted, uploads read by the indexer, removals seen before they are made."""

import time
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.gathering import blocklist
from service.app import create_app
from service.feedback.asking import of_fact, of_holdings
from service.feedback.kept import everything, keep
from service.feedback.said import State
from service.keeping.store import Store
from service.keeping.trace import SHOWN, Act, latest, note
from service.pages.keyed import WRONG_KEY

NOW = datetime(2031, 2, 3, tzinfo=UTC)
KEY = "a key that is long enough"
FILE = "norrsele/barn- och skolnämnden 2024-03-12.txt"
MINUTES = """Granby kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
2031-03-11

§ 12
Dnr KS 2031/00121

Bidrag till byalag

Kommunstyrelsens beslut
Kommunstyrelsen beslutar att bevilja byalaget 40 000 kronor för år 2031.
"""
PATHS = ["/skotsel", "/skotsel/logg", "/skotsel/filer", "/skotsel/filer/x", "/skotsel/borttagning", "/utvardering"]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept.sqlite")


def made(index: Path, tmp_path: Path, **more: str) -> FlaskClient:
    settings = {"index": str(index), "store": str(tmp_path / "kept.sqlite"), "manage_key": KEY, "log_level": "error"}
    return create_app({**settings, **more}).test_client()


@pytest.fixture
def visitor(index_folder: Path, tmp_path: Path) -> FlaskClient:
    (tmp_path / "block.toml").touch()
    return made(index_folder, tmp_path, blocklist=str(tmp_path / "block.toml"), corrections=str(tmp_path / "corrections.toml"))


@pytest.fixture
def worker(visitor: FlaskClient) -> FlaskClient:
    assert visitor.post("/skotsel/in", data={"namn": "Anna Ek", "nyckel": KEY}).status_code == 303
    return visitor


@pytest.mark.parametrize("path", [*PATHS, "/skotsel/in"])
def ended(client: FlaskClient, address: str) -> str:
    """The page of an upload when it has been read."""
    page = client.get(address).text
    deadline = time.monotonic() + 60
    while "data-follow" in page and time.monotonic() < deadline:
        time.sleep(0.2)
        page = client.get(address).text
    return page


@pytest.mark.parametrize("path", PATHS)
def test_without_a_key_set_the_pages_are_not_there(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_who_has_not_come_in_is_led_to_the_door(visitor: FlaskClient, path: str) -> None:
    response = visitor.get(path)

    assert (response.status_code, response.headers["Location"]) == (302, "/skotsel/in")


@pytest.mark.parametrize("path", ["/skotsel/filer", "/skotsel/borttagning", "/skotsel/synpunkt/x", "/skotsel/ut"])
def test_who_has_not_come_in_changes_nothing(visitor: FlaskClient, path: str) -> None:
    assert visitor.post(path).status_code == 403


def test_the_cookie_is_kept_from_scripts_and_other_sites(visitor: FlaskClient) -> None:
    cookie = visitor.post("/skotsel/in", data={"namn": "Anna Ek", "nyckel": KEY}).headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert KEY not in cookie


def test_wrong_keys_are_refused_noted_and_soon_not_looked_at(visitor: FlaskClient, store: Store) -> None:
    tried = [visitor.post("/skotsel/in", data={"namn": "x", "nyckel": "fel"}).status_code for _ in range(11)]

    assert tried == [403] * 10 + [429]
    assert latest(store)[0].action == "fel nyckel"


def test_wrong_keys_are_counted_beside_the_log_and_hide_no_act_in_it(worker: FlaskClient, store: Store) -> None:
    for number in range(SHOWN + 1):
        note(store, Act(f"2031-02-03T04:{number % 60:02}:00+00:00", "Bo Al", WRONG_KEY, ""))
    page = worker.get("/skotsel/logg").text

    assert "Anna Ek" in page
    assert "Bo Al" not in page
    assert f"{SHOWN + 1} gånger" in page


def test_leaving_closes_the_door(worker: FlaskClient) -> None:
    assert worker.get("/skotsel").status_code == 200
    worker.post("/skotsel/ut")
    assert worker.get("/skotsel").status_code == 302


def test_a_removal_is_shown_first_and_then_holds_at_once(worker: FlaskClient, store: Store) -> None:
    look = worker.get("/skotsel/borttagning", query_string={"fil": FILE, "paragraf": "§ 15"})
    assert "450 kronor" in look.text
    assert worker.post("/skotsel/borttagning", data={"fil": FILE, "paragraf": "§ 15"}).status_code == 400
    assert "450 kronor" in worker.get(f"/kalla/{FILE}").text

    assert worker.post("/skotsel/borttagning", data={"fil": FILE, "paragraf": "§ 15", "skal": "Begärd gallring"}).status_code == 303
    assert "450 kronor" not in worker.get("/", query_string={"q": "avgift för skolskjuts"}).text
    act = latest(store)[0]
    assert (act.who, act.action, act.why) == ("Anna Ek", "tog bort", "Begärd gallring")
    assert "Begärd gallring" in worker.get("/skotsel/logg").text


def test_a_removed_file_is_blocked_by_its_content_too(worker: FlaskClient, index_folder: Path, tmp_path: Path) -> None:
    assert worker.post("/skotsel/borttagning", data={"fil": FILE, "skal": "Begärd gallring"}).status_code == 303

    assert worker.get(f"/kalla/{FILE}").status_code == 404
    blocked = blocklist.load(str(tmp_path / "block.toml"))
    assert FILE in blocked.files
    assert len(blocked.contents) == 1


def test_a_source_leads_to_its_removal_for_who_has_come_in_alone(visitor: FlaskClient, client: FlaskClient) -> None:
    assert "/skotsel/borttagning" not in visitor.get(f"/kalla/{FILE}").text
    visitor.post("/skotsel/in", data={"namn": "Anna Ek", "nyckel": KEY})

    assert "/skotsel/borttagning" in visitor.get(f"/kalla/{FILE}").text
    assert "/skotsel/borttagning" not in client.get(f"/kalla/{FILE}").text


@pytest.mark.parametrize("data", [{"fil": "nowhere.txt"}, {"fil": FILE, "paragraf": "§ 99"}])
def test_what_is_not_there_cannot_be_removed(worker: FlaskClient, data: dict[str, str]) -> None:
    assert worker.post("/skotsel/borttagning", data={**data, "skal": "x"}).status_code == 404


def test_a_report_is_approved_into_a_correction(worker: FlaskClient, store: Store, tmp_path: Path) -> None:
    said = of_fact(FILE, "§ 15", "date", "2024-03-13", "Sidan 1", NOW)
    keep(store, said, NOW, 365)
    assert "Sidan 1" in worker.get("/skotsel").text

    wrong = worker.post(f"/skotsel/synpunkt/{said.id}", data={"val": "godkann", "ratt": "i torsdags"})
    assert wrong.status_code == 400
    assert "”i torsdags” kunde inte sparas som rättelse, och inget har ändrats. Skriv dagen som 2025-02-06." in wrong.text
    assert '<span lang="en">date &#39;i torsdags&#39; is no day.' in wrong.text
    assert everything(store)[0].state is State.NEW
    assert worker.post(f"/skotsel/synpunkt/{said.id}", data={"val": "godkann", "ratt": "2024-03-13"}).status_code == 303
    assert everything(store)[0].state is State.APPROVED
    assert 'value = "2024-03-13"' in (tmp_path / "corrections.toml").read_text(encoding="utf-8")


def test_readers_words_stay_out_of_the_log_when_they_are_dismissed(worker: FlaskClient, store: Store) -> None:
    said = of_holdings("Fullmäktige i mars", NOW)
    keep(store, said, NOW, 365)
    assert "Fullmäktige i mars" in worker.get("/skotsel").text
    assert worker.post(f"/skotsel/synpunkt/{said.id}", data={"val": "godkann"}).status_code == 400
    assert worker.post(f"/skotsel/synpunkt/{said.id}", data={"val": "avvisa"}).status_code == 303

    assert "Fullmäktige i mars" not in worker.get("/skotsel").text
    assert (latest(store)[0].action, latest(store)[0].what, latest(store)[0].why) == ("avvisade", "en synpunkt om bestånd", "")


def test_an_upload_is_read_and_every_file_has_its_fate(tmp_path: Path) -> None:
    client = made(tmp_path / "index", tmp_path, uploads=str(tmp_path / "in"))
    client.post("/skotsel/in", data={"namn": "Anna Ek", "nyckel": KEY})
    files = [(BytesIO(MINUTES.encode()), "ks <b>mars.txt"), (BytesIO(b"%PDF-1.7 broken"), "trasig.pdf")]
    response = client.post("/skotsel/filer", data={"filer": files, "kommun": "Granby"}, content_type="multipart/form-data")
    assert response.status_code == 303
    page = ended(client, response.headers["Location"])

    assert "läst: 1 sida, 1 handling, 1 paragraf" in page
    assert "inte läst: skadad" in page
    assert 'Programmets eget meddelande: <span lang="en">trasig.pdf' in page
    assert "40 000 kronor" in client.get("/", query_string={"q": "bidrag till byalag"}).text
    assert client.get("/skotsel/filer").status_code == 200
    assert "trasig.pdf" in client.get("/skotsel").text


def test_an_upload_that_cannot_be_indexed_says_why_in_swedish_beside_the_programs_own_words(tmp_path: Path) -> None:
    client = made(tmp_path / "index", tmp_path, uploads=str(tmp_path / "in"), corrections=str(tmp_path / "corrections.toml"))
    (tmp_path / "corrections.toml").write_text("nonsense", encoding="utf-8")
    client.post("/skotsel/in", data={"namn": "Anna Ek", "nyckel": KEY})
    files = [(BytesIO(MINUTES.encode()), "ks.txt")]
    response = client.post("/skotsel/filer", data={"filer": files}, content_type="multipart/form-data")
    page = ended(client, response.headers["Location"])

    assert "En inställning, rättelserna eller spärrlistan går inte att använda." in page
    assert 'Programmets eget meddelande: <span lang="en">' in page
    assert "is no valid TOML" in page


def test_an_upload_beyond_its_bound_is_refused(tmp_path: Path) -> None:
    client = made(tmp_path / "index", tmp_path, uploads=str(tmp_path / "in"), upload_mib="1")
    client.post("/skotsel/in", data={"namn": "Anna Ek", "nyckel": KEY})
    body, form = b"x" * 1_100_000, "multipart/form-data; boundary=b"

    assert client.post("/skotsel/filer", data=body, content_type=form).status_code == 413


def test_without_folder_and_lists_the_pages_say_what_the_operator_does(index_folder: Path, tmp_path: Path) -> None:
    client = made(index_folder, tmp_path)
    client.post("/skotsel/in", data={"namn": "Anna Ek", "nyckel": KEY})

    assert "PARAGRAF_UPLOADS" in client.get("/skotsel/filer").text
    assert "PARAGRAF_BLOCKLIST" in client.get("/skotsel").text
    assert "PARAGRAF_EVALUATIONS" in client.get("/utvardering").text
    assert client.post("/skotsel/borttagning", data={"fil": FILE, "skal": "x"}).status_code == 400
