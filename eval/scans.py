"""`python -m eval.scans [SAMPLE …]`: every sample as a scan against the same paper as born-digital PDF.

Number, Dnr and status of each section must be the same, and the characters read by OCR nearly all right. Some minutes
the first time; what tesseract read is kept in the cache (PARAGRAF_CACHE).
"""

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import click
import numpy
from rich.console import Console
from rich.table import Table

from eval.samples import layout, pdf, scan
from eval.samples.source import Sample, samples
from indexer import reading
from indexer.documents import Given, Reading
from indexer.limits import Limits
from indexer.readers import ocr
from indexer.settings import READING_SETTINGS, read_settings

MOST_ERRORS = 0.01
"""Share of the characters that OCR may get wrong."""

Row = tuple[str | None, str | None, str]
"""Number, Dnr and status of a section."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A sample read from its scan; `changes` are the sections that the scan lacks (−) or has alone (+)."""

    name: str
    pages: int
    characters: int
    errors: int
    least_sure: float
    changes: tuple[str, ...]


@click.command()
@click.argument("names", metavar="[SAMPLE]...", nargs=-1)
@click.pass_context
def scans(ctx: click.Context, names: Sequence[str]) -> None:
    """Read scans of the samples (all, or those named) and show what differs; exit code 1 where anything does."""
    limits = Limits.of(read_settings(READING_SETTINGS, os.environ))
    if lack := ocr.lack(limits.ocr_language):
        raise click.ClickException(f"The scans cannot be read: {lack}.")
    known: Mapping[str, Sample] = {sample.name: sample for sample in samples()}
    if unknown := [name for name in names if name not in known]:
        raise click.UsageError(f"There is no sample {unknown[0]!r}; one is named FOLDER_FILE, as in tallmora_ks_2024-10-08.")
    found = []
    with tempfile.TemporaryDirectory(prefix="paragraf-scans-") as folder:
        for name in names or known:
            found.append(scanned(known[name], Path(folder), limits))
            for line in found[-1].changes:
                click.echo(f"{name}: {line}")
    Console().print(_table(found))
    ctx.exit(0 if agree(found) else 1)


def agree(found: Sequence[Scanned]) -> bool:
    """Whether the scans say what the papers say: the same sections, and together nearly all characters right."""
    wrong, whole = sum(each.errors for each in found), sum(each.characters for each in found)
    return not any(each.changes for each in found) and wrong <= whole * MOST_ERRORS


def scanned(sample: Sample, folder: Path, limits: Limits) -> Scanned:
    """Read a sample from PDF and from a scan, and hold the two against each other."""
    paper = _read(sample, pdf.render(sample), folder, limits)
    image = _read(sample, scan.render(sample), folder, limits)
    text = "".join(page.text for page in image.source.pages)
    truth = layout.twin(pdf.layout(sample))
    return Scanned(
        sample.name,
        len(image.source.pages),
        len(_folded(truth)),
        errors(text, truth),
        min((page.confidence or 0.0) for page in image.source.pages),
        tuple(_changes(numbered(paper), numbered(image))),
    )


def _read(sample: Sample, content: bytes, folder: Path, limits: Limits) -> Reading:
    path = folder / f"{sample.name}.pdf"
    path.write_bytes(content)
    return reading.read(path, path.name, Given(sample.municipality.name), limits)


def numbered(found: Reading) -> list[Row]:
    """Number, Dnr and status of each section, in order."""
    sections = (section for document in found.documents for section in document.sections)
    return [(each.number, each.case.key if each.case else None, each.status.value) for each in sections]


def _changes(paper: Sequence[Row], image: Sequence[Row]) -> list[str]:
    """What the scan lacks (−) and what it alone has (+)."""
    before, after = ([" ".join(part or "–" for part in row) for row in each] for each in (paper, image))
    found = unified_diff(before, after, n=0, lineterm="")
    return [f"{line[0].replace('-', '−')} {line[1:]}" for line in found if not line.startswith(("---", "+++", "@@"))]


def errors(read_text: str, true_text: str) -> int:
    """Characters to add, drop or change until the text is the true one, spaces folded."""
    ours, truth = _folded(read_text), _folded(true_text)
    codes = numpy.array([ord(char) for char in truth])
    places = numpy.arange(len(truth) + 1)
    row = places
    for number, char in enumerate(ours, 1):
        best = numpy.minimum(row[:-1] + (codes != ord(char)), row[1:] + 1)
        row = numpy.minimum.accumulate(numpy.concatenate(([number], best - places[1:]))) + places
    return int(row[-1])


def _folded(text: str) -> str:
    return " ".join(text.split())


def _table(found: Sequence[Scanned]) -> Table:
    table = Table(title="scans against the same papers born digital")
    for heading in ("sample", "pages", "least confidence", "characters wrong", "numbers, Dnr, status"):
        table.add_column(heading)
    for each in found:
        said = f"{len(each.changes)} differ" if each.changes else "same"
        table.add_row(each.name, str(each.pages), f"{each.least_sure:.2f}", f"{each.errors / each.characters:.4f}", said)
    wrong, whole = sum(each.errors for each in found), sum(each.characters for each in found)
    table.add_row(
        "all",
        str(sum(each.pages for each in found)),
        "",
        f"{wrong / whole:.4f}",
        f"{sum(not each.changes for each in found)} of {len(found)} the same",
    )
    return table


if __name__ == "__main__":
    scans()
