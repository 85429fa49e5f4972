"""What an entry keeps of a § as read."""

import pytest

from indexer.documents import Status
from indexer.index import FileEntry, StoredFile
from indexer.particulars import FactKind
from service.registers.entries import Entry, entries
from tests.service.minutes import BOARD, COUNCIL, FILES, entry

REPORTED = """KF § 20
Anmälan av motioner

Beslut
Kommunfullmäktige överlämnar motionerna:

•   motion från Anna Ek (S) om cykelställ, Dnr KS-2031/00031
•   motion från Bo Alm (C) om bänkar
"""


def read(text: str) -> dict[str | None, Entry]:
    made: FileEntry = entry("granby.txt", text)
    found = entries(StoredFile(made.record, made.source, made.furniture, made.documents))
    return {one.number: one for one in found}


def council(sections: str) -> dict[str | None, Entry]:
    return read(COUNCIL.format(date="2031-04-02", first=20, last=21, sections=sections))


def test_each_numbered_section_of_minutes_is_an_entry() -> None:
    found = read(BOARD)
    assert list(found) == ["§ 10", "§ 11", "§ 12", "§ 13"]
    assert {(one.municipality, one.body, one.date) for one in found.values()} == {("Granby", "Kommunstyrelsen", "2031-03-12")}
    assert [one.status for one in found.values()] == [Status.BESLUT, Status.BESLUT, Status.ATERREMISS, Status.INFORMATION]


def test_acts_votes_and_reports_stand_with_their_section() -> None:
    found = read(BOARD)
    assert [(act.kind, act.person, act.party) for act in found["§ 11"].acts] == [
        (FactKind.RESERVATION, "Cia Lind", "M"),
        (FactKind.RESERVATION, "Dan Falk", "M"),
    ]
    assert len(found["§ 11"].votes) == 1
    assert [(row.delegate, row.date) for row in found["§ 13"].delegated] == [("Inköpschef", "2031-02-03"), ("Kommunchef", "2031-02-17")]


def test_what_the_list_of_those_present_says_of_a_section_stands_there_once() -> None:
    present = BOARD.replace("Dan Falk (M)\nJust", "Dan Falk (M), ej § 12 på grund av jäv\nJust")
    present = present.replace("  Bo Alm (C)\n", "  Bo Alm (C), ej § 10 på grund av jäv\n", 1)
    found = read(present)
    assert [(act.person, act.section_id == found["§ 12"].section_id) for act in found["§ 12"].acts] == [("Dan Falk", False)]
    assert [act.person for act in found["§ 10"].acts if act.kind is FactKind.JAV] == ["Bo Alm"]


def test_the_decision_is_quoted_from_its_first_to_its_last_point() -> None:
    text = BOARD.replace("•   att badhuset stänger kl 20:00.", "•   att badhuset stänger kl 20:00,\n•   att det öppnar kl 6.")
    assert " ".join(read(text)["§ 11"].decision.of(text).split()) == "• att badhuset stänger kl 20:00, • att det öppnar kl 6."


@pytest.mark.parametrize(
    ("sections", "cases"),
    [
        (FILES["granby_kf_2031-04-02.txt"].split("Sida 2 av 2")[1], ["granby|ks|2031|31", "granby|ks|2031|32"]),
        (
            REPORTED,
            ["granby|ks|2031|31", None],
        ),
        ("KF § 20   KS-2031/00031\nSvar på motion om cykelställ\n\nBeslut\nKommunfullmäktige beslutar\n\n•   att avslå motionen.\n", []),
        ("KF § 20   KS-2031/00031\nMotion om cykelställ\n\nBeslut\nKommunfullmäktige beslutar\n\n•   att bifalla motionen.\n", []),
    ],
)
def test_motions_that_the_council_received_are_known_by_their_case(sections: str, cases: list[str | None]) -> None:
    assert [motion.case_key for one in council(sections).values() for motion in one.motions] == cases


def test_other_bodies_receive_no_motions() -> None:
    text = BOARD.replace("Upplåtelse av", "Motion om").replace("torget upplåts till Torgbodarna", "motionen överlämnas till nämnden")
    assert read(text)["§ 10"].motions == ()
