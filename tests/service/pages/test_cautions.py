"""What a reader must know before relying on a text: each sentence only where its reason stands in what was read."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.documents import Given, Maturity, Page, Passage, Section, Span, Status
from indexer.engines.location import Connection, open_index
from indexer.index import Access, FileEntry, Filters, Index, StoredFile
from indexer.particulars import Link, LinkKind
from service.pages.cautions import Caution, of_page, of_section
from tests.service.following import town
from tests.service.minutes import BOARD, VERSION, entry
from tests.service.readings import indexed

PUBLIC = Access.public()
DRAFT, FINAL = "utkast.txt", "protokoll.txt"


def filled(folder: Path, *finals: str) -> Index:
    """An index of a draft and of the approved minutes of the same meeting."""
    index = open_index(str(folder), VERSION, Connection(), create=True)
    with index.writer() as writer:
        for file in (DRAFT, *finals):
            writer.put(matured(file, Maturity.OJUSTERAT if file == DRAFT else Maturity.JUSTERAT))
    return index


def matured(file: str, maturity: Maturity) -> FileEntry:
    made = entry(file, BOARD, Given(municipality="Granby"))
    documents = tuple(
        replace(document, sections=tuple(replace(section, maturity=maturity) for section in document.sections))
        for document in made.documents
    )
    return replace(made, documents=documents)


def cautions_of(index: Index, number: str = "§ 11") -> tuple[list[Caution], StoredFile]:
    stored = index.file(DRAFT, PUBLIC)
    assert stored
    (document,) = stored.documents
    section = next(each for each in document.sections if each.number == number)
    return list(of_section(index, PUBLIC, stored, document, section)), stored


def test_a_draft_leads_to_the_approved_minutes_where_exactly_one_is_held(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "one", FINAL)) as index:
        (caution,), _ = cautions_of(index)
        approved = index.file(FINAL, PUBLIC)
    with closing(filled(tmp_path / "none")) as index:
        (alone,), _ = cautions_of(index)
    with closing(filled(tmp_path / "two", FINAL, "kopia.txt")) as index:
        (ambiguous,), _ = cautions_of(index)

    assert approved
    assert caution.section in {each.id for document in approved.documents for each in document.sections if each.number == "§ 11"}
    assert caution.text.startswith("Ojusterat")
    assert (alone.section, ambiguous.section) == (None, None)


@pytest.mark.parametrize(
    ("kind", "proposed", "says"),
    [
        (LinkKind.REPLACES, False, ["Ersatt av § 12."]),
        (LinkKind.REPEALS, False, ["Upphävt genom § 12."]),
        (LinkKind.REPLACES, True, []),
        (LinkKind.SUPPLEMENTS, False, []),
        (LinkKind.REFERENCE, False, []),
    ],
)
def test_what_another_section_replaces_says_so_unless_that_is_only_proposed(
    tmp_path: Path, kind: LinkKind, proposed: bool, says: list[str]
) -> None:
    made = entry(DRAFT, BOARD)
    (document,) = made.documents
    here = next(each for each in document.sections if each.number == "§ 11")

    def linked(section: Section) -> Section:
        link = Link(kind, Span(section.span.start, section.span.start + 1), "§ 11", None, here.id, proposed)
        return replace(section, links=(link,)) if section.number == "§ 12" else section

    documents = (replace(document, sections=tuple(map(linked, document.sections))),)
    stored = StoredFile(made.record, made.source, (), documents)
    with closing(filled(tmp_path / "index")) as index:
        found = list(of_section(index, PUBLIC, stored, documents[0], here))

    assert [each.text for each in found] == says


def test_a_proposal_says_that_it_is_one(tmp_path: Path) -> None:
    made = entry(DRAFT, BOARD)
    (document,) = made.documents
    with closing(filled(tmp_path / "index")) as index:
        stored = StoredFile(made.record, made.source, (), made.documents)
        (caution,) = of_section(index, PUBLIC, stored, document, replace(document.sections[1], status=Status.FORSLAG))

    assert caution.text == "Förslag: det här är inte ett beslut."


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (Page(1, "text"), []),
        (Page(1, "text", ocr=True), ["OCR"]),
        (Page(1, "text", ocr=True, damaged=True), ["svårläst"]),
        (Page(1, "", damaged=True), ["inte har lästs"]),
        (Page(1, "namnden bes1utar", damaged=True), ["är skadad"]),
        (Page(1, "född ██████-████", ocr=True), ["OCR", "dolda"]),
    ],
)
def test_a_page_says_how_it_was_read_and_what_is_hidden(page: Page, words: list[str]) -> None:
    found = list(of_page(page, page.text))

    assert len(found) == len(words)
    assert all(word in caution.text for word, caution in zip(words, found, strict=True))


def test_a_decision_that_one_in_another_file_ended_leads_there() -> None:
    fee = "Avgift för kolonilotter"
    ends = "Kommunstyrelsen beslutar att avgiften är 900 kronor och att kommunstyrelsens beslut 2029-03-12 § 7 upphör att gälla."
    old = town.minutes(town.BOARD, "2029-03-12", town.section(7, "KS 2029/3", fee, "Kommunstyrelsen beslutar att avgiften är 700 kronor."))
    index = indexed((town.TOWN, old), (town.TOWN, town.minutes(town.BOARD, "2031-03-12", town.section(10, "KS 2031/40", fee, ends))))
    older, newer = (index.passages(index.select(Filters(sections=(number,)), PUBLIC, 1), PUBLIC)[0] for number in ("§ 7", "§ 10"))

    assert [(caution.text, caution.section) for caution in said_of(index, older)] == [
        ("Senare ersatt eller upphävt: Kommunstyrelsen 2031-03-12 § 10 (Dnr KS 2031/40).", newer.section_id)
    ]
    assert said_of(index, newer) == []


def said_of(index: Index, passage: Passage) -> list[Caution]:
    stored = index.file(passage.file, PUBLIC)
    assert stored
    found = ((document, section) for document in stored.documents for section in document.sections if section.id == passage.section_id)
    return [caution for document, section in found for caution in of_section(index, PUBLIC, stored, document, section)]
