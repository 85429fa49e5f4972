"""Behind the key: runs of question sets over time, by kind, and what was won and lost."""

from pathlib import Path

from flask import Blueprint, render_template

from service.evaluations import plots
from service.evaluations.runs import changes, runs
from service.pages.keyed import require_key
from service.state import state

blueprint = Blueprint("evaluation", __name__, url_prefix="/utvardering")
blueprint.before_request(require_key)

MEASURES = ("hit@5", "MRR@10", "facts", "cited", "refused_rightly", "trust")
DRAWN = ("hit@5", "MRR@10", "facts", "trust")
SHOWN = 50
"""Questions won or lost that are listed; more are counted."""


@blueprint.get("")
def page() -> str:
    """All runs, a part for each question set."""
    folder = state().config.evaluations
    found = runs(Path(folder)) if folder else None
    shown = []
    for name, some in (found.sets if found else {}).items():
        won, lost = changes(some[-2], some[-1]) if len(some) > 1 else ([], [])
        shown.append({"name": name, "runs": some, "lines": plots.lines(some, DRAWN), "won": won, "lost": lost})
    return render_template(
        "evaluation.html",
        on=bool(folder),
        sets=shown,
        unread=found.unread if found else 0,
        measures=MEASURES,
        plot=plots,
        shown=SHOWN,
    )
