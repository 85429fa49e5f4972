from dataclasses import replace

import pytest

from indexer import swedish
from indexer.documents import Document, Kind, Maturity, Outcome, Passage, Role, Source, Status
from indexer.index import Access, Filters
from service.answering.status import Note, is_found, note
from service.material import Material
from service.places import files_of
from service.question import understand
from service.records import Hit
from service.understanding.wanted import wanted
from tests.service import made
from tests.service.fake_index import FakeIndex
from tests.service.made import BUSES, TODAY, passage

ONLY_PROPOSED = "Det är ett förslag till kommunfullmäktige; ett beslut finns inte i de indexerade handlingarna."
DECIDED = passage(
    "Taxan för båtplatser antas.",
    section="§ 8",
    case="2024/00081",
    title="Taxa för båtplatser",
    body="Kommunfullmäktige",
    day="2024-04-02",
    role=Role.BESLUT,
    status=Status.BESLUT,
)
NOTICE = passage(
    "8. Taxa för båtplatser",
    section="8",
    case="2024/00081",
    title="Taxa för båtplatser",
    body="Kommunfullmäktige",
    day="2024-04-02",
    kind=Kind.KALLELSE,
)


def said(
    first: Passage,
    *others: Passage,
    shown: tuple[Passage, ...] = (),
    maturity: Maturity | None = None,
    outcome: Outcome | None = None,
    text: str = "Vad beslutades om taxan för båtplatser?",
) -> Note:
    section = replace(made.section(first), maturity=maturity, outcome=outcome)
    document: Document = replace(made.document(first), sections=(section,))
    source: Source = made.source(first)
    filled = FakeIndex([first, *others], swedish.document_tokens, None, [source], [(first.file, document)])
    access = Access.public()
    question = understand(text, Filters(), filled.facets(Filters(), access), TODAY)
    material = Material(question, wanted(text, filled, access), (), filled, access, files_of(filled, access), TODAY)
    return note(material, (first, *shown))


def test_a_proposal_without_its_decision_says_so_and_to_whom_it_is_made() -> None:
    assert said(BUSES) == Note(ONLY_PROPOSED)


def test_a_committee_proposes_to_its_board() -> None:
    proposal = replace(BUSES, text="Taxan föreslås höjas.", body="Kommunstyrelsens arbetsutskott")

    assert (said(proposal).text or "").startswith("Det är ett förslag till kommunstyrelsen;")


def test_a_proposal_that_goes_through_a_body_is_made_to_the_last() -> None:
    through = "Förvaltningen föreslår kommunstyrelsen att föreslå\nkommunfullmäktige att anta taxan."

    for body in ("Kommunstyrelsen", "Kommunfullmäktige", "Tekniska nämnden"):
        assert said(replace(BUSES, text=through, body=body)).text == ONLY_PROPOSED


def test_of_several_decisions_of_one_day_none_is_named_and_none_is_said_to_be_missing() -> None:
    assert said(BUSES, DECIDED, replace(DECIDED, id="other", section_id="other", section="§ 9")) == Note()


def test_a_proposal_names_the_decision_that_followed_where_it_is_not_quoted() -> None:
    named = said(BUSES, DECIDED)

    assert named == Note(None, "Ett förslag; beslutet finns: Kommunfullmäktige 2024-04-02 § 8 (Dnr 2024/00081).", DECIDED)
    assert said(BUSES, DECIDED, shown=(DECIDED,)) == Note()


def test_an_older_decision_is_not_the_one_that_followed() -> None:
    assert said(BUSES, replace(DECIDED, date="2023-04-02")).text == ONLY_PROPOSED


def test_a_meeting_that_has_been_held_without_its_minutes_is_told_where_the_standing_is_asked() -> None:
    told = said(BUSES, NOTICE, text="Är taxan för båtplatser slutligt beslutad?")

    assert told.told == "Sammanträdet 2024-04-02 (kallelsen finns) har hållits, protokollet saknas här."
    assert told.place == NOTICE
    assert said(BUSES, NOTICE) == Note(ONLY_PROPOSED)


def test_a_meeting_to_come_has_no_minutes_to_lack() -> None:
    assert said(BUSES, replace(NOTICE, date="2025-09-02")).told is None


def test_a_meeting_whose_minutes_are_indexed_lacks_none() -> None:
    minutes = replace(DECIDED, id="other", case=None, case_key=None, section_id="other")

    assert said(BUSES, NOTICE, minutes).told is None


def test_a_draft_of_minutes_says_that_it_is_one_and_what_is_missing() -> None:
    drafted = said(BUSES, maturity=Maturity.UTKAST)

    assert drafted.text == f"{ONLY_PROPOSED} Texten är ett utkast till protokoll."
    assert drafted.told == "Sammanträdet 2024-03-12 har hållits, protokollet saknas här."


@pytest.mark.parametrize(
    ("maturity", "expected"),
    [(Maturity.OJUSTERAT, "Protokollet är ojusterat."), (Maturity.JUSTERAT, None), (None, None)],
)
def test_minutes_that_are_not_approved_are_said_to_be_so(maturity: Maturity | None, expected: str | None) -> None:
    assert said(DECIDED, maturity=maturity).text == expected


def test_a_matter_that_was_put_off_says_that_nothing_later_is_here() -> None:
    put_off = replace(DECIDED, text="Ärendet bordläggs.")

    assert (
        said(put_off, outcome=Outcome.BORDLAGT).text
        == "Ärendet är ännu inte avgjort; ett senare beslut finns inte i de indexerade handlingarna."
    )
    assert said(put_off, replace(DECIDED, id="x", section_id="x", date="2024-06-01"), outcome=Outcome.BORDLAGT) == Note()


def test_a_matter_that_was_sent_out_for_comment_is_not_settled() -> None:
    assert said(replace(DECIDED, text="Ärendet remitteras.", status=Status.REMISS)).text is not None


def test_a_demand_is_said_to_be_one() -> None:
    demand = replace(DECIDED, role=Role.YRKANDE, text="Kim Ek (X) yrkar avslag.")

    assert said(demand).text == "Det är ett yrkande, inte ett beslut."


def test_a_decision_needs_no_note() -> None:
    assert said(DECIDED) == Note()


def test_an_english_question_is_told_in_english() -> None:
    assert said(BUSES, text="What was decided about the fee for boat berths?").text == (
        "This is a proposal to Kommunfullmäktige; a decision is not in the indexed documents."
    )


STANDING = "Är taxan för båtplatser slutligt beslutad?"


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        ("Kommunstyrelsen", BUSES.text, "Det är kommunstyrelsens förslag till fullmäktige; fullmäktige har inte"),
        ("Tekniska nämndens arbetsutskott", "Taxan föreslås höjas.", "Det är arbetsutskottets förslag till nämnden; nämnden har inte"),
        ("Sjöbolaget", BUSES.text, "Det är ett förslag till fullmäktige; fullmäktige har inte"),
    ],
)
def test_where_a_matter_stands_is_told_by_who_proposed_it_to_whom(body: str, text: str, expected: str) -> None:
    told = said(replace(BUSES, body=body, text=text), text=STANDING).text

    assert told == f"{expected} beslutat i de indexerade handlingarna."


def test_what_stands_in_the_notice_of_a_body_is_proposed_to_it() -> None:
    proposal = replace(BUSES, body="Kommunfullmäktige", text="Förslag till beslut: taxan antas.", kind=Kind.KALLELSE)

    assert (said(proposal, text=STANDING).text or "").startswith("Det är ett förslag till fullmäktige;")


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("Taxan för båtplatser antas.", STANDING, "Fullmäktige har beslutat."),
        ("Taxan antas under förutsättning att alla kommuner gör det.", STANDING, "Fullmäktige har beslutat, under ett villkor."),
        ("Taxan för båtplatser antas.", "Är badhusets öppettider slutligt beslutade?", None),
        ("Taxan för båtplatser antas.", "Vad beslutades om taxan för båtplatser?", None),
    ],
)
def test_who_asks_where_a_decided_matter_stands_is_told_that_it_is_decided(text: str, question: str, expected: str | None) -> None:
    assert said(replace(DECIDED, text=text), text=question).text == expected


def test_who_asks_what_was_proposed_is_not_told_of_the_meeting_to_decide() -> None:
    assert said(BUSES, NOTICE, text="Vad föreslogs om taxan för båtplatser?") == Note(ONLY_PROPOSED)


@pytest.mark.parametrize(
    ("text", "outcome", "expected"),
    [
        ("Rapporten godkénns.", Outcome.GODKANT, "I klartext: godkänns (texten är skadad)."),
        ("Rapporten godkanns.", Outcome.GODKANT, None),
        ("Rapporten fastställs.", Outcome.GODKANT, None),
        ("Motionen anses besvarad.", Outcome.BESVARAD, None),
    ],
)
def test_a_damaged_word_that_decides_is_told_in_clear(text: str, outcome: Outcome, expected: str | None) -> None:
    assert said(replace(DECIDED, text=text), outcome=outcome).text == expected


@pytest.mark.parametrize(
    ("text", "score", "other", "expected"),
    [
        ("Är hyran för båtplatser 2024 antagen av kommunfullmäktige i Granby?", 1.1, "Taxa för båtplatser vid Norrviken", True),
        ("Är hyran för båtplatser 2024 antagen av kommunfullmäktige i Granby?", 0.8, "Taxa för båtplatser vid Norrviken", False),
        ("Är hyran för båtplatser 2024 antagen av kommunfullmäktige i Granby?", 1.1, "Öppettider i badhuset", False),
        ("Är djurparken slutligt beslutad?", 1.1, "Taxa för båtplatser vid Norrviken", False),
        ("Vad beslutades om badtaxan för båtplatser?", 1.1, "Taxa för båtplatser vid Norrviken", False),
    ],
)
def test_a_matter_is_found_though_in_other_words_where_the_first_hits_are_all_of_it(
    text: str, score: float, other: str, expected: bool
) -> None:
    filled, access = made.index(DECIDED), Access.public()
    question = understand(text, Filters(), filled.facets(Filters(), access), TODAY)
    attached = replace(DECIDED, id="other", section_id="other", case_key="another", title=other)
    hits = [Hit(passage, score, rank) for rank, passage in enumerate((DECIDED, NOTICE, attached), 1)]
    material = Material(question, wanted(text, filled, access), hits, filled, access, files_of(filled, access), TODAY)

    assert is_found(material) is expected
