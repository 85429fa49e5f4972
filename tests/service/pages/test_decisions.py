"""The pages of open ends, decision cards and changes, as a reader gets them; their looks are tried in tests/browser."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from indexer import embeddings
from indexer.engines.location import open_index
from indexer.opening import version_of
from service.app import create_app
from tests.service.changes.test_story import BOARD, COMMITTEE, COUNCIL
from tests.service.html_page import Page
from tests.service.minutes import FILES, entry

SLY = BOARD.replace("Bron målas röd", "Bron målas <b>röd</b> & blå").replace("2031-03-12", "2031-03-19")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder = tmp_path_factory.mktemp("decided")
    index = open_index(str(folder), version_of(embeddings.load()), create=True)
    texts = {**FILES, "utskott.txt": COMMITTEE, "styrelse.txt": SLY, "fullmäktige.txt": COUNCIL.replace("2031-03-12", "2031-03-19")}
    with index.writer() as writer:
        for file, text in texts.items():
            writer.put(entry(file, text))
    index.close()
    yield create_app({"index": str(folder), "log_level": "error"}).test_client()


def test_open_ends_stand_in_a_table_with_a_way_to_their_source(pages: FlaskClient) -> None:
    shown = pages.get("/oppet")
    assert shown.status_code == 200
    assert "Motion om cykelställ vid badhuset" in shown.text
    assert 'href="/kalla/granby_kf_2031-04-02.txt' in shown.text
    assert ">trolig<" in shown.text


def test_what_is_chosen_stands_in_the_address_and_can_be_taken_away(pages: FlaskClient) -> None:
    shown = pages.get("/oppet?slag=uppskjutet&kommun=Granby")
    assert "Bro över Lillån" in shown.text
    assert "cykelställ" not in shown.text
    assert 'href="/oppet?kommun=Granby"' in shown.text


@pytest.mark.parametrize("form", ["csv", "md", "xlsx"])
def test_the_list_can_be_had_as_a_file(pages: FlaskClient, form: str) -> None:
    assert pages.get(f"/oppet?form={form}").headers["Content-Disposition"].endswith(f'.{form}"')


@pytest.mark.parametrize("query", ["form=exe", "slag=annat", "kommun=Ingenstans", "fran=noll"])
def test_what_cannot_be_honoured_is_refused(pages: FlaskClient, query: str) -> None:
    assert pages.get(f"/oppet?{query}").status_code == 400


def test_a_list_without_lines_says_so(pages: FlaskClient) -> None:
    assert "Inga öppna ärenden hittades" in pages.get("/oppet?slag=medborgarförslag").text


def test_a_card_shows_the_points_and_every_section_of_a_dnr(pages: FlaskClient) -> None:
    one = pages.get("/beslut?fil=styrelse.txt&paragraf=10").text
    assert "Granby kommun, kommunstyrelsen 2031-03-19 § 10, Dnr 2031/00071, förslag" in Page(one).text
    assert "Bron målas &lt;b&gt;röd&lt;/b&gt; &amp; blå" in one
    all_of_them = pages.get("/beslut?dnr=2031/00071").text
    assert all(f'id="kort-{at}"' in all_of_them for at in (1, 2, 3))


@pytest.mark.parametrize(("form", "opens"), [("docx", b"PK"), ("md", b"# ")])
def test_a_card_can_be_had_as_a_file(pages: FlaskClient, form: str, opens: bytes) -> None:
    assert pages.get(f"/beslut?fil=styrelse.txt&paragraf=10&form={form}").data.startswith(opens)


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/beslut", 200, "Diarienummer"),
        ("/beslut?dnr=bron", 400, "går inte att läsa som ett diarienummer"),
        ("/beslut?dnr=2031/00099", 404, "Inget protokoll här har diarienumret"),
        ("/beslut?fil=styrelse.txt", 400, "Ange fil och paragraf"),
        ("/beslut?fil=styrelse.txt&paragraf=99", 404, "Där finns § 10"),
        ("/beslut?fil=styrelse.txt&paragraf=10&form=exe", 400, "form=exe"),
        ("/andringar", 200, "Diarienummer"),
        ("/andringar?dnr=bron", 400, "går inte att läsa som ett diarienummer"),
        ("/andringar?dnr=2031/00099", 404, "Inget protokoll här har diarienumret"),
        ("/andringar?dnr=KS-2031/00007", 200, "Bara ett led"),
    ],
)
def test_what_is_not_here_is_said_with_the_next_step(pages: FlaskClient, address: str, status: int, said: str) -> None:
    shown = pages.get(address)
    assert (shown.status_code, said in shown.text) == (status, True)


def test_changes_mark_words_and_keep_each_text_in_its_own_words(pages: FlaskClient) -> None:
    shown = pages.get("/andringar?dnr=2031/00071").text
    assert '<del><span class="heard">struket: </span>4</del>' in shown
    assert '<ins><span class="heard">nytt: </span>5</ins>' in shown
    assert "att en bro byggs över Lillån för" in shown
    assert "&lt;b&gt;röd&lt;/b&gt;" in shown
    assert "fanns inte" in shown


def test_points_side_by_side_are_kept_as_a_file(pages: FlaskClient) -> None:
    kept = pages.get("/andringar?dnr=2031/00071&form=csv")
    assert kept.headers["Content-Disposition"] == 'attachment; filename="andringar.csv"'
    assert kept.data.decode("utf-8").startswith("\ufeffÄrende;Kommun;Före;Efter;Punkten;Lydelse före;Lydelse efter;Skillnad;")
    assert "[-4-] [+5+]" in kept.text
    assert pages.get("/andringar?dnr=2031/00071&form=xlsx").data.startswith(b"PK")
    assert pages.get("/andringar?dnr=2031/00071&form=md").text.startswith("# ")
    assert pages.get("/andringar?dnr=2031/00071&form=exe").status_code == 400
