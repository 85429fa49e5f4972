"""Behind the key: runs of question sets over time, in all and by kind of question, and what was won and lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, render_template, request

from service.errors import BadParameter
from service.evaluations import plots
from service.evaluations.runs import Change, Run, Runs, changes, figures, kinds, runs
from service.evaluations.words import MEASURES, kind_name, measure_name
from service.pages.keyed import require_key
from service.state import state

blueprint = Blueprint("evaluation", __name__, url_prefix="/utvardering")
blueprint.before_request(require_key)

DRAWN = ("hit@5", "MRR@10", "facts", "trust")
BY_KIND = "trust"
"""The measure drawn by kind until another is chosen: every kind has it."""

RUNS_BY_KIND = 12
"""Runs drawn and listed by kind, the latest: so many that a table of them can be read."""

SHOWN = 50
"""Questions won or lost that are listed; more are counted."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question set as the page shows it: all of it, or one kind of questions."""

    name: str
    runs: Sequence[Run]
    lines: Sequence[plots.Line]
    kinds: Sequence[str]
    small: Sequence[plots.Small]
    won: Sequence[Change]
    lost: Sequence[Change]

    @property
    def latest(self) -> Sequence[Run]:
        """The runs that are shown by kind, the oldest first."""
        return self.runs[-RUNS_BY_KIND:]


@blueprint.get("")
def page() -> str:
    """All runs, a part for each question set; with slag of one kind of questions, with matt another measure by kind."""
    folder = state().config.evaluations
    found = runs(Path(folder)) if folder else Runs({}, 0)
    every_kind = kinds([run for some in found.sets.values() for run in some])
    kind, measure = _asked(every_kind)
    sets = [_shown(name, some, kind, measure) for name, some in found.sets.items() if not kind or kind in kinds(some)]
    return render_template(
        "evaluation.html",
        on=bool(folder),
        sets=sets,
        unread=found.unread,
        kind=kind,
        kinds=every_kind,
        measure=measure,
        measures=MEASURES,
        figures=figures,
        kind_name=kind_name,
        measure_name=measure_name,
        plots=plots,
        shown=SHOWN,
    )


def _asked(every_kind: Sequence[str]) -> tuple[str, str]:
    """The kind ("" for all) and the measure of the address. Raises BadParameter."""
    kind, measure = request.args.get("slag", ""), request.args.get("matt", BY_KIND)
    if kind and kind not in every_kind:
        raise BadParameter(f"slag={kind[:40]} finns inte bland körningarnas frågor.")
    if measure not in MEASURES:
        raise BadParameter(f"matt={measure[:40]} är inget mått. Välj ett av {', '.join(MEASURES)}.")
    return kind, measure


def _shown(name: str, some: Sequence[Run], kind: str, measure: str) -> Shown:
    won, lost = changes(some[-2], some[-1], kind) if len(some) > 1 else ([], [])
    small = [] if kind else plots.by_kind(some[-RUNS_BY_KIND:], measure)
    return Shown(name, some, plots.lines(some, DRAWN, kind), kinds(some), small, won, lost)
