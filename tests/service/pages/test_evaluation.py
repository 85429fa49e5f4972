"""The page of runs: every figure in a table, won and lost by question, whatever a question holds shown as text."""

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app

KEY = "a key that is long enough"


def wrote(folder: Path, day: int, trust: float) -> None:
    """A run of one question."""
    folder.mkdir(parents=True)
    asked = {"id": "q1", "kind": "amount", "question": "Vad kostar <b>båtplatsen</b>?", "figures": {"trust": trust}}
    figures = {"trust": trust, "facts": None}
    run = {
        "at": f"2031-02-0{day}T04:05:06+00:00",
        "made_with": {"questions": "own.jsonl (abc)"},
        "questions": 1,
        "all": figures,
        "kinds": {"amount": {"n": 1, **figures}},
        "each": [asked],
    }
    (folder / "run.json").write_text(json.dumps(run), encoding="utf-8")


@pytest.fixture
def client(index_folder: Path, tmp_path: Path) -> FlaskClient:
    """Behind the key, with two runs."""
    wrote(tmp_path / "runs" / "monday", 1, -1.0)
    wrote(tmp_path / "runs" / "tuesday", 2, 1.0)
    settings = {"index": str(index_folder), "store": str(tmp_path / "kept"), "manage_key": KEY, "log_level": "error"}
    made = create_app({**settings, "evaluations": str(tmp_path / "runs")}).test_client()
    made.post("/skotsel/in", data={"namn": "Anna Ek", "nyckel": KEY})
    return made


def test_runs_are_shown_over_time_with_what_was_won_and_lost(client: FlaskClient) -> None:
    page = client.get("/utvardering").text

    assert "Vunna sedan körningen före (1)" in page
    assert "Vad kostar &lt;b&gt;båtplatsen&lt;/b&gt;?" in page
    assert page.index("tuesday") < page.index("monday")
    assert 'points="' in page
    assert "−1,000" in page


def test_each_kind_has_a_plot_and_its_values_in_a_table(client: FlaskClient) -> None:
    page = client.get("/utvardering").text

    assert 'aria-label="Belopp: Tillit över 2 körningar"' in page
    assert '1,000 <span class="hint">(+2,000 sedan körningen före)</span>' in page
    assert "Tillit, körning för körning" in page


def test_one_kind_is_shown_by_itself(client: FlaskClient) -> None:
    page = client.get("/utvardering?slag=amount").text

    assert "<h1>Utvärdering: Belopp</h1>" in page
    assert "Vunna sedan körningen före (1)" in page
    assert "för varje slag" not in page


def test_a_measure_that_no_kind_has_is_drawn_nowhere(client: FlaskClient) -> None:
    assert "Avstår rätt, körning för körning" not in client.get("/utvardering?matt=refused_rightly").text


@pytest.mark.parametrize("query", ["slag=poesi", "matt=gissat", "slag=<b>"])
def test_a_kind_or_measure_that_is_none_is_refused(client: FlaskClient, query: str) -> None:
    assert client.get(f"/utvardering?{query}").status_code == 400


def test_nothing_on_the_page_is_english(client: FlaskClient) -> None:
    page = client.get("/utvardering").text

    assert not [word for word in (">trust<", ">amount<", ">facts<", "refused_rightly<") if word in page]
