"""Answers, hits and comparisons for a terminal of 80 columns. Text from documents is printed as text, never as markup."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from service import wording
from service.coverage import sentence
from service.records import Answer, Citation, Comparison, Hit, Question, Row
from service.retrieval import narrowed

SNIPPET_CHARS = 240

_CONTROLS = dict.fromkeys([*range(10), *range(11, 32), *range(127, 160)])
"""Signs that a terminal obeys: text from documents must not colour, move or clear anything."""

EMPTY = {
    "not_indexed": "inga handlingar är indexerade",
    "searched_nothing_found": "sökt, inget funnet",
    "mentioned_not_decided": "nämns, men inget beslut funnet",
    "other_organisation": "sköts av en annan organisation",
}


def hits(question: Question, found: Sequence[Hit], *, explain: bool) -> None:
    """Hits, best first."""
    console = Console(highlight=False)
    if explain:
        console.print(_understood(question))
    if not found:
        console.print(_said("Inga träffar." if question.language == "sv" else "No hits."))
    for hit in found:
        console.print(_hit(hit, question.language, explain=explain))


def answer(given: Answer) -> None:
    """The answer first, then where it stands, then what was searched."""
    console = Console(highlight=False)
    console.print(_said(given.text, style="bold yellow" if given.refused else "bold"))
    if given.mode == "extractive_fallback":
        console.print(_said("Språkmodellen svarade inte; svaret är handlingarnas egna ord.", style="yellow"))
    for citation in given.citations:
        console.print(_citation(citation))
    if given.refused:
        for hit in given.hits[:3]:
            console.print(_hit(hit, given.question.language, explain=False))
    else:
        console.print(_said(f"\n{sentence(given.coverage, given.question.language)}", style="dim"))


def comparison(compared: Comparison) -> None:
    """The table, its sources, the differences."""
    console = Console(highlight=False)
    table = Table(title=_said(compared.question), show_lines=True, title_justify="left")
    table.add_column("Kommun", no_wrap=True)
    for column in compared.columns:
        table.add_column(column)
    for row in compared.rows:
        table.add_row(_said(row.municipality, style="bold"), *(_cell(row, column) for column in compared.columns))
    console.print(table)
    for row in compared.rows:
        cited = {citation.quote: citation for cell in row.cells for citation in cell.citations}
        for citation in cited.values():
            console.print(_said(f"{row.municipality}: {_standing(citation)}", style="dim"))
    if compared.differences:
        console.print(_said(compared.differences))


def _hit(hit: Hit, language: str, *, explain: bool) -> RenderableType:
    passage = hit.passage
    label = wording.label(passage, language)
    heading = _said(f"{hit.rank}. ", style="bold").append_text(_said(wording.where(passage), style="bold cyan"))
    if label:
        heading.append_text(_said(f"  {label}", style="green"))
    if passage.corrected:
        heading.append("  rättad" if language == "sv" else "  corrected", style="yellow")
    place = _said(f"{passage.file}, sida {passage.pages[0]}, rad {passage.lines[0]}–{passage.lines[1]}", style="dim")
    snippet = " ".join(passage.text.split())
    parts: list[RenderableType] = [heading]
    if passage.title:
        parts.append(Padding(_said(passage.title, style="italic"), (0, 0, 0, 3)))
    shortened = snippet if len(snippet) <= SNIPPET_CHARS else f"{snippet[:SNIPPET_CHARS].rsplit(' ', 1)[0]} …"
    parts += [Padding(_said(shortened), (0, 0, 0, 3)), Padding(place, (0, 0, 0, 3))]
    if explain:
        ranks = ", ".join(f"{name} {rank}" for name, rank in sorted(hit.ranks.items()))
        parts.append(Padding(_said(f"score {hit.score:.3f}; {ranks}; {len(hit.members)} folded under it", style="dim"), (0, 0, 0, 3)))
    return Group(*parts)


def _citation(citation: Citation) -> RenderableType:
    return Group(
        _said(f"\n[{citation.key}] {_standing(citation)}", style="cyan"),
        Padding(_said(f"”{citation.quote}”"), (0, 0, 0, 4)),
    )


def _standing(citation: Citation) -> str:
    case = wording.case(citation.case) if citation.case else None
    mark = "rättad" if citation.corrected else None
    known = [citation.municipality, citation.body, citation.date, citation.section, case, mark]
    return " · ".join([*filter(None, known), f"{citation.file} s. {citation.page}, rad {citation.lines[0]}–{citation.lines[1]}"])


def _cell(row: Row, column: str) -> Text:
    texts = [cell.text for cell in row.cells if cell.column == column]
    if texts:
        tag = " (inget beslut)" if row.empty == "mentioned_not_decided" and cell_is_answer(row, column) else ""
        return _said("\n".join(texts) + tag)
    return _said(EMPTY[row.empty] if row.empty and not row.cells else "–", style="dim")


def cell_is_answer(row: Row, column: str) -> bool:
    """Whether the column is the row's first, which holds the answer itself."""
    return bool(row.cells) and row.cells[0].column == column


def _understood(question: Question) -> Text:
    known = {
        "asks": str(question.asks),
        "language": question.language,
        "dnr": ", ".join(case.as_written for case in question.cases),
        "§": ", ".join(question.sections),
        "municipalities": ", ".join(narrowed(question).municipalities),
        "not indexed": ", ".join(question.unknown_municipalities),
        "bodies": ", ".join(question.bodies),
    }
    return _said("; ".join(f"{name}: {value}" for name, value in known.items() if value), style="dim")


def _said(text: str, style: str = "") -> Text:
    return Text(text.translate(_CONTROLS), style=style)
