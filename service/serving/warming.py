"""What a fresh process reads while it waits, so that nobody waits for it: the entries that lists of all records are drawn from.

One thread, a file at a time. Where there is no index yet, the first list reads as it would without.
"""

import threading
from contextlib import suppress
from typing import cast

from flask import Flask

from indexer.errors import ParagrafError
from service.state import State


def warm(app: Flask) -> threading.Thread:
    """Begin reading; the thread ends by itself, or with the process."""
    thread = threading.Thread(target=_fill, args=(cast(State, app.extensions["paragraf"]),), name="warming", daemon=True)
    thread.start()
    return thread


def _fill(state: State) -> None:
    # who asks is told what is wrong with the index, and so is /readyz
    with suppress(ParagrafError):
        resources = state.supply.get()
        resources.ledger.fill(resources.index, state.blocked.now().access(resources.index))
