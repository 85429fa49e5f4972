"""A reranker that sentence-transformers loads: a CrossEncoder, from a folder or the Hugging Face hub."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from indexer.errors import ModelProblem
from service.errors import RerankerProblem

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

LONGEST = 512
"""Tokens of question and passage together; a passage has some 300."""
BATCH = 8
"""Pairs scored between two looks at the clock."""


class Reranker(Protocol):
    """Says how well texts answer a question."""

    @property
    def hits(self) -> int:
        """How many of the first hits it orders."""

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """One score a text, the greater the better. Raises RerankerProblem."""


class CrossEncoderReranker:
    """A CrossEncoder and how much it may do for one question."""

    def __init__(self, source: str, *, hits: int, timeout_s: float) -> None:
        self.hits = hits
        self._source = source
        self._timeout_s = timeout_s
        self._model = _loaded(source)

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """One score a text. Raises RerankerProblem when the model fails, or the time is up before all have one."""
        until = time.monotonic() + self._timeout_s
        found: list[float] = []
        for at in range(0, len(texts), BATCH):
            if time.monotonic() > until:
                raise RerankerProblem(
                    f"The reranker {self._source} scored {len(found)} of {len(texts)} hits in {self._timeout_s:g} s. "
                    "Raise PARAGRAF_RERANKER_TIMEOUT_S, lower PARAGRAF_RERANKER_HITS, or take a smaller model."
                )
            found += self._scored([(question, text) for text in texts[at : at + BATCH]])
        return found

    def _scored(self, pairs: list[tuple[str, str]]) -> list[float]:
        try:
            scores = self._model.predict(pairs, show_progress_bar=False)
        except (RuntimeError, ValueError, IndexError) as problem:
            raise RerankerProblem(f"The reranker {self._source} failed: {problem}") from problem
        return [float(score) for score in scores]


def _loaded(source: str) -> "CrossEncoder":
    try:
        # Importing it costs seconds and 400 MB: only who sets a reranker pays.
        from sentence_transformers import CrossEncoder
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        model: CrossEncoder = CrossEncoder(source, local_files_only=Path(source).is_dir(), max_length=LONGEST)
    except ImportError as problem:
        raise ModelProblem(
            f"The reranker {source} needs sentence-transformers, which cannot be imported ({problem}). "
            "Install it, or unset PARAGRAF_RERANKER."
        ) from problem
    except (OSError, ValueError, KeyError, RuntimeError) as problem:
        first_line = (str(problem).strip().splitlines() or [type(problem).__name__])[0]
        raise ModelProblem(
            f"The reranker {source} cannot be loaded: {first_line} Check the name, the network, or PARAGRAF_RERANKER; "
            "a folder with a copy of the model needs no network."
        ) from problem
    if model.num_labels != 1:
        raise ModelProblem(
            f"{source} tells {model.num_labels} classes apart; a reranker gives one score. Set PARAGRAF_RERANKER to another."
        )
    return model
