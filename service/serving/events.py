"""An answer as server-sent events: the hits, what a language model writes as it comes, each claim, then the whole answer.

A client that only reads `done` gets what the JSON answer holds. What `token` brings is not yet checked: the claims are.
"""

import json
from collections.abc import Iterable, Iterator

from service import shown
from service.answer import Step
from service.records import Answer, Found, Wrote


def as_events(steps: Iterable[Step]) -> Iterator[str]:
    """The events in order: hits, token …, claim …, done. Another `hits` begins the answer anew."""
    for step in steps:
        match step:
            case Found(hits):
                yield event("hits", {"hits": [shown.hit(hit) for hit in hits]})
            case Wrote(text):
                yield event("token", {"text": text})
            case Answer():
                for claim in step.claims:
                    yield event("claim", {"text": claim.text, "citations": list(claim.citations), "verified": claim.verified})
                yield event("done", shown.answer(step))


def event(name: str, data: object) -> str:
    """One event."""
    # JSON holds no bare line break, so one data line is always enough
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
