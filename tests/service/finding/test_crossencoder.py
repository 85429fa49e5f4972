"""The reranker's own loading code, on a CrossEncoder of random weights that is made here."""

from pathlib import Path

import pytest

from indexer.errors import ModelProblem
from service.errors import RerankerProblem
from service.finding.crossencoder import BATCH, CrossEncoderReranker
from tests.service.made_reranker import made_reranker

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_reranker(tmp_path_factory.mktemp("made") / "reranker")


def test_every_text_has_one_score_whatever_its_company(folder: Path) -> None:
    reranker = CrossEncoderReranker(str(folder), hits=20, timeout_s=60)
    texts = ["avgift skola", "bro", "", *["skola"] * BATCH]
    scores = reranker.scores("vad kostar skola ?", texts)
    assert len(scores) == len(texts)
    assert scores[0] != scores[1]
    assert reranker.scores("vad kostar skola ?", ["bro"]) == pytest.approx([scores[1]], abs=1e-5)


def test_a_long_passage_is_cut_and_not_refused(folder: Path) -> None:
    assert len(CrossEncoderReranker(str(folder), hits=20, timeout_s=60).scores("avgift", ["skola " * 2_000])) == 1


def test_no_time_is_said_with_what_to_do(folder: Path) -> None:
    reranker = CrossEncoderReranker(str(folder), hits=20, timeout_s=-1)
    with pytest.raises(RerankerProblem, match=r"scored 0 of 2 hits.*PARAGRAF_RERANKER_TIMEOUT_S"):
        reranker.scores("avgift", ["skola", "bro"])


def test_a_folder_that_holds_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelProblem, match=r"cannot be loaded.*PARAGRAF_RERANKER"):
        CrossEncoderReranker(str(tmp_path), hits=20, timeout_s=1)


def test_a_model_that_tells_classes_apart_is_no_reranker(tmp_path: Path) -> None:
    with pytest.raises(ModelProblem, match="3 classes"):
        CrossEncoderReranker(str(made_reranker(tmp_path / "classes", labels=3)), hits=20, timeout_s=1)
