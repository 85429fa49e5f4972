from indexer.index import Access, Filters
from service.finding.shared import shared_terms
from service.question import understand
from tests.service.made import BUSES, TODAY, index


def test_a_passage_shares_the_words_that_stand_in_it_by_field_and_no_others() -> None:
    question = understand("Vad kostar en båtplats i Tibet?", Filters(), index().facets(Filters(), Access.public()), TODAY)
    shared = shared_terms(question, BUSES)

    assert "båtplats" in " ".join(shared["stems"])
    assert not any("tibet" in token for tokens in shared.values() for token in tokens)
