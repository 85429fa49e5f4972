from dataclasses import replace

from indexer.documents import Kind, Maturity, Outcome, Span, Status
from service.registers.citing import Cited
from service.registers.entries import Entry
from service.registers.threads import puts_off, rank, threads

BOARD = Entry(
    file="granby.txt",
    document_id="d",
    section_id="board",
    kind=Kind.PROTOKOLL,
    municipality="Granby",
    body="Kommunstyrelsen",
    date="2031-03-12",
    number="§ 10",
    title="Taxa för båtplatser",
    case_key="granby|ks|2031|7",
    status=Status.FORSLAG,
    outcome=None,
    maturity=None,
    decision=Span(0, 1),
)
COUNCIL = replace(BOARD, section_id="council", body="Kommunfullmäktige", date="2031-04-02", number="§ 22", status=Status.BESLUT)
OFFICE = replace(BOARD, section_id="office", body="Tekniska nämnden", date="2031-02-01", number="§ 3", case_key="granby|tn|2031|2")


def cited(entry: Entry, body: str | None = None) -> Cited:
    return Cited(Span(0, 1), entry.number or "", entry.date or "", body, basis=True)


def test_one_dnr_and_related_titles_make_one_matter_in_order_of_day_and_rank() -> None:
    same_day = replace(BOARD, section_id="committee", body="Kommunstyrelsens arbetsutskott", number="§ 4")
    (thread,) = threads([COUNCIL, BOARD, same_day])
    assert [entry.section_id for entry in thread.entries] == ["committee", "board", "council"]
    assert thread.settled == COUNCIL
    assert thread.proposal == BOARD


def test_a_dnr_that_lists_share_draws_nothing_together() -> None:
    assert len(threads([BOARD, replace(COUNCIL, title="Redovisning av delegationsbeslut")])) == 2


def test_a_reference_joins_two_numbers_where_the_titles_agree() -> None:
    board = replace(BOARD, cites=(cited(OFFICE, "Tekniska nämnden"),))
    assert len(threads([OFFICE, board])) == 1
    assert len(threads([replace(OFFICE, title="Budget 2032"), board])) == 2
    assert len(threads([OFFICE, replace(board, cites=(cited(OFFICE, "Socialnämnden"),))])) == 2


def test_a_reference_that_two_sections_fit_joins_neither() -> None:
    twin = replace(OFFICE, section_id="twin", body="Sociala nämnden", case_key="granby|sn|2031|9")
    assert len(threads([OFFICE, twin, replace(BOARD, cites=(cited(OFFICE),))])) == 3


def test_a_draft_neither_decides_nor_hides_the_minutes() -> None:
    draft = replace(COUNCIL, section_id="draft", maturity=Maturity.UTKAST)
    assert threads([BOARD, draft])[0].settled is None
    assert threads([draft, COUNCIL, BOARD])[0].settled == COUNCIL


def test_what_was_put_off_is_not_settled() -> None:
    put_off = replace(COUNCIL, outcome=Outcome.BORDLAGT)
    assert puts_off(put_off)
    assert threads([put_off])[0].settled is None


def test_bodies_rank_from_committee_to_council() -> None:
    bodies = (None, "Kommunstyrelsens arbetsutskott", "Socialnämnden", "Kommunstyrelsen", "Kommunfullmäktige")
    assert [rank(body) for body in bodies] == [0, 0, 1, 2, 3]
