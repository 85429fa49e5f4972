"""Files that could not be read, as readers and operators are told of them."""

from pathlib import Path

import pytest

from indexer import journal
from indexer.journal import Run
from indexer.report import Skipped
from service.holdings.unread import counted, unread, why_of


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("damaged", "skadad, eller något annat än vad namnet säger"),
        ("unsupported format .xlsx", "format som inte läses: .xlsx"),
        ("something new", "gick inte att läsa"),
    ],
)
def test_the_reason_is_said_in_swedish(reason: str, words: str) -> None:
    assert why_of(Skipped("a", reason, "x")) == words


def test_what_lacks_nothing_or_is_withdrawn_is_not_told(tmp_path: Path) -> None:
    place = tmp_path / "journal"
    skipped = tuple(Skipped(f"{reason}.pdf", reason, "x") for reason in ("damaged", "duplicate", "blocked", "name taken"))
    hidden = Skipped("hidden.pdf", "damaged", "x")
    journal.add(place, Run("2031-02-03T00:00:00+00:00", ("in",), 0, 0, 0, 5, (*skipped, hidden)))

    found = unread(place, (), frozenset({"hidden.pdf"}))

    assert [(each.file, each.tried) for each in found] == [("damaged.pdf", "2031-02-03")]
    assert counted(found) == {"skadad, eller något annat än vad namnet säger": 1}


def test_without_a_journal_nothing_is_known() -> None:
    assert unread(None, (), frozenset()) == ()
