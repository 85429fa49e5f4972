"""Which passages of others' papers name a municipality, and are on the matter."""

import pytest

from indexer.index import Access, Filters
from service.comparison import asking
from service.comparison.neighbours import MANY, Neighbours
from service.question import understand
from tests.service.made import TODAY, passage, resources

OWN = passage("I Norrtälje är avgiften för en båtplats 900 kronor.\n", municipality="Norrtälje", section="§ 1", file="norrtalje.txt")
TOLD = passage("Grannen Norrtälje tar 900 kronor i avgift för en båtplats.\n", municipality="Granby", section="§ 2", file="granby.txt")
PASSING = passage("Resan till Norrtälje tar två timmar med buss.\n", municipality="Granby", section="§ 3", file="granby.txt")
OTHER = passage("Avgiften för en båtplats är 300 kronor.\n", municipality="Granby", section="§ 4", file="granby.txt")


@pytest.mark.parametrize("others", [0, MANY])
def test_passages_of_others_that_name_it_are_found_where_they_are_on_the_matter(others: int) -> None:
    index = resources(OWN, TOLD, PASSING, OTHER).index
    question = understand("Vad är avgiften för en båtplats?", Filters(), index.facets(Filters(), Access.public()), TODAY)
    names = ("Norrtälje", *(f"Ort{number}" for number in range(others)))
    neighbours = Neighbours({name: asking.for_one(question, name) for name in names}, index, Access.public())

    assert [hit.passage.text for hit in neighbours.naming("Norrtälje")] == [TOLD.text]
    assert not any(neighbours.naming(name) for name in names[1:])


def test_a_name_without_letters_is_named_nowhere() -> None:
    index = resources(TOLD, OTHER).index
    question = understand("Vad är avgiften för en båtplats?", Filters(), index.facets(Filters(), Access.public()), TODAY)

    assert Neighbours({"--": question}, index, Access.public()).naming("--") == []
