"""The table of contents names what the file holds, in order, and marks where the reader is."""

from indexer.documents import Given, Page, Source
from indexer.index import FileRecord, StoredFile
from indexer.reading import of_source
from service.serving.contents import contents
from tests.service.minutes import BOARD


def test_documents_and_their_sections_stand_in_order_with_the_one_at_hand_marked() -> None:
    read = of_source(Source.of("a.txt", "sha", "text", [Page(1, BOARD)]), Given(municipality="Granby"))
    stored = StoredFile(FileRecord("a.txt", "/a.txt", "sha", "1", "text", Given(), 1, 1, 5, 5), read.source, (), read.documents)
    (document,) = read.documents
    here = document.sections[1]

    (entry,) = contents(stored, document, here)

    assert entry.text == "Protokoll · Kommunstyrelsen · 2031-03-12"
    assert entry.current
    assert [each.text for each in entry.sections[:4]] == [
        "§ 10 Upplåtelse av torget",
        "§ 11 Öppettider i badhuset",
        "§ 12 Bro över Lillån",
        "§ 13 Anmälan av delegationsbeslut",
    ]
    assert [each.id for each in entry.sections if each.current] == [here.id]


def test_a_long_title_is_cut() -> None:
    title = "Ansökan om bidrag till restaurering av den gamla väderkvarnen med mjölnarbostad och magasin samt parkering vid Lillån"
    text = f"§ 1\n{title}\n\nBeslut\nNämnden beslutar.\n"
    read = of_source(Source.of("a.txt", "sha", "text", [Page(1, text)]), Given())
    stored = StoredFile(FileRecord("a.txt", "/a.txt", "sha", "1", "text", Given(), 1, 1, 1, 1), read.source, (), read.documents)

    texts = [text for entry in contents(stored, None, None) for text in (entry.text, *(each.text for each in entry.sections))]

    assert max(map(len, texts)) <= 120
    assert any(each.endswith(" …") for each in texts)
