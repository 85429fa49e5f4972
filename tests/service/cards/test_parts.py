import pytest

from indexer.particulars import FactKind
from service.cards.parts import acted
from service.cards.records import Act, Member
from service.minuted.section import Quoted


@pytest.mark.parametrize(
    ("words", "members", "label"),
    [
        ("Moderaternas ledamöter reserverar sig.", (Member(None, "M"),), "Reservation"),
        ("Cia Lind (M) reserverar sig.", (Member("Cia Lind", "M"),), "Reservation"),
        ("Hela gruppen reserverar sig.", (Member(None, "M"), Member("Bo Alm", "C")), "Reservation: ledamöterna från M, Bo Alm (C)"),
    ],
    ids=["a party", "a person", "neither"],
)
def test_whom_the_words_name_themselves_is_not_told_twice(words: str, members: tuple[Member, ...], label: str) -> None:
    item = acted(Act(FactKind.RESERVATION, members, Quoted(words, 1, (1, 1))))
    assert (item.label, item.text) == (label, words)
