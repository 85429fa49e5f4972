"""The tree of a file at a terminal."""

from dataclasses import replace

from rich.console import Console

from indexer.corrections import Corrected, CorrectedField
from indexer.documents import Given, Page, Reading, Source, Span
from indexer.inspection.outline import as_tree
from indexer.particulars import Approval, Delegated, Fact, FactKind, Link, LinkKind, Notice, Vote
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


def test_people_votes_and_links_are_told_below_their_section() -> None:
    found = reading()
    text = found.source.text
    name = Span(text.index("Storby"), text.index("Storby") + 6)
    given = {
        "facts": (Fact(FactKind.RESERVATION, name, name), Fact(FactKind.RESERVATION, name, None, "S")),
        "votes": (Vote(name, 8, 5), Vote(name, shares=(4, 3))),
        "links": (Link(LinkKind.REPEALS, name, "§ 9", "2023-01-02"),),
        "delegated": (Delegated(name, name),),
    }
    documents = tuple(
        replace(
            document,
            facts=(Fact(FactKind.BESLUTANDE, name, name),) * 2,
            approval=Approval(name, "2024-03-19", None),
            notice=Notice(name, "2024-03-20", None),
            sections=tuple(replace(section, **given) for section in document.sections),
        )
        for document in found.documents
    )
    drawing = drawn(replace(found, documents=documents))
    for said in (
        "beslutande ×2",
        "justering 2024-03-19",
        "anslag 2024-03-20 – ?",
        "reservation: Storby, S",
        "votering: 8 ja, 5 nej",
        "votering: 4 – 3",
        "1 delegated decision",
        "upphäver § 9 2023-01-02",
    ):
        assert said in drawing


def test_an_unknown_day_of_approval_is_a_question_mark() -> None:
    found = of_source(Source.of("a.txt", "0" * 64, "text", [Page(1, MINUTES)]), Given("Storby"))
    name = Span(MINUTES.index("Storby"), MINUTES.index("Storby") + len("Storby"))
    documents = tuple(replace(document, approval=Approval(name, None, name)) for document in found.documents)
    assert "justering ?, Storby" in drawn(replace(found, documents=documents))


def test_a_point_that_has_a_bullet_of_its_own_gets_no_other() -> None:
    text = MINUTES.replace("1. Avgiften", "• Avgiften").replace("2. Beslutet", "• Beslutet")
    assert "– •" not in drawn(of_source(Source.of("a.txt", "0" * 64, "text", [Page(1, text)]), Given("Storby")))


def test_a_table_is_told_with_its_size_and_columns() -> None:
    text = f"{MINUTES}\nTabell 1 Avgifter\nBrygga\t2030\t2031\nNorra\t450\t500\nSödra\t300\t350\n"
    source = Source.of("a.txt", "0" * 64, "text", [Page(1, text)])

    assert "table Tabell 1 Avgifter: 2 rows, columns Brygga | 2030 | 2031" in drawn(of_source(source, Given()))
