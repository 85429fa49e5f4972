from indexer.structuring import furniture
from tests.indexer.bundles import HEADER, source


def test_a_header_gives_body_date_and_page_of_the_page_that_follows() -> None:
    text = f"Sista raden före.\n\n\n\n{HEADER}§ 13 Dnr 2031/00080\n"
    piece, *rest = furniture.find(source(text))

    assert (piece.body, piece.date) == ("Barn- och skolnämndens arbetsutskott", "2031-05-08")
    assert (piece.page, piece.of, piece.word) == (1, 2, "SAMMANTRÄDESPROTOKOLL")
    assert rest == []


def test_a_header_on_one_line_is_read_as_well() -> None:
    text = "GRANKÖPINGS KOMMUN          PROTOKOLL\nKommunstyrelsen    2031-02-03\nSida 2 av 3\n\n§ 4 Upprop\n"
    (piece,) = furniture.find(source(text))

    assert (piece.body, piece.date, piece.page, piece.of) == ("Kommunstyrelsen", "2031-02-03", 2, 3)


def test_a_name_that_goes_on_below_a_header_is_text() -> None:
    head = "GRANKÖPINGS KOMMUN          PROTOKOLL\nKommunstyrelsen    2031-02-03\nSida 2 av 3"
    text = f"till ordförande i miljö- och\n\n\n\n{head}\n\nbyggnadsnämnden,\natt välja en ny\n"

    assert [piece.span.of(text) for piece in furniture.find(source(text))] == [head]


def test_damaged_headers_are_headers() -> None:
    text = "GRANKOPINGS SAMMANTRADESPROTOKOLL ??37)\nKOMMU N Sammantradesdatum\n2031-05-08\n\nBarn- och skolndmnden\n\n§1 Dnr 2031/00001\n"
    (piece,) = furniture.find(source(text))

    assert (piece.body, piece.date, piece.word) == ("Barn- och skolnämnden", "2031-05-08", "SAMMANTRÄDESPROTOKOLL")


def test_feet_of_extracts_and_worn_page_numbers_are_furniture() -> None:
    lines = ["GRANKÖPINGS SAMMANTRÄDESPROTOKOLL Zizg)", "Paragrafen &r digitalt justerad. Utdragsbestyrkande"]
    text = f"En mening.\n\n{lines[1]}\n\n\n\n\n{lines[0]}\n\nEn mening till.\n\nSida\n\n\n\n\nEn tredje om Sida\n"

    assert [piece.span.of(text) for piece in furniture.find(source(text))] == [lines[1], lines[0], "Sida"]


def test_continuation_marks_and_footers_are_furniture() -> None:
    text = "En mening.\n\nForts. § 12\n\nEn mening till.\n\nJusterandes sign Utdragsbestyrkande\n"

    assert [piece.span.of(text) for piece in furniture.find(source(text))] == ["Forts. § 12", "Justerandes sign Utdragsbestyrkande"]


def test_whom_a_paper_is_addressed_to_is_not_its_header() -> None:
    text = "TJÄNSTESKRIVELSE\nSida\n1(2)\nDatum\n2031-04-02\n\n\n\n\n\nBarn- och skolnämnden\n\nNy lekplats\n"
    (piece,) = furniture.find(source(text))

    assert piece.span.of(text).endswith("2031-04-02")
    assert piece.body is None


def test_text_that_only_speaks_of_meetings_is_text() -> None:
    text = (
        "Kommunstyrelsen 2031-02-03 § 12\n\nBarn- och skolnämndens beslut\n\nKommunstyrelsen behandlade ärendet den 10 februari 2031.\n\n"
        "I hög utsträckning 2 (67)\n"
    )

    assert furniture.find(source(text)) == ()


def test_running_heads_are_known_by_their_repetition() -> None:
    page = "Årsrapport för skolorna 2031\n\nText som skiljer sig från sida till sida nummer {}.\n"
    text = "\n\n\n\n".join(page.format(number) for number in "ABCD")

    assert len(furniture.find(source(text))) == 4


def test_the_head_of_a_page_needs_no_number_where_municipality_form_and_day_stand_in_it() -> None:
    text = "Granköpings kommun TJÄNSTESKRIVELSE\nDatum 2031-04-02\nReferens BSN 2031/00080\n\n\nNy lekplats\n"
    (piece,) = furniture.find(source(text))

    assert (piece.word, piece.date) == ("TJÄNSTESKRIVELSE", "2031-04-02")
    assert piece.span.of(text).endswith("BSN 2031/00080")
