"""All that bears on a question: grouped by matter, and restricted so that what a choice promises is what it leaves."""

import pytest

from indexer.documents import Kind, Passage, Status
from indexer.index import Filters
from service.finding.facets import FACETS, choices, left
from service.finding.matches import Matter, grouped, in_order_of
from tests.service.made import passage

PROPOSAL = passage("Förslag om torget", section="§ 8", case="2024/00031", title="Taxa för torget", day="2024-02-01", status=Status.FORSLAG)
DECISION = passage("Beslut om torget", section="§ 9", case="2024/00031", title="Taxa för torget", body="Fullmäktige", status=Status.BESLUT)
LIST = passage("Delegationsbeslut", section="§ 2", case="2024/00031", title="Anmälan av delegationsbeslut")
ELSEWHERE = passage("Torg i Storby", municipality="Storby", section="§ 3", case="2024/00031", title="Taxa för torget", day="2023-05-05")
UNDATED = passage("Rapport om torg", section=None, day="", kind=Kind.RAPPORT, file="rapport.txt")

MATTERS = tuple(map(Matter, grouped([PROPOSAL, DECISION, LIST, ELSEWHERE, UNDATED])))


@pytest.mark.parametrize(
    ("passages", "groups"),
    [
        ([PROPOSAL, DECISION], [(PROPOSAL, DECISION)]),
        ([PROPOSAL, LIST], [(PROPOSAL,), (LIST,)]),  # one number, unrelated titles
        ([DECISION, ELSEWHERE], [(DECISION,), (ELSEWHERE,)]),  # another municipality's number
        ([UNDATED, UNDATED], [(UNDATED, UNDATED)]),
        ([], []),
    ],
)
def test_paragraphs_of_one_matter_stand_together(passages: list[Passage], groups: list[tuple[Passage, ...]]) -> None:
    assert grouped(passages) == groups


def test_a_matter_shows_its_decision_before_what_led_to_it() -> None:
    assert MATTERS[0].sections == (DECISION, PROPOSAL)


def test_what_was_ranked_first_stands_first() -> None:
    ordered = in_order_of(MATTERS, [ELSEWHERE, DECISION])

    assert [each.passages[0] for each in ordered] == [ELSEWHERE, DECISION, LIST, UNDATED]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(municipalities=("Granby",)),
        Filters(statuses=("förslag",), years=("2024",)),
        Filters(bodies=("Fullmäktige",), kinds=("protokoll",)),
        Filters(date_from="2024-01-01"),
    ],
)
def test_each_choice_leaves_as_many_matters_as_it_says(filters: Filters) -> None:
    for facet, offered in choices(MATTERS, filters).items():
        for choice in offered:
            chosen = {name: getattr(filters, name) for name in FACETS} | {facet: (choice.value,)}
            assert len(left(MATTERS, Filters(**chosen, date_from=filters.date_from))) == choice.count


def test_what_is_chosen_stays_to_be_taken_back_where_nothing_is_left() -> None:
    offered = choices(MATTERS, Filters(years=("1999",)))["years"]

    assert [(choice.value, choice.count) for choice in offered if choice.chosen] == [("1999", 0)]


def test_what_is_undated_meets_no_period_and_no_year() -> None:
    assert UNDATED not in [one for each in left(MATTERS, Filters(date_to="2099")) for one in each.passages]
    assert UNDATED not in [one for each in left(MATTERS, Filters(years=("2024",))) for one in each.passages]
