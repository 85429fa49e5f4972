"""A run in TREC's formats, for other evaluation tools: `run.trec` and `qrels.trec`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.measures import trec
from eval.predictions import Prediction
from eval.questions import GoldQuestion


def write(folder: Path, questions: Sequence[GoldQuestion], predictions: Mapping[str, Prediction]) -> None:
    """Write both files. Scores fall with the rank, so that no tool reorders ties."""
    made = trec(questions, predictions)
    (folder / "qrels.trec").write_text("".join(f"{question} 0 {piece} 1\n" for question, piece in made.qrels), encoding="utf-8")
    lines = (f"{question} Q0 {name} {rank} {1 / rank:.6f} paragraf\n" for question, name, rank in made.found)
    (folder / "run.trec").write_text("".join(lines), encoding="utf-8")
