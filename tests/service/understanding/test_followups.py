"""Questions that follow another, made whole."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.index import Facets, Filters
from service.errors import BadParameter, BadQuestion
from service.records import Asks, Question
from service.understanding.followups import Earlier, follow

KNOWN = Facets(
    municipalities={"Granby": 5, "Älvmo": 3, "Storby": 4},
    bodies={"Kommunstyrelsen": 3, "Barn- och skolnämnden": 2, "Kommunfullmäktige": 1},
)
TODAY = date(2025, 6, 1)


def followed(text: str, earlier: Earlier | None) -> Question:
    return follow(text, earlier, Filters(), KNOWN, TODAY)


@pytest.mark.parametrize(
    ("text", "before", "whole"),
    [
        ("och året innan?", "Vad kostade en båtplats 2024 i Granby?", "Vad kostade en båtplats 2023 i Granby?"),
        ("Och året efter då?", "Vad kostade en båtplats 2024 i Granby?", "Vad kostade en båtplats 2025 i Granby?"),
        ("och i fjol?", "Vad kostar en båtplats?", "Vad kostar en båtplats 2024?"),
        ("och 2022?", "Vad beslutades den 12 mars 2024 om skolskjuts?", "Vad beslutades 2022 om skolskjuts?"),
        ("och i fullmäktige?", "Vilka reserverade sig i kommunstyrelsen 2024?", "Vilka reserverade sig i Kommunfullmäktige 2024?"),
        ("och ks?", "Vad sa barn- och skolnämnden om skolskjuts?", "Vad sa Kommunstyrelsen om skolskjuts?"),
        ("och 2021?", "Vad beslutades i dnr 2024/00081 om båtplatser?", "Vad beslutades om båtplatser 2021?"),
        ("Och i mars 2023?", "Vilka beslut fattades i mars 2024?", "Vilka beslut fattades i mars 2023?"),
        ("och i Älvmo?", "Vad kostade en båtplats 2024 i Granby?", "Vad kostade en båtplats 2024 i Älvmo?"),
        ("Hur var det i Älvmo 2022?", "Vad kostade en båtplats 2024 i Granby?", "Vad kostade en båtplats 2022 i Älvmo?"),
        ("och Älvmo?", "Hur stor är Granbys budget?", "Hur stor är Älvmos budget?"),
        ("och i Älvmo?", "Vad kostar en båtplats?", "Vad kostar en båtplats i Älvmo?"),
        ("och kommunfullmäktige?", "Vad beslutade kommunstyrelsen om bryggan?", "Vad beslutade Kommunfullmäktige om bryggan?"),
        ("och för gästhamnen?", "Vad kostar en båtplats i Granby?", "Vad kostar en båtplats i Granby, för gästhamnen?"),
        ("Och i juni?", "Vilka beslut fattades i Granby i maj 2025?", "Vilka beslut fattades i Granby i juni 2025?"),
        ("Och i juni och augusti?", "Vad beslutades i maj 2025?", "Vad beslutades i juni och augusti 2025?"),
        ("Och på hösten?", "Vad beslutades våren 2025?", "Vad beslutades hösten 2025?"),
        ("Och den 3 juni?", "Vad beslutades den 12 maj 2025?", "Vad beslutades den 3 juni 2025?"),
        ("Och året innan?", "Vilka beslut fattades i Granby i juni 2025?", "Vilka beslut fattades i Granby i juni 2024?"),
        ("Och året innan?", "Vad beslutades den 12 mars 2024?", "Vad beslutades 2023?"),
        ("and in June?", "What was decided about the jetty in May 2025?", "What was decided about the jetty in June 2025?"),
        ("And in Älvmo?", "How much was the wellness grant in 2024?", "How much was the wellness grant in 2024 in Älvmo?"),
        (
            "and the year before?",
            "How much was the wellness grant in Granby in 2024?",
            "How much was the wellness grant in Granby in 2023?",
        ),
    ],
)
def test_what_is_named_takes_the_place_of_what_was_named_before(text: str, before: str, whole: str) -> None:
    question = followed(text, Earlier(before))

    assert question.text == whole
    assert question.typed == text


@pytest.mark.parametrize(
    ("text", "before", "whole", "asks"),
    [
        ("Vem reserverade sig?", "Vad beslutades om bryggan i Granby 2024?", "Vem reserverade sig – bryggan i Granby 2024?", Asks.WHO),
        ("När börjar det gälla?", "Vad blev avgiften för båtplatser?", "När börjar det gälla – båtplatser?", Asks.WHEN),
        ("Hur länge gäller avtalet?", "Vad hände med bryggan i Granby?", "Hur länge gäller avtalet – bryggan i Granby?", Asks.WHEN),
        (
            "När börjar det gälla?",
            "Bifölls motionen om bryggan i Granby?",
            "När börjar det gälla – motionen om bryggan i Granby?",
            Asks.WHEN,
        ),
        ("Varför?", "Vad svarade nämnden i Granby 2024 om bryggan?", "Varför – bryggan i Granby 2024?", Asks.FACT),
        ("Gäller det även barn?", "Vad beslutades om båtplatser?", "Gäller det även barn – båtplatser?", Asks.FACT),
        ("Vem anmälde jäv?", "Hur mycket pengar anvisades till bryggan?", "Vem anmälde jäv – bryggan?", Asks.WHO),
        ("Vad kostar det?", "Vem reserverade sig – bryggan i Granby?", "Vad kostar det – bryggan i Granby?", Asks.AMOUNT),
        ("Hur hög är avgiften?", "Vad beslutades om båtplatser?", "Hur hög är avgiften – båtplatser?", Asks.AMOUNT),
        ("Varför?", "Vad beslutades om båtplatser?", "Varför – båtplatser?", Asks.FACT),
        ("Vad sa arbetsutskottet?", "Vad beslutades om bryggan i Granby?", "Vad sa arbetsutskottet – bryggan i Granby?", Asks.DECISION),
        ("Vad tyckte ks?", "Vad beslutades om bryggan i Granby?", "Vad tyckte kommunstyrelsen – bryggan i Granby?", Asks.FACT),
        (
            "Vem reserverade sig?",
            "Vad sa arbetsutskottet – bryggan i Granby?",
            "Vem reserverade sig – bryggan i Granby?",
            Asks.WHO,
        ),
        (
            "Who voted against?",
            "What was decided in Granby about the jetty in 2024?",
            "Who voted against – jetty in 2024 in Granby?",
            Asks.WHO,
        ),
        ("Who voted against it?", "Vad beslutades om bryggan i Granby?", "Who voted against it – bryggan in Granby?", Asks.WHO),
        ("Who voted against it?", "What was decided about the new jetty?", "Who voted against it – new jetty?", Asks.WHO),
    ],
)
def test_what_names_no_matter_is_about_the_one_before_and_its_dnr(text: str, before: str, whole: str, asks: Asks) -> None:
    question = followed(text, Earlier(before, "2024/00081"))

    assert question.text == whole
    assert question.asks is asks
    assert [case.as_written for case in question.cases] == ["2024/00081"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Vad gällde innan?", "Vad gällde 2024-03-11 – bryggan i Granby?"),
        ("Vad gällde före det?", "Vad gällde 2024-03-11 – bryggan i Granby?"),
        ("Och vad kostade det tidigare?", "Och vad kostade det enligt det som gällde 2024-03-11 – bryggan i Granby?"),
        ("How much was it before?", "How much was it as in force 2024-03-11 – bryggan in Granby?"),
        ("What applied before?", "What applied 2024-03-11 – bryggan in Granby?"),
    ],
)
def test_what_held_before_is_asked_of_the_day_before_the_decision(text: str, whole: str) -> None:
    question = followed(text, Earlier("Vad beslutades om bryggan i Granby 2024?", "2024/00081", "2024-03-12"))

    assert question.text == whole
    assert question.cases == ()


def test_what_held_before_keeps_the_fee_that_is_asked_of() -> None:
    question = followed("Vad gällde innan?", Earlier("Vad beslutades om avgiften för båtplatser i Granby?", None, "2024-03-12"))

    assert question.text == "Vad gällde 2024-03-11 – avgiften för båtplatser i Granby?"


@pytest.mark.parametrize("day", [None, "2024", "0001-01-01"])
def test_what_held_before_a_decision_of_no_known_day_is_asked_of_its_matter(day: str | None) -> None:
    question = followed("Vad gällde innan?", Earlier("Vad beslutades om bryggan i Granby?", "2024/00081", day))

    assert question.text == "Vad gällde innan – bryggan i Granby?"
    assert [case.as_written for case in question.cases] == ["2024/00081"]


def test_who_sits_in_a_body_is_asked_of_the_body() -> None:
    question = followed("Vem är ordförande i kommunstyrelsen?", Earlier("Vad beslutades om bryggan i Granby?", "2024/00081"))

    assert question.cases == ()


def test_a_month_after_a_question_without_a_year_has_that_of_the_answer() -> None:
    assert followed("Och i juni?", Earlier("Vad beslutades om bryggan?")).text == "Och i juni – bryggan?"
    assert (
        followed("Och i juni?", Earlier("Vad beslutades om bryggan?", None, "2024-05-02")).text == "Vad beslutades om bryggan i juni 2024?"
    )


def test_another_year_or_municipality_is_another_matter() -> None:
    earlier = Earlier("Vad kostade en båtplats i Granby?", "2024/00081", "2024-03-12")

    question = followed("och året innan?", earlier)

    assert question.text == "Vad kostade en båtplats i Granby 2023?"
    assert question.cases == ()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Vad kostar ett bygglov?", "Vad kostar ett bygglov i Granby?"),
        ("Vad kostar ett bygglov i Älvmo?", "Vad kostar ett bygglov i Älvmo?"),
    ],
)
def test_a_matter_of_its_own_keeps_the_municipality_alone(text: str, whole: str) -> None:
    assert followed(text, Earlier("Vad beslutades om bryggan i Granby 2024?", "2024/00081")).text == whole


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Vad står i dnr 2024/00012?", "Vad beslutades om bryggan i Granby?"),
        ("Vad kostar ett bygglov?", "Jämför avgifterna i Granby och Älvmo"),
    ],
)
def test_what_stands_by_itself_is_left_as_it_is(text: str, before: str) -> None:
    question = followed(text, Earlier(before))

    assert (question.text, question.typed) == (text, "")


def test_a_conversation_goes_on_from_the_whole_question() -> None:
    first = followed("och i Älvmo?", Earlier("Vad kostade en båtplats 2024 i Granby?"))
    second = followed("och året innan?", Earlier(first.text))
    third = followed("Vem reserverade sig?", Earlier(second.text))

    assert second.text == "Vad kostade en båtplats 2023 i Älvmo?"
    assert third.text == "Vem reserverade sig – båtplats 2023 i Älvmo?"


def test_a_question_before_that_is_none_is_a_bad_parameter_and_an_empty_question_a_bad_question() -> None:
    with pytest.raises(BadParameter, match="Frågan före"):
        followed("och året innan?", Earlier("  "))
    with pytest.raises(BadQuestion):
        followed(" ", Earlier("Vad kostar en båtplats?"))


@pytest.mark.parametrize("day", ["zz", "2031-13", "2031-02-30", "20310203"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(BadParameter, match=day):
        followed("och året innan?", Earlier("Vad kostar en båtplats?", None, day))


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60), st.text(max_size=12), st.text(max_size=12))
def test_any_text_is_followed_or_rejected(text: str, before: str, case: str, day: str) -> None:
    try:
        question = followed(text, Earlier(before, case, day))
    except (BadQuestion, BadParameter):
        return

    assert question.text
