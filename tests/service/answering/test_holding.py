from dataclasses import replace

import pytest

from indexer.documents import Passage, Role, Status
from indexer.index import Access, Filters
from service.answering.drafting import draft
from service.answering.holding import in_force, standing
from service.material import Material
from service.places import files_of
from service.question import understand
from service.records import Hit
from service.retrieval import retrieve
from service.understanding.wanted import wanted
from tests.service import made
from tests.service.following.town import BOARD, TOWN, minutes, section
from tests.service.made import TODAY, NoVectors, passage
from tests.service.readings import indexed


def decided(text: str, day: str, case: str = "2024/00090", title: str = "Torgavgift") -> Passage:
    return passage(text, section="§ 8", case=case, title=title, day=day, role=Role.BESLUT, status=Status.BESLUT)


def proposed(text: str, role: Role = Role.FORSLAG, body: str = "Tekniska nämnden") -> Passage:
    return passage(
        text, section="§ 3", case="2024/00090", title="Torgavgift", body=body, day="2024-02-01", role=role, status=Status.FORSLAG
    )


OLD = decided("Torgavgiften är 200 kronor från den 1 januari 2022.", "2021-11-02", case="2021/00012")
NEW = decided("Torgavgiften är 300 kronor från den 1 januari 2025.", "2024-11-02")
PROPOSAL = proposed("Torgavgiften föreslås bli 350 kronor.")
DEMAND = proposed("Kim Ek (X) yrkar att torgavgiften blir 100 kronor.", Role.YRKANDE)


def left(text: str, *passages: Passage) -> list[Passage]:
    question = understand(text, Filters(), made.index(*passages).facets(Filters(), Access.public()), TODAY)
    hits = [Hit(one, 1.0 / rank, rank) for rank, one in enumerate(passages, 1)]
    return [hit.passage for hit in standing(question, hits, TODAY)]


@pytest.mark.parametrize("text", ["torgavgiften", "Hur hög är torgavgiften?", "Vad beslutades om torgavgiften?"])
def test_what_was_decided_leaves_what_was_proposed_or_demanded_behind(text: str) -> None:
    assert left(text, PROPOSAL, DEMAND, NEW) == [NEW]


@pytest.mark.parametrize(
    "text",
    [
        "Vad föreslogs om torgavgiften?",
        "Vem yrkade på lägre torgavgift?",
        "Vad ville tekniska nämnden om torgavgiften?",
        "Följ ärendet om torgavgiften",
        "Vad står i § 3 om torgavgiften?",
    ],
)
def test_who_asks_for_the_way_there_is_shown_all_of_it(text: str) -> None:
    assert left(text, PROPOSAL, DEMAND, NEW) == [PROPOSAL, DEMAND, NEW]


def test_a_body_that_is_named_keeps_its_proposal() -> None:
    assert left("Hur hög är torgavgiften enligt tekniska nämnden?", PROPOSAL, NEW) == [PROPOSAL, NEW]


def test_a_decision_by_the_words_of_the_proposal_keeps_it() -> None:
    bare = decided("Fullmäktige beslutar enligt styrelsens förslag.", "2024-11-02")

    assert left("Hur hög är torgavgiften?", PROPOSAL, bare) == [PROPOSAL, bare]


def test_a_proposal_that_came_after_the_decision_is_not_settled_by_it() -> None:
    assert left("Hur hög är torgavgiften?", PROPOSAL, decided("Torgavgiften är 200 kronor.", "2023-01-02")) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hur hög är torgavgiften?", [NEW]),
        ("Vad kostar en torgplats, torgavgiften?", [NEW]),
        ("Vilken torgavgift gällde 1 mars 2023?", [OLD]),
        ("Vilken torgavgift gällde 2024-12-01?", [OLD]),
        ("Vilken torgavgift gäller 2025?", [NEW]),
        ("Vilken torgavgift gällde 1 mars 2019?", [OLD, NEW]),
        ("Vad beslutades om torgavgiften?", [OLD, NEW]),
    ],
)
def test_what_holds_is_the_decision_in_force_on_the_day_asked_for(text: str, expected: list[Passage]) -> None:
    assert left(text, OLD, NEW) == expected


def test_decisions_on_other_things_or_of_others_replace_nothing() -> None:
    other = decided("Båtplatsen är 300 kronor.", "2025-01-02", case="2025/00001", title="Taxa för båtplatser")

    assert left("Hur hög är torgavgiften?", NEW, other) == [NEW, other]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Taxan gäller från och med den 1 juli 2024.", "Taxa", "2024-07-01"),
        ("Taxan träder i kraft 2024-09-01.", "Taxa", "2024-09-01"),
        ("Taxan antas.", "Taxa 2025", "2025-01-01"),
        ("Taxan antas. Nästa möte är den 3 maj 2024.", "Taxa", "2024-03-12"),
    ],
)
def test_a_decision_is_in_force_from_the_day_it_says(text: str, title: str, expected: str) -> None:
    assert in_force(decided(text, "2024-03-12", title=title)) == expected


OLD_FEE = minutes(
    BOARD, "2029-03-12", section(7, "KS 2029/3", "Avgift för kolonilotter", "Kommunstyrelsen beslutar att avgiften är 700 kronor.")
)
NEW_FEE = minutes(
    BOARD,
    "2031-03-12",
    section(
        10,
        "KS 2031/40",
        "Avgift för kolonilotter",
        "Kommunstyrelsen beslutar att avgiften 900 kronor antas och att kommunstyrelsens beslut 2029-03-12 § 7 upphör att gälla.",
    ),
)


@pytest.mark.parametrize(
    ("text", "first", "note"),
    [
        ("Vad beslutades om avgift för kolonilotter i Granby?", "2031-03-12", False),
        ("avgift kolonilotter", "2031-03-12", False),
        ("Vad beslutades om avgift för kolonilotter 2029?", "2029-03-12", True),
        ("Vad var avgiften för kolonilotter 2029?", "2029-03-12", True),
    ],
)
def test_a_decision_that_was_ended_gives_way_where_no_time_is_asked_for_and_is_told_of_else(text: str, first: str, note: bool) -> None:
    filled, access = indexed((TOWN, OLD_FEE), (TOWN, NEW_FEE)), Access.public()
    question = understand(text, Filters(), filled.facets(Filters(), access), TODAY)
    hits = retrieve(question, filled, NoVectors(), access)
    answered = draft(Material(question, wanted(text, filled, access), hits, filled, access, files_of(filled, access), TODAY))

    assert answered.citations[0].date == first
    assert ("senare ersatts eller upphört att gälla: Kommunstyrelsen 2031-03-12 § 10" in answered.text) is note


def test_a_paper_under_a_letterhead_is_overtaken_by_the_decision_of_the_matter_that_it_names() -> None:
    letter = proposed("GRANBY KOMMUN\nTJÄNSTESKRIVELSE\nTorgavgift\nAvgiften föreslås bli 350 kronor.")
    letter = replace(letter, section=None, section_id="letter", title="GRANBY KOMMUN TJÄNSTESKRIVELSE")
    other = replace(letter, text="Lokalen på torget föreslås rivas.")

    assert left("Hur hög är torgavgiften?", letter, NEW) == [NEW]
    assert left("Hur hög är torgavgiften?", other, NEW) == [other, NEW]
