"""A language model that is left in peace for a while after it failed several times in a row.

Readers then get the documents' own words at once, instead of waiting for a server that is down.
"""

import threading
import time
from collections.abc import Callable, Iterator

from service.errors import ContextOverflow, GeneratorProblem, GeneratorRests
from service.generate import LanguageModel

FAILURES = 3

REST_S = 60.0


class Breaker:
    """The model, not asked for `rest_s` after `failures` in a row; then one question tries, while the others still wait."""

    def __init__(
        self, model: LanguageModel, failures: int = FAILURES, rest_s: float = REST_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = model.name
        self.context_tokens = model.context_tokens
        self._model = model
        self._most = failures
        self._rest_s = rest_s
        self._clock = clock
        self._lock = threading.Lock()
        self._failed = 0
        self._until = 0.0

    @property
    def resting(self) -> bool:
        """Whether the model is not asked now."""
        return self._failed >= self._most and self._clock() < self._until

    def stream(self, prompt: str, answer_tokens: int) -> Iterator[str]:
        """What the model writes. Raises GeneratorRests without asking it while it rests."""
        self._begin()
        try:
            yield from self._model.stream(prompt, answer_tokens)
        except ContextOverflow:
            # it answered: the prompt was at fault
            raise
        except GeneratorProblem:
            self._end(failed=True)
            raise
        self._end(failed=False)

    def _begin(self) -> None:
        with self._lock:
            if self.resting:
                raise GeneratorRests(
                    f"The model {self.name} failed {self._failed} times in a row; it is asked again within {self._rest_s:g} s."
                )
            if self._failed >= self._most:
                self._until = self._clock() + self._rest_s

    def _end(self, *, failed: bool) -> None:
        with self._lock:
            self._failed = self._failed + 1 if failed else 0
            if failed and self._failed >= self._most:
                self._until = self._clock() + self._rest_s
