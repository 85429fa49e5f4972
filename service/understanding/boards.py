"""Boards by what they do: the task that one municipality gives a socialnämnd, another gives a board of another name.

A board's name says its tasks. What shares a task with a board that the question names is preferred a little, and nothing is
left out for it; kommunstyrelsen and kommunfullmäktige are everywhere and need no such help.
"""

from collections.abc import Iterable
from functools import lru_cache

from indexer import bodies
from service.understanding.kinds import fold

_TASKS = (
    ("social", "individ", "familje", "omsorg", "vard", "stod", "valfard"),
    ("aldre", "omsorg", "vard", "social"),
    ("skol", "utbildning", "bildning", "barn", "larande", "gymnasi"),
    ("bygg", "samhall", "stadsmiljo", "stadsutveckling"),
    ("miljo", "klimat", "halsoskydd", "bygg"),
    ("kultur", "bibliotek", "fritid"),
    ("fritid", "idrott", "kultur"),
    ("tekni", "gatu", "trafik", "fastighet", "service", "samhall"),
    ("arbetsmarknad", "integration", "naringsliv"),
)
"""Parts of names (a–z) that stand for one task."""


def of_same_task(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """The indexed boards that may have the tasks of those that a question names, these themselves left out.

    >>> of_same_task("Vad sa socialnämnden?", ["Familje- och utbildningsnämnden", "Byggnadsnämnden"])
    ('Familje- och utbildningsnämnden',)
    """
    named = [name for name, _ in bodies.named(text)]
    wanted = {task for name in named for task in _tasks(name)}
    return tuple(sorted(name for name in known if name not in named and wanted & _tasks(name))) if wanted else ()


@lru_cache(maxsize=1 << 12)
def _tasks(name: str) -> frozenset[int]:
    """The tasks that a board's name says; none for what is no nämnd."""
    folded = fold(name)
    if "namnd" not in folded:
        return frozenset()
    return frozenset(number for number, parts in enumerate(_TASKS) if any(part in folded for part in parts))
