import pytest

from indexer.details import rollcall
from indexer.spans import Span
from indexer.tables import tables


def voted(text: str) -> list[tuple[str, str, str | None]]:
    found = rollcall.facts(text, tables(text, Span(0, len(text)), []))
    return [(fact.kind.value, fact.person.of(text) if fact.person else "", fact.party) for fact in found]


@pytest.mark.parametrize("summed", ["", "Summa\t1\t1\t1\n"])
def test_a_cross_is_the_vote_of_its_column(summed: str) -> None:
    text = "Ledamot\tJa\tNej\tAvstår\nAnna Ek (S)\tX\t\t\nBo Alm (C)\t\tX\t\nEva Lind (M)\t\t\tx\n" + summed
    assert voted(text) == [("röstade ja", "Anna Ek", "S"), ("röstade nej", "Bo Alm", "C"), ("avstod", "Eva Lind", "M")]


def test_a_row_with_two_crosses_or_none_says_nothing() -> None:
    assert voted("Ledamot\tJa\tNej\nAnna Ek (S)\tX\tX\nBo Alm (C)\t\t\nEva Lind (M)\t\tX\n") == [("röstade nej", "Eva Lind", "M")]


def test_a_table_of_other_columns_is_no_vote() -> None:
    assert voted("Ledamot\tKom\tGick\nAnna Ek (S)\tX\t\nBo Alm (C)\t\tX\n") == []
