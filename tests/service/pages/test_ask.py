"""The page of questions: its state in the address, restrictions that hold, pages of hits, events, problems as Swedish pages."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from werkzeug.exceptions import RequestEntityTooLarge

from service.app import create_app
from service.config import Config
from service.errors import Forbidden, NoIndex, TooMany
from service.resources import Resources, open_resources
from tests.service.html_page import Page, page
from tests.service.scripted import ScriptedModel

SKOLSKJUTS = "Vad blev avgiften för skolskjuts utanför närområdet?"


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ({"ar": "20x4"}, "ar=20x4 är inget år"),
        ({"typ": "roman"}, "typ=roman går inte att använda. Giltiga värden: kallelse"),
        ({"status": "kanske"}, "status=kanske går inte att använda. Giltiga värden: beslut, förslag"),
        ({"organ": "Rymdnämnden"}, "Rymdnämnden"),
        ({"ordning": "slump"}, "ordning=slump går inte att använda. Giltiga värden: relevans, nyast, aldst"),
        ({"sida": "0"}, "sida=0 går inte att använda"),
        ({"sida": "99"}, "sida=99 finns inte: träffarna fyller 1 sida."),
    ],
)
def test_what_cannot_be_honoured_is_refused_and_named(client: FlaskClient, query: dict[str, str], problem: str) -> None:
    response = client.get("/", query_string={"q": "skolskjuts", **query})

    shown = Page(response.get_data(as_text=True))
    assert response.status_code == 400
    assert problem in shown.text
    assert next(field["value"] for field in shown.all("input") if field.get("name") == "q") == "skolskjuts"
    assert [field for field in shown.all("input") if field.get("aria-invalid")] == []


def test_half_a_dnr_is_answered_with_links_to_the_matters_that_it_may_mean(client: FlaskClient) -> None:
    html = client.get("/", query_string={"q": "dnr 311"}).get_data(as_text=True)

    assert '<a href="/arende?dnr=2024/00311&amp;kommun=Norrsele">2024/00311</a> (Norrsele, ' in html


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, ["§ 15", "§ 41"]),
        ({"kommun": "Norrsele"}, ["§ 15"]),
        ({"status": "förslag"}, ["§ 41"]),
        ({"status": ["förslag", "beslut"]}, ["§ 15", "§ 41"]),
        ({"ar": "2024", "typ": "protokoll"}, ["§ 15", "§ 41"]),
        ({"organ": "Kommunstyrelsens arbetsutskott"}, ["§ 41"]),
        ({"till": "2024-04"}, ["§ 15"]),
        ({"ordning": "nyast"}, ["§ 41", "§ 15"]),
        ({"ordning": "aldst"}, ["§ 15", "§ 41"]),
    ],
)
def test_hits_are_those_asked_for_in_their_order(client: FlaskClient, query: dict[str, str | list[str]], titles: list[str]) -> None:
    html = client.get("/", query_string={"q": "skolskjuts", **query}).get_data(as_text=True)

    assert re.findall(r"<h3><a href=[^>]+>(§ \d+)", html) == titles


def test_a_choice_is_taken_back_by_an_address_that_keeps_the_rest(client: FlaskClient) -> None:
    shown = page(client, "/?q=skolskjuts&kommun=Norrsele&kommun=Västerå&ar=2024&ordning=nyast")

    links = {link["href"] for link in shown.all("a")}
    assert "/?q=skolskjuts&kommun=V%C3%A4ster%C3%A5&ar=2024&ordning=nyast#traffar" in links
    assert "/?q=skolskjuts&kommun=Norrsele&kommun=V%C3%A4ster%C3%A5&ordning=nyast#traffar" in links
    assert "/?q=skolskjuts&ordning=nyast#traffar" in links


def test_what_is_restricted_belongs_to_the_form_of_the_question(client: FlaskClient) -> None:
    shown = page(client, "/?q=skolskjuts")

    boxes = [field for field in shown.all("input") if field.get("type") == "checkbox"]
    assert boxes
    assert {field.get("form") for field in boxes} == {"fraga"}


def test_a_misspelt_word_is_asked_about(client: FlaskClient) -> None:
    shown = page(client, "/?q=Vad kostar skolskjus?")

    assert "Menade du: Vad kostar skolskjuts?" in " ".join(shown.text.split())


def test_a_question_typed_in_haste_shows_how_it_was_read(client: FlaskClient) -> None:
    shown = page(client, "/?q=Hej! hur mycke e avgiften för skolskjuts&kommun=Norrsele")

    assert "Frågan lästes som: Hur mycket är avgiften för skolskjuts" in " ".join(shown.text.split())
    assert "Menade du" not in shown.text


def test_nothing_found_says_what_to_try(client: FlaskClient) -> None:
    text = page(client, "/?q=xyzzyq&kommun=Norrsele").text

    assert "Inga träffar" in text
    assert "Pröva andra ord" in text
    assert "Sök utan avgränsningar" in text


def told(response_text: str) -> list[tuple[str, dict[str, str]]]:
    found = re.findall(r"^event: (.*)\ndata: (.*)$", response_text, re.M)
    return [(name, json.loads(data)) for name, data in found]


def writing(index_folder: Path, reply: str) -> FlaskClient:
    def opener(config: Config) -> Resources:
        return replace(open_resources(config), generator=ScriptedModel(reply))

    return create_app({"index": str(index_folder), "log_level": "error"}, opener=opener).test_client()


def test_a_stream_ends_with_what_the_page_would_hold(index_folder: Path) -> None:
    client = writing(index_folder, "Avgiften är <b>450</b> kronor per termin. [[{key}]]")

    events = told(client.get("/svar", query_string={"q": SKOLSKJUTS}).get_data(as_text=True))

    assert {name for name, _ in events[:-1]} == {"token"}
    assert "".join(data["text"] for _, data in events[:-1]).startswith("Avgiften är <b>450</b>")
    name, done = events[-1]
    assert name == "done"
    assert 'id="svar"' in done["html"]
    assert 'id="traffar"' in done["html"]
    assert "<b>450" not in done["html"]


def test_a_page_is_streamed_to_only_where_a_model_writes(client: FlaskClient, index_folder: Path) -> None:
    assert [form for form in page(client, "/").all("form") if "data-stream" in form] == []
    streaming = page(writing(index_folder, "x"), "/")
    assert [form["data-stream"] for form in streaming.all("form") if "data-stream" in form] == ["/svar"]


def test_a_stream_that_cannot_begin_is_refused_with_its_status(client: FlaskClient) -> None:
    assert client.get("/svar?q=").status_code == 400


def test_leafing_asks_no_language_model(index_folder: Path) -> None:
    model = ScriptedModel("Avgiften är 450 kronor. [[{key}]]")

    def opener(config: Config) -> Resources:
        return replace(open_resources(config), generator=model)

    client = create_app({"index": str(index_folder), "log_level": "error"}, opener=opener).test_client()
    client.get("/?q=skolskjuts&sida=2")

    assert model.prompts == []


PROBLEMS: tuple[tuple[Callable[[], object], int], ...] = (
    (lambda: abort(400), 400),
    (lambda: raised(Forbidden("Begäran kommer från en annan webbplats och utförs inte.")), 403),
    (lambda: abort(404), 404),
    (lambda: raised(RequestEntityTooLarge()), 413),
    (lambda: raised(TooMany("Fler frågor än tjänsten tar emot.")), 429),
    (lambda: raised(RuntimeError("hemlig väg")), 500),
    (lambda: raised(NoIndex("Det går inte att söka just nu.")), 503),
)


def raised(problem: Exception) -> object:
    raise problem


@pytest.mark.parametrize(("view", "status"), PROBLEMS, ids=[str(status) for _, status in PROBLEMS])
def test_every_problem_is_a_swedish_page_with_the_next_step(app: Flask, view: Callable[[], str], status: int) -> None:
    app.add_url_rule("/problem", "problem", view)

    shown = page(app.test_client(), "/problem", status)

    assert shown.all("html") == [{"lang": "sv"}]
    assert len(shown.all("h1")) == 1
    main = shown.text.split("/problem")[-1].split("Täckning")[0].split()
    assert len(" ".join(main)) > 60
    assert not {"hemlig", "Traceback", "oops"} & set(main)
    assert "/" in {link.get("href") for link in shown.all("a")}


def test_no_question_stands_in_the_log(index_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    client = create_app({"index": str(index_folder), "log_level": "info"}).test_client()
    client.get("/", query_string={"q": "hemlighetsord i närområdet", "kommun": "Norrsele", "sida": "9"})
    client.get("/svar", query_string={"q": "hemlighetsord"})

    logged = capfd.readouterr().err
    assert '"route": "/"' in logged
    assert "hemlighetsord" not in logged


@pytest.mark.parametrize(
    ("query", "leads_to"),
    [
        ({"q": "2024/00311"}, "/arende?dnr=2024/00311"),
        ({"q": "Dnr 2024/00311", "kommun": "Norrsele"}, "/arende?dnr=2024/00311&kommun=Norrsele"),
    ],
)
def test_a_number_leads_straight_to_its_matter(client: FlaskClient, query: dict[str, str], leads_to: str) -> None:
    response = client.get("/", query_string=query)

    assert response.status_code == 302
    assert response.headers["Location"] == leads_to
    assert client.get(leads_to).status_code == 200


def test_a_number_of_which_nothing_is_held_is_answered_as_a_question(client: FlaskClient) -> None:
    assert "Inget svar i handlingarna" in page(client, "/?q=Dnr 2019/99999").text
