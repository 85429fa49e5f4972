"""A matter's way as Markdown to keep. Text of documents is given as text: what Markdown would obey is escaped."""

from collections.abc import Iterator

from service.following import words
from service.following.records import Case, Step
from service.serving.exporting import plain


def markdown(case: Case) -> str:
    """The matter with its steps, quotes and full references."""
    return "\n".join(_lines(case)) + "\n"


def _lines(case: Case) -> Iterator[str]:
    yield f"# {plain(words.heading(case))}"
    yield ""
    yield plain(" ".join(part for part in (case.read_as, case.standing) if part))
    for step in case.steps:
        yield ""
        yield f"## {step.number}. {words.day(step)} {plain(words.place(step))}: {plain(words.kind(step))}"
        yield ""
        yield from _step(step)
    for line in words.ending(case):
        yield f"- {plain(line[2:])}" if line.startswith("- ") else plain(line)


def _step(step: Step) -> Iterator[str]:
    marks = [mark for mark in (step.title if step.section else None, words.basis(step), words.maturity(step)) if mark]
    if marks:
        yield f"{plain('; '.join(marks))}\n"
    for said in (*(point.text for point in step.points), *(each.quote for each in (*step.votes, *step.reservations))):
        yield f"> {plain(said)}\n"
    for one in step.attachments:
        yield f"- Bilaga: {plain(words.attachment(one))}"
    yield f"Källa: {plain(words.source(step.citation))}"
