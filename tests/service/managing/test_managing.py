"""Behind the key, below the pages: sessions, names of uploads, block list and corrections, what needs a person."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from werkzeug.datastructures import FileStorage

from indexer.corrections import CorrectedField
from indexer.documents import Given
from indexer.errors import BlocklistProblem, CorrectionsProblem
from indexer.gathering import blocklist, manifest, overrides
from indexer.index import FileRecord, Held
from service.errors import BadParameter
from service.feedback.asking import of_fact
from service.holdings.unread import Unread
from service.managing.approving import approve
from service.managing.blocking import block
from service.managing.concerns import Concern, concerns
from service.managing.session import LASTS, is_key, signed, who_of
from service.managing.uploads import keep, safe_name

NOW = datetime(2031, 2, 3, tzinfo=UTC)
KEY = "a key that is long enough"
CONTENT = "0123456789abcdef" * 4


def test_a_session_is_of_who_came_until_it_ends() -> None:
    cookie = signed("Åsa Öberg. 2", KEY, NOW)

    assert who_of(cookie, KEY, NOW) == "Åsa Öberg. 2"
    assert who_of(cookie, KEY, NOW + LASTS + timedelta(seconds=1)) is None


@pytest.mark.parametrize("cookie", ["", ".", "x.y", "å.ä", signed("Anna", "another long key", NOW), signed("Anna", KEY, NOW)[:-1]])
def test_a_forged_session_is_none(cookie: str) -> None:
    assert who_of(cookie, KEY, NOW) is None


def test_only_the_key_is_the_key() -> None:
    assert is_key(KEY, KEY)
    assert not is_key("å" + KEY, KEY)
    assert not is_key("", KEY)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("protokoll.pdf", "protokoll.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\moten\\ks 2031-02-03.pdf", "ks 2031-02-03.pdf"),
        (".dold.pdf", "dold.pdf"),
        ("na\x00mn\u202e.pdf", "namn.pdf"),
        ("a\u030a.pdf", "å.pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_an_upload_is_kept_under_a_safe_name(given: str, kept: str) -> None:
    assert safe_name(given) == kept


@pytest.mark.parametrize("given", ["", "..", "protokoll", "manifest.json", "Manifest.CSV", "/", "a." + "x" * 300])
def test_a_name_of_which_nothing_can_be_kept_is_refused(given: str) -> None:
    with pytest.raises(BadParameter):
        safe_name(given)


def sent(name: str, content: bytes = b"x") -> FileStorage:
    return FileStorage(BytesIO(content), name)


def test_uploads_are_kept_with_whose_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    assert keep(folder, [sent("a.txt"), sent("b.txt")], "Granby", replacing=False) == ("a.txt", "b.txt")
    keep(folder, [sent("c.txt")], "", replacing=False)

    assert manifest.load(folder) == {"a.txt": Given("Granby"), "b.txt": Given("Granby")}
    assert sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")) == ["a.txt", "b.txt", "c.txt", "manifest.json"]


def test_a_file_is_replaced_only_where_that_was_chosen(tmp_path: Path) -> None:
    keep(tmp_path, [sent("a.txt", b"old")], "", replacing=False)
    with pytest.raises(BadParameter, match="finns redan"):
        keep(tmp_path, [sent("b.txt"), sent("a.txt", b"new")], "", replacing=False)
    assert not (tmp_path / "b.txt").exists()

    keep(tmp_path, [sent("a.txt", b"new")], "", replacing=True)
    assert (tmp_path / "a.txt").read_bytes() == b"new"


@pytest.mark.parametrize("files", [[], [sent("")], [sent("a.txt"), sent("A.txt")], [sent(f"{n}.txt") for n in range(201)]])
def test_what_cannot_be_kept_is_refused(tmp_path: Path, files: list[FileStorage]) -> None:
    with pytest.raises(BadParameter):
        keep(tmp_path, files, "", replacing=False)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# a person's words\n",
        'files = []\nstrings = ["Någon Annan"]\n',
        'files = [\n  "z.pdf", # why\n]\n\n[[sections]]\nfile = "z.pdf"\nsection = "§ 1"\n',
    ],
)
def test_a_file_and_a_section_are_added_to_the_block_list_and_what_stood_there_stays(tmp_path: Path, before: str) -> None:
    path = tmp_path / "block.toml"
    path.write_text(before, encoding="utf-8")
    was = blocklist.load(str(path))
    block(str(path), 'a "b"/å.pdf', CONTENT, None)
    block(str(path), "ks.pdf", CONTENT[::-1], "§ 12")

    found = blocklist.load(str(path))
    assert found.files == was.files | {'a "b"/å.pdf'}
    assert found.sections == was.sections | {("ks.pdf", "§ 12")}
    assert found.contents == was.contents | {CONTENT}
    assert found.strings == was.strings
    assert all(line in path.read_text(encoding="utf-8") for line in before.splitlines() if line.startswith("#"))


def test_a_list_that_only_a_person_can_add_to_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "block.toml"
    path.write_text('"files" = ["a.pdf"]\n', encoding="utf-8")

    with pytest.raises(BlocklistProblem):
        block(str(path), "b.pdf", CONTENT, None)
    assert path.read_text(encoding="utf-8") == '"files" = ["a.pdf"]\n'
    assert [each.name for each in tmp_path.iterdir()] == ["block.toml"]


def test_an_approved_report_becomes_a_correction(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    said = of_fact("ks.pdf", "§ 12", "date", "2031-02-04", 'Sidan 1 säger "4 februari".', NOW)
    approve(str(path), said, "2031-02-04", "Anna Ek")
    approve(str(path), said, "2031-02-05", "Anna Ek")

    first, second = overrides.load(str(path)).entries
    assert (first.file, first.correction.section, first.correction.field) == ("ks.pdf", "§ 12", CorrectedField.DATE)
    assert (first.correction.value, first.correction.by, second.correction.value) == ("2031-02-04", "Anna Ek", "2031-02-05")


def test_a_value_that_is_none_is_refused_and_nothing_written(tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    with pytest.raises(CorrectionsProblem):
        approve(str(path), of_fact("ks.pdf", "§ 12", "date", "", "x", NOW), "i torsdags", "Anna Ek")
    assert list(tmp_path.iterdir()) == []


def record(file: str, *notes: str, days: tuple[str, ...] = ("2031-02-03",), given: str | None = None) -> FileRecord:
    held = tuple(Held("protokoll", "Granby", "Kommunstyrelsen", day) for day in days)
    return FileRecord(file, f"/{file}", "0", "1", "text", Given(date=given), 1, 1, 1, 1, notes, held)


@pytest.mark.parametrize(
    ("record", "found"),
    [
        (
            record("a.pdf", "mark of secrecy: 1 place to be judged by a person (page 7)"),
            [(Concern.PRIVATE, "1 ställe: sekretessmarkering (sida 7)")],
        ),
        (
            record("a.pdf", "Kommunstyrelsen 2031-02-03: § 4, 5 not found between the others"),
            [(Concern.GAP, "Kommunstyrelsen 2031-02-03 § 4, 5")],
        ),
        (record("a.pdf", given="2031-02-10"), [(Concern.DATE, "Förteckningen säger 2031-02-10; lästes som 2031-02-03.")]),
        (record("ks 2031-03-03.pdf"), [(Concern.DATE, "Filens namn säger 2031-03-03; lästes som 2031-02-03.")]),
        (record("ks 2031-02-03.pdf", given="2031-02-03"), []),
        (record("ks 2031-02-03.pdf", days=()), []),
        (record("a.pdf", "3 pages read by OCR, confidence 0.94"), []),
        (
            record("a.pdf", "page 3: page without text layer that OCR could not read; scan it again"),
            [(Concern.HALF_READ, "sida 3: ingen text i filen, och teckenigenkänningen kunde inte läsa: skanna om")],
        ),
        (record("a.pdf", "something new"), [(Concern.OTHER, "läsningen har noterat något om filen")]),
    ],
)
def test_what_reading_noted_becomes_what_a_person_judges(record: FileRecord, found: list[tuple[Concern, str]]) -> None:
    assert [(item.concern, item.text) for item in concerns([record], [])] == found


def test_the_gravest_stands_first() -> None:
    items = concerns(
        [record("b.pdf", "individual matter: 2 places to be judged by a person (pages 3, 9)")], [Unread("a.pdf", "", "tom", "x")]
    )

    assert [(item.concern, item.page, item.held) for item in items] == [(Concern.PRIVATE, 3, True), (Concern.UNREAD, None, False)]
