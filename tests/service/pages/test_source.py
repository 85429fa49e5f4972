"""The page of a source: text and look of one page, marks that are found letter for letter, lasting addresses, what stands in the way."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient
from reportlab.pdfgen.canvas import Canvas

from indexer.index import Access, StoredFile
from paragraf import cli
from service.app import create_app
from service.state import State
from tests.service.html_page import Page, page

MINUTES = "granby ks 2031-03-12.pdf"

HEAD = ["GRANBY KOMMUN          PROTOKOLL", "Kommunstyrelsen          2031-03-12"]
PAGES = (
    [
        *HEAD,
        "Sida 1 av 3",
        "",
        "Plats och tid     Rådhuset, onsdag 2031-03-12 kl 13:00-15:20",
        "Beslutande     Anna Ek (S), ordförande",
        "Justerare     Bo Alm (C)",
        "Paragrafer     KS §§ 10-12",
        "{maturity}",
    ],
    [
        *HEAD,
        "Sida 2 av 3",
        "",
        "KS § 10   KS-2031/00007",
        "Upplåtelse av torget",
        "",
        "Beslut",
        "Kommunstyrelsen beslutar",
        "1. att torget upplåts till Torgbodarna,",
        "2. att avgiften är 900 kronor. <b>Fetstil</b>",
        "",
        "KS § 11   KS-2031/00011",
        "Öppettider i badhuset",
        "",
        "Beslut",
        "Kommunstyrelsen beslutar att badhuset stänger kl 20, se § 10.",
    ],
    [*HEAD, "Sida 3 av 3", "", "KS § 12   KS-2031/00019", "Ansökan från 19121212-1212", "", "Beslut", "Kommunstyrelsen avslår ansökan."],
)


def written(path: Path, maturity: str) -> None:
    canvas = Canvas(str(path))
    for lines in PAGES:
        for row, line in enumerate(lines):
            canvas.drawString(60, 780 - 18 * row, line.format(maturity=maturity))
        canvas.showPage()
    canvas.save()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = tmp_path_factory.mktemp("files")
    written(files / MINUTES, "Protokollet är inte justerat. Ändringar kan förekomma.")
    (files / "elak.txt").write_text(
        "GRANBY KOMMUN\nTjänsteskrivelse 2031-01-02\n<script>alert('hej')</script>\nom båtar\n", encoding="utf-8"
    )
    return files


@pytest.fixture(scope="module")
def app(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A service that answers from these files."""
    place, kept = tmp_path_factory.mktemp("index"), tmp_path_factory.mktemp("kept")
    done = CliRunner().invoke(cli, ["index", str(folder), "--index", str(place), "--municipality", "Granby", "--quiet"])
    assert done.exit_code == 0, done.output
    made = create_app({"index": str(place), "log_level": "error", "page_images": str(kept)})
    yield made
    _state(made).pictures.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def _state(app: Flask) -> State:
    found: State = app.extensions["paragraf"]
    return found


def stored(app: Flask, file: str = MINUTES) -> StoredFile:
    found = _state(app).supply.get().index.file(file, Access.public())
    assert found is not None
    return found


def section_id(app: Flask, number: str) -> str:
    return next(one.id for each in stored(app).documents for one in each.sections if one.number == number)


def line_of(app: Flask, words: str, file: str = MINUTES) -> int:
    text = stored(app, file).source.text
    return text[: text.index(words)].count("\n") + 1


def rects(html: str) -> list[tuple[float, float]]:
    """Left and top of the marks on the picture."""
    return [(float(x), float(y)) for x, y in re.findall(r'<rect x="([\d.]+)" y="([\d.]+)"', html)]


def test_a_citation_opens_its_page_with_the_lines_marked_in_text_and_picture(app: Flask, client: FlaskClient) -> None:
    line = line_of(app, "1. att torget")
    html = client.get(f"/kalla/{quote(MINUTES)}?rad={line}-{line + 1}").get_data(as_text=True)
    shown = Page(html)

    assert "Sida 2 av 3" in shown.text
    assert [item["value"] for item in shown.all("li") if item.get("class") == "cited"] == [str(line), str(line + 1)]
    assert len(shown.all("mark")) == len(rects(html)) == 2
    assert "De markerade raderna är markerade även här" in shown.text
    (image,) = shown.all("img")
    got = client.get(image["src"] or "")
    assert (got.status_code, got.mimetype) == (200, "image/webp")


def test_the_neighbouring_pages_are_links_and_a_page_beyond_the_end_is_told_to_be_none(client: FlaskClient) -> None:
    shown = page(client, f"/kalla/{quote(MINUTES)}?sida=2")
    led = {link["rel"]: link["href"] for link in shown.all("a") if link.get("rel") in ("prev", "next")}

    assert led == {"prev": f"/kalla/{quote(MINUTES)}?sida=1", "next": f"/kalla/{quote(MINUTES)}?sida=3"}
    assert "Sidan 99 finns inte" in page(client, f"/kalla/{quote(MINUTES)}?sida=99", 404).text


def test_a_section_and_each_of_its_points_have_an_address_that_lasts(app: Flask, client: FlaskClient) -> None:
    whole = page(client, f"/p/{section_id(app, '§ 10')}")
    points = {link["href"] or "" for link in whole.all("a") if re.search(r"/p/\w+/[\w-]+/\w+$", link.get("href") or "")}
    marked = set()
    for address in points:
        shown = page(client, address.removeprefix("http://localhost"))
        marked |= {item["value"] for item in shown.all("li") if item.get("class") == "cited"}

    assert len(points) == 2
    assert marked == {str(line_of(app, words)) for words in ("1. att torget", "2. att avgiften")}
    assert "Granby kommun, kommunstyrelsen 2031-03-12 § 10 punkt 2, Dnr KS 2031/00007, ojusterat" in whole.text


def test_the_front_of_minutes_says_what_paper_it_is_and_no_status(client: FlaskClient) -> None:
    front = client.get(f"/kalla/{quote(MINUTES)}").text

    assert "<dt>Status</dt>" not in front
    assert "<dd>Protokoll</dd>" in front
    assert "<dt>Status</dt>" in client.get(f"/kalla/{quote(MINUTES)}?sida=2").text


def test_an_address_of_what_is_gone_says_so(app: Flask, client: FlaskClient) -> None:
    assert client.get("/p/00000000000000000000").status_code == 404
    gone = client.get(f"/p/{section_id(app, '§ 10')}/granby/0000000000")
    assert gone.status_code == 404
    assert "Paragrafen finns kvar" in gone.get_data(as_text=True)


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ("granby_kommunstyrelsen_2031-03-12_10", True),
        ("granby_kommunstyrelsen_2031-03-12_99", False),
        ("granby_kommunstyrelsen_2031-03-13_10", False),
        ("granby_kommunfullmaktige_2031-03-12_10", False),
        ("handling", False),
    ],
)
def test_an_address_of_another_reading_leads_to_the_only_section_that_it_names(
    app: Flask, client: FlaskClient, said: str, leads: bool
) -> None:
    whole, point = client.get(f"/p/00000000000000000000/{said}"), client.get(f"/p/00000000000000000000/{said}/0123456789")

    found = section_id(app, "§ 10")
    assert (whole.status_code, whole.headers.get("Location")) == ((302, f"/p/{found}/{said}") if leads else (404, None))
    assert (point.status_code, point.headers.get("Location")) == ((302, f"/p/{found}/{said}/0123456789") if leads else (404, None))


def test_a_reference_can_be_read_and_copied(app: Flask, client: FlaskClient) -> None:
    shown = page(client, f"/p/{section_id(app, '§ 11')}")

    assert "Granby kommun, kommunstyrelsen 2031-03-12 § 11, Dnr KS 2031/00011, ojusterat" in shown.text
    (button,) = [each for each in shown.all("button") if "data-copy" in each]
    assert button["data-copy"] in shown.ids()
    assert "hidden" in button


def test_a_section_named_in_the_text_is_a_link_to_it(app: Flask, client: FlaskClient) -> None:
    html = client.get(f"/p/{section_id(app, '§ 11')}").get_data(as_text=True)

    assert f'se <a href="/p/{section_id(app, "§ 10")}">§ 10</a>.' in html


def test_a_page_with_a_masked_number_is_shown_as_text_only(app: Flask, client: FlaskClient) -> None:
    shown = page(client, f"/kalla/{quote(MINUTES)}?sida=3")

    assert "19121212" not in shown.text
    assert "█" in shown.text
    assert shown.all("img") == []
    assert "Bilden av sidan visas inte" in shown.text
    assert client.get(f"/sidbild/3/{quote(MINUTES)}").status_code == 404
    assert "Originalet visas inte här" in shown.text
    assert client.get(f"/original/{quote(MINUTES)}").status_code == 404


def test_markup_in_a_document_is_text_and_its_original_is_saved_rather_than_opened(client: FlaskClient) -> None:
    html = client.get("/kalla/elak.txt").get_data(as_text=True)
    with client.get("/original/elak.txt") as original:
        headers = original.headers

    assert "&lt;script&gt;alert(" in html
    assert re.findall(r"<script(?! src)", html) == []
    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["Content-Type"] == "application/octet-stream"
    assert "sandbox" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_text_without_pages_has_no_picture_and_says_nothing_of_one(client: FlaskClient) -> None:
    shown = page(client, "/kalla/elak.txt?rad=3")

    assert (shown.all("img"), shown.all("figure")) == ([], [])
    assert client.get("/sidbild/1/elak.txt").status_code == 404


def test_the_contents_lead_to_every_section(app: Flask, client: FlaskClient) -> None:
    shown = page(client, f"/kalla/{quote(MINUTES)}")
    led = {link.get("href") for link in shown.all("a")}

    assert "1 handling, 3 paragrafer" in shown.text
    assert {f"/p/{section_id(app, number)}" for number in ("§ 10", "§ 11", "§ 12")} <= led


def test_a_draft_says_so(app: Flask, client: FlaskClient) -> None:
    assert "Ojusterat: protokollet var inte justerat" in page(client, f"/p/{section_id(app, '§ 10')}").text


def test_an_unchanged_picture_is_not_sent_again(client: FlaskClient) -> None:
    address = f"/sidbild/1/{quote(MINUTES)}"
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    assert "private" in first.headers["Cache-Control"]


def test_a_file_that_is_gone_leaves_its_text_and_says_so(app: Flask, client: FlaskClient, folder: Path) -> None:
    aside = folder.parent / "aside.pdf"
    (folder / MINUTES).rename(aside)
    try:
        shown = page(client, f"/kalla/{quote(MINUTES)}?sida=2")
    finally:
        aside.rename(folder / MINUTES)

    assert "Upplåtelse av torget" in shown.text
    assert "filen finns inte längre där den lästes in" in shown.text
    assert shown.all("img") == []


@pytest.mark.parametrize(
    ("entry", "text", "picture", "original"),
    [
        (f'files = ["{MINUTES}"]', 404, 404, 404),
        (f'[[sections]]\nfile = "{MINUTES}"\nsection = "§ 10"', 200, 404, 404),
        ('strings = ["Torgbodarna"]', 200, 404, 404),
        ('strings = ["Nordbodarna"]', 200, 200, 404),
    ],
)
def test_what_is_blocked_is_shown_by_no_picture_and_no_original(
    app: Flask, tmp_path: Path, entry: str, text: int, picture: int, original: int
) -> None:
    blocked = tmp_path / "blocked.toml"
    blocked.write_text(entry, encoding="utf-8")
    place = _state(app).config.index
    made = create_app({"index": place, "log_level": "error", "page_images": str(tmp_path / "kept"), "blocklist": str(blocked)})
    try:
        client = made.test_client()
        found = [client.get(f"{path}{quote(MINUTES)}").status_code for path in ("/kalla/", "/sidbild/2/", "/original/")]
        shown = client.get(f"/kalla/{quote(MINUTES)}?sida=2").get_data(as_text=True)
    finally:
        _state(made).pictures.close()

    assert found == [text, picture, original]
    assert ("Torgbodarna" in shown) == (picture == 200)


def test_a_dnr_is_a_link_to_its_case(app: Flask, client: FlaskClient) -> None:
    shown = page(client, f"/kalla/{quote(MINUTES)}?sida=2")
    led = {link.get("href") for link in shown.all("a") if (link.get("href") or "").startswith("/arende?")}

    assert "/arende?dnr=KS-2031/00007&kommun=Granby" in {unquote(href or "") for href in led}
    assert {client.get(href).status_code for href in led if href} == {200}


@pytest.mark.parametrize("added", ["_scheme=javascript&_external=1", "_anchor=falsk", "endpoint=x", "file=annan.txt", "_method=POST"])
def test_a_link_to_more_of_the_cited_lines_takes_nothing_else_from_the_address(app: Flask, client: FlaskClient, added: str) -> None:
    asked = f"/kalla/{quote(MINUTES)}?rad=1-{line_of(app, 'KS § 12')}"

    shown = client.get(f"{asked}&{added}&sprak=en")

    assert shown.status_code == 200
    led = re.findall(r'href="([^"]*sida=3[^"]*)"', shown.text)
    assert led
    assert not any(word in link for link in led for word in ("javascript", "falsk", "annan", "http"))
    assert any("rad=1-" in link and "sprak=en" in link for link in led)
