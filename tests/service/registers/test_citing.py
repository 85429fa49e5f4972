"""What § name and propose, read from made minutes by the reader itself."""

import pytest

from indexer.index import Access
from indexer.particulars import LinkKind
from service.registers.entries import Entry, Initiative, entries
from tests.service.readings import indexed

HEAD = """GRANBY KOMMUN                                                         PROTOKOLL
Kommunstyrelsen                                                       2031-03-12
                                                                     Sida 1 av 1

§ 10 Dnr 2031/00071
Avgift för båtplatser

"""


def entry_of(body: str, head: str = HEAD) -> Entry:
    stored = indexed(("Granby", head + body)).file("0.txt", Access.public())
    assert stored is not None
    (found,) = entries(stored)
    return found


@pytest.mark.parametrize(
    ("written", "body", "day"),
    [
        ("Arbetsutskottet 2031-03-01 § 4", "Arbetsutskottet", "2031-03-01"),
        ("Tekniska nämnden den 1 februari 2031 § 4", "Tekniska nämnden", "2031-02-01"),
        ("Tekniska nämnden 2031-02-01 TN § 4", "Tekniska nämnden", "2031-02-01"),
    ],
)
def test_a_paper_of_a_decision_is_named_by_body_day_and_number(written: str, body: str, day: str) -> None:
    (cited,) = entry_of(f"Beslut\n\nAvgiften är 900 kronor.\n\nBeslutsunderlag\n\n{written}\n").cites
    assert (cited.body, cited.date, cited.number, cited.basis, cited.changes) == (body, day, "§ 4", True, None)


def test_what_a_decision_repeals_is_told_apart_from_what_it_names() -> None:
    entry = entry_of("Beslut\n\n1. Avgiften är 900 kronor.\n2. Kommunstyrelsens beslut 2030-03-12 § 9 upphör att gälla.\n")
    assert [(cited.number, cited.changes) for cited in entry.cites] == [("§ 9", LinkKind.REPEALS)]


@pytest.mark.parametrize(
    ("decided", "recipient"),
    [
        ("Kommunstyrelsens förslag till kommunfullmäktige\n\nAvgiften är 900 kronor.\n", "Kommunfullmäktige"),
        ("Beslut\n\nKommunstyrelsen föreslår kommunfullmäktige att avgiften är 900 kronor.\n", "Kommunfullmäktige"),
        ("Beslut\n\nTekniska nämnden föreslås besluta att avgiften är 900 kronor.\n", "Tekniska nämnden"),
        ("Beslut\n\nKommunstyrelsen beslutar att avgiften är 900 kronor.\n", None),
    ],
)
def test_a_proposal_knows_the_body_that_it_is_made_to(decided: str, recipient: str | None) -> None:
    assert entry_of(decided).recipient == recipient


def test_the_council_receives_motions_and_medborgarforslag() -> None:
    head = HEAD.replace("Kommunstyrelsen  ", "Kommunfullmäktige").replace("Avgift för båtplatser", "Medborgarförslag om en brygga")
    entry = entry_of("Beslut\n\nMedborgarförslaget överlämnas till kommunstyrelsen för beredning.\n", head)
    assert [(motion.kind, motion.case_key) for motion in entry.motions] == [(Initiative.MEDBORGARFORSLAG, "granby||2031|71")]
