"""The whole way from a file to its documents; on the real bundles, against what careful readers found in them."""

import json
import time
from pathlib import Path

import pytest

from indexer.documents import Given, Page, Source
from indexer.errors import EmptyFile
from indexer.inspection.inspecting import as_json
from indexer.passages import passages
from indexer.reading import of_source, read
from tests.indexer.bundles import BUNDLE


def test_a_file_is_read_and_split(tmp_path: Path) -> None:
    path = tmp_path / "bundle.txt"
    path.write_text(BUNDLE, encoding="utf-8")
    reading = read(path, "folder/bundle.txt", Given(municipality="Granköping"))

    assert reading.source.file == "folder/bundle.txt"
    assert reading.source.text == BUNDLE
    assert len(reading.documents) == 4
    assert all(piece.of(BUNDLE).strip() for piece in reading.furniture)


def test_the_same_content_has_the_same_identities(tmp_path: Path) -> None:
    path = tmp_path / "bundle.txt"
    path.write_text(BUNDLE, encoding="utf-8")
    first, second = (read(path, "bundle.txt", Given()) for _ in range(2))
    sections = [section.id for document in first.documents for section in document.sections]

    assert first.documents == second.documents
    assert len(set(sections)) == len(sections)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("§ 1 Budget\n\nBeslut\nNämnden godkänner.\n\n", "Enhet ett\t12\t13\t14\n"),
        ("§ 1 Budget\n\nBeslut\n", "Nämnden godkänner rapporten.\n\n"),
        ("§ 1 Delegationsbeslut\n\n", "Nr\n"),
        ("§ 1 Delegationsbeslut\n\n", "2031/12 Yttrande om x\nSmedby kommun Protokoll 2031-03-04 Sida 3\n\f"),
        ("", "Sida 1 (2)\nSmedby kommun\tPROTOKOLL\n2031-02-03\n§ 3 Budget\nKS 2031/12\nBeslut\nNämnden godkänner.\n\f"),
        ("§ 1 Budget\n\n", "Beslut\nNämnden godkänner.\n\nBakgrund\nTvå barn gungade.\n\n"),
        ("PROTOKOLL\nPlats och tid\nRådhuset 2031-02-03\nBeslutande\n", "Ada Ek (S), Bo By (M), "),
        ("", "1 Kf 2 Kf 3 Kf 4 Kf "),
        ("", "Beslutande Justerare § 12 Dnr 2031/12 Budget "),
    ],
)
def test_what_comes_again_and_again_is_read_in_time_that_grows_with_its_number(head: str, line: str) -> None:
    once = seconds(head + line * 150)

    assert seconds(head + line * 1_200) < 20 * once + 0.2


def seconds(text: str) -> float:
    """Of computing, for reading a text and cutting it into passages."""
    begun = time.process_time()
    found = of_source(Source.of("a.txt", "0" * 64, "text", [Page(1, text)]), Given())
    passages(found.source, found.furniture, found.documents, Given())
    return time.process_time() - begun


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("\n \n", encoding="utf-8")

    with pytest.raises(EmptyFile):
        read(path, "empty.txt", Given())


def test_pages_without_text_are_noted() -> None:
    scanned = Source.of("scan.pdf", "0" * 64, "pdf", [Page(1, "", damaged=True), Page(2, "", damaged=True)])
    reading = of_source(scanned, Given())

    assert reading.documents == ()
    assert "no text to read" in reading.notes


def test_the_json_gives_lines_for_text_and_no_sections_for_papers_without_any(tmp_path: Path) -> None:
    path = tmp_path / "bundle.txt"
    path.write_text(BUNDLE, encoding="utf-8")
    shown = as_json(read(path, "bundle.txt", Given()))
    extracts, report, *_ = shown["documents"]

    assert shown["pages"] > 1
    assert json.loads(json.dumps(shown)) == shown
    assert [section["number"] for section in extracts["sections"]] == ["§ 12", "§ 13"]
    assert report["sections"] == []
    assert report["lines"] is not None
    assert report["parent_case"] == "2031/00080"


FIELDS = {"section": "number", "dnr": "case", "body": "body", "date": "date", "municipality": "municipality", "status": "status"}


def overlap(one: list[int], other: list[int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0]) + 1
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]) + 1)


def same(field: str, wanted: str, got: str | None) -> bool:
    if field == "dnr":
        return got is not None and wanted.removeprefix("KS ").lstrip("0") in got.removeprefix("KS ").replace("FUN ", "")
    return (got or "ingen") == wanted


@pytest.mark.corpus
def test_the_sections_of_real_bundles_are_those_that_readers_found(corpus: Path) -> None:
    rows = [json.loads(line) for line in (corpus / "sections_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    numbered = [row for row in rows if row["section"]]
    shown = {name: as_json(read(corpus / name, name, Given())) for name in {row["file"] for row in rows}}
    right = dict.fromkeys(FIELDS, 0)
    asked = dict.fromkeys(FIELDS, 0)
    found = 0
    for row in numbered:
        units = [
            {**document, **section, "body": document["body"], "date": document["date"], "municipality": document["municipality"]}
            for document in shown[row["file"]]["documents"]
            for section in document["sections"]
            if section["lines"]
        ]
        best = max(units, key=lambda unit: overlap(row["lines"], unit["lines"]))
        found += overlap(row["lines"], best["lines"]) >= 0.7
        for field, key in FIELDS.items():
            if row[field] is not None:
                asked[field] += 1
                right[field] += same(field, row[field], best[key])

    assert found / len(numbered) >= 0.97
    assert {field for field in FIELDS if right[field] / asked[field] < 0.97} == set()
