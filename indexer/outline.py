"""A file's documents and sections as a tree, for people at a terminal."""

from rich.text import Text
from rich.tree import Tree

from indexer.documents import CaseNumber, Document, Reading, Section, Status
from indexer.terminal import printable, shown


def as_tree(reading: Reading) -> Tree:
    """Documents, below each its §: with Dnr, status and pages, as far as the text says them."""
    source = reading.source
    tree = Tree(shown(f"{source.file} ({source.format}, {_counted(len(source.pages), 'page')})", style="bold"))
    for document in reading.documents:
        branch = tree.add(_of_document(document))
        for section in document.sections:
            if section.number is not None:
                branch.add(_of_section(section))
    if reading.notes:
        notes = tree.add(Text("notes", style="yellow"))
        for note in reading.notes:
            notes.add(shown(note))
    return tree


def _of_document(document: Document) -> Text:
    facts = (document.municipality, document.body, document.date, document.title, _case(document.case or document.parent_case))
    text = shown(" · ".join((document.kind, *filter(None, facts))))
    return text.append(f"  {_status(document.status)}{_pages(document.pages)}", style="dim")


def _of_section(section: Section) -> Text:
    text = shown(section.number or "", style="bold cyan")
    text.append(f"  {printable(section.title or '')}", style="not bold default")
    return text.append("  " + " · ".join(filter(None, (_case(section.case), _status(section.status) + _pages(section.pages)))), style="dim")


def _case(case: CaseNumber | None) -> str | None:
    return printable(f"Dnr {case.as_written}").replace("\n", " ") if case else None


def _status(status: Status) -> str:
    return "" if status is Status.INGEN else f"{status}, "


def _pages(pages: tuple[int, int]) -> str:
    first, last = pages
    return f"p. {first}" if first == last else f"p. {first}–{last}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
