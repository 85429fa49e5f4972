"""Neither a picture nor the original shows what is masked or withdrawn in the text, also where the text may be misread."""

from dataclasses import replace

import pytest

from indexer.documents import Given, Page, Source
from indexer.index import Access, FileRecord, StoredFile
from service.serving.withheld import original_withheld, picture_withheld

PLAIN = Page(1, "Nämnden beslutar.\n")
SCAN = Page(1, "Namnden beslutar.\n", ocr=True)
MASKED = Page(1, "Anna Ek, ██████-████\n")
EMPTY = Page(1, "", damaged=True)
PUBLIC = Access.public()
NAME = replace(PUBLIC, withdrawn_strings=frozenset({"Anna Ek"}))
SECTION = replace(PUBLIC, withdrawn_sections=frozenset({("a.pdf", "§ 3")}))
ELSEWHERE = replace(PUBLIC, withdrawn_sections=frozenset({("b.pdf", "§ 3")}))


def stored(*pages: Page) -> StoredFile:
    source = Source.of("a.pdf", "sha", "pdf", [replace(page, number=number) for number, page in enumerate(pages, 1)])
    return StoredFile(FileRecord("a.pdf", "/a.pdf", "sha", "1", "pdf", Given(), len(pages), 1, 1, 1), source, (), ())


@pytest.mark.parametrize(
    ("page", "access", "shown"),
    [
        (PLAIN, PUBLIC, True),
        (SCAN, PUBLIC, True),
        (EMPTY, PUBLIC, True),
        (MASKED, PUBLIC, False),
        (PLAIN, NAME, True),
        (SCAN, NAME, False),
        (EMPTY, NAME, False),
        (PLAIN, SECTION, True),
        (SCAN, SECTION, False),
        (SCAN, ELSEWHERE, True),
    ],
)
def test_a_picture_is_withheld_where_it_would_show_more_than_the_text(page: Page, access: Access, shown: bool) -> None:
    file = stored(page)

    assert (picture_withheld(file, file.source.pages[0], access) is None) == shown


@pytest.mark.parametrize(
    ("pages", "access", "shown"),
    [
        ((PLAIN, PLAIN), PUBLIC, True),
        ((PLAIN, MASKED), PUBLIC, False),
        ((PLAIN, SCAN), NAME, False),
        ((PLAIN, PLAIN), NAME, True),
        ((PLAIN, PLAIN), SECTION, False),
        ((PLAIN, PLAIN), ELSEWHERE, True),
    ],
)
def test_an_original_is_withheld_for_any_of_its_pages(pages: tuple[Page, ...], access: Access, shown: bool) -> None:
    assert (original_withheld(stored(*pages), access) is None) == shown
