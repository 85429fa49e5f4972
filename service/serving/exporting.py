"""Tables and texts as files to keep: Markdown, CSV, XLSX.

Text from documents stays text: no cell of a spreadsheet is a formula or a link, and no sign of Markdown in it has effect.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

MEDIA = {
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""Media types by the ending of a file's name."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_OPENS_A_LIST = re.compile(r"^(?=[-+•]\s|\d+[.)]\s)")
_FORMULA = ("=", "+", "-", "@", "−", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that opens so for a formula."""

_NUMBER = re.compile(r"[-−]?\d[\d  ]*(?:,\d+)?")

_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its heads; `wide` names the columns of running text."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    wide: frozenset[str] = frozenset()


def one_line(text: str) -> str:
    """Text on one line, without signs that no reader sees."""
    return " ".join(text.translate(_CONTROLS).split())


def plain(text: str) -> str:
    """Text on one line, of which nothing is markup."""
    escaped = _MARKDOWN.sub(r"\\\1", one_line(text))
    return _OPENS_A_LIST.sub(r"\\", escaped) if not escaped[:1].isdigit() else re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped)


def as_csv(sheet: Sheet) -> bytes:
    """For a Swedish spreadsheet: semicolons between, a mark of UTF-8 first, and no cell that it would work out."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.heads)
    writer.writerows([unworked(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def unworked(text: str) -> str:
    """Text on one line that no spreadsheet takes for a formula; a plain number stays one."""
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) and not _NUMBER.fullmatch(line) else line


def as_xlsx(sheet: Sheet) -> bytes:
    """A workbook of one sheet: heads that stay in sight, and a filter on them."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        page = book.add_worksheet(sheet.name)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for at, head in enumerate(sheet.heads):
            page.set_column(at, at, 60 if head in sheet.wide else 18)
            page.write_string(0, at, head, bold)
        for line, row in enumerate(sheet.rows, 1):
            for at, cell in enumerate(row):
                page.write_string(line, at, one_line(cell), wrapped)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.heads) - 1)
    return out.getvalue()
