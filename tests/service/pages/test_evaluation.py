"""The page of runs: every figure in a table, won and lost by question, whatever a question holds shown as text."""

import json
from pathlib import Path

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


def test_runs_are_shown_over_time_with_what_was_won_and_lost(index_folder: Path, tmp_path: Path) -> None:
    wrote(tmp_path / "runs" / "monday", 1, -1.0)
    wrote(tmp_path / "runs" / "tuesday", 2, 1.0)
    settings = {"index": str(index_folder), "store": str(tmp_path / "kept"), "manage_key": KEY, "log_level": "error"}
    client = create_app({**settings, "evaluations": str(tmp_path / "runs")}).test_client()
    client.post("/skotsel/in", data={"namn": "Anna Ek", "nyckel": KEY})
    page = client.get("/utvardering").text

    assert "Vunna sedan körningen före (1)" in page
    assert "Vad kostar &lt;b&gt;båtplatsen&lt;/b&gt;?" in page
    assert page.index("tuesday") < page.index("monday")
    assert 'points="' in page
    assert "-1,000" in page
