import time
from pathlib import Path

import pytest

from indexer.errors import DamagedFile, EmptyFile, FileProblem, ProtectedFile, TooLarge, UnsupportedFormat
from indexer.limits import Limits
from indexer.readers import formats


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("tom.txt", b"", EmptyFile),
        ("tom.pdf", b"", EmptyFile),
        ("skrivelse.docx", b"PK\x03\x04", DamagedFile),
        ("skrivelse.docx", b"\xd0\xcf\x11\xe0", ProtectedFile),
        ("tom.html", b"<nav>Start</nav>", EmptyFile),
        ("egentligen.html", b"%PDF-1.7\n...", DamagedFile),
        ("bild.png", b"GIF89a", DamagedFile),
        ("skrivelse.odt", b"PK\x03\x04", UnsupportedFormat),
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
        formats.read(path)
    assert len(str(raised.value).split(". ")) >= 2  # the cause, and the next step


@pytest.mark.parametrize("limits", [Limits(file_mib=0), Limits(characters=10)])
def test_a_file_beyond_a_bound_is_refused_with_the_name_of_the_setting(tmp_path: Path, limits: Limits) -> None:
    path = tmp_path / "stor.txt"
    path.write_text("mer än tio tecken", encoding="utf-8")
    with pytest.raises(FileProblem, match=r"stor\.txt.*PARAGRAF_READ_"):
        formats.read(path, limits)


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "PROTOKOLL.TXT"
    path.write_text("§ 1 Upprop", encoding="utf-8")
    name, content = formats.read(path)
    assert (name, [page.text for page in content.pages]) == ("text", ["§ 1 Upprop"])


def test_a_text_that_must_be_too_long_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lång.txt"
    path.touch()
    with path.open("r+b") as sparse:
        sparse.truncate(150 * 1024**2)
    started = time.monotonic()
    with pytest.raises(TooLarge, match="more than 39321600 characters"):
        formats.read(path)
    assert time.monotonic() - started < 1
