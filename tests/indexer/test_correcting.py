"""Corrections put in the place of what was read."""

from indexer.correcting import correct
from indexer.corrections import CorrectedField, Correction
from indexer.documents import CaseNumber, DecisionPoint, Document, Kind, Section, Span, Status


def section(number: str | None, lines: tuple[int, int], **changes: object) -> Section:
    values: dict[str, object] = {"title": "Rubrik", "case": None, "status": Status.BESLUT, "span": Span(0, 9), "pages": (1, 1)}
    return Section(id=f"{number}", number=number, lines=lines, **(values | changes))  # type: ignore[arg-type]


def document(*sections: Section, lines: tuple[int, int] = (1, 99)) -> Document:
    return Document(
        "d", Kind.PROTOKOLL, "Storby", "Kommunstyrelsen", "2024-01-01", True, None, None, None, Span(0, 9), (1, 1), lines, sections
    )  # fmt: skip


def said(field: CorrectedField, value: str | None, **place: object) -> Correction:
    return Correction(field, value, "Felläst", "Anna Ek", **place)  # type: ignore[arg-type]


MINUTES = document(section("§ 1", (1, 10)), section("§ 2", (11, 20)))


def test_a_field_of_one_section_is_corrected_and_the_change_kept() -> None:
    (found,), notes = correct([MINUTES], [said(CorrectedField.TITLE, "Taxa", section="§ 2")])
    assert notes == ()
    assert [each.title for each in found.sections] == ["Rubrik", "Taxa"]
    (change,) = found.sections[1].corrected
    assert (change.field, change.was, change.why, change.by) == (CorrectedField.TITLE, "Rubrik", "Felläst", "Anna Ek")
    assert found.sections[0] == MINUTES.sections[0]
    assert found.corrected == ()


def test_a_line_names_the_section_around_it() -> None:
    (found,), _ = correct([MINUTES], [said(CorrectedField.NUMBER, "§ 3", line=15)])
    assert [each.number for each in found.sections] == ["§ 1", "§ 3"]
    assert found.sections[1].id == MINUTES.sections[1].id


def test_what_a_document_has_is_corrected_through_any_of_its_sections() -> None:
    (found,), _ = correct([MINUTES], [said(CorrectedField.DATE, "2024-02-02", section="§ 1")])
    assert (found.date, found.date_inherited, found.corrected[0].was) == ("2024-02-02", False, "2024-01-01")
    assert found.sections == MINUTES.sections


def test_a_case_is_read_as_one_and_stands_nowhere_in_the_text() -> None:
    (found,), _ = correct([MINUTES], [said(CorrectedField.CASE, "KS 2024/00012", section="§ 1")])
    case = found.sections[0].case
    assert case == CaseNumber("KS 2024/00012", "Storby", "KS", 2024, 12)
    assert case.span is None


def test_points_follow_their_sections_status_unless_they_had_one_of_their_own() -> None:
    points = (DecisionPoint("1", Span(0, 1), Status.BESLUT), DecisionPoint("2", Span(1, 2), Status.FORSLAG))
    (found,), _ = correct([document(section("§ 1", (1, 2), points=points))], [said(CorrectedField.STATUS, "remiss", section="§ 1")])
    assert [point.status for point in found.sections[0].points] == [Status.REMISS, Status.FORSLAG]


def test_a_paper_without_sections_is_its_one_section() -> None:
    paper = document(section(None, (1, 9)))
    (found,), _ = correct([paper], [said(CorrectedField.STATUS, "information"), said(CorrectedField.TITLE, None)])
    assert (found.status, found.sections[0].status) == (Status.INFORMATION, Status.INFORMATION)
    assert (found.title, found.sections[0].title) == (None, None)


def test_whose_a_file_is_holds_for_all_its_documents() -> None:
    found, notes = correct([MINUTES, MINUTES], [said(CorrectedField.MUNICIPALITY, "Lillby")])
    assert ([each.municipality for each in found], notes) == (["Lillby", "Lillby"], ())


def test_what_fits_nothing_or_several_is_told_and_not_done() -> None:
    both = [MINUTES, document(section("§ 2", (30, 40)), lines=(30, 40))]
    found, notes = correct(
        both,
        [
            said(CorrectedField.TITLE, "X", section="§ 7"),
            said(CorrectedField.TITLE, "X", section="§ 2"),
            said(CorrectedField.DATE, "2024-03-03"),
            said(CorrectedField.NUMBER, "§ 9", line=500),
        ],
    )
    assert found == tuple(both)
    assert [note.split(" was not made: ")[1] for note in notes] == [
        "nothing in the file has it",
        "it fits 2 places; name one by its line: 11, 30",
        "the file has 2 documents; name a § or a line",
        "nothing in the file has it",
    ]
