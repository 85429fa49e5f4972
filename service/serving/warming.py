"""What a fresh process reads while it waits, so that nobody waits for it: word lists, and the entries of lists of all records.

One thread, a file at a time. Where there is no index yet, the first question reads as it would without.
"""

import gc
import threading
from contextlib import suppress
from dataclasses import replace
from typing import cast

from flask import Flask

from indexer.errors import ParagrafError
from indexer.index import Access, Filters
from service.answer import answer
from service.resources import Resources
from service.state import State, today

QUESTIONS = (
    "Vad beslutade nämnden om budgeten för nästa år?",
    "What did the board decide about the budget for next year?",
    "Nar antog namnden atgardsplanen for nasta ar?",
    "Vad beslutde kommunstyrelsn om skolskutsen?",
)
"""In each language, without marks, and mistyped: to answer them reads every list of words once."""

COLLECTED_AFTER = (20_000, 20, 100)
"""Objects that the collector of garbage waits for, by generation. What an index keeps in memory is no garbage, and to look through
it all takes a fifth of a second, which stood in the way of every twentieth answer; nearly all else goes without the collector."""


def warm(app: Flask) -> threading.Thread:
    """Begin reading; the thread ends by itself, or with the process."""
    thread = threading.Thread(target=_fill, args=(cast(State, app.extensions["paragraf"]),), name="warming", daemon=True)
    thread.start()
    return thread


def _fill(state: State) -> None:
    # who asks is told what is wrong with the index, and so is /readyz
    with suppress(ParagrafError):
        resources = state.supply.get()
        allowed = state.blocked.now().access(resources.index)
        _ask(resources, allowed)
        resources.ledger.fill(resources.index, allowed)
        gc.collect()
        gc.freeze()
        gc.set_threshold(*COLLECTED_AFTER)


def _ask(resources: Resources, allowed: Access) -> None:
    """No model: nothing is sent anywhere, and nothing paid for."""
    for question in QUESTIONS:
        answer(question, Filters(), replace(resources, generator=None), allowed, today())
