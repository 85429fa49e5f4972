from datetime import date

import pytest

from indexer.documents import Outcome
from indexer.index import Facets, Filters
from service.question import understand
from service.registers.forms import Subject
from service.registers.inquiries import Inquiry, inquiry

TODAY = date(2032, 5, 4)
BODIES = {"Kommunfullmäktige": 1, "Kommunstyrelsen": 1, "Kommunstyrelsens arbetsutskott": 1, "Barn- och utbildningsnämnden": 1}
KNOWN = Facets(3, {"Granby": 2, "Älvmo": 1}, BODIES)


def asked(text: str, filters: Filters | None = None) -> Inquiry | None:
    return inquiry(understand(text, filters or Filters(), KNOWN, TODAY), KNOWN.bodies, TODAY)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Vem anmälde jäv?", Subject.JAV),
        ("Vilka ledamöter var jäviga i Granby?", Subject.JAV),
        ("Hur många reservationer lämnades 2031?", Subject.RESERVATIONS),
        ("vilka reserverade sig i KS 2031", Subject.RESERVATIONS),
        ("Vilka deltog inte i beslutet?", Subject.STAYED_OUT),
        ("Vem avstod från att rösta i fullmäktige?", Subject.ABSTAINED),
        ("I vilka ärenden begärdes votering?", Subject.VOTES),
        ("Vilka beslut fattades den 12 mars?", Subject.DECISIONS),
        ("Vilka beslut fattade kommunstyrelsen i Granby i mars 2031?", Subject.DECISIONS),
        ("Vad beslutade kommunfullmäktige i Älvmo den 12 mars 2031?", Subject.DECISIONS),
        ("Vilka delegationsbeslut redovisades 2031?", Subject.DELEGATED),
        ("Vilka beslut har rektorn fattat på delegation?", Subject.DELEGATED),
        ("Vilka motioner är obesvarade efter ett år?", Subject.OPEN_MOTIONS),
        ("Vilka motioner har ännu inte besvarats?", Subject.OPEN_MOTIONS),
        ("Finns det obesvarade motioner i Granby?", Subject.OPEN_MOTIONS),
        ("Vilka paragrafer justerades omedelbart?", Subject.AT_ONCE),
        ("Vilka beslut har upphävts?", Subject.REPLACED),
        ("Vilka motioner avslogs?", Subject.OUTCOMES),
        ("Hur många återremisser blev det 2031?", Subject.OUTCOMES),
        ("Har någon anmält jäv i Granby?", Subject.JAV),
        ("Hur många gånger återremitterades ärendet om badhuset?", Subject.OUTCOMES),
        ("Vilka reserverade sig i ärende 2031/00012?", Subject.RESERVATIONS),
        ("Vem yrkade avslag på förslaget i KS 2031/00012?", Subject.MOVED),
        ("Vilka yrkade återremiss 2031?", Subject.MOVED),
        ("Who declared a conflict of interest?", Subject.JAV),
        ("Who proposed rejection in 2031?", Subject.MOVED),
        ("Anmälde någon jäv i Granby?", Subject.JAV),
        ("Blev det votering i fullmäktige?", Subject.VOTES),
        ("Reserverade sig någon i ärende 2031/00012?", Subject.RESERVATIONS),
        ("Who entered a reservation in the municipal executive board in 2031?", Subject.RESERVATIONS),
        ("Which motions are unanswered after a year?", Subject.OPEN_MOTIONS),
        ("Which cases were referred back in March 2031?", Subject.OUTCOMES),
        ("Which motions were rejected in Granby?", Subject.OUTCOMES),
        ("In how many matters was there a vote?", Subject.VOTES),
        ("What decisions were made on 12 March 2031?", Subject.DECISIONS),
        ("Which members did not take part in the decision?", Subject.STAYED_OUT),
        ("Who abstained from voting in the council?", Subject.ABSTAINED),
        ("Which decisions were taken by delegation in 2031?", Subject.DELEGATED),
        ("Which sections were approved immediately?", Subject.AT_ONCE),
        ("How many times did the Left Party enter a reservation?", Subject.RESERVATIONS),
    ],
)
def test_a_question_for_all_of_a_kind_is_known_by_its_form(text: str, subject: Subject) -> None:
    found = asked(text)
    assert found is not None
    assert found.subject is subject


@pytest.mark.parametrize(
    "text",
    [
        "Vad beslutades om badhuset?",
        "Vad beslutade kommunstyrelsen 2031?",
        "Vad beslutade kommunstyrelsen den 12 mars 2031 om badhuset?",
        "Vilka beslut fattades om badhuset?",
        "Vilka beslut fattades?",
        "Vad gäller för jäv?",
        "Varför återremitterades ärendet om badhuset?",
        "Vilka ärenden om badhuset återremitterades?",
        "Vilka beslut fattades i ärende 2031/00012?",
        "Vilka reserverade sig i ärende 2031/00012 och 2031/00013?",
        "Vem anmälde jäv i § 12?",
        "Vem anmälde jäv i Storby?",
        "Vilka voteringar om badhuset hölls?",
        "Vilka reserverade sig och vilka anmälde jäv?",
        "Vem reserverade sig mot budgeten?",
        "Vem anmälde jäv när badhuset såldes?",
        "Hur många delegationsbeslut fattades om skolskjuts?",
        "Who declared a conflict of interest when the bath was sold?",
        "Which fee was approved in 2031?",
        "What did the board decide about the bridge?",
        "Vem yrkade avslag på budgeten?",
    ],
)
def test_every_other_question_is_an_ordinary_one(text: str) -> None:
    assert asked(text) is None


@pytest.mark.parametrize(
    ("text", "filters", "time"),
    [
        ("Vilka reserverade sig?", Filters(), (None, None)),
        ("Vilka reserverade sig i Granby 2031?", Filters(municipalities=("Granby",)), ("2031-01-01", "2031-12-31")),
        ("Vilka reserverade sig i kommunstyrelsens arbetsutskott?", Filters(bodies=("Kommunstyrelsens arbetsutskott",)), (None, None)),
        ("Vilka reserverade sig i KS?", Filters(bodies=("Kommunstyrelsen",)), (None, None)),
        ("vilka reserverade sig i ks", Filters(bodies=("Kommunstyrelsen",)), (None, None)),
        ("vem anmälde jäv i bun 2031", Filters(bodies=("Barn- och utbildningsnämnden",)), ("2031-01-01", "2031-12-31")),
        ("Vilka reserverade sig i arbetsutskottet?", Filters(bodies=("Kommunstyrelsens arbetsutskott",)), (None, None)),
        ("Vilka reserverade sig i nämnden?", Filters(bodies=("Barn- och utbildningsnämnden",)), (None, None)),
        ("Vilka reserverade sig i styrelsen?", Filters(bodies=("Kommunstyrelsen",)), (None, None)),
        (
            "Who entered a reservation in the municipal council in March 2031?",
            Filters(bodies=("Kommunfullmäktige",)),
            ("2031-03-01", "2031-03-31"),
        ),
        ("Vilka reserverade sig i fullmäktige i mars 2031?", Filters(bodies=("Kommunfullmäktige",)), ("2031-03-01", "2031-03-31")),
    ],
)
def test_the_places_and_the_time_named_restrict_the_list(text: str, filters: Filters, time: tuple[str | None, str | None]) -> None:
    found = asked(text)
    assert found is not None
    assert (found.filters, (found.time.first, found.time.last)) == (filters, time)


def test_letters_that_several_bodies_have_name_them_all() -> None:
    known = Facets(2, {"Granby": 2}, {"Kommunfullmäktige": 1, "Kultur- och fritidsförvaltningen": 1, "Kommunstyrelsen": 1})
    found = inquiry(understand("Vilka reserverade sig i KF?", Filters(), known, TODAY), known.bodies, TODAY)
    assert found is not None
    assert set(found.filters.bodies) == {"Kommunfullmäktige", "Kultur- och fritidsförvaltningen"}


def test_a_word_that_several_bodies_go_by_means_them_all_and_is_kept() -> None:
    known = Facets(2, {"Granby": 2}, {"Socialnämnden": 1, "Tekniska nämnden": 1, "Socialnämndens arbetsutskott": 1})
    found = inquiry(understand("Vilka reserverade sig i nämnden?", Filters(), known, TODAY), known.bodies, TODAY)
    assert found is not None
    assert (found.filters.bodies, found.general) == (("Socialnämnden", "Tekniska nämnden"), "namnden")


def test_a_dnr_is_kept_with_the_words_that_say_what_it_is_about() -> None:
    found = asked("Vilka reserverade sig mot beslutet i ärende KS 2031/12 om badhuset?")
    assert found is not None
    assert found.case is not None
    assert (found.case.registry, found.case.serial, found.about) == ("KS", 12, ("badhuset",))


def test_what_the_caller_chose_stands_before_what_the_question_names() -> None:
    chosen = Filters(municipalities=("Älvmo",), bodies=("Kommunfullmäktige",), date_from="2031-01-01")
    found = asked("Vilka reserverade sig i kommunstyrelsen i Granby?", chosen)
    assert found is not None
    assert found.filters == chosen


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Hur många gånger reserverade sig Moderaterna?", ("M",)),
        ("Hur många gånger reserverade sig SD och KD?", ("SD", "KD")),
        ("Vilka reserverade sig?", ()),
    ],
)
def test_parties_are_known_by_name_and_by_letters(text: str, parties: tuple[str, ...]) -> None:
    found = asked(text)
    assert found is not None
    assert (found.parties, found.about) == (parties, ())


def test_words_left_over_are_the_name_delegate_or_matter() -> None:
    assert asked("Hur många gånger reserverade sig Anna Ek?") == Inquiry(Subject.RESERVATIONS, Filters(), about=("anna", "ek"))
    found = asked("Hur ofta återremitterades badhuset i Granby?")
    assert found == Inquiry(Subject.OUTCOMES, Filters(("Granby",)), outcomes=(Outcome.ATERREMISS,), about=("badhuset",))


def test_reported_is_another_time_than_taken() -> None:
    reported, taken = asked("Vilka delegationsbeslut redovisades i mars 2031?"), asked("Vilka delegationsbeslut fattades i mars 2031?")
    assert reported is not None
    assert taken is not None
    assert (reported.reported, taken.reported) == (True, False)


def test_the_kind_of_matter_and_the_years_are_read() -> None:
    rejected, late = asked("Vilka medborgarförslag avslogs 2031?"), asked("Vilka motioner är obesvarade efter två år?")
    assert rejected is not None
    assert late is not None
    assert (rejected.matter, rejected.outcomes) == ("medborgarförslag", (Outcome.AVSLAG,))
    assert late.years == 2
