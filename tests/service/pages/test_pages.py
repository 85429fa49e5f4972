"""The pages: what a reader sees in each state, that addresses lead to the cited lines, and that texts are never markup."""

import itertools
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.config import Config
from service.errors import GeneratorProblem
from service.resources import Resources, open_resources
from tests.service.html_page import Page, page
from tests.service.scripted import ScriptedModel

NORRSELE = "norrsele/barn- och skolnämnden 2024-03-12.txt"
VASTERA = "västerå ks 2024-05-02.txt"
SKOLSKJUTS = "Vad blev avgiften för skolskjuts utanför närområdet?"

STATES = [
    ("/", 200),
    (f"/?q={SKOLSKJUTS}", 200),
    (f"/?q={SKOLSKJUTS}&kommun=Norrsele&fran=2024&till=2024-12", 200),
    ("/?q=Vem vann fotbollsmatchen i Oslo?", 200),
    ("/?q=", 400),
    ("/?q=" + "x" * 3000, 400),
    ("/?q=skolskjuts&fran=igår", 400),
    ("/handlingar", 200),
    ("/handlingar?fran=9999", 400),
    ("/handlingar?kommun=Ingenstans", 400),
    (f"/kalla/{quote(NORRSELE)}?rad=7-12", 200),
    (f"/kalla/{quote(NORRSELE)}", 200),
    ("/kalla/saknas.txt", 404),
    (f"/kalla/{quote(NORRSELE)}?rad=x", 400),
    ("/nowhere", 404),
]


@pytest.mark.parametrize(("address", "status"), STATES)
def test_every_page_is_whole_swedish_and_can_be_used_by_all(client: FlaskClient, address: str, status: int) -> None:
    shown = page(client, address, status)

    assert shown.all("html") == [{"lang": "sv"}]
    assert len(shown.all("h1")) == 1
    assert len(shown.all("main")) == 1
    assert shown.all("script") == [{"src": "/static/paragraf.js", "defer": None}]
    assert not any("style" in attributes or any(name.startswith("on") for name in attributes) for _, attributes in shown.elements)
    assert len(shown.ids()) == len(set(shown.ids()))
    levels = [int(tag[1]) for tag, _ in shown.elements if re.fullmatch(r"h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    labelled = {attributes.get("for") for attributes in shown.all("label")}
    assert all(field.get("id") in labelled or field.get("name") in ("kommun", "fran", "till") for field in shown.all("input"))
    targets = [target[1:] for link in shown.all("a") if (target := link.get("href") or "").startswith("#")]
    assert set(targets) <= set(shown.ids())
    assert not any((link.get("href") or link.get("src") or "").startswith("//") for _, link in shown.elements)


@pytest.mark.parametrize("address", [address for address, status in STATES if status == 200])
def test_every_link_of_every_page_leads_somewhere(client: FlaskClient, address: str) -> None:
    links = {link.get("href") or "" for link in page(client, address).all("a")}

    for target in links:
        if target.startswith("/"):
            path, _, anchor = target.partition("#")
            reached = page(client, path)
            assert not anchor or anchor in reached.ids()


def test_the_start_page_says_what_is_indexed(client: FlaskClient) -> None:
    text = page(client, "/").text

    assert "Norrsele, Västerå" in text
    assert "2024" in text


def test_an_answer_stands_first_with_numbered_sources_that_open_the_cited_lines(client: FlaskClient) -> None:
    shown = page(client, f"/?q={SKOLSKJUTS}")

    assert "450 kronor" in shown.text
    assert shown.ids().index("svar") < shown.ids().index("traffar")
    numbered = [link for link in shown.all("a") if link.get("class") == "ref"]
    assert numbered
    assert (numbered[0]["aria-label"] or "").startswith("Källa 1: § 15, Dnr 2024/00311, ")
    source = page(client, (numbered[0]["href"] or "").partition("#")[0])
    cited = [attributes for attributes in source.all("li") if attributes.get("class") == "cited"]
    assert cited
    assert source.all("mark")


def test_the_question_stays_in_the_form_and_in_the_title(client: FlaskClient) -> None:
    html = client.get("/", query_string={"q": 'Vad kostar "skolskjuts" & <b>buss</b>?', "kommun": "Norrsele", "fran": "2024"}).get_data(
        as_text=True
    )

    shown = Page(html)
    values = {
        field.get("name"): field.get("value")
        for field in shown.all("input")
        if field.get("type") in ("search", "text") and field.get("id") != "foljd"
    }
    assert values == {"q": 'Vad kostar "skolskjuts" & <b>buss</b>?', "fran": "2024", "till": ""}
    assert [field.get("value") for field in shown.all("input") if "checked" in field] == ["Norrsele"]
    assert "<title>Vad kostar &#34;skolskjuts&#34; &amp; &lt;b&gt;buss&lt;/b&gt;?" in html
    assert shown.all("b") == []


def test_a_refusal_says_what_was_searched_and_shows_what_came_nearest(client: FlaskClient) -> None:
    text = page(client, "/?q=Vem vann fotbollsmatchen om skolskjuts i Oslo 1987?").text

    assert "Inget svar" in text
    assert "Det närmaste som hittades" in text
    assert "Det här söktes igenom" in text
    assert "Norrsele" in text


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"q": ""}, "fråga"),
        ({"q": "x" * 20_000}, "2000"),
        ({"q": "skolskjuts", "fran": "igår"}, "igår"),
        ({"q": "skolskjuts", "fran": "2025", "till": "2024"}, "2025-01-01"),
    ],
)
def test_a_question_that_cannot_be_asked_is_explained_in_the_form(client: FlaskClient, query: dict[str, str], says: str) -> None:
    response = client.get("/", query_string=query)

    assert response.status_code == 400
    shown = Page(response.get_data(as_text=True))
    assert [element.get("role") for element in shown.all("div") if element.get("class") == "problem"] == ["alert"]
    assert says in shown.text
    assert len(response.data) < 20_000


def test_a_document_with_markup_is_shown_as_text(client: FlaskClient) -> None:
    for address in ("/?q=belysning vid skolgården", f"/kalla/{quote(NORRSELE)}?rad=14-19"):
        html = client.get(address).get_data(as_text=True)
        assert html.count("<script") == 1  # the page's own
        assert "<b>" not in html
        assert "&lt;script&gt;" in html


def test_a_source_address_that_is_no_web_address_is_no_link(client: FlaskClient) -> None:
    assert "javascript:" not in client.get(f"/kalla/{quote(NORRSELE)}").get_data(as_text=True)
    assert "https://vastera.example/protokoll.pdf" in [link.get("href") for link in page(client, f"/kalla/{quote(VASTERA)}").all("a")]


def test_a_source_shows_its_lines_as_they_are_under_pages_and_sections(client: FlaskClient) -> None:
    shown = page(client, f"/kalla/{quote(NORRSELE)}?rad=11-12")

    assert [item.get("value") for item in shown.all("li") if item.get("class") == "cited"] == ["11", "12"]
    assert "Raderna 11–12 är markerade" in shown.text
    assert "Sida 2" in shown.text
    assert "  2024-03-12" in shown.text


def test_lines_beyond_the_end_mark_nothing_and_say_so(client: FlaskClient) -> None:
    shown = page(client, f"/kalla/{quote(VASTERA)}?rad=900-999")

    assert "Rad 900 finns inte" in shown.text
    assert not [item for item in shown.all("li") if item.get("class") == "cited"]


def test_the_service_keeps_no_page(client: FlaskClient) -> None:
    assert client.get(f"/?q={SKOLSKJUTS}").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("address", "most"), [(f"/?q={SKOLSKJUTS}", 25_000), ("/static/paragraf.css", 12_000), ("/static/paragraf.js", 10_000)]
)
def test_what_a_page_needs_is_small(client: FlaskClient, address: str, most: int) -> None:
    with client.get(address, headers={"Accept-Encoding": "gzip"}) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        assert len(response.data) <= most


def test_all_script_there_is_can_be_read_in_one_sitting() -> None:
    script = Path(__file__).resolve().parents[3] / "service/static/paragraf.js"

    assert script.read_text(encoding="utf-8").count("\n") <= 200


def client_with_model(index_folder: Path, reply: str | GeneratorProblem) -> FlaskClient:
    def opener(config: Config) -> Resources:
        return replace(open_resources(config), generator=ScriptedModel(reply))

    return create_app({"index": str(index_folder), "log_level": "error"}, opener=opener).test_client()


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        ("Avgiften för skolskjuts är 450 kronor per termin. [[{key}]]", "Skrivet av en språkmodell, scripted"),
        (GeneratorProblem("The model does not answer."), "Språkmodellen svarade inte"),
    ],
)
def test_a_page_says_who_wrote_the_answer(index_folder: Path, reply: str | GeneratorProblem, says: str) -> None:
    text = page(client_with_model(index_folder, reply), f"/?q={SKOLSKJUTS}").text

    assert says in text
    assert "450 kronor" in text


def test_what_a_model_writes_is_never_markup(index_folder: Path) -> None:
    sentence = 'Avgiften är 450 kronor <img src=x onerror="alert(1)"> <a href="javascript:alert(1)">läs</a>. [[{key}]]'

    shown = page(client_with_model(index_folder, sentence), f"/?q={SKOLSKJUTS}")

    assert shown.all("img") == []
    assert not any("javascript:" in (link.get("href") or "") for link in shown.all("a"))


def test_the_start_page_offers_questions_to_follow(client: FlaskClient) -> None:
    links = [link["href"] or "" for link in page(client, "/").all("a") if (link["href"] or "").startswith("/?q=")]

    assert 1 <= len(links) <= 3
    assert all('class="ref"' in client.get(link).get_data(as_text=True) for link in links)


def test_a_municipality_that_is_not_indexed_is_said_with_those_that_are(client: FlaskClient) -> None:
    response = client.get("/?q=skolskjuts&kommun=goteborg")

    assert response.status_code == 400
    assert "Inga handlingar från Göteborg är indexerade. Indexerade är: Norrsele, Västerå." in response.get_data(as_text=True)


def test_a_municipality_in_an_address_may_lack_its_dots_and_rings(client: FlaskClient) -> None:
    chosen = [box["value"] for box in page(client, "/?q=skolskjuts&kommun=vastera").all("input") if "checked" in box]

    assert chosen == ["Västerå"]


def test_a_follow_up_question_keeps_what_the_one_before_said(client: FlaskClient) -> None:
    first = page(client, f"/?q={SKOLSKJUTS}")
    kept = {field["name"]: field["value"] for field in first.all("input") if field.get("type") == "hidden"}

    assert kept["efter"] == SKOLSKJUTS
    assert kept["dnr"] == "2024/00311"
    followed = page(client, f"/?{urlencode({**kept, 'q': 'När börjar det gälla?'})}")
    assert "Frågan lästes som: När börjar det gälla – skolskjuts utanför närområdet?" in followed.text
    assert "1 augusti 2024" in followed.text


def test_a_question_before_that_is_none_is_a_problem_of_the_form(client: FlaskClient) -> None:
    response = client.get("/", query_string={"q": "och året innan?", "efter": "??"})

    assert response.status_code == 400
    assert "Frågan före går inte att använda" in response.get_data(as_text=True)


def test_files_are_listed_of_one_municipality_where_one_is_chosen(client: FlaskClient) -> None:
    shown = Page(client.get("/handlingar?kommun=Norrsele").get_data(as_text=True)).text

    assert "barn- och skolnämnden 2024-03-12.txt" in shown
    assert "västerå ks 2024-05-02.txt" not in shown
