"""First pages of minutes and notices in the shapes that Swedish municipalities use, each in a file with what it says above it:
municipality, body and day, then its § or items with their Dnr as written. Places are real names, for the reader knows
municipalities by name; persons, matters and numbers are invented."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from indexer.documents import CaseNumber
from tests.indexer.bundles import documents

HEADS = sorted((Path(__file__).parents[2] / "golden" / "heads").glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Head:
    """A first page and what it says, None where it says nothing of it."""

    text: str
    municipality: str | None
    body: str | None
    date: str | None
    cases: dict[str, str | None]


def head(path: Path) -> Head:
    """A head from its file: what it says, a line of three dashes, the page."""
    said, text = path.read_text(encoding="utf-8").split("\n---\n", 1)
    (municipality, body, date), *numbered = ([None if cell == "-" else cell for cell in line.split(" | ")] for line in said.splitlines())
    return Head(text, municipality, body, date, {str(number): case for number, case in numbered})


def shown(case: CaseNumber | None) -> str | None:
    """The Dnr as written without its class code; None where its number is lost."""
    if case is None or case.serial is None:
        return None
    return case.as_written.removesuffix(case.code or "").rstrip(" .-")


@pytest.mark.parametrize("path", HEADS, ids=lambda path: path.stem)
def test_a_head_says_whose_meeting_it_is_and_what_stands_on_its_list(path: Path) -> None:
    made = head(path)
    found = documents(made.text)
    first = found[0]
    numbered = {section.number: section.case for document in found for section in document.sections if section.number}

    assert (first.municipality, first.body, first.date) == (made.municipality, made.body, made.date)
    assert {number: shown(case) for number, case in numbered.items() if number in made.cases} == made.cases
    assert [number for number in numbered if number not in made.cases] in ([], ["4"])


def test_there_are_heads_to_read() -> None:
    assert len(HEADS) >= 75
