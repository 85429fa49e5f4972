"""Answers, hits and comparisons for a terminal, or for a file or pipe: there nothing is wrapped and no line ends in blanks.

Text from documents is printed as text, never as markup.
"""

import re
import textwrap
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from service.answering import wording
from service.comparison.exports import cited_in_words, sources
from service.comparison.records import Column, Comparison
from service.coverage import sentence
from service.finding.shared import shared_terms
from service.records import Answer, Citation, Hit, Listing, Question
from service.retrieval import narrowed
from service.serving.unmarked import unmarked
from service.shown import LINED

SNIPPET_CHARS = 240
LEAST_COLUMN = 20
"""Characters of a table's widest column on a screen that is too narrow for it."""

_CONTROLS = dict.fromkeys([*range(10), *range(11, 32), *range(127, 160)])
"""Signs that a terminal obeys: text from documents must not colour, move or clear anything."""

_HOLDS_TOGETHER = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=(?:kr|kronor|procent|%)(?!\w))|(?<=§) (?=\d)|(?<=Dnr) (?=\S)|(?<=[A-ZÅÄÖ]) (?=\d{4}/\d)"
)
"""Blanks inside "1 800 kronor", "§ 12" and "Dnr KS 2024/00012"."""
_HELD = "\x00"
"""Stands for a blank where no line may break. No text has it: it is one of _CONTROLS."""


def hits(question: Question, found: Sequence[Hit], *, explain: bool) -> None:
    """Hits, best first."""
    console = Console(highlight=False)
    if explain:
        _print(console, _understood(question), "dim")
    if not found:
        _print(console, "Inga träffar." if question.language == "sv" else "No hits.")
    for hit in found:
        _print_hit(console, hit, question.language)
        if explain:
            _print_reasons(console, hit, question)


def answer(given: Answer) -> None:
    """The answer first, then where it stands, then what was searched."""
    console = Console(highlight=False)
    if given.question.typed:
        _print(console, wording.read_as(given.question.text, given.question.language), "dim")
    if given.meant:
        _print(console, f"Menade du: {given.meant}", "dim")
    if given.listing:
        _print_listing(console, given.listing, given.citations)
    else:
        _print(console, unmarked(given.text), "bold yellow" if given.refused else "bold")
        _print_citations(console, given.citations)
    if given.refused:
        for hit in given.hits[:3]:
            _print_hit(console, hit, given.question.language)
    else:
        _print(console, "")
        if given.checked_claims:
            _print(console, wording.checked(given.held_claims, given.checked_claims, given.question.language), "dim")
        _print(console, sentence(given.coverage, given.question.language), "dim")


def _print_citations(console: Console, citations: Sequence[Citation]) -> None:
    for citation in citations:
        _print(console, f"\n[{citation.key}] {_standing(citation)}", "cyan")
        _print(console, f"”{unmarked(citation.quote)}”", indent=4)


def _print_listing(console: Console, listing: Listing, citations: Sequence[Citation]) -> None:
    """The count, then each line with where it stands and its quote."""
    _print(console, listing.heading, "bold")
    by_key = {citation.key: citation for citation in citations}
    for line in listing.lines:
        citation = by_key[line.citation]
        _print(console, f"\n[{line.citation}] {unmarked(line.what)}", "bold")
        if line.title:
            _print(console, unmarked(line.title), "italic", indent=4)
        _print(console, _standing(citation), "cyan", indent=4)
        _print(console, f"”{unmarked(citation.quote)}”", indent=4)
    for note in ("", *listing.notes) if listing.notes else ():
        _print(console, note, "yellow")


def comparison(compared: Comparison) -> None:
    """The differences, the table, its sources. What is no screen gets lines instead of a table."""
    console = Console(highlight=False)
    if compared.differences:
        _print(console, f"{compared.differences}\n", "bold")
    if console.is_terminal:
        console.print(_table(compared, console.width))
    else:
        _print(console, compared.question)
        for row in compared.rows:
            _print(console, f"\n{row.municipality}")
            for column in compared.columns if row.cells else compared.columns[:1]:
                _print(console, f"{column}: {cited_in_words(row, column)}", indent=2)
            if row.searched:
                _print(console, row.searched, indent=2)
        _print(console, "")
    for row in compared.rows if console.is_terminal else ():
        if row.searched:
            _print(console, f"{row.municipality}: {row.searched}", "dim")
    for citation in sources(compared):
        _print(console, f"[{citation.key}] {_standing(citation)}", "dim")


def _table(compared: Comparison, width: int) -> Table:
    """Only the answer's own column is wrapped: a sum or a date is never broken."""
    cells = {column: [cited_in_words(row, column) for row in compared.rows] for column in compared.columns}
    lined = {name: texts if name is Column.ANSWER else [text.replace("; ", ";\n") for text in texts] for name, texts in cells.items()}
    others = [[row.municipality for row in compared.rows], *(texts for name, texts in lined.items() if name is not Column.ANSWER)]
    taken = sum(max((len(line) for text in texts for line in text.split("\n")), default=0) for texts in others)
    room = max(LEAST_COLUMN, width - taken - 3 * (len(cells) + 1) - 1)
    cells = {name: [_wrapped(text, room) for text in texts] if name is Column.ANSWER else texts for name, texts in lined.items()}
    table = Table(title=_said(compared.question), show_lines=True, title_justify="left")
    for name in ("Kommun", *cells):
        table.add_column(name, no_wrap=True, overflow="fold")
    for at, row in enumerate(compared.rows):
        table.add_row(_said(row.municipality, style="bold"), *(_said(texts[at]) for texts in cells.values()))
    return table


def _print_hit(console: Console, hit: Hit, language: str) -> None:
    passage = hit.passage
    whose = passage.municipality if passage.body and passage.municipality else None
    known = [whose, wording.where(passage), wording.label(passage, language), _corrected(language) if passage.corrected else None]
    _print(console, f"{hit.rank}. {' · '.join(filter(None, known))}", "bold cyan")
    if passage.title:
        _print(console, passage.title, "italic", indent=3)
    snippet = " ".join(unmarked(passage.text).split())
    _print(console, snippet if len(snippet) <= SNIPPET_CHARS else f"{snippet[:SNIPPET_CHARS].rsplit(' ', 1)[0]} …", indent=3)
    _print(console, f"{passage.file}, sida {passage.pages[0]}{_lines(passage.file, passage.lines)}", "dim", indent=3)


def _print_reasons(console: Console, hit: Hit, question: Question) -> None:
    """Why the hit is there: its places in the searches, what each fact adds, the words that it shares with the question by field."""
    ranks = ", ".join(f"{name} {rank}" for name, rank in sorted(hit.ranks.items()))
    reasons = " ".join(f"{value:+.3f} {name}" for name, value in sorted(hit.reasons.items(), key=lambda item: -abs(item[1])))
    terms = "; ".join(f"{field}: {' '.join(tokens)}" for field, tokens in shared_terms(question, hit.passage).items())
    for line in (f"score {hit.score:.3f}; {ranks}; {len(hit.members)} folded under it", reasons, terms):
        _print(console, line, "dim", indent=3)


def _standing(citation: Citation) -> str:
    case = wording.case(citation.case) if citation.case else None
    mark = _corrected("sv") if citation.corrected else None
    known = [citation.municipality, citation.body, citation.date, citation.section, case, mark]
    return " · ".join([*filter(None, known), f"{citation.file} s. {citation.page}{_lines(citation.file, citation.lines)}"])


def _lines(file: str, lines: tuple[int, int]) -> str:
    """Lines of a text file, as its reader can count them; other formats have pages only."""
    if not file.casefold().endswith(LINED):
        return ""
    return f", rad {lines[0]}" if lines[0] == lines[1] else f", rad {lines[0]}–{lines[1]}"


def _corrected(language: str) -> str:
    return "rättad" if language == "sv" else "corrected"


def _understood(question: Question) -> str:
    known = {
        "asks": str(question.asks),
        "language": question.language,
        "dnr": ", ".join(case.as_written for case in question.cases),
        "§": ", ".join(question.sections),
        "municipalities": ", ".join(narrowed(question).municipalities),
        "not indexed": ", ".join(question.unknown_municipalities),
        "bodies": ", ".join(question.bodies),
    }
    return "; ".join(f"{name}: {value}" for name, value in known.items() if value)


def _print(console: Console, text: str, style: str = "", *, indent: int = 0) -> None:
    """Lines of text, wrapped for a screen and else as they are."""
    laid = _wrapped(text.translate(_CONTROLS), console.width - indent) if console.is_terminal else text
    lines = (f"{' ' * indent}{line}".rstrip() for line in laid.split("\n"))
    console.print(_said("\n".join(lines), style), soft_wrap=True)


def _wrapped(text: str, width: int) -> str:
    """The text in lines of a width; a number stays on one."""
    lines = (
        textwrap.wrap(_HOLDS_TOGETHER.sub(_HELD, line), max(1, width), break_on_hyphens=False, break_long_words=False) or [""]
        for line in text.translate(_CONTROLS).split("\n")
    )
    return "\n".join(part for wrapped in lines for part in wrapped).replace(_HELD, " ")


def _said(text: str, style: str = "") -> Text:
    return Text(text.translate(_CONTROLS), style=style)
