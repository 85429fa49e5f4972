"""Reads the runs in a folder: one folder each, its run.json. What is no run, or too large, is left out and counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import msgspec

FILE = "run.json"
MAX_BYTES = 20 * 1024 * 1024
MOST = 200
"""Runs shown: the latest."""

Figures = Mapping[str, float | None]


class AskedQuestion(msgspec.Struct, frozen=True):
    """A question of a run with its figures."""

    id: str
    kind: str
    question: str
    figures: Figures


class Run(msgspec.Struct, frozen=True):
    """One run. `kinds`: kind → figures and `n`, the number of its questions."""

    at: str
    made_with: Mapping[str, str]
    questions: int
    all: Figures
    kinds: Mapping[str, Figures]
    each: tuple[AskedQuestion, ...]
    name: str = ""

    @property
    def question_set(self) -> str:
        """The question set with its hash: only runs over the same one compare."""
        return self.made_with.get("questions", "")


@dataclass(frozen=True, slots=True)
class Change:
    """One question whose figure moved between two runs."""

    question: AskedQuestion
    measure: str
    old: float
    new: float


@dataclass(frozen=True, slots=True)
class Runs:
    """What the folder holds. `unread` counts run.json files that could not be read."""

    sets: Mapping[str, Sequence[Run]]
    unread: int


def runs(folder: Path) -> Runs:
    """The runs by question set, each set's oldest first."""
    found, unread = [], 0
    for path in sorted(folder.glob(f"*/{FILE}")):
        run = _run(path)
        if run is None:
            unread += 1
        else:
            found.append(run)
    latest = sorted(found, key=lambda run: run.at)[-MOST:]
    by_set = sorted(latest, key=lambda run: (run.question_set, run.at))
    return Runs({name: list(some) for name, some in groupby(by_set, lambda run: run.question_set)}, unread)


def _run(path: Path) -> Run | None:
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        return msgspec.structs.replace(msgspec.json.decode(path.read_bytes(), type=Run), name=path.parent.name)
    except (OSError, msgspec.DecodeError):
        return None


def kinds(runs: Sequence[Run]) -> list[str]:
    """The kinds of questions that any run has, those of the latest first."""
    return list(dict.fromkeys(kind for run in reversed(runs) for kind in run.kinds))


def figures(run: Run, kind: str) -> Figures:
    """A run's figures for a kind of questions; for all of them where it is empty."""
    return run.kinds.get(kind, {}) if kind else {**run.all, "n": float(run.questions)}


def changes(old: Run, new: Run, kind: str = "") -> tuple[list[Change], list[Change]]:
    """What was won and lost from one run to the next, of a kind or of all: the first measure of a question that moved."""
    before = {each.id: each for each in old.each}
    won: list[Change] = []
    lost: list[Change] = []
    for question in new.each:
        earlier = before.get(question.id) if kind in ("", question.kind) else None
        moved = _moved(earlier, question) if earlier else None
        if moved:
            (won if moved.new > moved.old else lost).append(moved)
    return won, lost


def _moved(old: AskedQuestion, new: AskedQuestion) -> Change | None:
    for measure in ("trust", "facts", "MRR@10"):
        was, now = old.figures.get(measure), new.figures.get(measure)
        if was is not None and now is not None and was != now:
            return Change(new, measure, was, now)
    return None
