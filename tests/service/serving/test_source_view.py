"""The stretch of a source that a page shows: bounded, with its neighbours, every line as it was read."""

import pytest

from indexer.documents import Document, Given, Kind, Page, Section, Source, Span, Status
from indexer.index import FileRecord, StoredFile
from service.serving.source_view import AROUND, MOST, Asked, line_count, view


def stored(lines: int, per_page: int = 50) -> StoredFile:
    texts = [f"rad {number}" for number in range(1, lines + 1)]
    pages = [Page(at // per_page + 1, "\n".join(texts[at : at + per_page]) + "\n") for at in range(0, lines, per_page)]
    source = Source.of("long.txt", "sha", "text", pages)
    return StoredFile(FileRecord("long.txt", "/long.txt", "sha", "1", "text", Given(), len(pages), 0, 0, 0), source, (), ())


@pytest.mark.parametrize(
    ("lines", "cited", "first", "shown", "earlier", "later"),
    [
        (10, None, None, (1, 10), None, None),
        (10, (3, 4), None, (1, 10), None, None),
        (10, (30, 40), None, (1, 10), None, None),
        (3000, None, None, (1, 1 + 2 * AROUND), None, 2 + 2 * AROUND),
        (3000, (1000, 1010), None, (800, 1210), 400, 1211),
        (3000, (1000, 2999), None, (800, 800 + MOST), 400, 801 + MOST),
        (3000, None, 2900, (2900, 3000), 2500, None),
        (3000, None, 9999, (3000, 3000), 2600, None),
    ],
)
def test_the_stretch_is_bounded_and_names_its_neighbours(
    lines: int, cited: tuple[int, int] | None, first: int | None, shown: tuple[int, int], earlier: int | None, later: int | None
) -> None:
    found = view(stored(lines), Asked(cited, first))

    assert (found.lines[0].number, found.lines[-1].number) == shown
    assert (found.earlier, found.later) == (earlier, later)
    assert all(line.text == f"rad {line.number}" for line in found.lines)


@pytest.mark.parametrize(
    ("asked", "cited", "beyond"), [((3, 4), (3, 4), None), ((9, 12), (9, 10), None), ((10, 10), (10, 10), None), ((11, 99999), None, 11)]
)
def test_a_line_behind_the_end_marks_nothing_and_is_named(
    asked: tuple[int, int], cited: tuple[int, int] | None, beyond: int | None
) -> None:
    found = view(stored(10), Asked(asked))

    assert (found.cited, found.beyond) == (cited, beyond)
    assert [line.number for line in found.lines if line.cited] == (list(range(cited[0], cited[1] + 1)) if cited else [])


def test_pages_head_the_lines_they_begin_at() -> None:
    heads = {line.number: line.headings[0].text for line in view(stored(120), Asked()).lines if line.headings}

    assert heads == {1: "Sida 1", 51: "Sida 2", 101: "Sida 3"}


@pytest.mark.parametrize(("text", "count"), [("", 1), ("a", 1), ("a\n", 1), ("a\nb\n", 2), ("a\n\n", 2), ("\n", 1)])
def test_lines_are_counted_as_an_editor_counts_them(text: str, count: int) -> None:
    assert line_count(Source.of("x.txt", "sha", "text", [Page(1, text)])) == count


@pytest.mark.parametrize(
    ("line", "says"), [("§ 7 Taxa", True), ("KF § 7   KS-2024/00001", True), ("§7", True), ("§ 71 Taxa", False), ("Taxa", False)]
)
def test_a_heading_is_not_written_twice_where_the_line_names_its_section(line: str, says: bool) -> None:
    text = f"Storby kommun\n{line}\nBeslut\n"
    span = Span(0, len(text))
    section = Section("s", "§ 7", "Taxa", None, Status.BESLUT, span, (1, 1), (1, 3), (), ())
    document = Document("d", Kind.PROTOKOLL, None, None, None, False, None, None, None, span, (1, 1), (1, 3), (section,))
    source = Source.of("a.txt", "sha", "text", [Page(1, text)])
    header = ((0, len("Storby kommun")),)
    shown = view(StoredFile(FileRecord("a.txt", "/a.txt", "sha", "1", "text", Given(), 1, 1, 1, 1), source, header, (document,)), Asked())

    assert [(each.number, each.headings[-1].repeats) for each in shown.lines if each.headings and not each.headings[-1].is_page] == [
        (2, says)
    ]


def paged(*texts: str) -> StoredFile:
    """A PDF whose pages have these texts, all of one document and one §."""
    source = Source.of("a.pdf", "sha", "pdf", [Page(number, text) for number, text in enumerate(texts, 1)])
    span = Span(0, len(source.text))
    section = Section("s", "§ 7", "Taxa", None, Status.BESLUT, span, (1, len(texts)), (1, line_count(source)))
    document = Document("d", Kind.PROTOKOLL, None, None, None, False, None, None, None, span, (1, len(texts)), section.lines, (section,))
    return StoredFile(FileRecord("a.pdf", "/a.pdf", "sha", "1", "pdf", Given(), len(texts), 1, 1, 1), source, (), (document,))


@pytest.mark.parametrize(
    ("asked", "page", "shown", "cited", "goes_on"),
    [
        (Asked(), 1, [1, 2], None, ()),
        (Asked(page=2), 2, [3, 4], None, ()),
        (Asked(page=99), 4, [5], None, ()),
        (Asked(first=4), 2, [3, 4], None, ()),
        (Asked(cited=(3, 3)), 2, [3, 4], (3, 3), ()),
        (Asked(cited=(2, 5)), 1, [1, 2], (2, 2), (2, 3, 4)),
        (Asked(cited=(2, 5), page=2), 2, [3, 4], (3, 4), (1, 3, 4)),
        (Asked(cited=(90, 91)), 1, [1, 2], None, ()),
    ],
)
def test_a_file_with_pages_is_shown_page_by_page(
    asked: Asked, page: int, shown: list[int], cited: tuple[int, int] | None, goes_on: tuple[int, ...]
) -> None:
    found = view(paged("§ 7 Taxa\nett\n", "två\ntre\n", "", "fyra\n"), asked)

    assert found.page
    assert (found.page.number, found.pages) == (page, 4)
    assert [line.number for line in found.lines] == shown
    assert (found.cited, found.goes_on) == (cited, goes_on)
    assert found.section


@pytest.mark.parametrize("asked", [Asked(), Asked(page=1), Asked(page=3), Asked(cited=(1, 1))])
def test_a_page_without_text_shows_its_document_and_no_lines(asked: Asked) -> None:
    found = view(paged("", "", ""), asked)

    assert found.lines == () or [line.text for line in found.lines] == [""]
    assert found.document
    assert found.page
