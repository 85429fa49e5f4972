from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from indexer.documents import Given, Page, Passage, Source, Span
from indexer.index import FileRecord, StoredFile
from indexer.spans import without
from service.places import Place, in_passage, in_source, place, seams
from tests.service.made import passage

PAGES = ("rad ett\nrad två\nSIDFOT 1\n", "HUVUD 2\nrad tre\nrad fyra\n")
SOURCE = Source.of("granby.txt", "0", "text", [Page(number, text) for number, text in enumerate(PAGES, 1)])
HOLES = (Span(16, 25), Span(25, 33))


def stored(file: str) -> StoredFile:
    return StoredFile(FileRecord(file, "/", "0", "1", "text", Given(), 2, 0, 0, 0), SOURCE, (), ())


def cut(span: Span) -> Passage:
    holes = tuple(hole for hole in HOLES if span.meets(hole))
    text = without(SOURCE.text, span, holes)
    return replace(passage(text), span=span, skipped=holes, pages=SOURCE.page_numbers(span), lines=SOURCE.lines(span))


def test_lines_are_counted_without_the_file_where_nothing_is_cut_out() -> None:
    here = cut(Span(0, 16))

    assert place(here, Span(8, 15), lambda _file: None) == Place(1, (2, 2))


def test_what_was_cut_out_is_counted_again() -> None:
    here = cut(Span(0, len(SOURCE.text)))
    at = here.text.index("rad fyra")

    assert place(here, Span(at, at + 8), stored) == Place(2, (6, 6))


def test_a_file_that_may_not_be_read_gives_the_passage_as_a_whole() -> None:
    here = cut(Span(0, len(SOURCE.text)))

    assert place(here, Span(0, 3), lambda _file: None) == Place(1, here.lines)


@given(st.integers(0, 46), st.integers(1, 46))
def test_a_span_found_in_the_file_is_the_same_words(start: int, length: int) -> None:
    here = cut(Span(0, len(SOURCE.text)))
    span = Span(min(start, len(here.text) - 1), min(start + length, len(here.text)))
    there = in_source(here, span)

    assert without(SOURCE.text, there, HOLES) == span.of(here.text) or not span.of(here.text)
    assert in_passage(here, there) == (span if span.start < span.end else None) or span.start >= span.end


def test_a_span_outside_the_passage_is_not_in_it() -> None:
    assert in_passage(cut(Span(0, 16)), Span(10, 40)) is None


def test_seams_are_where_furniture_was_cut_out() -> None:
    here = cut(Span(0, len(SOURCE.text)))

    assert {here.text[:seam] for seam in seams(here)} == {"rad ett\nrad två\n"}
    assert seams(cut(Span(0, 16))) == []
