"""The bundled model needs no torch and gives what sentence-transformers gives; every other model is loaded or refused in words."""

import json
import subprocess
import sys
from pathlib import Path

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import embeddings
from indexer.embeddings import BUNDLED, REGISTRY, Embedder, fingerprint, load
from indexer.errors import ModelProblem

TEXTS = [
    "Ekköpings kommun · Barnnämnden · § 12\nNämnden beslutar att höja avgiften för lovskola.",
    "Vattenverket vid Norra sjön byggs om.",
    "Ndmnden beslutar att h6ja avgiften",
    "2024/00012",
    "日本語",
    "",
]


@pytest.fixture(scope="module")
def bundled() -> Embedder:
    return load()


def test_texts_about_the_same_thing_are_nearer(bundled: Embedder) -> None:
    near = bundled.documents(TEXTS) @ bundled.query("Vad kostar lovskolan i avgift?")
    assert near.argmax() == 0


def test_vectors_have_unit_length_and_empty_texts_none(bundled: Embedder) -> None:
    lengths = numpy.linalg.norm(bundled.documents(TEXTS), axis=1)
    assert lengths[:4] == pytest.approx(1.0, abs=1e-5)
    assert lengths[-1] == 0.0


def test_no_texts_give_no_rows(bundled: Embedder) -> None:
    assert bundled.documents([]).shape == (0, bundled.dimension)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_a_text_has_the_same_vector_in_any_company(bundled: Embedder, texts: list[str]) -> None:
    together = bundled.documents(texts)
    assert together.dtype == numpy.float32
    assert numpy.isfinite(together).all()
    assert all(numpy.allclose(row, bundled.query(text), atol=1e-6) for row, text in zip(together, texts, strict=True))


def test_the_bundled_model_is_named_by_its_content(bundled: Embedder) -> None:
    assert bundled.name == f"bundled-{fingerprint(BUNDLED)}"


def test_the_bundled_model_is_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in BUNDLED.iterdir()) <= 10_000_000


def test_the_bundled_model_answers_without_torch() -> None:
    code = (
        "import sys\nfrom indexer.embeddings import load\nload().query('avgift')\n"
        "sys.exit(1 if {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).resolve().parents[2])


@pytest.mark.parametrize("name", ["no-such-model", "/no/such/folder", ""])
def test_an_unknown_model_is_refused_with_what_is_known(name: str) -> None:
    with pytest.raises(ModelProblem, match=r"e5-small.*PARAGRAF_MODEL") as caught:
        load(name)
    assert repr(name) in str(caught.value)


def test_a_broken_bundled_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelProblem, match="Install Paragraf again"):
        embeddings.TableEmbedder(tmp_path)


def test_a_damaged_tokenizer_is_refused(tmp_path: Path) -> None:
    for path in BUNDLED.iterdir():
        (tmp_path / path.name).write_bytes(b"{" if path.name == "tokenizer.json" else path.read_bytes())
    with pytest.raises(ModelProblem, match="Install Paragraf again"):
        embeddings.TableEmbedder(tmp_path)


def test_other_weights_have_another_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"a" * 200_000)
    one = fingerprint(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"a" * 199_999 + b"b")
    assert fingerprint(tmp_path) != one


@pytest.mark.parametrize("known", REGISTRY.values(), ids=REGISTRY)
def test_registered_models_say_what_they_need(known: embeddings.Known) -> None:
    assert known.source.count("/") == 1
    assert known.dimension > 0
    assert known.max_tokens >= 512


@pytest.mark.model
class TestSentenceTransformers:
    """The same folder through the library that loads every other model."""

    def test_both_ways_give_the_same_vectors(self, bundled: Embedder) -> None:
        other = load(str(BUNDLED))
        assert other.dimension == bundled.dimension
        assert numpy.allclose(other.documents(TEXTS), bundled.documents(TEXTS), atol=1e-3)
        assert numpy.allclose(other.query(TEXTS[0]), bundled.query(TEXTS[0]), atol=1e-3)

    def test_a_copy_keeps_the_prefixes_of_its_original(self, tmp_path: Path, bundled: Embedder) -> None:
        folder = tmp_path / "snowflake-arctic-embed-l-v2.0"
        folder.mkdir()
        for path in BUNDLED.iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        with pytest.raises(ModelProblem, match=f"gives {bundled.dimension} dimensions where 1024 were expected"):
            load(str(folder))

    def test_a_folder_that_holds_no_model_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "config.json").write_text(json.dumps({"model_type": "nothing known"}), encoding="utf-8")
        with pytest.raises(ModelProblem, match="cannot be loaded"):
            load(str(tmp_path))
