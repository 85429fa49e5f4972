"""An answer as server-sent events: the hits, each claim with its citations, then the whole answer.

A client that only reads `done` gets what the JSON answer holds.
"""

import json
from collections.abc import Iterator

from service import shown
from service.records import Answer


def as_events(answer: Answer) -> Iterator[str]:
    """The events in order: hits, claim …, done."""
    whole = shown.answer(answer)
    yield _event("hits", {"hits": whole["hits"]})
    for claim in answer.claims:
        yield _event("claim", {"text": claim.text, "citations": list(claim.citations), "verified": claim.verified})
    yield _event("done", whole)


def _event(name: str, data: object) -> str:
    # JSON holds no bare line break, so one data line is always enough
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
