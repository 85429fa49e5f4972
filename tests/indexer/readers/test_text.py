from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import DamagedFile, EmptyFile
from indexer.readers.text import decode, read, split_pages

SENTENCE = "Nämnden beslutar att bevilja ansökan från Björkängens förskola.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "protokoll.txt") == SENTENCE


def test_a_broken_byte_does_not_turn_utf8_into_another_encoding() -> None:
    content = (SENTENCE * 20).encode() + b"\xc3"
    assert decode(content, "protokoll.txt") == SENTENCE * 20 + "\ufffd"


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_every_line_end_becomes_a_line_feed(ending: str) -> None:
    assert decode(f"§ 1{ending}Upprop{ending}".encode(), "protokoll.txt") == "§ 1\nUpprop\n"


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 50, b"\x89PNG\r\n\x1a\n" + bytes(range(1, 32)) * 20, b"text\x00text"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(DamagedFile, match=r"skrivelse\.txt"):
        decode(content, "skrivelse.txt")


def test_a_file_without_text_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "tom.txt"
    path.write_text(" \n\n", encoding="utf-8")
    with pytest.raises(EmptyFile, match=r"tom\.txt"):
        read(path)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("§ 1\nUpprop\n", ["§ 1\nUpprop\n"]),
        ("sida ett\n\fsida två\n", ["sida ett\n\f", "sida två\n"]),
        ("\fsida två\n\f\fsida fyra\f", ["\f", "sida två\n\f", "\f", "sida fyra\f"]),
        ("sida ett\n\n\n\nsida två\n", ["sida ett\n\n\n\n", "sida två\n"]),
        ("stycke ett\n\nstycke två\n", ["stycke ett\n\nstycke två\n"]),
        ("en mening som \n fortsätter här\n", ["en mening som \n", " fortsätter här\n"]),
        ("en lista \n - första punkten\n", ["en lista \n - första punkten\n"]),
        ("\n\n\n\nbörjar sent\n\n\n\n", ["\n\n\n\nbörjar sent\n\n\n\n"]),
        ("rad\n" + " indragen\nrad\n" * 30, ["rad\n" + " indragen\nrad\n" * 30]),
    ],
)
def test_pages_part_at_form_feeds_or_the_traces_of_lost_breaks(text: str, pages: list[str]) -> None:
    assert split_pages(text) == pages


@given(st.text(alphabet="ab \n\f§-", max_size=200))
def test_pages_together_are_the_text(text: str) -> None:
    pages = split_pages(text)
    assert "".join(pages) == text
    assert "\f" in text or not text.strip() or all(page.strip() for page in pages)


def test_pages_are_numbered_from_one(tmp_path: Path) -> None:
    path = tmp_path / "bunt.txt"
    path.write_bytes("ett\r\n\fåtta\r\n".encode("cp1252"))
    assert [(page.number, page.text, page.damaged) for page in read(path)] == [(1, "ett\n\f", False), (2, "åtta\n", False)]


@pytest.mark.corpus
def test_a_real_bundle_is_given_back_whole(corpus: Path) -> None:
    for path in sorted(corpus.glob("*.txt")):
        pages = read(path)
        assert "".join(page.text for page in pages) == path.read_text(encoding="utf-8")
        assert len(pages) > 10
