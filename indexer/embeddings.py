"""Texts → vectors of unit length. Knows each model's source, prefixes, dimension and length.

The bundled model is a table of rows whose mean is the vector, so it needs neither torch nor sentence-transformers;
every other model is loaded by sentence-transformers, which is imported only then.
"""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy
from numpy.typing import NDArray

from indexer.errors import ModelProblem
from indexer.index import Vector

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[numpy.float32]

BUNDLED = Path(__file__).parent / "data" / "model"
_BATCH = 256
_ENDS_HASHED = 1 << 16


class Embedder(Protocol):
    """One loaded model. A text that gives nothing has an all-zero row."""

    @property
    def name(self) -> str:
        """Identity of the model: other weights have another name."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def documents(self, texts: Sequence[str]) -> Vectors:
        """One row a text, as something to be found."""

    def query(self, text: str) -> Vector:
        """One vector, as something to find by."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a model asks of its callers. `source` is its name on the Hugging Face hub."""

    source: str
    dimension: int
    max_tokens: int
    query_prefix: str = ""
    document_prefix: str = ""


REGISTRY = {
    "e5-small": Known("intfloat/multilingual-e5-small", 384, 512, "query: ", "passage: "),
    "e5-base": Known("intfloat/multilingual-e5-base", 768, 512, "query: ", "passage: "),
    "e5-large": Known("intfloat/multilingual-e5-large", 1024, 512, "query: ", "passage: "),
    "bekko-a25m": Known("hotchpotch/bekko-embedding-v1-a25m", 384, 8192),
    "bge-m3": Known("BAAI/bge-m3", 1024, 8192),
    "arctic-embed-l-v2.0": Known("Snowflake/snowflake-arctic-embed-l-v2.0", 1024, 8192, "query: "),
}
"""Models with a short name; the name on the hub serves too. A folder keeps the prefixes of the one whose own name it has
("multilingual-e5-small")."""


def load(name: str = "bundled") -> Embedder:
    """The model of a name: "bundled", one of `REGISTRY` (its short name or its source), or a folder. Raises ModelProblem."""
    if name == "bundled":
        return TableEmbedder(BUNDLED)
    short = next((short for short, known in REGISTRY.items() if name in (short, known.source)), None)
    if short is not None:
        return TransformerEmbedder(short, REGISTRY[short].source, REGISTRY[short])
    folder = Path(name).expanduser()
    if name and folder.is_dir():
        return TransformerEmbedder(f"{folder.name}-{fingerprint(folder)}", str(folder), _known_by_folder(folder.name))
    raise ModelProblem(
        f"Unknown embedding model {name!r}: neither a folder nor one of bundled, {', '.join(REGISTRY)}. "
        "Set PARAGRAF_MODEL (or --model) to one of these, or to a folder that sentence-transformers can load."
    )


def fingerprint(folder: Path) -> str:
    """A short identity of the files of a model, from their names, sizes and ends (weights may be gigabytes)."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".safetensors", ".bin", ".json"}):
        found.update(f"{path.relative_to(folder).as_posix()}:{path.stat().st_size}".encode())
        with path.open("rb") as file:
            found.update(file.read(_ENDS_HASHED))
            file.seek(max(0, path.stat().st_size - _ENDS_HASHED))
            found.update(file.read())
    return found.hexdigest()[:8]


def _known_by_folder(folder: str) -> Known | None:
    """A copy in a folder keeps the prefixes of its original where the folder has the original's name."""
    return next((known for known in REGISTRY.values() if known.source.split("/")[1].casefold() == folder.casefold()), None)


class TableEmbedder:
    """A StaticEmbedding folder, computed by numpy: the mean of the rows of a text's tokens."""

    def __init__(self, folder: Path) -> None:
        # A service that embeds with another model never pays for these two.
        from safetensors import SafetensorError
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        try:
            # from_file raises bare Exception where from_buffer names what is wrong.
            self._tokenizer = Tokenizer.from_buffer((folder / "tokenizer.json").read_bytes())
            self._table = load_file(folder / "model.safetensors")["embedding.weight"]
            self.name = f"bundled-{(folder / 'identity.txt').read_text(encoding='ascii').strip()}"
        except (OSError, KeyError, ValueError, SafetensorError) as problem:
            raise ModelProblem(f"The bundled model in {folder} cannot be read ({problem}). Install Paragraf again.") from problem
        self.dimension = int(self._table.shape[1])

    def documents(self, texts: Sequence[str]) -> Vectors:
        """One row a text; texts are cut into batches so that memory stays bounded."""
        rows = numpy.zeros((len(texts), self.dimension), dtype=numpy.float32)
        for at in range(0, len(texts), _BATCH):
            for offset, encoding in enumerate(self._tokenizer.encode_batch_fast(list(texts[at : at + _BATCH]), add_special_tokens=False)):
                if encoding.ids:
                    rows[at + offset] = self._table[encoding.ids].sum(axis=0, dtype=numpy.float32)
        return unit(rows)

    def query(self, text: str) -> Vector:
        """Queries and documents are embedded alike."""
        vector: Vector = self.documents([text])[0]
        return vector


class TransformerEmbedder:
    """Any model that sentence-transformers loads."""

    def __init__(self, name: str, source: str, known: Known | None) -> None:
        self.name = name
        self._known = known or Known(source, 0, 0)
        self._model = _loaded(source)
        longest = self._model.max_seq_length
        if self._known.max_tokens and longest and self._known.max_tokens < longest < math.inf:
            self._model.max_seq_length = self._known.max_tokens
        self.dimension = len(self.query("Paragraf"))
        if self._known.dimension not in (0, self.dimension):
            raise ModelProblem(
                f"{source} gives {self.dimension} dimensions where {self._known.dimension} were expected: it is another model."
            )

    def documents(self, texts: Sequence[str]) -> Vectors:
        """One row a text, each with the model's prefix for documents."""
        return self._encoded(texts, self._known.document_prefix)

    def query(self, text: str) -> Vector:
        """One vector, with the model's prefix for queries."""
        vector: Vector = self._encoded([text], self._known.query_prefix)[0]
        return vector

    def _encoded(self, texts: Sequence[str], prefix: str) -> Vectors:
        found = self._model.encode(list(texts), prompt=prefix or None, convert_to_numpy=True, show_progress_bar=False)
        rows = numpy.asarray(found, dtype=numpy.float32).reshape(len(texts), -1)
        rows[[not text.strip() for text in texts]] = 0.0
        return unit(rows)


def unit(rows: Vectors) -> Vectors:
    """Each row at length 1; an all-zero row stays."""
    lengths = numpy.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Vectors = numpy.divide(rows, lengths, out=numpy.zeros_like(rows), where=lengths > 0)
    return scaled


def _loaded(source: str) -> "SentenceTransformer":
    try:
        # Importing it costs seconds and 400 MB: only who names such a model pays.
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        return SentenceTransformer(source, local_files_only=Path(source).is_dir())
    except ImportError as problem:
        raise ModelProblem(
            f"{source} needs sentence-transformers, which cannot be imported ({problem}). Install it, or use 'bundled'."
        ) from problem
    except (OSError, ValueError, KeyError, RuntimeError) as problem:
        first_line = (str(problem).strip().splitlines() or [type(problem).__name__])[0]
        raise ModelProblem(
            f"The embedding model {source} cannot be loaded: {first_line} "
            "Check the name, the network, or PARAGRAF_MODEL; a folder with a copy of the model needs no network."
        ) from problem
