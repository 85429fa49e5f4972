from datetime import date

import pytest

from indexer.index import Access, Filters
from service import printing
from service.answer import answer
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
