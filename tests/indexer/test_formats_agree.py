"""The same paper as PDF, DOCX, HTML and text gives the same documents, sections and fields; a scan of it the same §, Dnr and status."""

from pathlib import Path

import pytest

from eval import scans
from eval.samples.make import RENDERERS
from eval.samples.source import Format, Sample, samples
from indexer import reading
from indexer.documents import Document, Given, Reading
from indexer.limits import Limits
from indexer.readers import ocr
from tests.conftest import missing

SAMPLES = {sample.name: sample for sample in samples()}
SCANNED = ("tallmora_sn_2024-06-05", "lindsjoberg_bn_2023-04-18", "vitterfors_sbnau_2024-09-17", "amosele_ks_2025-01-15_ojusterat")


def read(sample: Sample, format: Format, folder: Path) -> Reading:
    path = folder / sample.file(format)
    path.write_bytes(RENDERERS[format](sample))
    return reading.read(path, sample.name, Given(sample.municipality.name))


def fields(found: Reading) -> list[tuple[object, ...]]:
    return [row for document in found.documents for row in (of_document(document), *sections(document))]


def of_document(document: Document) -> tuple[object, ...]:
    cases = tuple(case.key if case else None for case in (document.case, document.parent_case))
    return (document.kind, document.municipality, document.body, document.date, document.title, *cases, document.status)


def sections(document: Document) -> list[tuple[object, ...]]:
    return [
        (
            section.number,
            section.title,
            section.case.key if section.case else None,
            section.status,
            section.outcome,
            section.maturity,
            tuple(block.kind for block in section.blocks),
            len(section.points),
        )
        for section in document.sections
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_of_a_paper_is_understood_alike(name: str, tmp_path: Path) -> None:
    expected = fields(read(SAMPLES[name], Format.PDF, tmp_path))
    assert expected
    for other in (Format.DOCX, Format.HTML, Format.TXT):
        assert fields(read(SAMPLES[name], other, tmp_path)) == expected, f"{name} as {other}"


@pytest.mark.ocr
@pytest.mark.parametrize("name", SCANNED)
def test_a_scan_gives_the_same_numbers_cases_and_status(name: str, tmp_path: Path) -> None:
    if lack := ocr.lack("swe"):
        missing(lack)
    found = scans.scanned(SAMPLES[name], tmp_path, Limits(cache=str(tmp_path / "cache")))
    assert found.changes == ()
    assert found.errors <= found.characters * 0.01
    assert found.least_sure > 0.85
