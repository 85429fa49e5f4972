"""A file's documents and sections as a tree, for people at a terminal: what a reader asks of minutes, in that order."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from rich.text import Text
from rich.tree import Tree

from indexer.corrections import Corrected
from indexer.documents import BlockKind, CaseNumber, Document, Reading, Section, Source, Span, Status
from indexer.inspection.examining import Listing
from indexer.spans import without
from indexer.tabular import Table
from indexer.terminal import printable, shown

_COLOURS = {Status.BESLUT: "green", Status.FORSLAG: "yellow", Status.ATERREMISS: "magenta"}
_POINT_CHARS = 90
_BULLETS = ("–", "-", "•", "*")
_SILENT = frozenset({BlockKind.TEXT, BlockKind.BESLUT, BlockKind.FORSLAG})
"""Blocks that are not named: the points tell of decisions and proposals."""


def as_tree(reading: Reading) -> Tree:
    """Documents, below each its §: Dnr, status, parts and decision points; then what a person should know."""
    source = reading.source
    tree = Tree(shown(f"{source.file} ({source.format}, {_counted(len(source.pages), 'page')})", style="bold"))
    for document in reading.documents:
        branch = tree.add(_of_document(document))
        _add_front(branch, source.text, document)
        for section in document.sections:
            if section.number is not None:
                _add_parts(branch.add(_of_section(section)), reading, section)
            elif len(document.sections) == 1:
                _add_parts(branch, reading, section)
    if reading.notes:
        notes = tree.add(Text("notes", style="yellow"))
        for note in reading.notes:
            notes.add(shown(note))
    if reading.findings:
        found = tree.add(Text("to be judged by a person", style="yellow"))
        for finding in reading.findings:
            words = _one_line(finding.span.of(source.text))
            found.add(shown(f"{_place(source, finding.span)}  {finding.kind}: {finding.reason}: {words}"))
    return tree


def as_list(listing: Listing) -> Tree:
    """The members of an archive, and those that are not read, with the reason."""
    tree = Tree(shown(f"{listing.file} (archive, {_counted(len(listing.members), 'member')} to read)", style="bold"))
    for member in listing.members:
        tree.add(shown(member))
    if listing.skipped:
        skipped = tree.add(Text("not read", style="yellow"))
        for each in listing.skipped:
            skipped.add(shown(f"{each.file}: {each.message}"))
    return tree


def _add_front(branch: Tree, text: str, document: Document) -> None:
    """Who was there, as numbers, and when the minutes were approved and posted."""
    if document.facts:
        branch.add(shown(_counts(Counter(str(fact.kind) for fact in document.facts)), style="dim"))
    if document.approval:
        place = f", {_one_line(document.approval.place.of(text))}" if document.approval.place else ""
        branch.add(shown(f"justering {document.approval.date or '?'}{place}", style="dim"))
    if document.notice:
        branch.add(Text(f"anslag {document.notice.up or '?'} – {document.notice.down or '?'}", style="dim"))


def _of_document(document: Document) -> Text:
    date = document.date and (document.date + (" (inherited)" if document.date_inherited else ""))
    facts = (document.municipality, document.body, date, document.title, _case(document.case), _case(document.parent_case, "to Dnr"))
    text = shown(f"{document.kind}  ", style="bold")
    text.append(printable(" · ".join(filter(None, facts))), style="not bold")
    return _with_status(text, document.status, _pages(document.pages), document.corrected)


def _of_section(section: Section) -> Text:
    text = shown(section.number or "", style="bold cyan")
    text.append(f"  {printable(section.title or '')}", style="not bold default")
    details = filter(None, (_case(section.case), section.outcome, section.maturity, _pages(section.pages)))
    return _with_status(text, section.status, " · ".join(details), section.corrected)


def _with_status(text: Text, status: Status, details: str, changes: Iterable[Corrected]) -> Text:
    if status is not Status.INGEN:
        text.append(f"  {status}", style=f"not bold {_COLOURS.get(status, 'blue')}")
    text.append(f"  {details}", style="not bold dim")
    for change in changes:
        said = printable(f"  rättad: {change.field}, was {change.was or 'nothing'} ({change.why}, {change.by})")
        text.append(said, style="not bold red")
    return text


def _add_parts(branch: Tree, reading: Reading, section: Section) -> None:
    """The points of its decision, and which other parts it has."""
    for point in section.points:
        words = _one_line(without(reading.source.text, point.span, reading.furniture))
        line = Text("" if words.startswith(point.label or _BULLETS) else f"{point.label or '–'} ", style=_COLOURS.get(point.status, "blue"))
        line.append(printable(words), style="default")
        other = [] if point.status is section.status else [str(point.status)]
        other += [_counted(len(point.conditions), "condition")] if point.conditions else []
        branch.add(line.append(f"  {', '.join(other)}" if other else "", style="dim"))
    parts = Counter(str(block.kind) for block in section.blocks if block.kind not in _SILENT)
    if parts:
        branch.add(Text(_counts(parts), style="dim"))
    _add_particulars(branch, reading.source.text, section)


def _add_particulars(branch: Tree, text: str, section: Section) -> None:
    """Who did what, how the vote went, which other § are meant."""
    for kind, people in groupby(sorted(section.facts, key=lambda fact: fact.kind), key=lambda fact: fact.kind):
        named = (_one_line(fact.person.of(text)) if fact.person else fact.party or "" for fact in people)
        branch.add(shown(f"{kind}: {', '.join(named)}", style="dim"))
    for vote in section.votes:
        numbers = {"ja": vote.yes, "nej": vote.no, "avstod": vote.abstained}
        said = [f"{count} {name}" for name, count in numbers.items() if count is not None] or [" – ".join(map(str, vote.shares))]
        branch.add(Text(f"votering: {', '.join(said)}", style="dim"))
    if section.delegated:
        branch.add(Text(_counted(len(section.delegated), "delegated decision"), style="dim"))
    for table in section.tables:
        branch.add(shown(_of_table(text, table), style="dim"))
    links = Counter(f"{link.kind} {link.number or 'ett dokument'}{' ' + link.date if link.date else ''}" for link in section.links)
    if links:
        branch.add(shown(_counts(links), style="dim"))


def _of_table(text: str, table: Table) -> str:
    """What a table is called, its size, and what its columns are, where that is known."""
    title = f" {_one_line(table.title.of(text))}" if table.title else ""
    heads = [" ".join(head.of(text) for head in column) or "–" for column in table.columns]
    columns = f", columns {_one_line(' | '.join(heads))}" if heads else ""
    return f"table{title}: {_counted(len(table.rows), 'row')}{columns}"


def _counts(found: Counter[str]) -> str:
    return ", ".join(f"{name} ×{count}" if count > 1 else name for name, count in found.items())


def _one_line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _POINT_CHARS else f"{words[:_POINT_CHARS].rsplit(' ', 1)[0]} …"


def _place(source: Source, span: Span) -> str:
    return f"p. {source.page_numbers(span)[0]}, line {source.lines(span)[0]}"


def _case(case: CaseNumber | None, word: str = "Dnr") -> str | None:
    return printable(f"{word} {case.as_written}").replace("\n", " ") if case else None


def _pages(pages: tuple[int, int]) -> str:
    first, last = pages
    return f"p. {first}" if first == last else f"p. {first}–{last}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
