"""What the service says of itself: what the operator has set stands there, what is not set is shown as a gap."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.errors import UsageProblem
from service.app import create_app
from service.config import from_environment

SAID = {
    "operator": "Granby kommun",
    "operator_email": "kontakt@granby.example",
    "operator_phone": "0555-120 00",
    "data_protection_officer": "Anna Ek",
    "legal_ground": "Uppgift av allmänt intresse.",
    "documents_kept": "Fem år efter sammanträdet.",
    "data_processors": "Driftbolaget i Granby.",
    "accessibility_reply": "tre arbetsdagar",
    "accessibility_method": "Egen granskning med skärmläsare.",
    "accessibility_reviewed": "2031-02-03",
    "accessibility_updated": "2031-02-04",
    "accessibility_published": "2031-02-05",
    "accessibility_burden": "Kartor från före 2018 beskrivs inte i ord.",
}
"""Every setting that completes the statements."""

PATHS = ["/om", "/om/personuppgifter", "/om/tillganglighet"]


@pytest.fixture
def completed(index_folder: Path) -> FlaskClient:
    return create_app({"index": str(index_folder), **SAID, "log_level": "error"}).test_client()


@pytest.mark.parametrize("path", PATHS)
def test_what_the_operator_has_not_said_is_told_with_the_setting_that_says_it(client: FlaskClient, path: str) -> None:
    page = client.get(path).text

    assert "Den som driver tjänsten har inte angett" in page
    assert "(PARAGRAF_OPERATOR)" in page


@pytest.mark.parametrize("path", PATHS)
def test_what_the_operator_set_stands_there(completed: FlaskClient, path: str) -> None:
    page = completed.get(path).text

    assert "Granby kommun" in page
    assert 'href="mailto:kontakt@granby.example"' in page
    assert 'href="tel:0555-12000"' in page
    assert "PARAGRAF_" not in page


def test_every_setting_of_the_statements_is_shown_and_named_where_it_is_not_set(completed: FlaskClient, client: FlaskClient) -> None:
    shown, gaps = ("".join(some.get(path).text for path in PATHS) for some in (completed, client))

    assert [name for name, said in SAID.items() if said not in shown] == []
    assert 'class="gap"' not in shown
    settings = {f"PARAGRAF_{name.upper()}" for name in SAID} - {"PARAGRAF_OPERATOR_PHONE", "PARAGRAF_ACCESSIBILITY_BURDEN"}
    assert [name for name in sorted(settings) if name not in gaps] == []
    assert "Den som driver tjänsten har inte angett någon anpassning som oskäligt betungande." in gaps


def test_a_statement_never_changed_is_of_the_day_of_its_assessment(index_folder: Path) -> None:
    settings = {"index": str(index_folder), "accessibility_reviewed": "2031-02-03", "log_level": "error"}
    page = create_app(settings).test_client().get("/om/tillganglighet").text

    assert page.count('<time datetime="2031-02-03">') == 2


def test_the_statement_says_what_the_law_asks(completed: FlaskClient) -> None:
    page = completed.get("/om/tillganglighet").text

    for asked in ("delvis förenlig", "digg.se/tdosanmalan", "2031-02-03", "12 §"):
        assert asked in page


def test_a_language_model_is_named_where_one_writes(index_folder: Path) -> None:
    assert "skriver ingen språkmodell" in create_app({"index": str(index_folder), "log_level": "error"}).test_client().get("/om").text
    settings = {"generator_url": "http://127.0.0.1:9/v1", "generator_model": "ord-7b", "log_level": "error"}
    client = create_app({"index": str(index_folder), **settings}).test_client()

    assert "ord-7b" in client.get("/om").text
    assert "ord-7b" in client.get("/om/personuppgifter").text


def test_the_pages_about_it_stand_without_an_index(client_without_index: FlaskClient) -> None:
    assert [client_without_index.get(path).status_code for path in (*PATHS, "/api/docs")] == [200] * 4


@pytest.mark.parametrize("name", ["accessibility_reviewed", "accessibility_updated", "accessibility_published"])
def test_a_day_that_is_none_is_refused_when_the_service_starts(name: str) -> None:
    with pytest.raises(UsageProblem, match=f"PARAGRAF_{name.upper()}='i går'"):
        from_environment({name: "i går"})
