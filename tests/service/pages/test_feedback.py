"""Feedback as a reader without script gives it."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.feedback.kept import everything
from service.feedback.said import About, Reason
from service.keeping.store import Store

FILE = "norrsele/barn- och skolnämnden 2024-03-12.txt"
QUESTION = "Vad blev avgiften för skolskjuts?"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "kept.sqlite")


@pytest.fixture
def reader(index_folder: Path, store: Store) -> FlaskClient:
    return create_app({"index": str(index_folder), "store": str(store.path), "log_level": "error"}).test_client()


def test_a_yes_is_kept_with_the_answer_and_its_sources(reader: FlaskClient, store: Store) -> None:
    response = reader.post("/synpunkter/svar", query_string={"q": QUESTION}, data={"hjalpte": "ja"})

    assert (response.status_code, response.headers["Location"]) == (303, "/synpunkter/tack")
    [said] = everything(store)
    assert said.helped
    assert said.given is not None
    assert said.given.quoted[0].file == FILE


def test_a_no_is_kept_at_once_and_may_be_explained(reader: FlaskClient, store: Store) -> None:
    response = reader.post("/synpunkter/svar", query_string={"q": QUESTION}, data={"hjalpte": "nej"})
    where = response.headers["Location"]
    assert "Vad var det för fel" in reader.get(where).text

    assert reader.post(where, data={"skal": "fel källa", "ord": "Se § 15"}).status_code == 303
    assert (everything(store)[0].reason, everything(store)[0].words) == (Reason.SOURCE, "Se § 15")


def test_a_misread_fact_is_kept_for_a_person(reader: FlaskClient, store: Store) -> None:
    form = reader.get("/synpunkter/uppgift", query_string={"fil": FILE, "paragraf": "§ 15"})
    assert "§ 15" in form.text
    sent = {"fil": FILE, "paragraf": "§ 15", "uppgift": "date", "ratt": "2024-03-13", "ord": "Sidan 1"}

    assert reader.post("/synpunkter/uppgift", data=sent).status_code == 303
    assert (everything(store)[0].about, everything(store)[0].value) == (About.FACT, "2024-03-13")


def test_what_is_missing_is_kept(reader: FlaskClient, store: Store) -> None:
    assert reader.post("/synpunkter/saknas", data={"ord": "Fullmäktige i mars"}).status_code == 303
    assert everything(store)[0].about is About.HOLDINGS


@pytest.mark.parametrize(
    ("path", "data", "status"),
    [
        ("/synpunkter/svar?q=avgift", {"hjalpte": "kanske"}, 400),
        ("/synpunkter/svar?q=", {"hjalpte": "ja"}, 400),
        ("/synpunkter/saknas", {"ord": ""}, 400),
        ("/synpunkter/saknas", {"ord": "x" * 2001}, 400),
        ("/synpunkter/uppgift", {"fil": "nowhere.txt", "uppgift": "date", "ord": "x"}, 404),
        ("/synpunkter/uppgift", {"fil": FILE, "uppgift": "date", "ord": ""}, 400),
        ("/synpunkter/svar/gissat", {"skal": ""}, 404),
    ],
)
def test_what_cannot_be_honoured_is_refused_with_its_reason(
    reader: FlaskClient, store: Store, path: str, data: dict[str, str], status: int
) -> None:
    response = reader.post(path, data=data)

    assert response.status_code == status
    assert everything(store) == []


def test_another_sites_form_is_refused(reader: FlaskClient, store: Store) -> None:
    response = reader.post("/synpunkter/saknas", data={"ord": "x"}, headers={"Origin": "https://elsewhere.example"})

    assert response.status_code == 403
    assert everything(store) == []


def test_a_store_that_cannot_be_written_is_said_without_its_path(index_folder: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "no" / "such" / "folder"
    client = create_app({"index": str(index_folder), "store": str(nowhere), "log_level": "error"}).test_client()
    response = client.post("/synpunkter/saknas", data={"ord": "Fullmäktige i mars"})

    assert response.status_code == 503
    assert str(nowhere) not in response.text


def test_without_a_store_readers_are_not_asked(index_folder: Path) -> None:
    client = create_app({"index": "http://127.0.0.1:9", "log_level": "error"}).test_client()

    assert client.get("/synpunkter").status_code == 404
