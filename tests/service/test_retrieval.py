from collections.abc import Sequence
from dataclasses import replace

import pytest

from indexer import swedish
from indexer.documents import Passage, Role, Status
from indexer.index import Access, Filters, Term
from indexer.language.stems import stem
from indexer.municipalities import kommun_name
from service.question import understand
from service.records import Hit
from service.retrieval import PLACE_WORTH, lightened, question_terms, retrieve, terms
from tests.service.fake_index import FakeIndex
from tests.service.made import BACKGROUND, BUSES, OTHER, TODAY, WELLNESS, NoVectors, index, passage


def found(text: str, filters: Filters | None = None, access: Access | None = None, limit: int = 20) -> list[Hit]:
    made = index()
    allowed = access or Access.public()
    question = understand(text, filters or Filters(), made.facets(Filters(), allowed), TODAY)
    return retrieve(question, made, NoVectors(), allowed, limit)


def test_the_passage_that_says_it_comes_first() -> None:
    assert found("Vad kostar en båtplats?")[0].passage == BUSES


def test_a_dnr_goes_before_every_word() -> None:
    hits = found("Friskvårdsbidraget, dnr 2024/81")

    assert hits[0].passage == BUSES
    assert hits[0].ranks["reference"] == 1


def test_a_dnr_is_found_with_zeros_or_without() -> None:
    assert found("dnr 2024/00015")[0].passage == found("dnr 2024/15")[0].passage == OTHER


def test_a_municipality_in_the_question_restricts() -> None:
    assert {hit.passage.municipality for hit in found("Friskvårdsbidraget i Älvmo kommun")} == {"Älvmo"}


def test_what_the_caller_chose_wins_over_what_the_question_names() -> None:
    assert {hit.passage.municipality for hit in found("Friskvårdsbidraget i Granby", Filters(municipalities=("Älvmo",)))} == {"Älvmo"}


def test_a_neighbours_paper_that_names_the_municipality_is_found_after_its_own() -> None:
    neighbour = passage("Granby betalar 40 000 kronor om året för räddningstjänsten.", municipality="Älvmo", file="alvmo.txt")
    own = passage("Granby har en räddningstjänst för 30 000 kronor.", section="§ 2")
    made = index(neighbour, own)
    question = understand("Vad kostar räddningstjänsten i Granby?", Filters(), made.facets(Filters(), Access.public()), TODAY)
    restricted = replace(question, filters=Filters(municipalities=("Granby",)))

    assert [hit.passage for hit in retrieve(question, made, NoVectors(), Access.public())] == [own, neighbour]
    assert [hit.passage for hit in retrieve(restricted, made, NoVectors(), Access.public())] == [own]


@pytest.mark.parametrize(
    "name",
    ["Falun", "Borås", "Malung-Sälen", "Upplands Väsby", "Göteborg", "Gotland", "Mönsterås", "Östra Göinge", "Åre", "Region Dalarna"],
)
def test_a_municipality_is_known_by_the_name_that_stands_above_its_passages(name: str) -> None:
    bare = passage("Avgiften är 400 kronor.", municipality=name, title="Avgift för båtplats")
    own = replace(bare, header=f"{kommun_name(name)} · Kommunstyrelsen · § 1 · Avgift för båtplats")
    made = index(own, passage("Avgiften är 500 kronor.", municipality="Granby", file="granby.txt", title="Avgift för båtplats"))
    question = replace(
        understand("Vad är avgiften för båtplats?", Filters(), made.facets(Filters(), Access.public()), TODAY), municipalities=(name,)
    )

    assert [hit.passage for hit in retrieve(question, made, NoVectors(), Access.public())] == [own]


def test_filters_hold_for_every_hit() -> None:
    hits = found("friskvårdsbidrag kronor", Filters(date_from="2024-01-01", municipalities=("Granby",), roles=("beslut",)))

    assert [hit.passage for hit in hits] == [WELLNESS]


def test_a_decision_goes_before_the_proposal_that_has_the_same_words() -> None:
    words = "Nämnden antar planen för torget och parken vid ån."
    proposal = passage(words, section="§ 5", case="2024/00005", role=Role.FORSLAG, status=Status.FORSLAG, file="a.txt")
    decision = replace(passage(words, section="§ 5", case="2024/00005", role=Role.BESLUT, status=Status.BESLUT, file="b.txt"), id="zzz")
    made = index(proposal, decision)
    question = understand("Vad beslutades om planen för torget?", Filters(), made.facets(Filters(), Access.public()), TODAY)

    assert [hit.passage for hit in retrieve(question, made, NoVectors(), Access.public())] == [decision, proposal]


def test_no_access_finds_nothing() -> None:
    assert found("Vad kostar en båtplats?", access=Access(frozenset())) == []


def test_ranks_count_from_one_and_the_limit_holds() -> None:
    hits = found("kommunstyrelsen friskvårdsbidraget båtplatser", limit=2)

    assert [hit.rank for hit in hits] == [1, 2]


def test_each_token_is_one_term_a_field() -> None:
    assert len(terms({"stems": ("båt", "båt"), "parts": ("båt",)})) == 2


def test_words_that_nobody_has_written_find_nothing() -> None:
    assert found("xyzzy qwrtp") == []


def test_the_rest_of_a_section_is_found_too() -> None:
    assert {WELLNESS.id, BACKGROUND.id} <= {hit.passage.id for hit in found("friskvårdsbidraget oförändrat i sex år")}


class Overtaken(FakeIndex):
    """Passages are gone when they are first fetched, as when a writer ends in between."""

    fetched = 0

    def passages(self, ids: Sequence[str], access: Access) -> list[Passage]:
        self.fetched += 1
        return super().passages(ids, access) if self.fetched > 1 else []


def test_a_search_that_a_writer_overtook_is_made_again() -> None:
    made = Overtaken([BUSES], swedish.document_tokens)
    question = understand("Vad kostar en båtplats?", Filters(), made.facets(Filters(), Access.public()), TODAY)

    assert [hit.passage for hit in retrieve(question, made, NoVectors(), Access.public())] == [BUSES]


def test_the_name_of_the_municipality_searched_weighs_less_than_what_is_asked() -> None:
    asked = [Term("stems", token, 1.0) for token in swedish.question_tokens("Vad kostar båtplatsen i Granby kommun?")["stems"]]
    light = {term.token: term.weight for term in lightened(asked, ("Granby",))}

    assert light["granby"] == PLACE_WORTH
    assert {weight for token, weight in light.items() if token not in ("granby", "kommun")} == {1.0}
    assert lightened(asked, ()) == asked


def test_synonyms_and_mistyped_words_are_searched_with_less_weight_than_the_words_themselves() -> None:
    question = understand("Vad gäller simhallens taxta?", Filters(), index().facets(Filters(), Access.public()), TODAY)
    weights = {term.token: term.weight for term in question_terms(question) if term.field == "stems"}

    assert weights[stem("simhallens")] > weights[stem("taxa")] > weights[stem("badhus")] > 0


def test_pieces_of_words_that_stand_everywhere_are_not_searched_for() -> None:
    made = index()
    question = understand("Vilken kommun anlägger en båtplats?", Filters(), made.facets(Filters(), Access.public()), TODAY)
    loose = {term.token for term in question_terms(question) if term.field == "loose"}

    assert "komm" not in loose
    assert {"batp", "lats"} <= loose
