"""The list of open ends for readers: lines of a terminal, and files to keep."""

from collections.abc import Callable, Mapping, Sequence

from service.openends.records import EndKind, OpenEnd, OpenEnds, State
from service.serving import exporting
from service.serving.exporting import Sheet

KINDS: Mapping[EndKind, str] = {
    EndKind.MOTION: "Motion utan svar",
    EndKind.MEDBORGARFORSLAG: "Medborgarförslag utan svar",
    EndKind.ASSIGNMENT: "Uppdrag",
    EndKind.PROPOSAL: "Förslag utan beslut",
    EndKind.PUT_OFF: "Uppskjutet ärende",
}
"""Each kind, for a reader."""

REPORTED = "Uppdrag, återrapporterat"
HEADS = ("Kommun", "Organ", "Vad", "Ärende", "Dnr", "Sedan", "§", "Till", "Senast", "Hur säkert", "Varför", "Citat", "Källa")
WIDE = frozenset(("Ärende", "Varför", "Citat"))


def heading(line: OpenEnd) -> str:
    """What kind of line it is."""
    return REPORTED if line.state is State.REPORTED else KINDS[line.kind]


def counted(lines: Sequence[OpenEnd]) -> str:
    """How many are open: "25 öppna ärenden och 1 återrapporterat uppdrag"."""
    reported = sum(line.state is State.REPORTED for line in lines)
    still = len(lines) - reported
    said = [f"{still} {'öppet ärende' if still == 1 else 'öppna ärenden'}"] if still or not reported else []
    said += [f"{reported} {'återrapporterat' if reported == 1 else 'återrapporterade'} uppdrag"] if reported else []
    return " och ".join(said)


def sheet(found: OpenEnds) -> Sheet:
    """The list as a table."""
    return Sheet("Öppna ärenden", HEADS, [_row(line) for line in found.lines], WIDE)


def _row(line: OpenEnd) -> tuple[str, ...]:
    cited = line.evidence
    known = (line.municipality, line.body, heading(line), line.title, cited.case, line.since, cited.section, line.to, line.deadline)
    return (*(text or "" for text in known), str(line.sureness), line.reason, cited.quote, f"{cited.file} s. {cited.page}")


def markdown(found: OpenEnds) -> str:
    """The list by municipality, a line each with its place."""
    lines = ["# Öppna ärenden", "", f"Läget {found.today}, enligt de protokoll som finns här.", ""]
    municipality = None
    for line in found.lines:
        if line.municipality != municipality:
            municipality = line.municipality
            lines += [f"## {exporting.plain(municipality or 'Okänd kommun')}", ""]
        lines.append(f"- {exporting.plain(in_words(line))}")
    return "\n".join(lines) + "\n"


def in_words(line: OpenEnd) -> str:
    """A line as one sentence or two."""
    cited = line.evidence
    where = " ".join(part for part in (line.body, line.since, cited.section) if part)
    case = f"Dnr {cited.case}" if cited.case else None
    to = f"till {line.to}" if line.to else None
    due = f"senast {line.deadline}" if line.deadline else None
    facts = ", ".join(part for part in (where, case, to, due) if part)
    return f"{heading(line)}: {line.title} ({facts}). {line.reason} [{line.sureness}]"


FORMS: Mapping[str, Callable[[OpenEnds], bytes]] = {
    "md": lambda found: markdown(found).encode(),
    "csv": lambda found: exporting.as_csv(sheet(found)),
    "xlsx": lambda found: exporting.as_xlsx(sheet(found)),
}
"""Files by the ending of their names."""
