import re
from datetime import date

import pytest

from indexer.documents import Role, Status
from indexer.index import Access, Filters
from service import printing
from service.answer import answer
from service.compare import Wish, compare
from service.question import understand
from service.records import Hit, Question
from service.resources import Resources
from service.retrieval import retrieve
from tests.service.made import passage, resources


def test_text_that_a_terminal_would_obey_is_printed_without_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = passage("Taxan för torget är 300 kronor.\x1b[2J\x1b]0;ny titel\x07 Den gäller \x9b31mhela året.", title="\x1b[31mTaxa")
    printing.answer(answer("Vad är taxan för torget?", Filters(), resources(hostile), Access.public(), date(2025, 1, 1)))
    printed = capsys.readouterr().out

    assert "300 kronor" in printed
    assert not any((ord(char) < 32 and char != "\n") or 127 <= ord(char) < 160 for char in printed)


def test_rich_markup_in_a_document_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    marked = passage("Taxan för torget är [bold red]300[/bold red] kronor.")
    printing.answer(answer("Vad är taxan för torget?", Filters(), resources(marked), Access.public(), date(2025, 1, 1)))

    assert "[bold red]300[/bold red]" in " ".join(capsys.readouterr().out.split())


LONG = (
    "Kommunstyrelsen beslutar att taxan för båtplatser i hamnen ska vara 1 800 kronor per säsong för boende i kommunen "
    "och 2 400 kronor för alla andra, från och med den 1 maj 2025."
)


def asked(question: str, *, columns: int | None = None, monkeypatch: pytest.MonkeyPatch | None = None) -> None:
    if columns and monkeypatch:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", str(columns))
    one = passage(LONG, role=Role.BESLUT, status=Status.BESLUT, case="2024/00012")
    two = passage(LONG.replace("1 800", "1 950"), municipality="Älvmo", role=Role.BESLUT, status=Status.BESLUT, file="alvmo.pdf")
    found = resources(one, two)
    printing.answer(answer(question, Filters(), found, Access.public(), date(2025, 1, 1)))
    printing.hits(*searched(question, found), explain=True)
    printing.comparison(compare(question, Wish(), found, Access.public(), date(2025, 1, 1)))


def searched(question: str, found: Resources) -> tuple[Question, list[Hit]]:
    known = found.index.facets(Filters(), Access.public())
    understood = understand(question, Filters(), known, date(2025, 1, 1))
    return understood, retrieve(understood, found.index, found.embedder, Access.public())


def test_what_goes_to_a_file_is_not_wrapped_and_ends_in_no_blanks(capsys: pytest.CaptureFixture[str]) -> None:
    asked("Vad kostar båtplatser i hamnen?")
    lines = capsys.readouterr().out.split("\n")

    assert any(LONG in line for line in lines)
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("columns", [40, 57, 80, 113])
def test_on_a_screen_no_line_breaks_inside_a_number(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    asked("Vad kostar båtplatser i hamnen?", columns=columns, monkeypatch=monkeypatch)
    printed = re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out)

    assert max(map(len, printed.split("\n"))) <= columns + 16  # a table cannot become narrower than its numbers
    for whole in ("1 800 kronor", "2 400 kronor", "1 950 kronor", "Dnr 2024/00012"):
        assert whole in printed
    assert not re.search(r"\d[ │]*\n[ │]*\d{3} kronor", printed)


def test_hits_and_sources_say_whose_they_are_and_name_lines_of_text_files_only(capsys: pytest.CaptureFixture[str]) -> None:
    asked("Vad kostar båtplatser i hamnen?")
    printed = capsys.readouterr().out

    assert " Granby · Kommunstyrelsen 2024-03-12 § 1" in printed
    assert "Älvmo · Kommunstyrelsen" in printed
    assert "granby.txt, sida 1, rad 1\n" in printed
    assert "alvmo.pdf, sida 1\n" in printed
    assert "[1] Granby · " in printed or "[1] Älvmo · " in printed
