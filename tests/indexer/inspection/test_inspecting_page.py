"""The page of a reading: everything found is coloured, and nothing from the file becomes markup."""

import re
from dataclasses import replace
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.corrections import Corrected, CorrectedField
from indexer.documents import Given, Page, Reading, Source, Span
from indexer.inspection.inspecting_page import as_page
from indexer.inspection.marks import MarkKind, marks
from indexer.particulars import Fact, FactKind, Link, LinkKind, Vote
from indexer.reading import of_source

MINUTES = """Storby kommun
Kommunstyrelsen 2024-03-12

§ 12
Taxa för båtplatser
Dnr KS 2024/00012

Kommunstyrelsens beslut
1. Avgiften blir 450 kr, med stöd av 11 kap. 1 § SoL, se KS § 9/2023.
2. Sökanden 810413-0177 meddelas.

Ärendebeskrivning
Handlingen omfattas av sekretess.
"""


def reading_of(text: str) -> Reading:
    return of_source(Source.of("a.txt", "0" * 64, "text", [Page(1, text)]), Given())


def body(page: str) -> str:
    """The text of the lines as a browser shows it."""
    lines = re.findall(r'<div id="l\d+" class="line [^"]*"><span class="number">\d+</span><span>(.*?)</span></div>\n?', page, re.DOTALL)
    return "\n".join(unescape(re.sub(r"<[^>]*>", "", line)) for line in lines)


def test_a_value_of_a_table_tells_its_row_and_head() -> None:
    reading = reading_of("Tabell 1 Avgifter\nBrygga\t2030\t2031\nNorra\t450\t500\nSödra\t300\t350\n")
    told = {mark.note: mark.span.of(reading.source.text) for mark in marks(reading) if mark.kind is MarkKind.CELL}

    assert told["Södra · 2031"] == "350"


def test_every_kind_of_mark_stands_where_its_words_are() -> None:
    reading = reading_of(MINUTES)
    found = {(mark.kind, mark.span.of(reading.source.text)) for mark in marks(reading)}
    assert {
        (MarkKind.DATE, "2024-03-12"),
        (MarkKind.CASE, "KS 2024/00012"),
        (MarkKind.AMOUNT, "450 kr"),
        (MarkKind.LAW, "11 kap. 1 § SoL"),
        (MarkKind.REFERENCE, "KS § 9/2023"),
        (MarkKind.HEADING, "Kommunstyrelsens beslut"),
        (MarkKind.MASKED, "██████-████"),
        (MarkKind.FINDING, "omfattas av sekretess"),
    } <= found
    assert any(kind is MarkKind.POINT for kind, _ in found)


def test_the_page_shows_the_whole_text_and_each_colour() -> None:
    reading = reading_of(MINUTES)
    page = as_page(reading)
    assert body(page) == reading.source.text.rstrip("\n")
    for name in ("date", "case", "amount", "law", "reference", "heading", "masked", "finding", "point"):
        assert re.search(rf'<span class="[^"]*\b{name}\b[^"]*" title=', page), name
    assert "0177" not in page


def test_a_correction_is_seen_beside_its_value() -> None:
    reading = reading_of(MINUTES)
    change = Corrected(CorrectedField.BODY, "Nämnden", 'Se "omslaget"', "Anna Ek")
    corrected = replace(reading, documents=tuple(replace(document, corrected=(change,)) for document in reading.documents))
    assert "body was Nämnden: Se &quot;omslaget&quot; (Anna Ek)" in as_page(corrected)


def test_nothing_from_the_file_becomes_markup() -> None:
    hostile = "§ 1 <script>alert(1)</script>\nDnr <img src=x> 2024/1\n\"'><b onmouseover=x>\n&lt;\n"
    source = replace(reading_of(hostile).source, file="<i>a.txt")
    page = as_page(of_source(source, Given()))
    assert not re.search(r"<(?:script|img|b [^>]|i>)", page)
    assert body(page) == hostile.rstrip("\n")


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("§ 12<>&\"'\nabÅ.-/0█\f\u00ad"), max_size=200))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    reading = reading_of(text)
    assert body(as_page(reading)).rstrip("\n") == reading.source.text.rstrip("\n")


def test_people_votes_and_links_are_coloured_where_they_stand() -> None:
    reading = reading_of(MINUTES)
    text = reading.source.text
    name, votes, link = (Span(text.index(words), text.index(words) + len(words)) for words in ("Storby", "450", "KS § 9/2023"))
    given = {
        "facts": (Fact(FactKind.JAV, name, name, "S"),),
        "votes": (Vote(votes, 4, 3),),
        "links": (Link(LinkKind.REPLACES, link, "§ 9"),),
    }
    documents = tuple(
        replace(document, sections=tuple(replace(section, **given) for section in document.sections)) for document in reading.documents
    )
    found = {(mark.kind, mark.span.of(text), mark.note) for mark in marks(replace(reading, documents=documents))}
    assert {
        (MarkKind.PERSON, "Storby", "jäv S"),
        (MarkKind.VOTE, "450", "yes 4, no 3, abstained None, shares []"),
        (MarkKind.LINK, "KS § 9/2023", "ersätter § 9 (not in this file)"),
    } <= found


def test_what_has_no_status_is_shown_without_one() -> None:
    page = as_page(reading_of(MINUTES))
    assert '<span class="status">' in page
    assert "ingen</span>" not in page
