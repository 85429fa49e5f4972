from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import reading
from indexer.casenumbers import case_numbers
from indexer.documents import Block, BlockKind, CaseNumber, Document, Given, Kind, Page, Passage, Role, Section, Source, Span, Status
from indexer.passages import MOST_WORDS, passages
from indexer.spans import without
from indexer.tables import tables

GIVEN = Given()
DECISION = "Kommunstyrelsens beslut\nBidraget till Björkängens förskola höjs med 40 tkr.\n"
BACKGROUND = "Ärendebeskrivning\n" + "".join(
    f"Förskolan ansökte {day} maj om ett högre bidrag för lek och rörelse i skogen.\n" for day in range(1, 31)
)
MOTION = "Reservation\nEva Granlund (X) reserverar sig mot beslutet.\n"


def source_of(text: str) -> Source:
    return Source.of("granhult/ks.txt", "0" * 64, "text", [Page(1, text)])


def case(written: str) -> CaseNumber:
    return case_numbers(f"Dnr {written}", "Granhult")[0]


def section_of(text: str, span: Span | None = None, **changes: object) -> Section:
    span = span or Span(0, len(text))
    section = Section("s1", "§ 12", "Bidrag till förskola", case("2024/00123"), Status.BESLUT, span, (1, 1), (1, 1))
    return replace(section, **changes)


def document_of(section: Section, **changes: object) -> Document:
    document = Document(
        "d1", Kind.PROTOKOLL, "Granhult", "Kommunstyrelsen", "2024-05-16", False, None, None, None,
        section.span, (1, 1), (1, 1), (section,), Status.BESLUT,
    )  # fmt: skip
    return replace(document, **changes)


def blocks_of(text: str) -> tuple[Block, ...]:
    kinds = {
        "Kommunstyrelsens beslut": BlockKind.BESLUT,
        "Ärendebeskrivning": BlockKind.ARENDEBESKRIVNING,
        "Reservation": BlockKind.RESERVATION,
    }
    starts = sorted((text.index(heading), heading) for heading in kinds if heading in text)
    ends = [start for start, _ in [*starts, (len(text), "")]][1:]
    return tuple(
        Block(kinds[heading], Span(start, start + len(heading)), Span(start + len(heading) + 1, end))
        for (start, heading), end in zip(starts, ends, strict=True)
    )


def made(text: str, furniture: tuple[Span, ...] = (), given_: Given = GIVEN, **changes: object) -> tuple[Passage, ...]:
    section = section_of(text, blocks=blocks_of(text), tables=tables(text, Span(0, len(text)), furniture))
    return passages(source_of(text), furniture, [document_of(section, **changes)], given_)


def test_a_decision_its_background_and_a_reservation_are_passages_of_their_own() -> None:
    text = "§ 12 Dnr 2024/00123\nBidrag till förskola\n" + DECISION + BACKGROUND + MOTION
    found = made(text)
    assert [passage.role for passage in found] == [Role.BESLUT, Role.BAKGRUND, Role.BAKGRUND, Role.BAKGRUND, Role.YRKANDE]
    assert found[0].text.startswith("§ 12 Dnr 2024/00123")
    assert found[0].text.endswith("höjs med 40 tkr.")
    assert "reserverar" not in "".join(passage.text for passage in found[:-1])


def test_a_passage_begins_with_a_sentence_and_holds_no_more_words_than_are_judged() -> None:
    for passage in made(BACKGROUND):
        assert passage.text.startswith(("Förskolan", "Ärendebeskrivning"))
        assert passage.text.endswith(".")
        assert len(passage.text.split()) <= MOST_WORDS


def test_the_header_says_where_a_passage_stands() -> None:
    (passage,) = made(DECISION)
    assert passage.header == "Granhults kommun · Kommunstyrelsen · 2024-05-16 · § 12 · Dnr 2024/00123 · Bidrag till förskola"
    assert (passage.section, passage.case, passage.case_key) == ("§ 12", "2024/00123", "granhult||2024|123")


def test_what_is_unknown_is_left_out_of_the_header() -> None:
    section = section_of(DECISION, number=None, case=None, title=None)
    (passage,) = passages(source_of(DECISION), (), [document_of(section, body=None, date=None, municipality=None)], GIVEN)
    assert passage.header == "Protokoll"


def test_an_attachment_names_its_matter_and_is_found_under_it() -> None:
    section = section_of(DECISION, number=None, case=None, title=None)
    document = document_of(section, kind=Kind.RAPPORT, title="Lek i skog", parent_case=case("2024/00123"))
    (passage,) = passages(source_of(DECISION), (), [document], GIVEN)
    assert passage.header.endswith("Rapport · Lek i skog · till Dnr 2024/00123")
    assert passage.case_key == "granhult||2024|123"


def test_what_is_given_from_outside_fills_what_the_text_does_not_say() -> None:
    (passage,) = made(DECISION, given_=Given(municipality="Sjövik", collection="intern"), municipality=None)
    assert (passage.municipality, passage.collection) == ("Sjövik", "intern")
    (passage,) = made(DECISION, given_=Given(municipality="Sjövik"))
    assert passage.municipality == "Granhult"


def test_rows_that_stand_without_their_head_are_found_by_it() -> None:
    text = "Elever per skola\nSkola Elever Lärare\n" + "".join(f"Skola nummer {at:02}A {at} 7\n" for at in range(10, 99))
    first, second, *_ = made(text)
    assert first.context == ""
    assert second.context == "Elever per skola Skola Elever Lärare"
    assert "Elever" not in second.text
    assert second.text == second.span.of(text)


def test_furniture_inside_is_skipped_and_named() -> None:
    text = "Förslaget har varit på remiss hos alla berörda\nSammanträdesprotokoll 2(4)\nnämnder under våren.\n"
    hole = Span(text.index("Samman"), text.index("nämnder"))
    (passage,) = made(text, (hole,))
    assert passage.text == "Förslaget har varit på remiss hos alla berörda\nnämnder under våren."
    assert passage.skipped == (hole,)
    assert passage.lines == (1, 3)


@pytest.mark.parametrize("text", ["", " \n\n \n"])
def test_a_section_without_text_has_no_passage(text: str) -> None:
    assert made(text) == ()


def test_the_same_content_has_the_same_ids() -> None:
    text = DECISION + BACKGROUND
    assert [passage.id for passage in made(text)] == [passage.id for passage in made(text)]
    assert len({passage.id for passage in made(text)}) == len(made(text))


LINES = [
    "Nämnden beslutar.",
    "utan slut",
    "Kommunstyrelsens beslut",
    "Ärendebeskrivning",
    "Reservation",
    " ",
    "",
    "12 500 -3",
    "Ett ord till " * 30,
]


@given(
    st.lists(st.sampled_from(LINES), max_size=25, unique_by=lambda line: line if line in LINES[2:5] else object()),
    st.sets(st.integers(0, 24)),
)
def test_passages_hold_each_visible_character_once_and_say_where(lines: list[str], hidden: set[int]) -> None:
    text = "".join(line + "\n" for line in lines)
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines) + 1)]
    furniture = tuple(Span(starts[number], starts[number + 1]) for number in sorted(hidden) if number < len(lines))
    found = made(text, furniture)
    assert [passage.ordinal for passage in found] == list(range(len(found)))
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert all(without(text, passage.span, passage.skipped) == passage.text for passage in found)
    visible = without(text, Span(0, len(text)), furniture).split()
    assert [word for passage in found for word in passage.text.split()] == visible


@pytest.mark.corpus
def test_the_passages_of_a_real_bundle_leave_nothing_out(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt"), key=lambda path: path.stat().st_size)[:2]:
        read = reading.read(path, path.name, GIVEN)
        found = passages(read.source, read.furniture, read.documents, GIVEN)
        assert all(without(read.source.text, passage.span, passage.skipped) == passage.text for passage in found)
        assert len({passage.id for passage in found}) == len(found)
        shown = bytearray(len(read.source.text))
        for span in (*(passage.span for passage in found), *read.furniture):
            shown[span.start : span.end] = b"\1" * (span.end - span.start)
        assert not "".join(char for char, seen in zip(read.source.text, shown, strict=True) if not seen).strip()
