"""DOCX with python-docx: heading styles, real tables, heads and feet with page fields; the same bytes each time."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.text.paragraph import Paragraph as DocxParagraph

from eval.samples.source import Block, Fact, Heading, Item, Lines, PageBreak, Paragraph, Part, Sample, Table

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every member: zip files know nothing earlier."""


def render(sample: Sample) -> bytes:
    """The file's bytes."""
    document = docx.Document()
    made = datetime.fromisoformat(f"{sample.date}T12:00:00")
    properties = document.core_properties
    properties.title, properties.author, properties.language = sample.name, sample.municipality.name, "sv-SE"
    properties.created = properties.modified = made
    for number, part in enumerate(sample.parts):
        section = document.sections[0] if number == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        _furniture(section, part)
        for block in part.blocks:
            _add(document, block)
    target = io.BytesIO()
    document.save(target)
    return _without_clock(target.getvalue())


def _furniture(section: Section, part: Part) -> None:
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    for place, lines in ((section.header, part.style.head), (section.footer, part.style.foot)):
        place.paragraphs[0].text = ""
        for i, line in enumerate(lines):
            paragraph = place.paragraphs[0] if i == 0 else place.add_paragraph()
            _fill_in(paragraph, line, part)


def _fill_in(paragraph: DocxParagraph, line: str, part: Part) -> None:
    """A line of furniture; page numbers become fields that the reader's program counts."""
    text = line.replace("{page}", "\x00PAGE\x00").replace("{pages}", "\x00SECTIONPAGES\x00").format(**part.fields)
    for i, piece in enumerate(text.replace(" | ", "\t").replace("| ", "\t").split("\x00")):
        if i % 2 == 0:
            paragraph.add_run(piece)
            continue
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), piece)
        run = OxmlElement("w:r")
        shown = OxmlElement("w:t")
        shown.text = "1"
        run.append(shown)
        field.append(run)
        paragraph._p.append(field)


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading(level, text):
            document.add_heading(text, level)
        case Paragraph(text):
            document.add_paragraph(text)
        case Item("•", text):
            document.add_paragraph(text, style="List Bullet")
        case Item(marker, text):
            # The number is typed, as secretaries do: an automatic one would not be in the text.
            document.add_paragraph(f"{marker} {text}")
        case Lines(lines):
            paragraph = document.add_paragraph(lines[0])
            for line in lines[1:]:
                paragraph.add_run().add_break()
                paragraph.add_run(line)
        case Fact(label, values):
            _add_table(document, [(label, values[0]), *(("", value) for value in values[1:])], None)
        case Table(rows):
            _add_table(document, rows, "Table Grid")
        case PageBreak():
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _add_table(document: Document, rows: Sequence[Sequence[str]], style: str | None) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)), style=style)
    for shown, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(shown.cells, row, strict=False):
            cell.text = text


def _without_clock(made: bytes) -> bytes:
    """The same zip with a fixed time on every member."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            fixed = zipfile.ZipInfo(member.filename, LONG_AGO)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(member))
    return target.getvalue()
