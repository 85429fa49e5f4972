"""The journal of indexing: what could not be read is known afterwards, and nothing that was mended since."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from indexer import journal
from indexer.journal import Run
from indexer.report import Report, Skipped

AT = datetime(2031, 2, 3, 4, 5, tzinfo=UTC)
DAMAGED = Skipped("a.pdf", "damaged", "is no PDF")
PROTECTED = Skipped("b.pdf", "password-protected", "needs a password")


def run(*skipped: Skipped, paths: tuple[str, ...] = ("in",), at: str = "2031-02-03T04:05:00+00:00") -> Run:
    return Run(at, paths, 1, 0, 0, len(skipped), skipped)


def test_runs_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal.add(path, journal.of(Report("idx", read=1, skipped=(DAMAGED,)), [Path("in")], AT))
    journal.add(path, run(PROTECTED))

    assert journal.read(path) == (run(DAMAGED), run(PROTECTED))


def test_without_a_journal_there_are_no_runs(tmp_path: Path) -> None:
    assert journal.read(tmp_path / "nowhere") == ()


def test_a_line_cut_short_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal.add(path, run(DAMAGED))
    path.write_bytes(path.read_bytes() + b'{"at": "2031')

    assert journal.read(path) == (run(DAMAGED),)
    journal.add(path, run(DAMAGED))
    assert journal.read(path) == (run(DAMAGED), run(DAMAGED))


def test_old_runs_go_when_the_journal_has_grown_beyond_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal"
    monkeypatch.setattr(journal, "MAX_BYTES", 2_000)
    for number in range(30):
        journal.add(path, run(DAMAGED, at=str(number)))

    assert path.stat().st_size < 2_500
    assert journal.read(path)[-1].at == "29"


@pytest.mark.parametrize(
    ("runs", "held", "files"),
    [
        ([run(DAMAGED)], (), {"a.pdf"}),
        ([run(DAMAGED)], ("a.pdf",), set()),  # read by now
        ([run(DAMAGED), run()], (), set()),  # the same folder once more: it is gone or mended
        ([run(DAMAGED), run(PROTECTED, paths=("other",))], (), {"a.pdf", "b.pdf"}),
        ([run(DAMAGED), run(DAMAGED)], (), {"a.pdf"}),
    ],
)
def test_unread_is_what_no_later_run_has_mended(runs: list[Run], held: tuple[str, ...], files: set[str]) -> None:
    assert set(journal.unread(runs, held)) == files


@pytest.mark.parametrize(
    ("setting", "index", "place"),
    [
        ("", "build/index", Path("build/index.journal.jsonl")),
        ("", "build/index/", Path("build/index.journal.jsonl")),
        ("", "https://example.test:9200", None),
        ("runs.jsonl", "https://example.test:9200", Path("runs.jsonl")),
    ],
)
def test_the_journal_lies_beside_an_index_that_is_a_directory(setting: str, index: str, place: Path | None) -> None:
    assert journal.place(setting, index) == place
