"""The way of a matter, told from invented minutes: what is a step, what ties another Dnr to it, what is lacking."""

import pytest

from service.errors import BadParameter, NotFound
from service.following.records import Basis, Bond, Choice, Missing
from tests.service.following.town import BOARD, COUNCIL, SCHOOL, matter, minutes, section, told, way

PATH = "Ny cykelväg till Ängsskolan"
PROPOSED = "Kommunstyrelsen föreslår kommunfullmäktige att en cykelväg byggs till Ängsskolan."
DECIDED = "Kommunfullmäktige beslutar att bygga en cykelväg till Ängsskolan."

FROM_SCHOOL = minutes(
    SCHOOL, "2031-02-05", section(4, "SKN 2031/12", PATH, "Skolnämnden föreslår kommunfullmäktige att en cykelväg byggs till Ängsskolan.")
)
FROM_BOARD = minutes(BOARD, "2031-03-12", section(10, "KS 2031/40", PATH, PROPOSED, papers=["Skolnämnden 2031-02-05 § 4"]))
FROM_COUNCIL = minutes(COUNCIL, "2031-04-02", section(20, "KS 2031/40", PATH, DECIDED, papers=["Kommunstyrelsen 2031-03-12 § 10"]))


@pytest.mark.parametrize("dnr", ["KS 2031/40", "SKN 2031/12"])
def test_a_reference_ties_the_dnr_of_two_bodies_from_either_end(dnr: str) -> None:
    case = matter(dnr, FROM_SCHOOL, FROM_BOARD, FROM_COUNCIL)

    assert told(case) == [("2031-02-05", "§ 4", "förslag"), ("2031-03-12", "§ 10", "förslag"), ("2031-04-02", "§ 20", "beslut")]
    assert [number.basis for number in case.numbers] == [Basis.CASE, Basis.REFERENCE]
    assert case.standing == "Beslutat: Kommunfullmäktige 2031-04-02 § 20."
    assert not case.gaps


def test_a_title_alone_ties_only_where_one_section_of_the_body_asked_has_it_and_is_said_to_be_inferred() -> None:
    alone = minutes(COUNCIL, "2031-04-02", section(20, "KF 2031/7", PATH, DECIDED))
    other = minutes(COUNCIL, "2031-06-11", section(31, "KF 2031/9", PATH, DECIDED))

    case = matter("SKN 2031/12", FROM_SCHOOL, alone)
    assert [(step.section, step.inferred) for step in case.steps] == [("§ 4", False), ("§ 20", True)]
    assert [step.section for step in matter("SKN 2031/12", FROM_SCHOOL, alone, other).steps] == ["§ 4"]


@pytest.mark.parametrize(
    "title",
    ["Ny cykelväg till Bergsskolan", "Cykelställ", "Ny cykelväg till Ängsskolan 2030"],
)
def test_another_title_or_year_ties_nothing(title: str) -> None:
    other = minutes(COUNCIL, "2031-04-02", section(20, "KF 2031/7", title, DECIDED))

    assert [step.section for step in matter("SKN 2031/12", FROM_SCHOOL, other).steps] == ["§ 4"]


def test_an_earlier_decision_that_is_named_is_another_matter() -> None:
    before = minutes(BOARD, "2031-01-15", section(2, "KS 2031/3", PATH, "Kommunstyrelsen beslutar att bygga en cykelväg till Ängsskolan."))
    case = matter(
        "KS 2031/40",
        before,
        minutes(BOARD, "2031-03-12", section(10, "KS 2031/40", PATH, PROPOSED, papers=["Kommunstyrelsen 2031-01-15 § 2"])),
    )

    assert [step.section for step in case.steps] == ["§ 10"]
    assert [(one.bond, one.case, one.held) for one in case.relations] == [(Bond.NAMES, "KS 2031/3", True)]


@pytest.mark.parametrize(("reference", "held"), [("2031-02-05 § 4", False), ("Skolnämnden 2031-02-05 § 4", True)])
def test_a_section_of_another_thing_on_that_day_is_meant_only_where_its_body_is_named(reference: str, held: bool) -> None:
    other = minutes(SCHOOL, "2031-02-05", section(4, "SKN 2031/2", "Skolmaten", "Skolnämnden antar matsedeln."))
    account = f"Frågan har diskuterats {reference} och därefter av många."
    case = matter("KS 2031/40", other, minutes(BOARD, "2031-03-12", section(10, "KS 2031/40", PATH, PROPOSED, told=account)))

    assert [relation.case for relation in case.relations] == (["SKN 2031/2"] if held else [])
    assert [gap.date for gap in case.gaps if gap.missing is not Missing.DECISION] == ([] if held else ["2031-02-05"])


def test_what_a_decision_repeals_is_told_from_both_sides() -> None:
    old = minutes(
        BOARD, "2029-03-12", section(7, "KS 2029/5", "Avgift för båtplatser", "Kommunstyrelsen beslutar att avgiften är 700 kronor.")
    )
    repeals = "Kommunstyrelsen beslutar att avgiften är 900 kronor och att kommunstyrelsens beslut 2029-03-12 § 7 upphör att gälla."
    new = minutes(BOARD, "2031-03-12", section(10, "KS 2031/40", "Avgift för båtplatser", repeals))

    later, earlier = matter("KS 2031/40", old, new), matter("KS 2029/5", old, new)
    assert [(one.bond, one.date, one.section, one.case) for one in later.relations] == [(Bond.REPEALS, "2029-03-12", "§ 7", "KS 2029/5")]
    assert [(one.bond, one.date, one.section, one.case) for one in earlier.relations] == [
        (Bond.REPEALED_BY, "2031-03-12", "§ 10", "KS 2031/40")
    ]
    assert earlier.standing.endswith("§ 7 upphävs av Kommunstyrelsen 2031-03-12 § 10.")
    assert len(earlier.steps) == len(later.steps) == 1


def test_minutes_that_are_named_and_not_here_are_a_gap_in_its_place() -> None:
    case = matter("KS 2031/40", FROM_COUNCIL)

    assert [(gap.missing, gap.body, gap.date, gap.section) for gap in case.gaps] == [(Missing.MINUTES, BOARD, "2031-03-12", "§ 10")]
    assert case.gaps[0].text == "kommunstyrelsens protokoll 2031-03-12 finns inte här (§ 10 nämns i Kommunfullmäktige 2031-04-02 § 20)"


def test_a_section_that_is_named_and_not_in_the_minutes_that_are_here_is_said_so() -> None:
    case = matter("KS 2031/40", FROM_COUNCIL, minutes(BOARD, "2031-03-12", section(9, "KS 2031/39", "Badhuset", "Badhuset stängs.")))

    assert [gap.missing for gap in case.gaps] == [Missing.SECTION]


@pytest.mark.parametrize(
    ("paper", "body"),
    [
        ("Kommunstyrelsen 2031-03-12", BOARD),
        ("Protokoll från kommunstyrelsen den 12 mars 2031", BOARD),
        ("Kommunstyrelsens protokoll 2031-03-12", BOARD),
        ("Budget för kommunstyrelsen 2031-03-12", None),
        ("Kommunstyrelsens reglemente 2031-03-12", None),
    ],
)
def test_minutes_listed_by_their_day_alone_are_a_gap(paper: str, body: str | None) -> None:
    case = matter(
        "KS 2031/40", minutes(COUNCIL, "2031-04-02", section(20, "KS 2031/40", PATH, DECIDED, papers=[paper, "Karta över området"]))
    )

    assert [(gap.missing, gap.body, gap.date) for gap in case.gaps] == ([(Missing.MINUTES, body, "2031-03-12")] if body else [])


def test_a_section_told_by_its_body_and_year_is_found_or_missed() -> None:
    told_so = minutes(COUNCIL, "2031-04-02", section(20, "KF 2031/2", PATH, DECIDED, papers=["KS § 10/2031"]))

    assert [step.section for step in matter("KF 2031/2", told_so, FROM_BOARD).steps] == ["§ 10", "§ 20"]
    alone = matter("KF 2031/2", told_so)
    assert [(gap.body, gap.date, gap.section) for gap in alone.gaps] == [(BOARD, "2031", "§ 10")]


def test_a_proposal_without_its_decision_is_a_gap_and_the_standing() -> None:
    case = matter("KS 2031/40", minutes(BOARD, "2031-03-12", section(10, "KS 2031/40", PATH, PROPOSED)))

    assert [(gap.missing, gap.body) for gap in case.gaps] == [(Missing.DECISION, COUNCIL)]
    assert (
        case.standing
        == "Förslag till kommunfullmäktige: Kommunstyrelsen 2031-03-12 § 10. Ett beslut finns inte i de indexerade handlingarna."
    )


def test_a_matter_put_off_to_a_day_whose_minutes_are_missing_says_so() -> None:
    put_off = "Ärendet bordläggs till kommunstyrelsens sammanträde den 9 april 2031."
    case = matter("KS 2031/40", minutes(BOARD, "2031-03-12", section(10, "KS 2031/40", PATH, put_off)))

    assert told(case) == [("2031-03-12", "§ 10", "bordläggning")]
    assert [(gap.body, gap.date) for gap in case.gaps] == [(BOARD, "2031-04-09")]


def test_a_motion_is_a_step_by_the_day_that_a_section_gives_it() -> None:
    listed = minutes(
        COUNCIL,
        "2031-04-02",
        section(20, "KS 2031/40", "Svar på motion om cykelväg", "Motionen avslås.", papers=["Motion från Bo Alm (C) 2031-01-20"]),
    )
    case = matter("KS 2031/40", listed)

    assert told(case) == [("2031-01-20", None, "initiativ"), ("2031-04-02", "§ 20", "beslut")]
    assert [step.held for step in case.steps] == [False, True]


def test_a_dnr_that_only_a_list_of_motions_has_is_followed_to_that_list() -> None:
    received = (
        "Fullmäktige överlämnar till kommunstyrelsen:\n- motion om fler parkbänkar, Dnr KS 2031/77\n- motion om cykelställ, Dnr KS 2031/78"
    )
    case = matter("KS 2031/78", minutes(COUNCIL, "2031-04-02", section(20, None, "Anmälan av motioner", received)))

    assert told(case) == [("2031-04-02", "§ 20", "mottaget")]
    assert "cykelställ" in case.steps[0].citation.quote
    assert "parkbänkar" not in case.steps[0].citation.quote


def test_an_order_is_reported_where_a_report_names_its_section() -> None:
    orders = "Kommunstyrelsen beslutar att förvaltningen får i uppdrag att redovisa kostnaden senast den 1 juni 2031."
    ordered = minutes(BOARD, "2031-03-12", section(10, "KS 2031/40", PATH, orders))
    report = section(
        33,
        "KS 2031/40",
        "Återrapportering av uppdrag om cykelväg",
        "Informationen läggs till handlingarna.",
        told="Uppdraget gavs av kommunstyrelsen 2031-03-12 § 10.",
    )

    alone = matter("KS 2031/40", ordered).orders
    assert [(order.deadline, order.reported) for order in alone] == [("2031-06-01", None)]
    answered = matter("KS 2031/40", ordered, minutes(BOARD, "2031-05-21", report)).orders
    assert [(order.reported, order.sure) for order in answered] == [(2, True)]


@pytest.mark.parametrize(
    "titles",
    [
        ("Redovisning av delegationsbeslut", "Redovisning av delegationsbeslut"),
        ("Val av ledamot i Granby Hamn AB", "Avsägelse från Cia Lind (M)"),
        ("Badhusets öppettider", "Upphandling av salt", "Yttrande över länsplan"),
    ],
)
def test_one_dnr_for_unrelated_things_is_a_list_and_no_story(titles: tuple[str, ...]) -> None:
    papers = [
        minutes(
            BOARD,
            f"2031-0{at}-12",
            section(at, "KS 2031/3", title, "Kommunstyrelsen beslutar enligt förslaget.", papers=["Skolnämnden 2031-01-05 § 4"]),
        )
        for at, title in enumerate(titles, 2)
    ]
    case = matter("KS 2031/3", *papers)

    assert case.collecting
    assert len(case.steps) == len(titles)
    assert not (case.gaps or case.relations or case.orders)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("2031/40", ["KS 2031/40", "SKN 2031/40"]),
        ("40", ["KS 2031/40", "SKN 2031/40"]),
    ],
)
def test_a_dnr_that_fits_several_matters_is_offered_and_never_chosen(typed: str, offered: list[str]) -> None:
    other = minutes(SCHOOL, "2031-02-05", section(4, "SKN 2031/40", "Skolmat", "Skolnämnden antar matsedeln."))
    found = way(typed, FROM_BOARD, other)

    assert isinstance(found, Choice)
    assert [one.case for one in found.candidates] == offered


def test_a_dnr_without_its_registry_that_fits_one_matter_says_how_it_was_read() -> None:
    case = matter("2031/40", FROM_BOARD)

    assert case.case == "KS 2031/40"
    assert case.read_as == "2031/40 lästes som KS 2031/40, det enda nummer som det kan avse här."
    assert matter("KS 2031/0040", FROM_BOARD).read_as is None


def test_a_dnr_that_is_nowhere_is_refused_with_the_nearest() -> None:
    with pytest.raises(NotFound, match=r"'KS 2031/41' finns inte .* Närmast är: Granby KS 2031/40 \(Ny cykelväg till Ängsskolan\)\."):
        way("KS 2031/41", FROM_BOARD)


@pytest.mark.parametrize("typed", ["", "cykelväg", "§ 12", "x" * 200])
def test_what_is_no_dnr_is_refused_with_how_to_write_one(typed: str) -> None:
    with pytest.raises(BadParameter, match="går inte att läsa"):
        way(typed, FROM_BOARD)
