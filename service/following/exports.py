"""A matter's way as files to keep: the picture, Markdown, and its steps and gaps as a table."""

from collections.abc import Callable, Mapping

from service.following import words
from service.following.markdown import markdown
from service.following.picture import picture
from service.following.records import Case, Gap, Step
from service.serving.exporting import MEDIA, Sheet, as_csv, as_xlsx

HEADS = ("Steg", "Datum", "Vad", "Organ", "§", "Dnr", "Kommun", "Rubrik", "Beslutspunkter", "Anmärkning", "Källa")
WIDE = frozenset(("Rubrik", "Beslutspunkter", "Anmärkning"))
LACKING = "Saknas"

FORMS: Mapping[str, Callable[[Case], bytes]] = {
    "svg": lambda case: picture(case, alone=True).encode(),
    "md": lambda case: markdown(case).encode(),
    "csv": lambda case: as_csv(sheet(case)),
    "xlsx": lambda case: as_xlsx(sheet(case)),
}
"""Files by the ending of their names."""

TYPES: Mapping[str, str] = {**MEDIA, "svg": "image/svg+xml"}


def sheet(case: Case) -> Sheet:
    """The steps by day, with what is lacking between them; last what is lacking and has no day."""
    lines = (*words.in_order(case), *(gap for gap in case.gaps if not gap.date))
    return Sheet("Ärendet", HEADS, [_step(line, case) if isinstance(line, Step) else _gap(line, case) for line in lines], WIDE)


def _step(step: Step, case: Case) -> tuple[str, ...]:
    said = " ".join(f"{point.label}. {point.text}" if point.label else point.text for point in step.points)
    marks = "; ".join(mark for mark in (words.basis(step), words.maturity(step)) if mark)
    known = (step.date, words.kind(step), step.body, step.section, step.case, step.municipality or case.municipality, step.title)
    return (str(step.number), *(text or "" for text in known), said, marks, words.source(step.citation))


def _gap(gap: Gap, case: Case) -> tuple[str, ...]:
    known = (gap.date, f"{LACKING}: {gap.missing}", gap.body, gap.section, case.case, case.municipality)
    return ("", *(text or "" for text in known), "", "", gap.text, words.source(gap.citation) if gap.citation else "")
