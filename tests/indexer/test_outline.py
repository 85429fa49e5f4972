"""The tree of a file at a terminal."""

from dataclasses import replace

from rich.console import Console

from indexer.documents import Corrected, CorrectedField, Given, Page, Reading, Source
from indexer.outline import as_tree
from indexer.reading import of_source

MINUTES = """Storby kommun
Kommunstyrelsen 2024-03-12

§ 12
Taxa för båtplatser
Dnr KS 2024/00012

Kommunstyrelsens beslut
1. Avgiften blir 450 kr.
2. Beslutet gäller från 1 maj 2024.

Ärendebeskrivning
Handlingen omfattas av sekretess.
"""


def drawn(reading: Reading) -> str:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(as_tree(reading))
    return captured.get()


def reading() -> Reading:
    return of_source(Source.of("a.txt", "0" * 64, "text", [Page(1, MINUTES)]), Given("Storby"))


def test_a_section_is_told_with_its_points_and_parts() -> None:
    text = drawn(reading())
    for part in ("§ 12", "Taxa för båtplatser", "beslut", "Dnr KS 2024/00012", "Avgiften blir 450 kr.", "ärendebeskrivning"):
        assert part in text


def test_what_a_person_must_judge_is_told_with_its_place() -> None:
    assert "p. 1, line 13  mark of secrecy: says that secrecy applies: omfattas av sekretess" in drawn(reading())


def test_a_correction_is_told_beside_its_value() -> None:
    found = reading()
    change = Corrected(CorrectedField.BODY, None, "Står på [b]omslaget", "Anna Ek")
    text = drawn(replace(found, documents=tuple(replace(document, corrected=(change,)) for document in found.documents)))
    assert "rättad: body, was nothing (Står på [b]omslaget, Anna Ek)" in text
