"""A run as it is kept to be shown beside others: figures in all, by kind and of each question. The service's page of runs reads it."""

from datetime import datetime
from pathlib import Path

import msgspec

from eval.measures import Judged
from eval.outcome import Outcome

FILE = "run.json"
SHOWN = ("hit@5", "MRR@10", "facts", "cited", "refused_rightly", "wrongly_refused", "trust")
"""Measures kept of each kind."""
OF_QUESTIONS = ("MRR@10", "facts", "trust")
"""Measures kept of each question: what was won and lost is told by them."""


def as_dict(outcome: Outcome, at: datetime) -> dict[str, object]:
    """The run: when, made with what, its figures."""
    return {
        "at": at.isoformat(timespec="seconds"),
        "made_with": dict(outcome.made_with),
        "questions": len(outcome.judged),
        "all": {name: outcome.figures[name] for name in SHOWN},
        "kinds": {kind: {"n": count, **{name: figures[name] for name in SHOWN}} for kind, (count, figures) in outcome.groups.items()},
        "each": [_question(row) for row in outcome.judged],
    }


def _question(row: Judged) -> dict[str, object]:
    figures = {name: value for name in OF_QUESTIONS if (value := row.figures.get(name)) is not None}
    return {"id": row.question.id, "kind": row.question.kind, "question": row.question.question, "figures": figures}


def write(folder: Path, outcome: Outcome, at: datetime) -> None:
    """Write it into the run's folder."""
    (folder / FILE).write_bytes(msgspec.json.format(msgspec.json.encode(as_dict(outcome, at)), indent=1) + b"\n")
