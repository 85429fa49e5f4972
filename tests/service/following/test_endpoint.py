import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from paragraf import cli
from service.app import create_app
from tests.service.conftest import NORRSELE


def test_a_way_is_given_as_json_with_a_citation_for_each_step(client: FlaskClient) -> None:
    found = client.get("/api/cases", query_string={"dnr": "2024/311", "municipality": "Norrsele"}).get_json()

    assert found["case"] == "2024/00311"
    assert [(step["section"], step["kind"], step["inferred"]) for step in found["steps"]] == [("§ 15", "beslut", False)]
    assert found["steps"][0]["citation"]["page"] == 1
    assert found["candidates"] == []


def test_a_number_that_fits_several_gives_candidates_and_no_steps(client: FlaskClient) -> None:
    found = client.get("/api/cases?dnr=2024").get_json()["error"]["message"]
    assert "'2024' finns inte" in found

    both = client.get("/api/cases?dnr=77").get_json()
    assert both["steps"] == []
    assert [one["municipality"] for one in both["candidates"]] == ["Västerå"]


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("dnr=2024/99999", 404, "not_found"),
        ("dnr=hej", 400, "bad_parameter"),
        ("", 400, "bad_parameter"),
        ("dnr=2024/311&municipality=Storstad", 400, "bad_parameter"),
        ("dnr=2024/311&colour=red", 400, "bad_parameter"),
        ("dnr=77&format=svg", 400, "bad_parameter"),
    ],
)
def test_what_cannot_be_honoured_is_refused(client: FlaskClient, query: str, status: int, code: str) -> None:
    response = client.get(f"/api/cases?{query}")

    assert (response.status_code, response.get_json()["error"]["code"]) == (status, code)


@pytest.mark.parametrize(("form", "kind", "begins"), [("svg", "image/svg+xml", "<svg"), ("md", "text/markdown", "# Norrsele")])
def test_a_way_can_be_kept_as_a_file(client: FlaskClient, form: str, kind: str, begins: str) -> None:
    response = client.get(f"/api/cases?dnr=2024/311&municipality=Norrsele&format={form}")

    assert response.content_type.startswith(kind)
    assert response.get_data(as_text=True).startswith(begins)
    assert f".{form}" in response.headers["Content-Disposition"]


def test_what_is_blocked_is_in_no_way(index_folder: Path, tmp_path: Path) -> None:
    blocklist = tmp_path / "blocked.toml"
    blocklist.write_text(f'[[sections]]\nfile = "{NORRSELE}"\nsection = "§ 15"\n', encoding="utf-8")
    client = create_app({"index": str(index_folder), "log_level": "error", "blocklist": str(blocklist)}).test_client()

    assert client.get("/api/cases?dnr=2024/311&municipality=Norrsele").status_code == 404


def test_the_command_prints_the_way_as_text_json_and_picture(index_folder: Path) -> None:
    asked = ["case", "2024/311", "--municipality", "Norrsele", "--index", str(index_folder)]
    text, as_json, drawn = (CliRunner().invoke(cli, [*asked, *more]) for more in ([], ["--json"], ["--format", "svg"]))

    assert "Beslut: Barn- och skolnämnden § 15" in text.output
    assert json.loads(as_json.output)["steps"][0]["section"] == "§ 15"
    assert drawn.output.startswith("<svg")


def test_the_command_offers_a_choice(index_folder: Path) -> None:
    result = CliRunner().invoke(cli, ["case", "77", "--index", str(index_folder)])

    assert "kan avse flera ärenden" in result.output
    assert "Västerå" in result.output
