"""What one app holds while it runs: its settings, what it answers from, its measures and its log.

The resources are opened when first needed and again while that fails, so that the service starts without an index
and answers as soon as there is one.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast

from flask import current_app, g
from structlog.typing import FilteringBoundLogger

from indexer.errors import ParagrafError
from indexer.gathering.blocklist import Watched
from indexer.index import Access
from service.config import Config
from service.errors import NoIndex
from service.resources import Resources
from service.serving.metrics import Metrics
from service.serving.pictures import Pictures

RETRY_AFTER_S = 2.0
"""A missing index is looked for at most this often, so that a flood of requests does not hammer a failing server."""

Opener = Callable[[Config], Resources]


class Supply:
    """Gives the resources; opens them once, or tells why that fails."""

    def __init__(self, config: Config, opener: Opener, retry_after_s: float = RETRY_AFTER_S) -> None:
        self._config = config
        self._opener = opener
        self._retry_after_s = retry_after_s
        self._lock = threading.Lock()
        self._resources: Resources | None = None
        self._failure: ParagrafError | None = None
        self._tried_at = float("-inf")

    def get(self) -> Resources:
        """The resources. Raises NoIndex, caused by what stood in the way."""
        opened = self._resources
        if opened is None:
            with self._lock:
                opened = self._resources or self._open()
        if opened is None:
            raise NoIndex("Det går inte att söka just nu: indexet saknas eller svarar inte.") from self._failure
        return opened

    def _open(self) -> Resources | None:
        """Try, unless the last try failed just now."""
        if time.monotonic() - self._tried_at >= self._retry_after_s:
            try:
                self._resources = self._opener(self._config)
            except ParagrafError as problem:
                self._failure = problem
            self._tried_at = time.monotonic()
        return self._resources

    def close(self) -> None:
        """Let go of the index."""
        with self._lock:
            if self._resources is not None:
                self._resources.index.close()
            self._resources = None


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the views of one app share."""

    config: Config
    supply: Supply
    metrics: Metrics
    log: FilteringBoundLogger
    blocked: Watched
    pictures: Pictures


def state() -> State:
    """The state of the app that handles this request."""
    return cast(State, current_app.extensions["paragraf"])


def access() -> Access:
    """What the caller of this request may read: today the same for everybody, without what is blocked by now."""
    blocked = state().blocked.now()
    if g.get("blocked") is not blocked:  # to find blocked contents, all files are gone through: once a request
        g.blocked, g.access = blocked, blocked.access(state().supply.get().index)
    return cast(Access, g.access)


def today() -> date:
    """The day by this machine's clock."""
    return datetime.now(UTC).astimezone().date()


def cause_of(problem: NoIndex) -> str:
    """The operator's sentence behind a NoIndex."""
    return str(problem.__cause__ or problem)
