from dataclasses import replace

import pytest

from indexer import swedish
from indexer.documents import DecisionPoint, Document, Passage, Role, Span, Status
from indexer.index import Access
from service.compare import Wish, compare
from service.resources import Resources
from tests.service.fake_index import FakeIndex
from tests.service.made import TODAY, NoVectors, document, passage, section, source


def of_torgplats(text: str, *, number: str, day: str, status: Status) -> Passage:
    """What a body of an invented municipality writes of one matter."""
    return passage(
        text,
        municipality="Sjöbacka",
        title="Avgift för torgplats",
        case="2024/00007",
        section=number,
        day=day,
        role=Role.BESLUT if status is Status.BESLUT else Role.FORSLAG,
        status=status,
        file=f"sjobacka-{day}.txt",
    )


PROPOSED = of_torgplats(
    "Nämnden föreslår att avgiften för torgplats höjs till 400 kronor.\n", number="§ 4", day="2024-10-01", status=Status.FORSLAG
)
DECIDED = of_torgplats("Kommunfullmäktige beslutar att avgiften är 450 kronor.\n", number="§ 9", day="2024-11-01", status=Status.BESLUT)
DISCUSSED = replace(
    PROPOSED,
    id="discussed",
    text="Torgplats höjd, höjd torgplats? Har kommunen höjt avgiften?\n",
    role=Role.BAKGRUND,
    span=Span(len(PROPOSED.text), len(PROPOSED.text) + 60),
    ordinal=1,
)


def with_points(one: Passage) -> Document:
    """The paper of a passage, all of which is a point of its decision."""
    point = DecisionPoint(None, Span(one.span.start, one.span.end - 1), one.status)
    return replace(document(one), sections=(section(one, (point,)),))


def made(*passages: Passage) -> Resources:
    """What the service needs over these passages, with their decision points."""
    first = {one.file: one for one in reversed(passages)}
    sources = [source(*(one for one in passages if one.file == file)) for file in first]
    papers = [(file, with_points(one)) for file, one in first.items()]
    return Resources(FakeIndex(passages, swedish.document_tokens, None, sources, papers), NoVectors())


@pytest.mark.parametrize(
    ("question", "section_number"),
    [
        ("Har kommunen höjt avgiften för torgplats?", "§ 9"),
        ("Vad föreslog nämnden om höjd avgift för torgplats?", "§ 4"),
    ],
)
def test_a_proposal_gives_way_to_the_decision_in_its_matter_but_for_who_asks_of_the_way(question: str, section_number: str) -> None:
    resources = made(PROPOSED, DISCUSSED, DECIDED)

    row = compare(question, Wish(("Sjöbacka",)), resources, Access.public(), TODAY).rows[0]

    assert row.cells[0].citations[0].section == section_number
