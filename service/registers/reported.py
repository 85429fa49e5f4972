"""Whether a later § reports what an earlier one ordered: one rule for the way of a matter and for open ends.

It does where it speaks of reporting and holds most of the task's own words, or where its title announces a report; surely where
it also names the § that gave the order.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.dates import MONTHS
from service.understanding.wanted import tokens_of

TOLD_SHARE = 0.6
"""Part of the task's own words that a later § must hold to be taken for its report."""

FEWEST_WORDS = 3

_REPORTS = re.compile(r"(?:åter)?(?:redovis|rapport)|uppdrag", re.IGNORECASE)
_SAYS_NOTHING = frozenset(("senast", "samt", "även", "inom", "till", "från", "under", *MONTHS))


@dataclass(frozen=True, slots=True)
class Later:
    """A later § of the matter: its words, whether it names the § that gave the order, whether its title announces a report."""

    text: str
    names: bool
    is_report: bool


def report(task: str, later: Iterable[Later]) -> tuple[int, bool] | None:
    """Which of the § in order of day reports the task, and whether surely; one that only is titled a report stands last."""
    wanted = _words(task)
    titled: int | None = None
    for at, one in enumerate(later):
        if (one.names and one.is_report) or _tells(wanted, one.text):
            return at, one.names
        if one.is_report and titled is None:
            titled = at
    return None if titled is None else (titled, False)


def _tells(task: frozenset[str], text: str) -> bool:
    return len(task & _words(text)) >= max(FEWEST_WORDS, TOLD_SHARE * len(task)) and _REPORTS.search(text) is not None


def _words(text: str) -> frozenset[str]:
    """The stems that carry a task's meaning."""
    return frozenset(stem for stem in tokens_of(text).stems if not stem.isdigit() and stem not in _SAYS_NOTHING)
