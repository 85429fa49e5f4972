"""`paragraf eval` from start to end: on the samples, and on the development questions where they are at hand.

The floors stand a little under what was measured when they were set; raise them when a change makes the service better.
"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import paragraf
from eval import lists
from eval.samples.make import main as make_samples
from indexer.build import build
from indexer.embeddings import load
from indexer.engines.location import open_index
from indexer.index import IndexVersion
from indexer.swedish import ANALYSIS

TODAY = "2026-03-01"
SAMPLE_FLOORS = ("hit@5=0.95", "MRR@10=0.87", "evidence@10=0.94")
DEVELOPMENT_FLOORS = ("hit@5=0.92", "MRR@10=0.77", "evidence@10=0.9")


def indexed(paths: list[Path], out: Path) -> Path:
    embedder = load()
    index = open_index(str(out), IndexVersion(ANALYSIS, embedder.name, embedder.dimension), create=True)
    try:
        build(paths, index, embedder)
    finally:
        index.close()
    return out


def evaluated(questions: Path, index: Path, *options: str) -> Result:
    arguments = ["eval", str(questions), "--index", str(index), "--as-of", TODAY, *options]
    return CliRunner().invoke(paragraf.cli, arguments, standalone_mode=False)


def floors(values: tuple[str, ...]) -> list[str]:
    return [word for value in values for word in ("--at-least", value)]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("samples")
    assert CliRunner().invoke(make_samples, [str(out)]).exit_code == 0
    indexed([out / "files"], out / "index")
    return out


def test_the_samples_are_found_and_answered_as_well_as_before(samples: Path, tmp_path: Path) -> None:
    result = evaluated(samples / "questions.jsonl", samples / "index", "--out", str(tmp_path), *floors(SAMPLE_FLOORS))
    assert result.return_value == 0, result.output + result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {
        "predictions.jsonl",
        "run.trec",
        "qrels.trec",
        "measures.json",
        "run.json",
        "report.md",
        "report.html",
    }


def test_each_list_asked_for_of_the_samples_is_the_whole_list(samples: Path) -> None:
    result = CliRunner().invoke(lists.main, [str(samples / "index")])
    assert result.exit_code == 0, result.output


def test_a_measure_below_its_floor_fails_the_run_and_is_named(samples: Path) -> None:
    result = evaluated(
        samples / "questions.jsonl", samples / "index", "--limit", "3", "--at-least", "citation_precision=1", "--at-least", "hit@5=0"
    )
    assert result.return_value == 1
    assert "citation_precision is" in result.stderr
    assert "hit@5 is" not in result.stderr


def test_a_run_against_itself_names_no_question(samples: Path, tmp_path: Path) -> None:
    questions, index = samples / "questions.jsonl", samples / "index"
    evaluated(questions, index, "--limit", "5", "--out", str(tmp_path))
    result = evaluated(questions, index, "--limit", "5", "--against", str(tmp_path))
    assert "Won: none" in result.stdout
    assert "Lost: none" in result.stdout


def test_the_municipality_of_a_question_restricts_what_is_searched(samples: Path, tmp_path: Path) -> None:
    evaluated(samples / "questions.jsonl", samples / "index", "--limit", "30", "--filter-municipality", "--out", str(tmp_path))
    asked = [json.loads(line) for line in (samples / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
    own = {question["id"]: question["municipality"] for question in asked}
    for line in (tmp_path / "predictions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if own[row["id"]]:
            assert {hit["municipality"] for hit in row["hits"]} <= {own[row["id"]]}


def test_the_figures_come_as_json_too(samples: Path) -> None:
    result = evaluated(samples / "questions.jsonl", samples / "index", "--limit", "3", "--json")
    measures = json.loads(result.stdout)
    assert measures["questions"] == 3
    assert set(measures) == {"made_with", "questions", "all", "kinds", "intervals", "ms"}


@pytest.mark.corpus
def test_the_development_questions_are_found_as_well_as_before(shared: Path, corpus: Path, tmp_path: Path) -> None:
    index = indexed(sorted(corpus.glob("*.txt")), tmp_path / "index")
    result = evaluated(shared / "questions" / "dev.jsonl", index, *floors(DEVELOPMENT_FLOORS))
    assert result.return_value == 0, result.output + result.stderr


def test_what_is_blocked_is_not_found_when_it_is_measured(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def files(out: Path) -> set[str]:
        result = evaluated(samples / "questions.jsonl", samples / "index", "--limit", "1", "--out", str(out))
        assert result.exit_code == 0, result.output
        hits = json.loads((out / "predictions.jsonl").read_text(encoding="utf-8"))["hits"]
        return {hit["file"] for hit in hits}

    first = min(files(tmp_path / "all"))
    (tmp_path / "blocked.toml").write_text(f'files = ["{first}"]\n', encoding="utf-8")
    monkeypatch.setenv("PARAGRAF_BLOCKLIST", str(tmp_path / "blocked.toml"))
    assert first not in files(tmp_path / "rest")
