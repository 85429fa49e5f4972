"""Prometheus measures of one app, in a registry of its own so that several apps can live in one process.

Labels are route names, modes and codes: never a question, a file or a person.
"""

import os

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from service.config import SHARED_MEASURES
from service.finding.reranking import Reranking
from service.records import Answer, Timing

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
"""Others are counted together: a client could invent any number of them."""


class Metrics:
    """Counters and histograms, and their text form."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._requests = Counter(
            "paragraf_requests", "Requests by route and status.", ("method", "route", "status"), registry=self._registry
        )
        self._request_seconds = Histogram(
            "paragraf_request_seconds", "Time to answer a request.", ("route",), buckets=_SECONDS, registry=self._registry
        )
        self._answers = Counter("paragraf_answers", "Answers by mode and outcome.", ("mode", "outcome"), registry=self._registry)
        self._dropped = Counter("paragraf_dropped_claims", "Claims that their source did not bear out.", registry=self._registry)
        self._rerankings = Counter(
            "paragraf_rerankings", "Questions by what became of the reranking.", ("outcome",), registry=self._registry
        )
        self._stage_seconds = Histogram(
            "paragraf_stage_seconds", "Time spent on a stage of answering.", ("stage",), buckets=_SECONDS, registry=self._registry
        )

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request; `route` is the rule ("/api/search"), never the path."""
        self._requests.labels(method if method in _METHODS else "other", route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)

    def answer(self, answer: Answer) -> None:
        """Count one answer with its stages."""
        self._answers.labels(answer.mode, "refused" if answer.refused else "answered").inc()
        self._dropped.inc(answer.dropped_claims)
        self.stages(answer.ms)

    def reranking(self, outcome: Reranking) -> None:
        """Count what became of one question's reranking, where one is set."""
        if outcome is not Reranking.OFF:
            self._rerankings.labels(str(outcome)).inc()

    def stages(self, ms: Timing) -> None:
        """Observe the stages of one answer or comparison."""
        self._stage_seconds.labels("retrieve").observe(ms.retrieve / 1000)
        self._stage_seconds.labels("answer").observe(ms.answer / 1000)

    def text(self) -> bytes:
        """All measures in Prometheus' text format; of all processes where several answer, as any of them may be asked."""
        if SHARED_MEASURES not in os.environ:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # it has no types
        return generate_latest(together)
