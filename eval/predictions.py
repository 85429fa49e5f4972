"""What the service gave for each question: predictions.jsonl, one JSON object a line. The format is a contract."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from indexer.errors import UsageProblem

NAME = "predictions.jsonl"


class PredictedHit(msgspec.Struct, frozen=True):
    """A hit; `lines` are 1-based lines of the file, `case` a Dnr as written."""

    document: str | None
    file: str
    municipality: str | None
    body: str | None
    date: str | None
    section: str | None
    case: str | None
    status: str | None
    page: int | None
    lines: tuple[int, int] | None
    score: float
    text: str


class PredictedCitation(msgspec.Struct, frozen=True):
    """Where a claim stands; `quote` is verbatim in the file."""

    file: str
    section: str | None
    case: str | None
    page: int | None
    lines: tuple[int, int] | None
    quote: str


class PredictedClaim(msgspec.Struct, frozen=True):
    """A sentence of an answer that held."""

    text: str


class PredictedAnswer(msgspec.Struct, frozen=True):
    """An answer, or a refusal; `dropped_claims` counts what its sources did not bear out. Runs of old have no claims."""

    text: str
    refused: bool
    mode: str
    citations: tuple[PredictedCitation, ...]
    claims: tuple[PredictedClaim, ...] = ()
    dropped_claims: int = 0


class Milliseconds(msgspec.Struct, frozen=True):
    """Time spent."""

    retrieve: float
    answer: float
    total: float


class Prediction(msgspec.Struct, frozen=True):
    """What the service gave for one question: at most twenty hits, best first."""

    id: str
    question: str
    hits: tuple[PredictedHit, ...]
    answer: PredictedAnswer
    ms: Milliseconds


def write(folder: Path, predictions: Iterable[Prediction]) -> None:
    """Write `folder`/predictions.jsonl."""
    (folder / NAME).write_bytes(b"".join(msgspec.json.encode(prediction) + b"\n" for prediction in predictions))


def load(folder: Path) -> dict[str, Prediction]:
    """Predictions of an earlier run, by question id. Raises UsageProblem where there are none."""
    path = folder / NAME if folder.is_dir() else folder
    try:
        lines = path.read_bytes().splitlines()
        found = [msgspec.json.decode(line, type=Prediction) for line in lines if line.strip()]
    except (OSError, msgspec.DecodeError) as error:
        raise UsageProblem(f"No run can be read from {folder}: {error}. Name a folder that `paragraf eval --out` wrote.") from error
    return {prediction.id: prediction for prediction in found}
