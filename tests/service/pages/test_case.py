import re

from flask.testing import FlaskClient


def test_without_a_number_the_page_says_what_it_does(client: FlaskClient) -> None:
    page = client.get("/arende").get_data(as_text=True)

    assert "Följ ett ärende" in page
    assert 'id="steg"' not in page
    example = re.search(r'<a href="(/arende\?dnr=[^"]+)">Avgift för skolskjuts', page)
    assert example
    assert client.get(example[1].replace("&amp;", "&")).status_code == 200


def test_a_way_stands_with_its_standing_its_picture_and_a_source_for_each_step(client: FlaskClient) -> None:
    page = client.get("/arende", query_string={"dnr": "2024/00311", "kommun": "Norrsele"}).get_data(as_text=True)

    assert "Beslutat: Barn- och skolnämnden 2024-03-12 §\u00a015." in page
    assert page.count('<li id="steg-') == 1
    assert 'role="img"' in page
    address = re.search(r'href="(/kalla/[^"]+)">Källa: ', page)
    assert address
    assert client.get(address[1].replace("&amp;", "&").split("#")[0]).status_code == 200


def test_what_documents_say_is_text(client: FlaskClient) -> None:
    page = client.get("/arende", query_string={"dnr": "2024/00290", "kommun": "Norrsele"}).get_data(as_text=True)

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_number_that_fits_several_or_half_is_a_choice(client: FlaskClient) -> None:
    page = client.get("/arende?dnr=77").get_data(as_text=True)

    assert "77 kan avse 1 ärende" in page
    assert re.search(r'href="/arende\?dnr=[^"]*77&amp;kommun=V%C3%A4ster%C3%A5"', page)


def test_a_number_that_is_nowhere_is_refused_with_links_to_the_nearest(client: FlaskClient) -> None:
    response = client.get("/arende?dnr=2024/00312")
    page = response.get_data(as_text=True)

    assert response.status_code == 404
    assert "finns inte i de indexerade handlingarna" in page
    assert re.search(r"/arende\?dnr=2024(?:/|%2F)00311", page)
    assert client.get("/arende?dnr=hej").status_code == 400


def test_the_way_is_kept_as_a_file(client: FlaskClient) -> None:
    address = "/arende/fil?dnr=2024/00311&kommun=Norrsele&format="

    assert client.get(f"{address}svg").mimetype == "image/svg+xml"
    assert client.get(f"{address}md").get_data(as_text=True).startswith("# Norrsele")
    assert client.get(f"{address}xlsx").data.startswith(b"PK")
    assert client.get(f"{address}pdf").status_code == 400


def test_the_steps_are_kept_as_a_table_that_a_swedish_spreadsheet_opens(client: FlaskClient) -> None:
    for address in ("/arende/fil?format=csv&", "/arende?form=csv&"):
        kept = client.get(f"{address}dnr=2024/00311&kommun=Norrsele").data.decode("utf-8")
        assert kept.startswith("\ufeffSteg;Datum;Vad;Organ;§;Dnr;")
        assert "\r\n1;" in kept

    assert client.get("/arende?form=exe&dnr=2024/00311&kommun=Norrsele").status_code == 400
