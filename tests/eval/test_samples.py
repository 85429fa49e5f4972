"""The samples build, the same each time, and their questions point at what stands there."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import docx
import pypdfium2
import pytest
from click.testing import CliRunner

from eval.samples import flow, layout, pdf, plain
from eval.samples.make import RENDERERS, build, main
from eval.samples.questions import Question, find, questions
from eval.samples.source import (
    SOURCES,
    Fact,
    Format,
    Heading,
    Item,
    Lines,
    PageBreak,
    Paragraph,
    Sample,
    SourceProblem,
    Table,
    blocks,
    sample,
    samples,
)

SAMPLES = samples()

QUESTION = {"kind": "fact", "question": "Vad?", "answer": "Det.", "must_include": ["det"], "evidence": [{"file": "a", "quote": "står där"}]}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("samples")
    result = CliRunner().invoke(main, [str(out)])
    assert result.exit_code == 0, result.output
    return out


@pytest.fixture(scope="module")
def asked(built: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (built / "questions.jsonl").read_text(encoding="utf-8").splitlines()]


def fingerprints(folder: Path) -> Mapping[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    assert CliRunner().invoke(main, [str(tmp_path)]).exit_code == 0
    assert fingerprints(tmp_path) == fingerprints(built)


def test_there_are_enough_documents_of_every_format_and_four_municipalities() -> None:
    assert len(SAMPLES) >= 25
    assert {each.format for each in SAMPLES} == set(Format)
    assert {each.municipality.name for each in SAMPLES} == {"Tallmora", "Vitterfors", "Lindsjöberg", "Åmosele"}


def test_the_municipalities_are_none_of_the_real_ones() -> None:
    municipalities = pytest.importorskip("indexer.municipalities").MUNICIPALITIES
    assert not {each.municipality.name for each in SAMPLES} & set(municipalities)


def test_there_are_enough_questions_a_quarter_of_them_unanswerable(asked: list[dict[str, object]]) -> None:
    kinds = Counter(question["kind"] for question in asked)
    assert len(asked) >= 64
    assert kinds["unanswerable"] * 4 >= len(asked)
    assert kinds["comparison"] >= 10
    assert len(kinds) == 14


def test_every_quote_stands_on_its_lines(built: Path, asked: list[dict[str, object]]) -> None:
    for question in asked:
        for piece in question["evidence"]:
            twin = built / "text" / (piece["file"] if piece["file"].endswith(".txt") else f"{piece['file']}.txt")
            first, last = piece["lines"]
            assert piece["quote"] in squeezed("\n".join(twin.read_text(encoding="utf-8").split("\n")[first - 1 : last])), question["id"]


def test_a_comparison_has_evidence_in_more_than_one_municipality(asked: list[dict[str, object]]) -> None:
    for question in asked:
        if question["kind"] == "comparison":
            assert len({piece["file"].split("_")[0] for piece in question["evidence"]}) >= 2, question["id"]


def test_the_manifest_names_every_file(built: Path) -> None:
    rows = [line.split(",") for line in (built / "files" / "manifest.csv").read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["file", "municipality", "url", "date"]
    assert {row[0] for row in rows[1:]} == {path.name for path in (built / "files").iterdir()} - {"manifest.csv"}


@pytest.mark.parametrize("each", [each for each in SAMPLES if each.format is Format.PDF], ids=lambda each: each.name)
def test_the_twin_of_a_pdf_is_what_a_reader_gets_out_of_it(built: Path, each: Sample) -> None:
    document = pypdfium2.PdfDocument(built / "files" / each.file(Format.PDF))
    read = "".join(page.get_textpage().get_text_range().replace("\r\n", "\n").rstrip("\n") + "\n" for page in document)
    document.close()
    # PDFium takes every hyphen at a line's end for a broken word and puts this mark in place of hyphen and line end.
    read = read.replace("\ufffe", "-\n")
    assert read == (built / "text" / f"{each.name}.pdf.txt").read_text(encoding="utf-8")


def test_the_scan_has_pages_but_no_text(built: Path) -> None:
    for each in SAMPLES:
        if each.format is Format.SCAN:
            document = pypdfium2.PdfDocument(built / "files" / each.file(Format.SCAN))
            assert len(document) == len(pdf.layout(each))
            assert all(page.get_textpage().get_text_range() == "" for page in document)
            document.close()


def test_a_docx_holds_the_text_of_its_twin(built: Path) -> None:
    for each in SAMPLES:
        if each.format is Format.DOCX:
            document = docx.Document(str(built / "files" / each.file(Format.DOCX)))
            shown = squeezed(" ".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t")))
            heads = "".join(f"{line}\n" for line in flow.head(each.parts[0]))
            expected = flow.twin(each).removeprefix(heads).replace("• ", "")
            assert shown == squeezed(expected)


@pytest.mark.parametrize("format", list(Format))
def test_a_source_renders_in_every_format_with_the_same_words(tmp_path: Path, format: Format) -> None:
    chosen = next(each for each in SAMPLES if each.name == "amosele_pu_2024-04-17")
    [(name, text)] = build(tmp_path, [chosen], format).items()
    assert (tmp_path / "files" / name).read_bytes() == RENDERERS[format](chosen)
    assert "att friskvårdsbidraget sänks från 2 000 kronor till 1 000 kronor" in squeezed(text)


def test_no_page_ends_with_a_heading_or_begins_with_an_empty_row() -> None:
    for each in SAMPLES:
        for metrics in (pdf.METRICS, plain.METRICS):
            laid = [page for part in each.parts for page in layout.pages(part, metrics)]
            for page, after in pairwise(laid):
                assert page.body[0].cells
                assert not (page.body[-1].keep and page.body[-1].level and after.body), each.name


def test_no_row_is_wider_than_its_page() -> None:
    for each in SAMPLES:
        for line in plain.render(each).decode().split("\n"):
            assert len(line) <= plain.METRICS.width + 1, each.name


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("### Yrkande", Heading(3, "Yrkande")),
        ("En mening\nsom fortsätter.", Paragraph("En mening som fortsätter.")),
        ("- att avslå\n  motionen", Item("•", "att avslå motionen")),
        ("2. Motionen avslås.", Item("2.", "Motionen avslås.")),
        ("b) Delgivning", Item("b)", "Delgivning")),
        ("> en\n>   två", Lines(("en", "  två"))),
        ("Plats :: Salen\n:: Kommunhuset", Fact("Plats", ("Salen", "Kommunhuset"))),
        ("| a | b |\n| 1 | |", Table((("a", "b"), ("1", "")))),
        ("<<<", PageBreak()),
    ],
)
def test_the_markup_of_each_block(text: str, block: object) -> None:
    assert list(blocks(text)) == [block]


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("format: pdf\nstyle: protokoll\ndate: 2024-01-01\nbdy: x", "unknown keys"),
        ("format: pdf\nstyle: okänd\ndate: 2024-01-01", "okänd"),
        ("format: odt\nstyle: protokoll\ndate: 2024-01-01", "odt"),
    ],
)
def test_a_misspelt_front_matter_is_refused(tmp_path: Path, front: str, said: str) -> None:
    path = tmp_path / "x.md"
    path.write_text(f"---\n{front}\n---\nText.\n", encoding="utf-8")
    with pytest.raises(SourceProblem, match=said):
        sample(path, SAMPLES[0].municipality)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"evidence": [{"file": "a", "quote": "står inte där"}]}, "does not stand in a.txt"),
        ({"evidence": [{"file": "b", "quote": "står där"}]}, "unknown keys or file"),
        ({"evidence": []}, "exactly where the question is unanswerable"),
        ({"kind": "gissning"}, "unknown kind"),
        ({"answer": 31}, "quote what YAML reads as a number"),
        ({"qestion": "Vad?"}, "unknown keys"),
    ],
)
def test_a_question_that_points_at_nothing_is_refused(tmp_path: Path, change: Question, said: str) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(json.dumps({"q": QUESTION | change}), encoding="utf-8")
    with pytest.raises(SourceProblem, match=said):
        questions(path, {"a": "a.txt"}, {"a.txt": "Det\nstår\ndär."})


def test_the_lines_of_a_quote_are_counted_by_line_feeds_alone() -> None:
    assert find("två tre", "ett\n\ftvå\n\n tre\n") == (2, 4)
    assert find("fyra", "ett\n") is None


def test_an_unknown_source_is_named_in_the_message(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, [str(tmp_path), "--only", "ingen"])
    assert result.exit_code == 1
    assert "no source 'ingen'" in result.output


def test_sources_hold_no_other_files_than_are_read() -> None:
    known = {path for folder in SOURCES.iterdir() if folder.is_dir() for path in (folder / "municipality.yaml", *folder.glob("*.md"))}
    asked = {SOURCES / f"{name}.yaml" for name in ("questions", "lists", "decisions", "cases")}
    assert {path for path in SOURCES.rglob("*") if path.is_file()} == known | asked
