"""Files inside zip files: read as if the archive were a folder, and nothing that an archive can do to harm."""

import stat
import zipfile
from pathlib import Path

import pytest

from indexer.documents import Given
from indexer.errors import DamagedFile
from indexer.gathering import archive
from indexer.gathering.collect import collect
from indexer.limits import Limits


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return path


def test_members_are_files_below_the_archive(tmp_path: Path) -> None:
    packed(
        tmp_path / "moten.zip",
        {"ks/b.txt": b"B", "a.txt": b"A", "bild.gif": b"GIF", ".dold": b"", "__MACOSX/a.txt": b"", "manifest.csv": b"file\n"},
    )
    collected = collect([tmp_path])
    assert [found.file for found in collected.files] == ["moten.zip/a.txt", "moten.zip/ks/b.txt"]
    assert [(skipped.file, skipped.reason) for skipped in collected.skipped] == [("moten.zip/bild.gif", "unsupported format .gif")]
    with archive.on_disk(collected.files[1].origin) as path:
        assert (path.name, path.read_bytes()) == ("b.txt", b"B")
    assert not path.exists()
    assert archive.sha256(collected.files[0].origin) == "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd"


def test_an_archive_given_by_itself_is_read_and_the_manifest_beside_it_speaks_of_its_members(tmp_path: Path) -> None:
    given = packed(tmp_path / "moten.zip", {"a.txt": b"A"})
    (tmp_path / "manifest.csv").write_text("file,municipality\nmoten.zip/a.txt,Storby\n", encoding="utf-8")
    (found,) = collect([given], "Lillby").files
    assert (found.file, found.given) == ("moten.zip/a.txt", Given("Storby"))


ROWS = "file,municipality,collection\nks/a.txt,Granhult,\n"
OBJECTS = '[{"file": "ks/a.txt", "municipality": "Granhult"}]'


@pytest.mark.parametrize(("name", "content"), [("manifest.csv", ROWS), ("manifest.json", OBJECTS)])
def test_a_manifest_in_an_archive_speaks_of_its_members(tmp_path: Path, name: str, content: str) -> None:
    packed(tmp_path / "moten.zip", {name: content.encode(), "ks/a.txt": b"A", "b.txt": b"B"})
    collected = collect([tmp_path / "moten.zip"], "Storby")
    assert {found.file: found.given.municipality for found in collected.files} == {
        "moten.zip/b.txt": "Storby",
        "moten.zip/ks/a.txt": "Granhult",
    }
    assert not collected.skipped


def test_a_manifest_in_a_folder_of_an_archive_speaks_of_what_lies_below(tmp_path: Path) -> None:
    packed(tmp_path / "moten.zip", {"ks/manifest.csv": b"file,date\na.txt,2024-05-16\n", "ks/a.txt": b"A", "a.txt": b"B"})
    assert {found.file: found.given.date for found in collect([tmp_path]).files} == {
        "moten.zip/a.txt": None,
        "moten.zip/ks/a.txt": "2024-05-16",
    }


def test_what_was_written_beside_an_archive_wins_over_what_was_packed_into_it(tmp_path: Path) -> None:
    packed(tmp_path / "moten.zip", {"manifest.csv": ROWS.encode(), "ks/a.txt": b"A"})
    (tmp_path / "manifest.csv").write_text("file,collection\nmoten.zip/ks/a.txt,intern\n", encoding="utf-8")
    assert [found.given for found in collect([tmp_path]).files] == [Given(collection="intern")]


@pytest.mark.parametrize(
    ("members", "reason"),
    [({"manifest.csv": "kommun\nx\n"}, "manifest"), ({"manifest.csv": ROWS, "manifest.json": "[]"}, "manifest")],
)
def test_an_archive_whose_manifest_is_not_understood_is_left_out_and_the_rest_goes_on(
    tmp_path: Path, members: dict[str, str], reason: str
) -> None:
    packed(tmp_path / "moten.zip", {"ks/a.txt": b"A", **{name: content.encode() for name, content in members.items()}})
    (tmp_path / "b.txt").write_text("B", encoding="utf-8")
    collected = collect([tmp_path])
    assert [found.file for found in collected.files] == ["b.txt"]
    assert [(skipped.file, skipped.reason) for skipped in collected.skipped] == [("moten.zip", reason)]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../ute.txt", "path leaves the archive"),
        ("/etc/ute.txt", "path leaves the archive"),
        ("a/../../ute.txt", "path leaves the archive"),
        ("C:/ute.txt", "path leaves the archive"),
        ("a\\..\\ute.txt", "path leaves the archive"),
        ("inre.zip", "archive in an archive"),
    ],
)
def test_members_that_would_do_harm_are_named_and_left_out(tmp_path: Path, name: str, reason: str) -> None:
    names, refused = archive.members(packed(tmp_path / "a.zip", {name: b"x", "bra.txt": b"y"}))
    assert names == ["bra.txt"]
    assert [each.reason for each in refused] == [reason]


def test_links_and_passwords_are_named_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as target:
        link = zipfile.ZipInfo("länk.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        target.writestr(link, "/etc/passwd")
        target.writestr("hemlig.txt", "x")
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\x01\x02")  # the central record of hemlig.txt
    content[at + 8] |= 1
    path.write_bytes(content)
    names, refused = archive.members(path)
    assert names == []
    assert {each.reason for each in refused} == {"not a file", "password-protected"}


@pytest.mark.parametrize(
    ("limits", "size", "reason"),
    [
        (Limits(), 40 * 1024**2, "zip bomb"),
        (Limits(file_mib=1), 2 * 1024**2, "too large"),
        (Limits(zip_mib=1), 2 * 1024**2, "too large"),
    ],
)
def test_what_unpacks_to_too_much_is_never_unpacked(tmp_path: Path, limits: Limits, size: int, reason: str) -> None:
    names, refused = archive.members(packed(tmp_path / "bomb.zip", {"nollor.txt": b"0" * size}), limits)
    assert (names, [each.reason for each in refused]) == ([], [reason])


def test_an_archive_of_too_many_files_or_none_at_all_is_refused_whole(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match="PARAGRAF_ZIP_FILES"):
        archive.members(packed(tmp_path / "a.zip", {f"{n}.txt": b"x" for n in range(4)}), Limits(zip_files=3))
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 half")
    assert [skipped.reason for skipped in collect([tmp_path / "b.zip"]).skipped] == ["damaged"]


def test_a_member_that_is_gone_is_gone_and_one_of_a_broken_archive_is_not(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a.txt": b"A"})
    assert archive.exists(f"{path}/a.txt")
    assert not archive.exists(f"{path}/b.txt")
    path.write_bytes(b"broken")
    assert archive.exists(f"{path}/a.txt")
    path.unlink()
    assert not archive.exists(f"{path}/a.txt")


def test_a_member_that_is_broken_says_so(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"a.txt": b"Text " * 100})
    content = bytearray(path.read_bytes())
    content[40:44] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    with pytest.raises(DamagedFile, match=r"a\.txt"):
        archive.sha256(f"{path}/a.txt")
