"""A later decision that ends an older one, in invented minutes."""

import pytest

from indexer.documents import Passage
from indexer.index import Access, Filters
from service.following.library import Library
from service.following.successors import successor
from tests.service.following.town import BOARD, SCHOOL, TOWN, minutes, section
from tests.service.readings import indexed

OLD = minutes(
    BOARD, "2029-03-12", section(7, "KS 2029/3", "Avgift för kolonilotter", "Kommunstyrelsen beslutar att avgiften är 700 kronor.")
)
ENDS = "Kommunstyrelsen beslutar att avgiften är 900 kronor och att kommunstyrelsens beslut 2029-03-12 § 7 upphör att gälla."
NEW = minutes(BOARD, "2031-03-12", section(10, "KS 2031/40", "Avgift för kolonilotter", ENDS))


def follows(*papers: str) -> Passage | None:
    index, access = indexed(*((TOWN, paper) for paper in papers)), Access.public()
    found = index.passages(index.select(Filters(sections=("§ 7",), roles=("beslut",), date_to="2029-12-31"), access, 1), access)
    return successor(found[0], Library(index, access))


def test_a_later_decision_that_repeals_an_older_one_ends_it_in_its_own_words() -> None:
    later = follows(OLD, NEW)

    assert later and (later.date, later.section) == ("2031-03-12", "§ 10")
    assert "upphör att gälla" in later.text


@pytest.mark.parametrize(
    "decision",
    [
        "Kommunstyrelsen föreslår kommunfullmäktige att kommunstyrelsens beslut 2029-03-12 § 7 upphör att gälla.",
        "Kommunstyrelsen beslutar att pröva avgiften enligt kommunstyrelsens beslut 2029-03-12 § 7 en gång till.",
        "Kommunstyrelsen beslutar att kommunstyrelsens beslut 2029-03-12 § 8 upphör att gälla.",
        "Kommunstyrelsen beslutar att skolnämndens beslut 2029-03-12 § 7 upphör att gälla.",
    ],
    ids=["only proposed", "only named", "another section", "another body"],
)
def test_what_does_not_decide_to_end_it_is_no_successor(decision: str) -> None:
    later = minutes(BOARD, "2031-03-12", section(10, "KS 2031/40", "Avgift för kolonilotter", decision))
    other = minutes(SCHOOL, "2029-03-12", section(7, "SKN 2029/3", "Läsårstider", "Skolnämnden beslutar att anta läsårstiderna."))

    index, access = indexed(*((TOWN, paper) for paper in (OLD, other, later))), Access.public()
    filters = Filters(sections=("§ 7",), bodies=(BOARD,), roles=("beslut",), date_to="2029-12-31")
    found = index.passages(index.select(filters, access, 1), access)
    assert successor(found[0], Library(index, access)) is None
