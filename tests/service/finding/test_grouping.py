from dataclasses import replace

from indexer.documents import Kind, Role, Span, Status
from service.finding.grouping import group
from tests.service.made import passage

WORDS = "Nämnden godkänner redovisningen av enkäten om trivsel bland personalen på Solgården under hösten och lägger den till handlingarna"


def test_overlapping_passages_of_one_section_are_shown_once() -> None:
    first = replace(passage("a " * 100), span=Span(0, 200))
    second = replace(passage("b " * 100, ordinal=1), span=Span(60, 260))

    assert group([first, second], 10) == [[first, second]]


def test_a_copy_is_folded_under_the_minutes_it_was_taken_from() -> None:
    extract = passage(WORDS, kind=Kind.PROTOKOLLSUTDRAG, file="utdrag.txt", role=Role.BESLUT, status=Status.BESLUT)
    minutes = passage(WORDS, role=Role.BESLUT, status=Status.BESLUT)

    assert group([extract, minutes], 10) == [[minutes, extract]]


def test_the_same_words_at_another_meeting_are_another_thing() -> None:
    march = passage(WORDS, day="2024-03-12")
    april = passage(WORDS, day="2024-04-16", file="april.txt")

    assert len(group([march, april], 10)) == 2


def test_a_proposal_and_its_decision_are_two_things() -> None:
    proposal = passage(WORDS, case="2024/00001", role=Role.FORSLAG, status=Status.FORSLAG, file="au.txt")
    decision = passage(WORDS, case="2024/00001", role=Role.BESLUT, status=Status.BESLUT)

    assert len(group([proposal, decision], 10)) == 2


def test_one_section_does_not_fill_the_first_ten() -> None:
    long = [replace(passage(f"stycke {n} om vägar", ordinal=n), span=Span(1000 * n, 1000 * n + 100)) for n in range(8)]
    others = [passage(f"annat ärende {n}", section=f"§ {n + 10}") for n in range(8)]
    first = [members[0].section for members in group([*long, *others], 20)][:10]

    assert first.count("§ 1") == 3


def test_nothing_is_lost_but_by_the_limit() -> None:
    ranked = [passage(f"ärende {n}", section=f"§ {n}") for n in range(5)]

    assert [members[0] for members in group(ranked, 3)] == ranked[:3]
