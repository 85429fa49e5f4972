"""What is withdrawn of a file: on both engines nothing that is read back holds it, and offsets stay."""

from dataclasses import replace

import pytest

from indexer.documents import Page, Source
from indexer.engines.withholding import is_withheld
from indexer.index import Access, FileEntry, Index
from tests.indexer.engines.made import ALL, PUBLIC, entry, indexed, passage, stems, vector

SECTION = Access(frozenset({"public"}), withdrawn_sections=frozenset({("b.txt", "§ 1")}))
STRING = Access(frozenset({"public"}), withdrawn_strings=frozenset({"Lova Ekström"}))


def two(file: str, text: str = "Stycke") -> FileEntry:
    """A file with a passage of § 1 and one of § 2."""
    return entry(file, [indexed(passage(file, n, text=f"{text} {n}"), "taxa", vector(1, n, 0, 0)) for n in (1, 2)])


def put(index: Index, *entries: FileEntry) -> None:
    with index.writer() as writer:
        for each in entries:
            writer.put(each)


def saying(file: str, *pages: str) -> FileEntry:
    made = two(file)
    source = Source.of(file, "00", "text", [Page(number, text) for number, text in enumerate(pages, 1)])
    return replace(made, source=source)


def test_a_withdrawn_section_is_hidden_everywhere_and_its_neighbours_are_not(index: Index) -> None:
    put(index, two("a.txt"), two("b.txt"))
    hidden = passage("b.txt", 1).id
    left = {passage("a.txt", 1).id, passage("a.txt", 2).id, passage("b.txt", 2).id}
    assert {each.id for each in index.lexical(stems("taxa"), ALL, SECTION, 9)} == left
    assert {each.id for each in index.nearest(vector(1, 0, 0, 0), ALL, SECTION, 9)} == left
    assert set(index.select(ALL, SECTION, 9)) == left
    assert index.facets(ALL, SECTION).passages == 3
    assert index.passages([hidden], SECTION) == []
    assert len(index.files(SECTION)) == 2
    assert index.passages([hidden], PUBLIC)


def test_a_withdrawn_section_is_blacked_out_in_its_file(index: Index) -> None:
    put(index, two("b.txt"))
    whole, seen = index.file("b.txt", PUBLIC), index.file("b.txt", SECTION)
    assert whole
    assert seen
    assert seen.documents[0].sections == ()
    assert seen.documents[0].title is None
    assert not any(char.isalnum() for char in seen.source.text)
    assert [len(page.text) for page in seen.source.pages] == [len(page.text) for page in whole.source.pages]
    assert seen.source.line_starts == whole.source.line_starts


def test_a_passage_with_a_withdrawn_string_is_not_given(index: Index) -> None:
    put(index, two("a.txt", "Till Lova\nEkström utses"), two("b.txt"))
    held = [passage("a.txt", n).id for n in (1, 2)]
    assert index.passages([*held, passage("b.txt", 1).id], STRING) == index.passages([passage("b.txt", 1).id], PUBLIC)


def test_a_withdrawn_string_is_blacked_out_in_its_file(index: Index) -> None:
    put(index, saying("a.txt", "Vald: Lova  Ekström.\nKvar: Ekström Lova\n", "LOVA\nEKSTRÖM och Lova Ekströmsson"))
    seen = index.file("a.txt", STRING)
    assert seen
    assert seen.source.text == "Vald: ████  ███████.\nKvar: Ekström Lova\n████\n███████ och Lova Ekströmsson\n"
    assert "".join(page.text for page in seen.source.pages) == seen.source.text


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        ("Lova Ekström", True),
        ("lova  ekström,", True),
        ("Lova Ekstro\u0308m", True),
        ("Lova Ek\u00adström", True),
        ("(Lova\u00a0Ekström)", True),
        ("Lova Ekströms motion", True),
        ("LOVA EKSTRÖM:s motion", True),
        ("Lova Ekströmsson", False),
        ("Ekström, Lova", False),
    ],
)
def test_a_string_is_known_in_any_case_and_over_any_white_space(text: str, withheld: bool) -> None:
    assert is_withheld(passage("a.txt", 1, text=text), STRING) is withheld
    assert is_withheld(passage("a.txt", 1, title=text), STRING) is withheld
    assert is_withheld(passage("a.txt", 1, header=text), STRING) is withheld


def test_nothing_withdrawn_changes_nothing(index: Index) -> None:
    given = two("a.txt", "Lova Ekström")
    put(index, given)
    stored = index.file("a.txt", PUBLIC)
    assert stored
    assert stored.source == given.source
    assert not is_withheld(given.passages[0].passage, PUBLIC)
