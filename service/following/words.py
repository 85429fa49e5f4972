"""A matter's way in words: what each step is, where it stands, what is lacking; and all of it as plain lines."""

import re
from collections.abc import Iterator

from service.following.records import Attachment, Basis, Bond, Candidate, Case, Choice, Cited, Gap, Order, Relation, Step, StepKind
from service.shown import LINED

_NO_DAY = "utan datum"
_NO_TITLE = re.compile(r"(?:med |vänlig|hälsning|skickat:|från:|till:|tel|e-post|här kommer)", re.IGNORECASE)
"""How a letter begins that has no title."""


def kind(step: Step) -> str:
    """What the step is: "Förslag till kommunfullmäktige", "Beslut: avslag"."""
    said = str(step.kind).capitalize()
    if step.kind is StepKind.INITIATIVE and step.title and not step.held:
        said = step.title
    if step.recipient and step.kind is not StepKind.DRAFT:
        said += f" till {step.recipient[0].lower()}{step.recipient[1:]}"
    told = step.outcome if step.kind in (StepKind.DECISION, StepKind.DECISION_AND_PROPOSAL, StepKind.PROPOSAL) else None
    return f"{said} ({told})" if told else said


def place(step: Step) -> str:
    """Body and §; of a step that is not here where it is named."""
    if not step.held and step.by:
        return f"Omnämnt i {step.by}"
    return " ".join(part for part in (step.body, step.section) if part) or (step.title or "okänd avsändare")


def day(step: Step) -> str:
    """The day, or that there is none."""
    return step.date or _NO_DAY


def basis(step: Step) -> str | None:
    """Why the step is of the matter, where it does not have the Dnr itself."""
    if step.basis is Basis.CASE:
        return None
    by = f": {step.by}" if step.by else ""
    known = {
        Basis.REFERENCE: f"knutet genom hänvisning{by}",
        Basis.MENTION: f"känt genom omnämnande{by}" if step.held else "känt genom omnämnande, handlingen finns inte här",
        Basis.ATTACHED: f"bilaga{by}",
        Basis.TITLE: f"slutsats av rubriken, inget nummer knyter samman{by}",
    }
    return known[step.basis]


def maturity(step: Step) -> str | None:
    """Minutes that are not final."""
    return {"utkast": "utkast, inget beslut", "ojusterat": "ojusterat protokoll"}.get(step.maturity or "")


def source(cited: Cited) -> str:
    """File, page and lines."""
    lined = cited.file.casefold().endswith(LINED)
    lines = f", rad {cited.lines[0]}–{cited.lines[1]}" if cited.lines[0] != cited.lines[1] else f", rad {cited.lines[0]}"
    return f"{cited.file} s. {cited.page}{lines if lined else ''}"


def relation(one: Relation) -> str:
    """ "ersätter Kommunstyrelsen 2021-03-09 § 41 (KS 2021/18)"."""
    where = " ".join(part for part in (one.body, one.date, one.section) if part) or (one.title or "")
    named = f" {one.title}" if one.title and one.section else ""
    case = f" (Dnr {one.case})" if one.case else ""
    proposed = "föreslås: " if one.proposed else ""
    absent = "" if one.held or one.bond in (Bond.REPLACED_BY, Bond.REPEALED_BY, Bond.SUPPLEMENTED_BY) else ", finns inte här"
    return f"{proposed}{one.bond} {where}{case}{named}{absent}"


def attachment(one: Attachment) -> str:
    """What a paper is called: its title, where that is one."""
    return one.title if one.title and not _NO_TITLE.match(one.title) else one.kind.capitalize()


def known_of(one: Attachment) -> str:
    """What else is known of a paper: its kind, who wrote it and when, its own Dnr."""
    kind = one.kind if attachment(one) != one.kind.capitalize() else None
    day = one.date if one.date and one.date not in (one.issuer or "") else None
    return ", ".join(part for part in (kind, one.issuer, day, f"Dnr {one.case}" if one.case else None) if part)


def reported(order: Order, case: Case) -> str:
    """Whether an order was reported back."""
    if order.reported is None:
        return "ingen återrapportering finns i de indexerade handlingarna"
    step = case.steps[order.reported - 1]
    return (
        f"återrapporterat {step.where}" if order.sure else f"troligen återrapporterat {step.where} (samma sak redovisas, utan hänvisning)"
    )


def candidate(one: Candidate) -> str:
    """A matter to choose: "Tallmora, Dnr 2024/00118: Ny förskola (2024-08-29 till 2025-02-13, 7 paragrafer)"."""
    days = one.first if one.first == one.last else f"{one.first} till {one.last}"
    count = f"{one.sections} {'paragraf' if one.sections == 1 else 'paragrafer'}"
    about = f": {one.title}" if one.title else ""
    return f"{one.municipality or 'okänd kommun'}, Dnr {one.case}{about} ({', '.join(part for part in (days, count) if part)})"


def heading(case: Case) -> str:
    """Dnr, municipality and title."""
    known = " · ".join(part for part in (case.municipality, f"Dnr {case.case}") if part)
    return f"{known}: {case.title}" if case.title else known


def in_order(case: Case) -> list[Step | Gap]:
    """The steps with the gaps that have a day, in order of time."""
    found: list[Step | Gap] = list(case.steps)
    for gap in case.gaps:
        if gap.date:
            at = next((at for at, other in enumerate(found) if (other.date or "") > gap.date), len(found))
            found.insert(at, gap)
    return found


def alternative(case: Case) -> str:
    """The picture in words: every step in one sentence each."""
    steps = "; ".join(f"{day(step)} {place(step)}, {kind(step).lower()}" for step in case.steps)
    gaps = f" Saknas: {'; '.join(gap.text for gap in case.gaps)}." if case.gaps else ""
    return f"{heading(case)}. {steps}.{gaps}"


def lines(case: Case) -> Iterator[str]:
    """The matter for a terminal."""
    yield heading(case)
    if case.read_as:
        yield case.read_as
    yield case.standing
    for number in case.numbers[1:]:
        yield f"Även Dnr {number.case} ({number.basis}{f', {number.by}' if number.by else ''})"
    for step in case.steps:
        yield ""
        yield from _step(step)
    yield from ending(case)


def choice(found: Choice) -> Iterator[str]:
    """The matters to choose from."""
    yield f"Diarienumret {found.asked!r} kan avse flera ärenden. Skriv det i sin helhet, med --municipality:"
    for one in found.candidates:
        yield f"  {candidate(one)}"


def _step(step: Step) -> Iterator[str]:
    yield f"{step.number}. {day(step)}  {kind(step)}: {place(step)}"
    marks = [mark for mark in (basis(step), maturity(step)) if mark]
    if step.title and step.held and step.section:
        yield f"   {step.title}"
    if marks:
        yield f"   [{'; '.join(marks)}]"
    for point in step.points or ():
        yield f"   ”{point.text}”"
    for what, cited in (("Omröstning", step.votes), ("Yrkanden", step.demands), ("Reservation", step.reservations)):
        for each in cited:
            yield f"   {what}: {each.quote}"
    for one in step.attachments:
        yield f"   + {attachment(one)}{f' ({known_of(one)})' if known_of(one) else ''}"
    yield f"   {source(step.citation)}"
    for each in step.copies:
        yield f"   även {source(each)}"


def ending(case: Case) -> Iterator[str]:
    """What is lacking, what other decisions the matter touches, what was ordered."""
    groups = (
        ("Saknas", [gap.text for gap in case.gaps]),
        ("Andra beslut", [f"steg {one.step} {relation(one)}" for one in case.relations]),
        ("Uppdrag", [f"steg {one.step}: {one.text} – {_deadline(one)}{reported(one, case)}" for one in case.orders]),
    )
    for name, said in groups:
        if said:
            yield ""
            yield f"{name}:"
            yield from (f"- {each}" for each in said)


def _deadline(order: Order) -> str:
    return f"senast {order.deadline}; " if order.deadline else ""
