import pytest

from indexer.index import Access
from service.changes import exports
from service.changes.records import Change, Verdict, Way
from service.changes.story import changes
from service.errors import BadParameter, NotFound
from service.resources import Resources
from tests.service.fake_index import FakeIndex
from tests.service.made import NoVectors
from tests.service.readings import indexed

HEAD = """GRANBY KOMMUN                                                         PROTOKOLL
{body}                                                       {day}
                                                                     Sida 1 av 1

"""
COMMITTEE = (
    HEAD.format(body="Kommunstyrelsens arbetsutskott", day="2031-03-01")
    + """§ 4 Dnr 2031/00071
Bro över Lillån

Arbetsutskottets beslut

Arbetsutskottet föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta

1. att en bro byggs över Lillån för 4 mnkr,
2. att bron målas röd.

Ärendebeskrivning

Bron behövs.
"""
)
BOARD = (
    HEAD.format(body="Kommunstyrelsen", day="2031-03-12")
    + """§ 10 Dnr 2031/00071
Bro över Lillån

Kommunstyrelsens förslag till kommunfullmäktige

1. En bro byggs över Lillån för 5 mnkr.
2. Bron målas röd.
3. Beslutet gäller under förutsättning att staten ger bidrag.

Beslutsunderlag

Arbetsutskottet 2031-03-01 § 4
"""
)
COUNCIL = (
    HEAD.format(body="Kommunfullmäktige", day="2031-04-02")
    + """§ 22 Dnr 2031/00071
Bro över Lillån

Kommunfullmäktiges beslut

1. En bro byggs över Lillån för 5 mnkr.
2. Bron målas röd.
3. Beslutet gäller under förutsättning att staten ger bidrag.

Beslutsunderlag

Kommunstyrelsen 2031-03-12 § 10
"""
)


@pytest.fixture(scope="module")
def index() -> FakeIndex:
    return indexed(("Granby", COMMITTEE), ("Granby", BOARD), ("Granby", COUNCIL))


def ways(index: FakeIndex, dnr: str = "2031/00071", *municipalities: str) -> tuple[Way, ...]:
    return changes(dnr, municipalities, Resources(index, NoVectors()), Access.public())


def test_the_stages_stand_in_order_with_the_points_that_they_pass_on(index: FakeIndex) -> None:
    (way,) = ways(index)
    assert [(stage.body, stage.number, stage.status, len(stage.points)) for stage in way.stages] == [
        ("Kommunstyrelsens arbetsutskott", "§ 4", "förslag", 2),
        ("Kommunstyrelsen", "§ 10", "förslag", 3),
        ("Kommunfullmäktige", "§ 22", "beslut", 3),
    ]
    assert way.stages[0].points[0].quoted.text == "att en bro byggs över Lillån för 4 mnkr,"


def test_each_step_says_what_the_later_body_made_of_the_proposal(index: FakeIndex) -> None:
    (way,) = ways(index)
    assert [step.verdict for step in way.steps] == [Verdict.CHANGED, Verdict.UNCHANGED]
    assert [one.change for one in way.steps[0].points] == [Change.CHANGED, Change.SAME, Change.ADDED]
    assert way.steps[0].told == (
        "Kommunstyrelsen ändrade förslaget från kommunstyrelsens arbetsutskott 2031-03-01 § 4: punkt 1 ändrad, punkt 3 tillagd."
    )
    assert way.steps[1].told == "Kommunfullmäktige följde förslaget från kommunstyrelsen 2031-03-12 § 10."


def test_a_condition_stays_with_its_point(index: FakeIndex) -> None:
    assert ways(index)[0].stages[2].points[2].conditions


def test_what_is_no_dnr_or_is_not_here_is_refused_with_its_reason(index: FakeIndex) -> None:
    with pytest.raises(BadParameter, match="går inte att läsa som ett diarienummer"):
        ways(index, "bron")
    with pytest.raises(NotFound, match="2031/00099"):
        ways(index, "2031/00099")


def test_markdown_and_text_mark_what_differs_and_leave_no_markup_from_the_source(index: FakeIndex) -> None:
    found = ways(index)
    assert "~~4~~ **5** mnkr" in exports.markdown(found)
    assert "[-4-] [+5+] mnkr" in "\n".join(exports.lines(found))
    assert "\\*röd\\*" in exports.markdown(ways(indexed(("Granby", COMMITTEE.replace("röd", "*röd*")), ("Granby", BOARD))))


OFFICIALS = """GRANBY KOMMUN
TJÄNSTESKRIVELSE
Tekniska förvaltningen
2031-02-20
Dnr TEK 2031/00071

Bro över Lillån

Förslag till beslut

1. En bro byggs över Lillån.
2. Bron målas röd.

Sammanfattning

Bron behövs.
"""


def test_the_officials_paper_comes_first_though_it_has_a_registry_of_its_own() -> None:
    (way,) = ways(indexed(("Granby", f"{COMMITTEE}\f{OFFICIALS}"), ("Granby", BOARD)))
    assert [(stage.number, stage.date) for stage in way.stages] == [(None, "2031-02-20"), ("§ 4", "2031-03-01"), ("§ 10", "2031-03-12")]


def test_what_the_same_body_says_of_the_next_year_is_no_change_of_its_proposal() -> None:
    again = COMMITTEE.replace("2031-03-01", "2032-02-14").replace("4 mnkr", "6 mnkr")
    assert ways(indexed(("Granby", COMMITTEE), ("Granby", again))) == ()
    soon = COMMITTEE.replace("2031-03-01", "2031-04-14").replace("4 mnkr", "6 mnkr")
    assert len(ways(indexed(("Granby", COMMITTEE), ("Granby", soon)))) == 1
