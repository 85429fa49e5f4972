from indexer.documents import Page, Source, Span
from indexer.structuring.lines import from_to, lines_of
from tests.indexer.bundles import source


def test_lines_with_text_know_their_number_and_place() -> None:
    text = "\n  Första raden \n\n\nAndra\n"
    first, second = lines_of(source(text))

    assert (first.number, first.blanks, first.span.of(text)) == (2, 1, "Första raden")
    assert (second.number, second.blanks) == (5, 2)
    assert from_to((first, second), 0, 1) == Span(first.span.start, second.span.end)


def test_marks_of_markdown_are_no_text() -> None:
    lines = lines_of(source("## **Titel**\n\n**Kommunstyrelsen**\n\n<b>Summa</b>\n\n_____\n"))

    assert [(line.text, line.heading) for line in lines] == [
        ("Titel", True),
        ("Kommunstyrelsen", True),
        ("Summa", False),
        ("_____", False),
    ]


def test_the_first_line_of_a_page_opens_it() -> None:
    pages = Source.of("a.pdf", "0", "pdf", [Page(1, "Ett\nTvå"), Page(2, ""), Page(3, "Tre")])

    assert [(line.text, line.opens_page) for line in lines_of(pages)] == [("Ett", True), ("Två", False), ("Tre", True)]


def test_a_web_address_alone_closes_a_page() -> None:
    lines = lines_of(source("Text\nhttps://exempel.se/sida\n\nNy text\n"))

    assert [line.opens_page for line in lines] == [True, False, True]
