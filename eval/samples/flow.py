"""What formats without pages say, line by line: the text twin of DOCX and HTML."""

from collections.abc import Iterator

from eval.samples.source import Block, Fact, Heading, Item, Lines, PageBreak, Paragraph, Part, Sample, Table


def twin(sample: Sample) -> str:
    """Every block on a line of its own, after the head of its document."""
    return "".join(
        f"{line}\n" for part in sample.parts for line in (*head(part), *(line for block in part.blocks for line in _lines(block)))
    )


def head(part: Part) -> list[str]:
    """The head lines of a document, without what counts pages."""
    lines = [[piece.strip() for piece in line.split("|") if "{page" not in piece] for line in part.style.head if line != "Sida"]
    return [" ".join(filter(None, pieces)).format(**part.fields) for pieces in lines if any(pieces)]


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text) | Paragraph(text):
            yield text
        case Item(marker, text):
            yield f"{marker} {text}"
        case Lines(lines):
            yield from lines
        case Fact(label, values):
            yield from (f"{label} {values[0]}".strip(), *values[1:])
        case Table(rows):
            yield from (" ".join(filter(None, row)) for row in rows)
        case PageBreak():
            return
