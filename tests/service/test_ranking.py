from collections.abc import Sequence

import pytest

from indexer.documents import Passage, Role
from indexer.index import Access, Filters
from service.question import understand
from service.ranking import WEIGHTS, Facts, facts, shares
from tests.service.made import TODAY, index, passage


def facts_of(question: str, passages: Sequence[Passage]) -> list[Facts]:
    understood = understand(question, Filters(), index().facets(Filters(), Access.public()), TODAY)
    return facts(understood, passages, {each.id: 1.0 for each in passages})


def worth(known: Facts) -> float:
    return sum(shares(known).values())


def test_of_two_places_in_a_section_the_one_with_the_date_answers_when() -> None:
    said = passage("Bryggan vid ån ska rustas.", title="Bryggan", ordinal=0)
    dated = passage("Bryggan vid ån rustas den 4 maj 2024.", title="Bryggan", ordinal=1)
    without, with_date = facts_of("När rustas bryggan vid ån?", [said, dated])

    assert (without["date"], with_date["date"]) == (0.0, 1.0)
    assert worth(with_date) > worth(without)


def test_nothing_is_counted_that_the_question_does_not_ask_for() -> None:
    (known,) = facts_of("Vad gäller bryggan?", [passage("Bryggan: 12 34 56 78 90 11, den 4 maj 2024.")])

    assert known.keys() & {"date", "number", "person", "rows"} == set()


def test_a_word_that_all_candidates_hold_tells_less_than_one_that_few_do() -> None:
    common, rare = facts_of("bryggans bojar", [passage("En brygga.", ordinal=0), passage("En brygga med bojar.", ordinal=1)])

    assert rare["covered"] == pytest.approx(1.0)
    assert common["covered"] < 0.3


def test_what_the_header_says_is_not_counted_beyond_it() -> None:
    text = "Simhallen har fyra banor."
    plain, titled = facts_of("simhallens banor", [passage(text, ordinal=0), passage(text, title="Simhallen", ordinal=1)])

    assert plain["beyond the header"] > titled["beyond the header"] > 0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("förskolan", "Forskolan stangs."),
        ("forskolan", "Förskolan stängs."),
        ("avgifter", "Båtplatsavgiften höjs."),
        ("5", "Punkt 5 utgår."),
    ],
)
def test_words_are_met_without_marks_and_in_compounds(question: str, text: str) -> None:
    assert facts_of(question, [passage(text)])[0]["covered"] == pytest.approx(1.0)


def test_a_number_is_not_met_in_a_longer_one() -> None:
    assert facts_of("taxa 12", [passage("Taxa 120 eller 512.")])[0]["covered"] == pytest.approx(
        facts_of("taxa 12", [passage("Taxa.")])[0]["covered"]
    )


def test_a_section_with_two_places_is_worth_more_than_one_found_once() -> None:
    first, second, alone = passage("Ett.", ordinal=0), passage("Två.", ordinal=1), passage("Tre.", section="§ 9")
    known = facts_of("båt", [first, second, alone])

    assert [each["section"] for each in known] == [1.0, 1.0, 0.5]


def test_a_motion_goes_behind_a_decision() -> None:
    motion, decision = facts_of("båt", [passage("Båt.", role=Role.YRKANDE), passage("Båt.", role=Role.BESLUT, section="§ 2")])

    assert worth(motion) < worth(decision)


def test_shares_add_up_over_the_facts_there_are() -> None:
    assert shares({"words": 1.0}) == {"words": WEIGHTS["words"]}


def test_no_candidate_has_no_facts() -> None:
    assert facts_of("båt", []) == []
