"""A comparison as a file to keep: Markdown, CSV, XLSX.

Text from documents stays text: no cell of a spreadsheet is a formula or a link, and no sign of Markdown in it has effect.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter

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

LEAD = "Kommun"
KIND, SOURCES = "Läge", "Källor"

_WIDE, _NARROW = 70, 18


def in_words(row: Row, column: Column) -> str:
    """A cell for a reader: its text with what sets it apart, or which kind of nothing it is."""
    cell = row.cell(column)
    if cell is not None:
        tags = [tag for tag in (cell.note, _kind(row) if column is Column.ANSWER else None) if tag]
        return f"{cell.text} ({'; '.join(dict.fromkeys(tags))})" if tags else cell.text
    return EMPTY[row.empty] if row.empty and not row.cells else "–"


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


def _sources_of(row: Row) -> str:
    return " | ".join(dict.fromkeys(standing(each) for cell in row.cells for each in cell.citations))


def xlsx(compared: Comparison) -> bytes:
    """A workbook: the table with its numbers as numbers, then the sources with their quotes."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": compared.question[:200]})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        number = book.add_format({"num_format": "#,##0.##", "valign": "top"})
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
                    table.write_number(line, at, float(cell.value.number), number)
                else:
                    table.write_string(line, at, _text(cell), wrapped)
            table.write_string(line, len(heads) - 2, _standing_of(row), wrapped)
            table.write_string(line, len(heads) - 1, _sources_of(row), wrapped)
        table.freeze_panes(1, 1)
        cited = book.add_worksheet("Källor")
        cited.set_column(1, 2, _WIDE)
        for line, each in enumerate(sources(compared)):
            for at, text in enumerate((each.key, standing(each), each.quote)):
                cited.write_string(line, at, text, wrapped)
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
