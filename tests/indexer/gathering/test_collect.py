"""Which files are meant by the paths given."""

import os
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.documents import Given
from indexer.errors import ManifestProblem, UsageProblem
from indexer.gathering.collect import Collected, collect


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Innehållet i {name}.\n", encoding="utf-8")


def names(collected: Collected) -> list[str]:
    return [found.file for found in collected.files]


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt", "nämnd/2024/c.txt", "nämnd/a.txt")
    assert names(collect([tmp_path])) == ["a.txt", "b.txt", "nämnd/a.txt", "nämnd/2024/c.txt"]


def test_a_file_given_by_itself_has_its_own_name(tmp_path: Path) -> None:
    make(tmp_path, "nämnd/a.txt")
    assert names(collect([tmp_path / "nämnd" / "a.txt"])) == ["a.txt"]


def test_the_same_file_given_twice_is_one_file(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert names(collect([tmp_path, tmp_path / "a.txt", tmp_path])) == ["a.txt"]


def test_hidden_files_and_manifests_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", ".gömd.txt", ".git/b.txt")
    (tmp_path / "manifest.json").write_text("[]", encoding="utf-8")
    collected = collect([tmp_path])
    assert (names(collected), collected.skipped) == (["a.txt"], ())


def test_files_without_a_reader_are_named_and_told_apart_by_suffix(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.XYZ", "c.xyz", "utan_suffix")
    collected = collect([tmp_path])
    assert names(collected) == ["a.txt"]
    assert [(skipped.file, skipped.reason) for skipped in collected.skipped] == [
        ("b.XYZ", "unsupported format .xyz"),
        ("c.xyz", "unsupported format .xyz"),
        ("utan_suffix", "unsupported format (no suffix)"),
    ]


def test_links_that_leave_the_folder_are_named_and_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "inne/a.txt", "ute/b.txt")
    (tmp_path / "inne" / "b.txt").symlink_to(tmp_path / "ute" / "b.txt")
    (tmp_path / "inne" / "mapp").symlink_to(tmp_path / "ute")
    (tmp_path / "inne" / "trasig.txt").symlink_to(tmp_path / "finns inte")
    collected = collect([tmp_path / "inne"])
    assert names(collected) == ["a.txt"]
    assert [skipped.file for skipped in collected.skipped] == ["b.txt", "mapp", "trasig.txt"]


def test_a_link_that_the_user_names_is_followed(tmp_path: Path) -> None:
    make(tmp_path, "ute/b.txt")
    (tmp_path / "länk").symlink_to(tmp_path / "ute")
    assert names(collect([tmp_path / "länk"])) == ["b.txt"]


def test_a_device_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör.txt")
    collected = collect([tmp_path])
    assert (names(collected), [skipped.reason for skipped in collected.skipped]) == ([], ["not a file"])


@pytest.mark.parametrize("name", [b"m\xf6te.txt", b"tv\xc3\xa5\nrader.txt", b"r\x1b[31md.txt"], ids=["Latin-1", "two lines", "colour"])
def test_a_file_whose_name_cannot_be_kept_or_shown_is_named_as_far_as_it_goes(name: bytes, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(name)).write_text("Innehåll.\n", encoding="utf-8")
    collected = collect([tmp_path])
    assert (names(collected), [skipped.reason for skipped in collected.skipped]) == ([], ["file name"])
    collected.skipped[0].file.encode()


def test_a_path_that_is_not_there_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"saknas\.txt"):
        collect([tmp_path / "saknas.txt"])


def test_the_manifest_wins_over_the_command_line_which_fills_its_gaps(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt", "c.txt")
    (tmp_path / "manifest.csv").write_text(
        "file,municipality,url,date\na.txt,Storby,https://storby.example/a,2024-02-01\nb.txt,,https://storby.example/b,\n", encoding="utf-8"
    )
    given = {found.file: found.given for found in collect([tmp_path], "Lillby").files}
    assert given == {
        "a.txt": Given("Storby", "https://storby.example/a", "2024-02-01"),
        "b.txt": Given("Lillby", "https://storby.example/b"),
        "c.txt": Given("Lillby"),
    }


def test_the_manifest_nearest_to_the_file_wins(tmp_path: Path) -> None:
    make(tmp_path, "nämnd/a.txt", "nämnd/b.txt")
    (tmp_path / "manifest.csv").write_text("file,municipality\nnämnd/a.txt,Storby\nnämnd/b.txt,Storby\n", encoding="utf-8")
    (tmp_path / "nämnd" / "manifest.csv").write_text("file,municipality\na.txt,Lillby\n", encoding="utf-8")
    assert [found.given.municipality for found in collect([tmp_path]).files] == ["Lillby", "Storby"]


def test_a_manifest_beside_a_file_given_by_itself_is_honoured(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "manifest.csv").write_text("file,municipality\na.txt,Storby\n", encoding="utf-8")
    assert collect([tmp_path / "a.txt"]).files[0].given == Given("Storby")


def test_a_manifest_that_cannot_be_understood_stops_the_run(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(ManifestProblem):
        collect([tmp_path])


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's own, seen by a user whom permissions stop, unlike root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        make(folder, "a.txt", "stängd/b.txt")
        (folder / "stängd").chmod(0)
        user = os.geteuid()
        os.seteuid(65534 if user == 0 else user)
        try:
            yield folder
        finally:
            os.seteuid(user)
            (folder / "stängd").chmod(0o755)


def test_a_folder_that_may_not_be_listed_is_named(open_folder: Path) -> None:
    collected = collect([open_folder])
    assert names(collected) == ["a.txt"]
    assert [(skipped.file, skipped.reason) for skipped in collected.skipped] == [("stängd/", "unreadable folder")]
    assert collected.unlisted == (str(open_folder / "stängd"),)


@pytest.fixture
def half_open_folder() -> Iterator[Path]:
    """As `open_folder`, but the closed folder may be listed though not entered, and a link leads into a third."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        make(folder, "a.txt", "stängd/b.txt", ".hemlig/c.txt", ".låst/d.txt", ".låst/manifest.csv")
        (folder / "länk.txt").symlink_to(folder / ".hemlig" / "c.txt")
        (folder / "stängd").chmod(0o644)
        (folder / ".hemlig").chmod(0)
        (folder / ".låst" / "manifest.csv").chmod(0)
        user = os.geteuid()
        os.seteuid(65534 if user == 0 else user)
        try:
            yield folder
        finally:
            os.seteuid(user)
            for closed in ("stängd", ".hemlig"):
                (folder / closed).chmod(0o755)


def test_what_may_be_listed_but_not_entered_is_named_and_the_rest_is_read(half_open_folder: Path) -> None:
    collected = collect([half_open_folder])
    assert names(collected) == ["a.txt"]
    assert [(skipped.file, skipped.reason) for skipped in collected.skipped] == [
        ("länk.txt", "not a file"),
        ("stängd/", "unreadable folder"),
    ]
    assert collected.unlisted == (str(half_open_folder / "stängd"),)
    with pytest.raises(UsageProblem, match="cannot be looked at"):
        collect([half_open_folder / "stängd" / "b.txt"])


def test_a_manifest_that_may_not_be_read_stops_the_run(half_open_folder: Path) -> None:
    with pytest.raises(ManifestProblem, match="cannot be opened"):
        collect([half_open_folder / ".låst"])


def test_a_name_that_no_file_can_have_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="File name too long"):
        collect([tmp_path / ("a" * 5000)])


def test_a_link_whose_name_is_no_text_is_named_as_far_as_it_goes(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / os.fsdecode(b"l\xe4nk")).symlink_to("ingenstans")
    (skipped,) = collect([tmp_path]).skipped
    assert skipped.file.encode() == "l\N{REPLACEMENT CHARACTER}nk".encode()


def test_a_file_named_on_a_mac_is_found_in_the_manifest(tmp_path: Path) -> None:
    make(tmp_path, unicodedata.normalize("NFD", "möte/å.txt"))
    (tmp_path / "manifest.csv").write_text("file,municipality\nmöte/å.txt,Storby\n", encoding="utf-8")
    assert [found.given for found in collect([tmp_path]).files] == [Given("Storby")]


def test_a_row_whose_file_is_not_there_is_named_and_counted(tmp_path: Path) -> None:
    rows = "file\nks.txt\nsk.txt\nbild.gif\nmoten.zip/a.txt\nmoten.zip/b.txt\n"
    (tmp_path / "manifest.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "ks.txt").write_text("A", encoding="utf-8")
    (tmp_path / "bild.gif").write_bytes(b"GIF")
    with zipfile.ZipFile(tmp_path / "moten.zip", "w") as archive:
        archive.writestr("a.txt", "A")
    skipped = [(each.file, each.reason) for each in collect([tmp_path]).skipped]
    assert skipped == [
        ("bild.gif", "unsupported format .gif"),
        ("sk.txt", "listed but not there"),
        ("moten.zip/b.txt", "listed but not there"),
    ]


def test_a_file_given_by_itself_does_not_answer_for_the_other_rows(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("file\nks.txt\nsk.txt\n", encoding="utf-8")
    (tmp_path / "ks.txt").write_text("A", encoding="utf-8")
    assert not collect([tmp_path / "ks.txt"]).skipped
