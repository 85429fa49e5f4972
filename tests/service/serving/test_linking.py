"""References lead on where reading knows to what, and nowhere else; the text itself stays what it was."""

from dataclasses import replace

from indexer.documents import Given, Page, Source, Span
from indexer.index import FileRecord, StoredFile
from indexer.reading import of_source
from service.serving.linking import Linked, linked, runs

MINUTES = """GRANBY KOMMUN                                                         PROTOKOLL
Kommunstyrelsen                                                       2031-03-12

KS § 10   KS-2031/00007
Upplåtelse av torget

Beslut
Kommunstyrelsen beslutar att torget upplåts.

KS § 11   KS-2031/00011
Öppettider i badhuset

Beslut
Kommunstyrelsen beslutar att badhuset stänger kl 20. Se även § 10 ovan,
dnr KS-2029/00120, § 99 och 4 kap. 1 § kommunallagen.
"""


def stored(text: str = MINUTES) -> StoredFile:
    read = of_source(Source.of("a.txt", "sha", "text", [Page(1, text)]), Given(municipality="Granby"))
    record = FileRecord("a.txt", "/a.txt", "sha", "1", "text", Given(), 1, 1, 2, 2)
    return StoredFile(record, read.source, (), read.documents)


def test_a_dnr_leads_to_its_case_and_a_section_to_the_one_that_reading_resolved() -> None:
    file = stored()
    text = file.source.text
    first = next(section for document in file.documents for section in document.sections if section.number == "§ 10")
    line = Span(text.index("Kommunstyrelsen beslutar att badhuset"), len(text))

    led = {link.span.of(text): (link.case, link.section) for link in linked(file, line)}

    assert led == {"§ 10": (None, first.id), "KS-2029/00120": ("KS-2029/00120", None)}


def test_no_link_leads_to_a_section_that_may_not_be_seen() -> None:
    file = stored()
    (document,) = file.documents
    others = tuple(section for section in document.sections if section.number != "§ 10")
    hidden = replace(file, documents=(replace(document, sections=others),))

    assert [link.section for link in linked(hidden, Span(0, len(file.source.text))) if link.section] == []


def test_runs_are_the_line_itself_and_a_torn_reference_leads_on_from_both_lines() -> None:
    text = "enligt KS\n2031/00007 i dag"
    link = Linked(Span(7, 20), case="KS 2031/00007")
    lines = [Span(0, 9), Span(10, len(text))]

    shown = [runs(text, line, [link]) for line in lines]

    assert ["".join(run.text for run in line) for line in shown] == ["enligt KS", "2031/00007 i dag"]
    assert [[run.text for run in line if run.case] for line in shown] == [["KS"], ["2031/00007"]]
    assert runs("tom", Span(1, 1), [])[0].text == ""
