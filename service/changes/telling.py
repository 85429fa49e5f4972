"""What changed in a step, in a sentence."""

from collections.abc import Iterator, Sequence

from service.changes.records import Change, ComparedPoint, Stage, Verdict

_VERBS = {
    Verdict.UNCHANGED: "följde",
    Verdict.REWORDED: "följde, med andra ord,",
    Verdict.CHANGED: "ändrade",
}
_SAID = (Change.CHANGED, Change.ADDED, Change.REMOVED, Change.REWORDED)


def told(before: Stage, after: Stage, verdict: Verdict, points: Sequence[ComparedPoint]) -> str:
    """ "Kommunstyrelsen ändrade förslaget från arbetsutskottet 2031-03-04 § 12: punkt 2 ändrad, punkt 3 tillagd." """
    whose = " ".join(part for part in (small(before.body or "förvaltningen"), before.date, before.number) if part)
    what = "förslaget" if before.status == "förslag" else "beslutet"
    changed = ", ".join(_changed(before, after, points)) if verdict is Verdict.CHANGED else ""
    return f"{after.body or 'Nästa instans'} {_VERBS[verdict]} {what} från {whose}{f': {changed}' if changed else ''}."


def _changed(before: Stage, after: Stage, points: Sequence[ComparedPoint]) -> Iterator[str]:
    """Each point that differs, by its label in the later stage, or in the earlier where it was struck."""
    for point in points:
        if point.change in _SAID:
            of_later = point.after is not None
            stage, at = (after, point.after) if of_later else (before, point.before)
            label = _label(stage, at or 0)
            yield f"{label} {point.change}" if label else _whole(point.change)


def _label(stage: Stage, at: int) -> str:
    return "" if len(stage.points) == 1 else f"punkt {stage.points[at].label or at + 1}"


def _whole(change: Change) -> str:
    return {Change.CHANGED: "innehållet ändrat", Change.ADDED: "en punkt tillagd", Change.REMOVED: "en punkt struken"}.get(
        change, str(change)
    )


def small(body: str) -> str:
    """The name of a body within a sentence."""
    return body if body[1:2].isupper() else body[:1].lower() + body[1:]
