from dataclasses import replace

import pytest

from indexer.documents import Maturity, Outcome, Status
from service.openends.initiatives import initiative_of, initiatives
from service.openends.reach import Reach, noticed, silence
from service.openends.records import EndKind
from service.openends.unsettled import unsettled
from service.registers.entries import Entry
from service.registers.threads import Thread, threads
from tests.service.registers.test_threads import BOARD, COUNCIL

NOWHERE = Reach({})
TODAY = "2033-01-01"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Motion om fler bänkar", "motion"),
        ("Svar på motion om fler bänkar", "motion"),
        ("Behandling av motion från Bo Alm (C)", "motion"),
        ("Motion – fler bänkar", "motion"),
        ("Besvarande av medborgarförslag om en brygga", "medborgarförslag"),
        ("Medborgarförslaget om en brygga", "medborgarförslag"),
        ("Motion och hälsa för äldre", None),
        ("Anmälan av motioner", None),
        ("Motionsspår vid Lillån", None),
        ("Budget 2032", None),
    ],
)
def test_an_initiative_is_known_by_how_its_title_begins(title: str, kind: str | None) -> None:
    found = initiative_of(Thread((replace(BOARD, title=title),)))
    assert (str(found) if found else None) == kind


def test_the_reason_names_the_body_and_how_far_its_minutes_reach() -> None:
    assert silence("Ett svar", "Socialnämnden", (), "2031-03-12") == "Senare protokoll från socialnämnden finns inte här."
    one, two = ("2031-04-02",), ("2031-04-02", "2031-05-02")
    assert silence("Ett svar", "Socialnämnden", one, "2031-03-12").endswith("protokoll 2031-04-02, det enda senare som finns här.")
    assert silence("Ett svar", "Socialnämnden", two, "2031-03-12").endswith("2 senare protokoll, som når till och med 2031-05-02.")


def test_a_matter_on_an_agenda_names_the_meeting_that_was_or_will_be_held() -> None:
    draft = replace(COUNCIL, section_id="draft", maturity=Maturity.UTKAST, status=Status.FORSLAG)
    assert noticed([BOARD, draft], NOWHERE, TODAY) == (
        "På dagordningen till kommunfullmäktige 2031-04-02. Sammanträdet har hållits, protokollet saknas här."
    )
    assert noticed([BOARD, draft], NOWHERE, "2031-03-20") == "På dagordningen till kommunfullmäktige 2031-04-02."
    held = Reach({("Granby", "kommunfullmäktige"): ("2031-04-02",)})
    assert noticed([BOARD, draft], held, TODAY) is None


def test_a_board_cannot_answer_a_motion_but_a_medborgarforslag() -> None:
    decided = replace(BOARD, status=Status.BESLUT, outcome=Outcome.AVSLAG)
    of_motion, of_proposal = (threads([replace(decided, title=f"Svar på {kind} om en brygga")]) for kind in ("motion", "medborgarförslag"))
    assert [drawn.kind for drawn in initiatives(of_motion, NOWHERE, TODAY)] == [EndKind.MOTION]
    assert list(initiatives(of_proposal, NOWHERE, TODAY)) == []


@pytest.mark.parametrize(
    ("later", "open_kinds"),
    [
        ((), [EndKind.PROPOSAL]),
        ((COUNCIL,), []),
        ((replace(COUNCIL, status=Status.INFORMATION, outcome=Outcome.NOTERAT),), []),
        ((replace(COUNCIL, maturity=Maturity.UTKAST, status=Status.FORSLAG),), [EndKind.PROPOSAL]),
        ((replace(COUNCIL, outcome=Outcome.BORDLAGT),), [EndKind.PUT_OFF]),
        ((replace(COUNCIL, status=Status.ATERREMISS),), [EndKind.PUT_OFF]),
    ],
)
def test_a_proposal_is_open_until_minutes_decide_it_or_put_it_off(later: tuple[Entry, ...], open_kinds: list[EndKind]) -> None:
    assert [drawn.kind for drawn in unsettled(threads([BOARD, *later]), NOWHERE, TODAY)] == open_kinds


def test_what_is_only_to_be_noted_and_what_has_no_dnr_is_no_open_end() -> None:
    assert list(unsettled(threads([replace(BOARD, outcome=Outcome.NOTERAT)]), NOWHERE, TODAY)) == []
    assert list(unsettled(threads([replace(BOARD, case_key=None)]), NOWHERE, TODAY)) == []
