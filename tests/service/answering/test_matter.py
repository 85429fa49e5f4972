from dataclasses import replace

import pytest

from indexer.documents import Passage, Role, Status
from indexer.index import Access, Filters
from service.answering.matter import is_one, outcome, settled, stages
from service.finding.relatedness import related
from tests.service import made
from tests.service.following import town
from tests.service.made import passage
from tests.service.readings import indexed


def decided(section: str, day: str, title: str = "Torgavgift", body: str = "Kommunfullmäktige") -> Passage:
    text = f"{body} beslutar om {title.lower()} {section}."
    return passage(text, section=section, case="2024/00090", title=title, body=body, day=day, role=Role.BESLUT, status=Status.BESLUT)


PROPOSED = passage(
    "Styrelsen föreslår ny torgavgift.",
    section="§ 3",
    case="2024/00090",
    title="Torgavgift",
    day="2024-02-01",
    role=Role.FORSLAG,
    status=Status.FORSLAG,
)


@pytest.mark.parametrize(
    ("title", "other", "expected"),
    [
        ("Taxa för torg 2024", "Taxa för torg 2025", True),
        ("Svar på motion om busskort", "Motion om busskort", True),
        ("Årsredovisning", "Ansvarsfrihet", False),
        ("Val av ledamot", "Avsägelse", False),
        (None, "Avsägelse", False),
        ("2024", "2024", False),
    ],
)
def test_titles_of_one_thing_share_half_their_words(title: str | None, other: str | None, expected: bool) -> None:
    assert related(title, other) is expected


def test_one_case_number_with_unrelated_titles_is_not_one_matter() -> None:
    assert is_one(PROPOSED, decided("§ 8", "2024-03-01"))
    assert not is_one(PROPOSED, decided("§ 8", "2024-03-01", title="Avsägelse"))


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([decided("§ 8", "2024-03-01")], "§ 8"),
        ([decided("§ 8", "2024-03-01"), decided("§ 5", "2024-05-01")], "§ 5"),
        ([decided("§ 8", "2024-03-01"), decided("§ 9", "2024-03-01")], None),
        ([decided("§ 8", "2024-03-01"), decided("§ 9", "2024-03-01", title="Avsägelse")], "§ 8"),
        ([decided("§ 8", "2023-03-01")], None),
        ([], None),
    ],
)
def test_the_last_decision_settles_a_matter(decisions: list[Passage], expected: str | None) -> None:
    found = settled(PROPOSED, made.index(PROPOSED, *decisions), Access.public())

    assert (found.section if found else None) == expected


def test_a_decision_under_the_number_that_another_body_gave_the_matter_settles_it() -> None:
    proposed = town.section(4, "SN 2031/7", "Taxa för simhallen 2032", "Skolnämnden föreslår kommunfullmäktige att höja taxan.")
    told = "Skolnämnden föreslog 2031-09-03 § 4 att taxan höjs."
    taken = town.section(81, "KS 2031/90", "Taxa för simhallen 2032", "Kommunfullmäktige beslutar att höja taxan.", told=told)
    papers = town.minutes(town.SCHOOL, "2031-09-03", proposed), town.minutes(town.COUNCIL, "2031-11-12", taken)
    filled, access = indexed(*((town.TOWN, paper) for paper in papers)), Access.public()
    found = filled.passages(filled.select(Filters(bodies=(town.SCHOOL,), sections=("§ 4",)), access, 10), access)

    decided = settled(found[0], filled, access)

    assert decided is not None and decided.section == "§ 81"


def test_what_has_no_case_number_is_settled_by_nothing() -> None:
    assert settled(passage("Utan diarienummer.", case=None), made.index(), Access.public()) is None


def test_the_stages_of_a_matter_are_told_by_date_and_the_last_decision_ended_it() -> None:
    decision, later = decided("§ 8", "2024-03-01"), decided("§ 12", "2024-09-01", title="Information om torgavgiften")
    information = replace(later, status=Status.INFORMATION)
    found = stages(PROPOSED, made.index(information, decision, PROPOSED), Access.public())

    assert [one.section for one in found] == ["§ 3", "§ 8"]
    assert outcome(found) == decision
    assert outcome([PROPOSED]) == PROPOSED


def test_one_meeting_is_one_stage_though_its_minutes_are_copied() -> None:
    decision = decided("§ 8", "2024-03-01")
    copy = replace(decision, id="copy", section_id="copy")

    assert len(stages(PROPOSED, made.index(decision, copy), Access.public())) == 1
