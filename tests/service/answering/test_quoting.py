"""What is quoted beside a decision."""

from dataclasses import replace

import pytest

from indexer import swedish
from indexer.documents import DecisionPoint, Role, Span, Status
from indexer.index import Access, Filters
from service.answering.quoting import quoting
from service.material import Material
from service.places import files_of
from service.question import understand
from service.records import Hit
from service.understanding.wanted import wanted
from tests.service import made
from tests.service.fake_index import FakeIndex
from tests.service.made import TODAY, passage
from tests.service.readings import answered, indexed

DECIDED = "Kommunstyrelsen antar riktlinjerna för båtplatser."
TOLD = "Riktlinjerna för båtplatser anger att kölängden är tre år. Bryggan vid Norrviken har tolv båtplatser."
VOTED = "Vid omröstningen om riktlinjerna för båtplatser avges 9 ja-röster och 2 nej-röster."
TITLE = "Riktlinjer för båtplatser"
DECISION = passage(DECIDED, title=TITLE, role=Role.BESLUT, status=Status.BESLUT)
BACKGROUND = passage(TOLD, title=TITLE, status=Status.BESLUT, ordinal=1, start=len(DECIDED) + 1)
VOTES = passage(VOTED, title=TITLE, status=Status.BESLUT, ordinal=2, start=len(DECIDED + TOLD) + 2)
ALL = (DECISION, BACKGROUND, VOTES)


def index() -> FakeIndex:
    """One § with one decision point, its background, and how votes fell."""
    point = DecisionPoint("1", Span(0, len(DECIDED)), Status.BESLUT)
    document = replace(made.document(*ALL), sections=(made.section(DECISION, (point,)),))
    return FakeIndex(ALL, swedish.document_tokens, None, [made.source(*ALL)], [(DECISION.file, document)])


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Vad beslutades om riktlinjerna för båtplatser?", [DECISION]),
        ("Hur föll rösterna när riktlinjerna för båtplatser beslutades?", [VOTES]),
        ("Vad beslutades om riktlinjerna för båtplatser, och hur lång är kölängden?", [DECISION, BACKGROUND]),
    ],
)
def test_beside_a_decision_only_what_it_leaves_open_is_quoted_and_instead_of_it_what_it_lacks(question: str, quoted: list[object]) -> None:
    filled, access = index(), Access.public()
    understood = understand(question, Filters(), filled.facets(Filters(), access), TODAY)
    hits = [Hit(one, 1.0 - 0.05 * rank, rank) for rank, one in enumerate(ALL, 1)]
    words = wanted(understood.searched, filled, access)

    chosen = quoting(Material(understood, words, hits, filled, access, files_of(filled, access), TODAY))

    assert [excerpt.passage for excerpt in chosen.excerpts] == quoted


STOOD = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kulturnämnden
2024-05-14

§ 12 Dnr 2024/00031
Avgift för bastun

Kulturnämndens beslut
Avgiften för bastun antas.

Ärendebeskrivning
Bastun har länge haft den lägsta avgiften av alla bastur vid Norrviken.
"""


def test_where_a_matter_stands_is_told_without_its_background() -> None:
    told = answered("Är avgiften för bastun vid Norrviken slutligt antagen?", indexed(("Granby", STOOD)))

    assert "Avgiften för bastun antas." in told.text
    assert "lägsta avgiften" not in told.text
