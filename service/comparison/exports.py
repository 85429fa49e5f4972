"""A comparison as a file to keep: Markdown, CSV, XLSX.

Text from documents stays text: no cell of a spreadsheet is a formula or a link, and no sign of Markdown in it has effect.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter

from indexer.documents import Status
from service.answering import wording
from service.comparison.records import NUMBERS, Cell, Column, Comparison, Empty, Row
from service.records import Citation
from service.serving.exporting import MEDIA, one_line, plain, unworked

EMPTY: Mapping[Empty, str] = {
    Empty.NOT_INDEXED: "inga handlingar är indexerade",
    Empty.NOTHING_FOUND: "sökt, inget funnet",
    Empty.NOT_DECIDED: "nämns, men inget beslut funnet",
    Empty.OTHER_ORGANISATION: "en annan organisation svarar för saken",
    Empty.SECOND_HAND: "bara i andra hand, ur andras handlingar",
}
"""Each kind of nothing, for a reader."""

PLACES = (Column.OUTCOME, Column.DATE, Column.BODY, Column.CASE, Column.MATTER)
"""Columns that tell of the place that the answer's own markers lead to."""

LEAD = "Kommun"
KIND, SOURCES = "Läge", "Källor"

_WIDE, _NARROW = 70, 18


def in_words(row: Row, column: Column) -> str:
    """A cell for a reader: its text with what sets it apart, or which kind of nothing it is."""
    cell = row.cell(column)
    if cell is not None:
        whole = (_worth(cell), cell.note, _kind(row)) if column is Column.ANSWER else (cell.note,)
        tags = dict.fromkeys(filter(None, whole))
        return f"{cell.text} ({'; '.join(tags)})" if tags else cell.text
    return EMPTY[row.empty] if row.empty and not row.cells else "–"


def cited_in_words(row: Row, column: Column) -> str:
    """A cell for a reader with the numbers of its sources."""
    cell = row.cell(column)
    keys = "".join(f" [{each.key}]" for each in cell.citations) if cell and column not in PLACES else ""
    return in_words(row, column) + keys


def _worth(cell: Cell) -> str | None:
    return cell.status if cell.status != Status.INGEN else None


def _kind(row: Row) -> str | None:
    return EMPTY[row.empty] if row.empty else None


def sources(compared: Comparison) -> list[Citation]:
    """Every citation once, by its number."""
    found = {each.key: each for row in compared.rows for cell in row.cells for each in cell.citations}
    return sorted(found.values(), key=lambda each: int(each.key))


def standing(citation: Citation) -> str:
    """Where a quote stands: issuer, body, day, §, Dnr, file and page."""
    case = wording.case(citation.case) if citation.case else None
    known = (citation.municipality, citation.body, citation.date, citation.section, case, f"{citation.file} s. {citation.page}")
    return " · ".join(filter(None, known))


def markdown(compared: Comparison) -> str:
    """The differences, the table with numbers of sources, the sources with their quotes."""
    heads = (LEAD, *map(str, compared.columns))
    lines = [f"# {plain(compared.question)}", ""]
    lines += [plain(compared.differences), ""] if compared.differences else []
    lines += [_line(heads), _line(["---"] * len(heads))]
    lines += [_line([plain(row.municipality), *(_cited(row, column) for column in compared.columns)]) for row in compared.rows]
    lines += ["", *(f"[{each.key}] {plain(standing(each))}: ”{plain(each.quote)}”  " for each in sources(compared))]
    lines += [f"{plain(row.municipality)}: {plain(row.searched)}  " for row in compared.rows if row.searched]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cited(row: Row, column: Column) -> str:
    cell = row.cell(column)
    keys = "".join(f" \\[{each.key}\\]" for each in cell.citations) if cell else ""
    return plain(in_words(row, column)) + keys


def as_csv(compared: Comparison) -> bytes:
    """For a Swedish spreadsheet: semicolons between, a mark of UTF-8 first, and no cell that it would work out."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow((LEAD, *map(str, compared.columns), KIND, SOURCES))
    for row in compared.rows:
        cells = [cell.text if (cell := row.cell(column)) else "" for column in compared.columns]
        writer.writerow([unworked(text) for text in (row.municipality, *cells, _standing_of(row), _sources_of(row))])
    return out.getvalue().encode("utf-8-sig")


def _standing_of(row: Row) -> str:
    notes = dict.fromkeys(cell.note for cell in row.cells if cell.note)
    return "; ".join(filter(None, (_kind(row) or "", *notes, row.searched or "")))


def _sources_of(row: Row, *, numbered: bool = False) -> str:
    """Where the row's quotes stand, `numbered` as in the list of them all."""
    cited = {each.key: each for cell in row.cells for each in cell.citations}.values()
    return " | ".join(dict.fromkeys(f"[{each.key}] {standing(each)}" if numbered else standing(each) for each in cited))


def xlsx(compared: Comparison) -> bytes:
    """A workbook: the table with its numbers as numbers, the sources with their quotes, the question and what is said first of it."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": compared.question[:200]})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        whole = book.add_format({"num_format": "#,##0", "valign": "top"})
        parted = book.add_format({"num_format": "#,##0.00", "valign": "top"})
        table = book.add_worksheet("Jämförelse")
        heads = [LEAD, *(_head(column) for column in compared.columns), KIND, SOURCES]
        for at, head in enumerate(heads):
            table.set_column(at, at, _WIDE if head in (str(Column.ANSWER), SOURCES) else _NARROW)
            table.write_string(0, at, head, bold)
        for line, row in enumerate(compared.rows, 1):
            table.write_string(line, 0, row.municipality, bold)
            for at, column in enumerate(compared.columns, 1):
                cell = row.cell(column)
                if cell and cell.value and column in NUMBERS:
                    is_whole = cell.value.number == cell.value.number.to_integral_value()
                    table.write_number(line, at, float(cell.value.number), whole if is_whole else parted)
                else:
                    table.write_string(line, at, _text(cell), wrapped)
            table.write_string(line, len(heads) - 2, _standing_of(row), wrapped)
            table.write_string(line, len(heads) - 1, _sources_of(row, numbered=True), wrapped)
        table.freeze_panes(1, 1)
        cited = book.add_worksheet("Källor")
        cited.set_column(1, 2, _WIDE)
        for line, each in enumerate(sources(compared)):
            for at, text in enumerate((each.key, standing(each), each.quote)):
                cited.write_string(line, at, text, wrapped)
        about = book.add_worksheet("Fråga")
        about.set_column(1, 1, _WIDE)
        for line, (head, text) in enumerate((("Fråga", compared.question), ("Skillnader", compared.differences))):
            about.write_string(line, 0, head, bold)
            about.write_string(line, 1, one_line(text), wrapped)
    return out.getvalue()


def _text(cell: Cell | None) -> str:
    return one_line(cell.text) if cell else ""


def _head(column: Column) -> str:
    """A number's unit stands in the head: in the cell it would make the number text."""
    return f"{column} (kr)" if column is Column.AMOUNT else str(column)


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: how it is made, its media type."""

    made: Callable[[Comparison], bytes]
    media: str


FORMS: Mapping[str, Form] = {
    "md": Form(lambda compared: markdown(compared).encode(), MEDIA["md"]),
    "csv": Form(as_csv, MEDIA["csv"]),
    "xlsx": Form(xlsx, MEDIA["xlsx"]),
}
"""By the ending of a file's name."""
