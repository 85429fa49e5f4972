from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.documents import Document, Given, Kind, Page, Source, Span, Status
from indexer.readers.text import split_pages
from indexer.reading import of_source
from indexer.structuring import furniture
from tests.indexer.bundles import BUNDLE, HEADER, documents, sections, source


def by_number(text: str) -> dict[str | None, Document]:
    return {section.number: document for document in documents(text) for section in document.sections}


def test_extracts_of_one_meeting_in_a_row_are_one_document() -> None:
    first, report, other, last = documents(BUNDLE)

    assert [section.number for section in first.sections] == ["§ 12", "§ 13"]
    assert (report.kind, other.kind) == (Kind.RAPPORT, Kind.PROTOKOLLSUTDRAG)
    assert [section.number for section in last.sections] == ["§ 14"]


def test_body_and_date_are_inherited_within_the_body_only() -> None:
    found = by_number(BUNDLE)

    assert (found["§ 14"].body, found["§ 14"].date) == ("Barn- och skolnämndens arbetsutskott", "2031-05-08")
    assert found["§ 14"].date_inherited
    assert not found["§ 13"].date_inherited
    assert found["§ 40"].body == "Kommunstyrelsen"


def test_a_citation_dates_the_extract_it_names() -> None:
    assert by_number(BUNDLE)["§ 40"].date == "2031-04-14"


def test_a_page_header_belongs_to_the_section_after_it() -> None:
    thirteenth = next(section for section in sections(BUNDLE) if section.number == "§ 13")

    assert thirteenth.span.of(BUNDLE).startswith("Barn- och skolnämndens arbetsutskott")


def test_attachments_carry_the_case_of_their_matter() -> None:
    _, report, other, _ = documents(BUNDLE)

    assert report.parent_case is not None
    assert report.parent_case.as_written == "2031/00080"
    assert other.parent_case == report.parent_case
    assert other.case is not None
    assert other.case.as_written == "2031/00031"


def test_points_of_one_decision_can_have_different_worth() -> None:
    fortieth = next(section for section in sections(BUNDLE) if section.number == "§ 40")

    assert [(point.label, point.status) for point in fortieth.points] == [("1", Status.BESLUT), ("2", Status.FORSLAG)]
    assert len(fortieth.points[1].conditions) == 1


def test_each_section_has_its_own_status() -> None:
    assert {section.number: section.status for section in sections(BUNDLE)} == {
        "§ 12": Status.FORSLAG,
        "§ 13": Status.INGEN,
        "§ 40": Status.BESLUT,
        "§ 14": Status.INFORMATION,
    }


def test_the_municipality_is_the_given_one_before_what_the_text_names() -> None:
    assert {document.municipality for document in documents(BUNDLE, Given(municipality="Granköping"))} == {"Granköping"}


def test_minutes_keep_their_front_page_as_a_section_without_number() -> None:
    text = (
        "Plats och tid Kommunhuset, tisdagen den 3 mars 2031 kl 09.00\n\nBeslutande\nAda Ek (X), ordförande\n\nJusterare Bo Al\n\n"
        "Instans Kommunstyrelsen\n\n\n\n\n§ 1 Dnr 2031/00001\n\nUpprop\n\nBeslut\n\nUppropet godkänns.\n\n§ 2 Dnr 2031/00002\n\nTaxa\n\n"
        "Kommunstyrelsens förslag till kommunfullmäktige\n\nTaxan antas.\n"
    )
    (minutes,) = documents(text)

    assert (minutes.kind, minutes.body, minutes.date) == (Kind.PROTOKOLL, "Kommunstyrelsen", "2031-03-03")
    assert [section.number for section in minutes.sections] == [None, "§ 1", "§ 2"]
    assert [section.status for section in minutes.sections[1:]] == [Status.BESLUT, Status.FORSLAG]


def test_a_notice_is_dated_by_the_meeting_and_its_items_decide_nothing() -> None:
    text = (
        "KALLELSE\nSida\n\nDatum\n2031-03-20\n\n\n\n\nBarn- och skolnämnden\n\n"
        "kallas härmed till sammanträde torsdagen den 4 april 2031 kl. 09:00 i\n\n"
        "Stora salen för att behandla följande ärenden:\n\n"
        "1.  Ny lekplats\nDnr 2031/00077\n\n2.  Uppföljning av\nskolmåltider\nDnr 2031/00080\n"
    )
    (notice,) = documents(text)
    items = [section for section in notice.sections if section.number]

    assert (notice.kind, notice.body, notice.date) == (Kind.KALLELSE, "Barn- och skolnämnden", "2031-04-04")
    assert [(item.number, item.title) for item in items] == [("1", "Ny lekplats"), ("2", "Uppföljning av skolmåltider")]
    assert {item.status for item in items} == {Status.INGEN}
    assert [item.case.as_written for item in items if item.case] == ["2031/00077", "2031/00080"]


def test_items_run_together_on_one_line_are_told_apart() -> None:
    text = (
        "KOMMUNSTYRELSEN KALLELSE Sammanträdesdatum 2031-10-02 FÖREDRAGNINGSLISTA ÄRENDE DNR Val av justerare "
        "1 Besök från föreningar KS 31/324 2 Bokslut KS 31/229 3 Omdisponering av medel 4 Köp av traktor KS 31/312 KS 31/313\n"
    )
    (notice,) = documents(text)
    items = [section for section in notice.sections if section.number]

    assert [item.number for item in items] == ["1", "2", "3", "4"]
    assert [item.case.serial for item in items if item.case] == [324, 229, 312, 313]


def test_an_officers_paper_proposes_and_names_its_office() -> None:
    text = (
        f"{HEADER}§ 13 Dnr 2031/00080\n\nTaxa\n\nArbetsutskottets beslut\n\nBarn- och skolnämnden föreslås anta taxan.\n\n"
        "Beslutsunderlag\n\n"
        "Barn- och skolförvaltningens tjänsteskrivelse 2031-04-02\n  Barn- och skolnämnden\n\nTaxa\n\nFörslag till beslut\n\n"
        "Barn- och skolnämnden antar taxan.\n\nÄrendebeskrivning\n\nTaxan är gammal.\n"
    )
    paper = documents(text)[-1]

    assert (paper.kind, paper.body, paper.date) == (Kind.TJANSTESKRIVELSE, "Barn- och skolförvaltningen", "2031-04-02")
    assert (paper.status, paper.date_inherited) == (Status.FORSLAG, True)


def test_a_section_whose_heading_was_lost_is_found_between_its_neighbours() -> None:
    def extract(heading: str, title: str) -> str:
        return f"{HEADER}{heading}{title}\n\nArbetsutskottets beslut\n\nBarn- och skolnämnden föreslås anta planen.\n\n\n\n\n"

    text = (
        extract("§ 5 Dnr 2031/00005\n\n", "Första planen")
        + extract("", "Andra planen")
        + extract("§ 7 Dnr 2031/00007\n\n", "Tredje planen")
    )

    assert [(section.number, section.title) for section in sections(text)] == [
        ("§ 5", "Första planen"),
        ("§ 6", "Andra planen"),
        ("§ 7", "Tredje planen"),
    ]


def test_a_register_has_its_rows_as_sections() -> None:
    text = (
        "DNR  Ankom  Beskrivning Initiativet\nKS579-31 821 2031-12-11 Initiativ om en simhall\nDet behövs en simhall.\n\n"
        "KS585-31 450 2031-12-13 Initiativ om öppettider\nÖppna oftare.\n"
    )
    (register,) = documents(text)

    assert [(row.title, row.case.as_written[:8]) for row in register.sections if row.case] == [
        ("Initiativ om en simhall", "KS579-31"),
        ("Initiativ om öppettider", "KS585-31"),
    ]


def test_a_gap_in_the_numbers_is_noted() -> None:
    def section(number: int) -> str:
        return f"§ {number} Dnr 2031/0000{number}\n\nÄrende\n\nKommunstyrelsens beslut\n\nTaxan antas.\n\n"

    reading = of_source(source(section(1) + section(2) + section(4)), Given())

    assert reading.notes == ("Kommunstyrelsen: § 3 not found between the others",)


PIECES = st.sampled_from(
    [
        *BUNDLE.split("\n"),
        *HEADER.split("\n"),
        "§ 7",
        "Ä 3  Dnr KS001-31 041",
        "84 Dnr 2031/00324",
        "1 Bakgrund",
        "Bilaga 1",
        "Från: Ada Ek",
        "Med vänlig hälsning",
        "DNR Ankom Beskrivning Text",
        "KALLELSE",
        "1. Upprop",
        "1(2)",
        "2031-05-08",
        "\f",
        " Ärendelista",
        "§ 1 Upprop ..... 3",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=60).map("\n".join) | st.text(max_size=300))
def test_whatever_is_read_the_records_hold_together(text: str) -> None:
    made = Source.of("mutated.txt", "0" * 64, "text", [Page(number, part) for number, part in enumerate(split_pages(text), 1)])
    reading = of_source(made, Given())
    last = 0
    for document in reading.documents:
        assert document.span.start >= last
        assert document.sections
        last = document.span.end
        end = document.span.start
        for section in document.sections:
            assert document.span.holds(section.span)
            assert section.span.start >= end
            end = section.span.end
            for block in section.blocks:
                assert section.span.holds(block.span)
                assert block.heading is None or section.span.holds(block.heading)
            for point in section.points:
                assert section.span.holds(point.span)
                assert all(point.span.holds(condition) for condition in point.conditions)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=60).map("\n".join))
def test_all_text_but_furniture_belongs_to_a_section(text: str) -> None:
    made = Source.of("mutated.txt", "0" * 64, "text", [Page(number, part) for number, part in enumerate(split_pages(text), 1)])
    reading = of_source(made, Given())
    held = [section.span for document in reading.documents for section in document.sections]
    skipped = [piece.span for piece in furniture.find(made)]
    for at, char in enumerate(made.text):
        here = Span(at, at + 1)
        assert char.isspace() or any(span.holds(here) for span in held) or any(span.holds(here) for span in skipped)


def test_what_is_only_noted_decides_nothing_point_by_point_either() -> None:
    text = (
        "Socialnämnden\n\n§ 9 Dnr 2024/00009\n\nMeddelanden\n\nSocialnämndens beslut\n\nFöljande läggs till handlingarna:\n\n• Tackbrev\n"
    )
    section = next(one for one in sections(text) if one.number == "§ 9")

    assert section.status is Status.INFORMATION
    assert {point.status for point in section.points} == {Status.INFORMATION}
