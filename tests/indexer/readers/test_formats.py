from pathlib import Path

import pytest

from indexer.errors import DamagedFile, EmptyFile, FileProblem, UnsupportedFormat
from indexer.readers import formats


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("tom.txt", b"", EmptyFile),
        ("tom.pdf", b"", EmptyFile),
        ("skrivelse.docx", b"PK\x03\x04", UnsupportedFormat),
        ("utan_suffix", b"text", UnsupportedFormat),
        ("falsk.pdf", b"<html>Sidan finns inte</html>", DamagedFile),
        ("halv.pdf", b"%PDF-1.7\nhalva filen", DamagedFile),
        ("egentligen.txt", b"%PDF-1.7\n...", DamagedFile),
        ("egentligen.txt", b"PK\x03\x04...", DamagedFile),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, name: str, content: bytes, problem: type[FileProblem]) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(problem, match=name) as raised:
        formats.read_pages(path)
    assert len(str(raised.value).split(". ")) >= 2  # the cause, and the next step


def test_a_file_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MAX_BYTES", 10)
    path = tmp_path / "stor.txt"
    path.write_text("mer än tio byte", encoding="utf-8")
    with pytest.raises(FileProblem, match=r"stor\.txt"):
        formats.read_pages(path)


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "PROTOKOLL.TXT"
    path.write_text("§ 1 Upprop", encoding="utf-8")
    name, pages = formats.read_pages(path)
    assert (name, [page.text for page in pages]) == ("text", ["§ 1 Upprop"])
