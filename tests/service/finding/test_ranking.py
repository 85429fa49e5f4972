from collections.abc import Sequence

import pytest

from indexer.documents import Passage, Role
from indexer.index import Access, Filters
from service.finding.ranking import WEIGHTS, Facts, facts, shares
from service.question import understand
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

    assert (without["sought"], with_date["sought"]) == (0.0, 1.0)
    assert worth(with_date) > worth(without)


def test_a_number_beside_the_words_is_worth_more_than_one_far_from_them() -> None:
    between = "Nämnden tackar för redovisningen och lägger den till handlingarna. " * 6
    far = passage(f"Bryggans bojar är nya. {between} Antalet ledamöter är 9.", ordinal=0)
    near = passage(f"Bryggans 9 bojar är nya. {between}", ordinal=1)
    apart, beside = facts_of("Hur många bojar har bryggan?", [far, near, passage("En lekplats.", ordinal=2)])[:2]

    assert apart["sought"] == beside["sought"] == 1.0
    assert beside["near"] > apart["near"]


def test_what_the_question_does_not_ask_for_is_no_fact() -> None:
    (known,) = facts_of("Vad sägs om bryggan?", [passage("Bryggan: 12 34 56, den 4 maj 2024.")])

    assert known.keys() & {"sought", "proposal", "list", "period", "latest"} == set()


def test_what_was_proposed_is_asked_of_the_proposal() -> None:
    roles = [Role.FORSLAG, Role.BESLUT]
    known = facts_of("Vad föreslogs om bryggan?", [passage("Bryggan rustas.", role=role, section=role) for role in roles])

    assert [each["proposal"] for each in known] == [1.0, 0.0]
    assert worth(known[0]) > worth(known[1])


@pytest.mark.parametrize(
    ("question", "text", "day", "value"),
    [
        ("Vad sades om bryggan den 12 mars 2024?", "Bryggan.", "2024-03-12", 1.0),
        ("Vad sades om bryggan i mars 2024?", "Bryggan.", "2024-03-12", 1.0),
        ("Vad sades om bryggan i maj 2024?", "Bryggan.", "2024-03-12", 0.5),
        ("Vad sades om bryggan i maj 2023?", "Bryggan.", "2024-03-12", 0.0),
        ("Vad kostade bryggan 2022?", "Bryggan kostade 9 kronor 2022.", "2024-03-12", 1.0),
        ("Vad kostade bryggan i fjol?", "Bryggan kostade 9 kronor.", "2024-03-12", 1.0),
        ("Vad kostade bryggan 2022 och den 12 mars 2024?", "Bryggan.", "2024-03-12", 0.5),
    ],
)
def test_a_passage_is_of_the_time_asked_about_by_its_date_or_its_words(question: str, text: str, day: str, value: float) -> None:
    assert facts_of(question, [passage(text, day=day)])[0]["period"] == value


def test_what_holds_is_said_by_the_latest_of_one_matter() -> None:
    old, new = (passage("Taxan är ny.", case="2023/00007", day=day, section=day) for day in ("2023-02-01", "2024-02-01"))
    other = passage("Taxan är ny.", case="2020/00001", day="2020-01-01")
    known = facts_of("Vad är taxan?", [old, new, other])

    assert [each.get("latest") for each in known] == [0.0, 1.0, None]
    assert [each.get("latest") for each in facts_of("Vad var taxan 2023?", [old, new, other])] == [None, None, None]


def test_what_is_decided_anew_under_another_dnr_is_one_matter_by_its_title() -> None:
    old = passage("Taxan är 9.", case="2020/00007", title="Taxa för bryggor", day="2020-02-01", section="§ 1")
    new = passage("Taxan är 11.", case="2024/00031", title="Taxa för bryggor", day="2024-02-01", section="§ 2")

    assert [each.get("latest") for each in facts_of("Vad är taxan?", [old, new])] == [0.0, 1.0]


def test_a_motion_is_not_held_back_where_the_question_asks_who_moved_or_reserved() -> None:
    (known,) = facts_of("Vilka reserverade sig mot bryggan?", [passage("Reservation", role=Role.YRKANDE)])

    assert known["motion"] == 0.0


def test_a_list_is_asked_of_a_passage_with_items() -> None:
    listed, told = facts_of("Vilka bryggor finns?", [passage("- Norra\n- Södra\n- Västra\n- Östra\n"), passage("Fyra bryggor.", ordinal=1)])

    assert (listed["list"], told["list"]) == (1.0, 0.0)


def test_a_word_that_all_candidates_hold_tells_less_than_one_that_few_do() -> None:
    common, rare = facts_of("bryggans bojar", [passage("En brygga.", ordinal=0), passage("En brygga med bojar.", ordinal=1)])

    assert rare["covered"] == pytest.approx(1.0)
    assert common["covered"] < 0.3


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
