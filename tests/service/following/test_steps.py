"""Which papers are steps and which accompany one, of papers made by hand: their text is of no matter here."""

from collections.abc import Sequence

import pytest

from indexer.documents import CaseNumber, Document, Given, Kind, Maturity, Page, Section, Source, Span, Status
from indexer.index import FileRecord, StoredFile
from indexer.references import case_numbers
from service.following.belonging import parents
from service.following.extent import Extent
from service.following.papers import Paper
from service.following.records import Basis, Number
from service.following.steps import numbered, told
from tests.service.following.town import BOARD, COUNCIL, TOWN

TITLE = "Bro över Lillån"
OWN, OTHER = "KS 2031/40", "KS 2031/77"
KEY = "granby|ks|2031|40"


def number(written: str | None) -> CaseNumber | None:
    return case_numbers(f"Dnr {written}", TOWN)[0] if written else None


def stored(file: str) -> StoredFile:
    source = Source.of(file, file, "text", [Page(1, "Kommunstyrelsen bygger bron över ån.\n" * 40)])
    return StoredFile(FileRecord(file, f"/{file}", file, "1", "text", Given(TOWN), 1, 1, 1, 1), source, (), ())


def paper(
    at: int,
    section: str | None = None,
    *,
    file: str = "a.txt",
    kind: Kind = Kind.PROTOKOLL,
    own: str | None = OWN,
    parent: str | None = None,
    body: str = BOARD,
    day: str | None = "2031-03-12",
    title: str = TITLE,
    status: Status = Status.BESLUT,
    maturity: Maturity | None = None,
) -> Paper:
    """A paper that stands at a place of its file; one with `section` is a § of minutes."""
    span = Span(37 * at, 37 * at + 36)
    made = Section(f"{file}-{at}", section, title, number(own), status, span, (1, 1), (at + 1, at + 1), maturity=maturity)
    held_by = number(parent)
    document = Document(f"{file}-{at}", kind, TOWN, body, day, False, title, None, held_by, span, (1, 1), (1, 1), (made,))
    return Paper(stored(file), document, made, held_by.key if held_by else None)


def letter(at: int, **known: object) -> Paper:
    given = {"kind": Kind.TJANSTESKRIVELSE, "own": None, "parent": OWN, "body": "Tekniska kontoret", "status": Status.FORSLAG}
    return paper(at, **(given | known))  # type: ignore[arg-type]


def report(at: int, **known: object) -> Paper:
    given = {"kind": Kind.RAPPORT, "own": None, "parent": OWN, "status": Status.INGEN, "title": f"Rapport {at}"}
    return paper(at, **(given | known))  # type: ignore[arg-type]


def way(*papers: Paper) -> list[tuple[str | None, str, list[str | None], int]]:
    """§, kind, attachments and copies of each step."""
    matter = Extent((Number(OWN, KEY, Basis.CASE),), papers, (), (), collecting=False)
    return [(step.section, str(step.kind), [one.title for one in step.attachments], len(step.copies)) for step in numbered(told(matter))]


def test_an_extract_is_a_copy_of_its_section_and_the_minutes_are_cited() -> None:
    minutes, extract = paper(0, "§ 10"), paper(0, "§ 10", file="b.txt", kind=Kind.PROTOKOLLSUTDRAG)

    assert way(extract, minutes) == [("§ 10", "beslut", [], 1)]
    step = numbered(told(Extent((Number(OWN, KEY, Basis.CASE),), (extract, minutes), (), (), collecting=False)))[0]
    assert (step.citation.file, step.copies[0].file) == ("a.txt", "b.txt")


def test_a_draft_gives_way_to_the_minutes_of_its_meeting_and_to_no_others() -> None:
    draft = paper(0, "Ä 3", file="draft.txt", status=Status.FORSLAG, maturity=Maturity.UTKAST)

    assert way(draft, paper(0, "§ 10")) == [("§ 10", "beslut", [], 1)]
    assert [step[0] for step in way(draft, paper(0, "§ 10", day="2031-04-09"))] == ["Ä 3", "§ 10"]


def test_attachments_stand_under_the_section_before_them_and_a_letter_that_proposes_is_a_step() -> None:
    found = way(report(0), paper(1, "§ 10"), report(2), letter(3, day="2031-02-01"), paper(4, "§ 12", day="2031-04-09"), report(5))

    assert found == [
        (None, "förvaltningens förslag", [], 0),
        ("§ 10", "beslut", ["Rapport 0", "Rapport 2"], 0),
        ("§ 12", "beslut", ["Rapport 5"], 0),
    ]


def test_a_paper_in_a_file_of_its_own_goes_with_the_next_section() -> None:
    alone = report(0, file="c.txt", own=OWN, parent=None, day="2031-03-20")

    assert way(paper(0, "§ 10"), alone, paper(1, "§ 12", day="2031-04-09"), paper(2, "§ 30", day="2031-05-02", body=COUNCIL)) == [
        ("§ 10", "beslut", [], 0),
        ("§ 12", "beslut", ["Rapport 0"], 0),
        ("§ 30", "beslut", [], 0),
    ]


def test_a_motion_without_a_day_stands_right_before_its_section() -> None:
    motion = paper(1, kind=Kind.MOTION, own=None, parent=OWN, day=None, status=Status.INGEN)

    assert [step[1] for step in way(paper(0, "§ 10"), motion, paper(2, "§ 12", day="2031-04-09"))] == ["initiativ", "beslut", "beslut"]


@pytest.mark.parametrize(
    ("title", "attached"), [("Kommunstyrelsen bygger bron", ["Kommunstyrelsen bygger bron", "Rapport 2"]), ("Skolmat", [])]
)
def test_a_section_in_the_bundle_by_chance_is_no_attachment_nor_what_goes_with_it(title: str, attached: Sequence[str]) -> None:
    stray = paper(1, "§ 77", own=OTHER, parent=OWN, title=title, kind=Kind.PROTOKOLLSUTDRAG)

    assert way(paper(0, "§ 10"), stray, report(2))[0][2] == attached


def test_a_letter_with_the_number_of_another_matter_opens_it_until_the_next_section() -> None:
    papers = [
        paper(0, "§ 10"),
        report(1),
        letter(2, own=OTHER),
        report(3),
        report(4, own="KS 2030/9"),
        paper(5, "§ 11", own=None),
        report(6),
    ]
    found = parents(papers, lambda case: case.key)

    assert [found[each.id] for each in papers] == [None, KEY, "granby|ks|2031|77", "granby|ks|2031|77", KEY, None, KEY]
    assert set(parents(papers, lambda _: None).values()) == {None, KEY}
