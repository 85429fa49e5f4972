from dataclasses import replace

import pytest

from indexer import swedish
from indexer.documents import DecisionPoint, Document, Passage, Role, Source, Span, Status
from indexer.index import Access, Filters
from service.answering.decisions import left_out, points
from service.extract import Excerpt
from service.material import Material
from service.places import files_of
from service.question import understand
from service.understanding.wanted import wanted
from tests.service import made
from tests.service.fake_index import FakeIndex
from tests.service.made import TODAY, passage

POINTS = (
    "1. Avgiften för torgplats höjs till 300 kronor per dag.\n",
    "2. Avgiften gäller från den 1 mars 2025.\n",
    "3. Föreningar i kommunen betalar halv avgift när de ordnar något för barn.\n",
)
TEXT = "Kommunstyrelsens beslut\n" + "".join(POINTS)
DECISION = passage(TEXT, section="§ 40", case="2024/00090", title="Torgavgift", role=Role.BESLUT, status=Status.BESLUT)


def index() -> FakeIndex:
    at = [TEXT.index(point) for point in POINTS]
    decided = tuple(
        DecisionPoint(str(n), Span(start, start + len(point.rstrip())), Status.BESLUT)
        for n, (start, point) in enumerate(zip(at, POINTS, strict=True), 1)
    )
    document: Document = replace(made.document(DECISION), sections=(made.section(DECISION, decided),))
    source: Source = made.source(DECISION)
    return FakeIndex([DECISION], swedish.document_tokens, None, [source], [(DECISION.file, document)])


def material(text: str, filled: FakeIndex) -> Material:
    access = Access.public()
    question = understand(text, Filters(), filled.facets(Filters(), access), TODAY)
    return Material(question, wanted(text, filled, access), (), filled, access, files_of(filled, access), TODAY)


def decision(text: str, budget: int) -> tuple[list[str], str | None]:
    found = points(material(text, index()), DECISION, budget)
    return [one.span.of(one.passage.text) for one in found.excerpts], found.left_out


def test_all_points_are_quoted_whole_and_in_order() -> None:
    assert decision("Vad beslutades om torgavgiften?", 100) == (["".join(POINTS).rstrip()], None)


def test_where_not_all_fit_the_ones_asked_for_are_kept_and_the_rest_counted() -> None:
    kept, left_out = decision("Vad beslutades om föreningar som ordnar något för barn?", 14)

    assert kept == [POINTS[2].rstrip()]
    assert left_out == "(1 av 3 beslutspunkter visas)"


def test_a_point_is_never_cut_though_it_is_too_long() -> None:
    assert decision("Vad beslutades om föreningar som ordnar något för barn?", 1)[0] == [POINTS[2].rstrip()]


@pytest.mark.parametrize(
    ("quoted", "said"),
    [(POINTS[:2], "(2 av 3 beslutspunkter visas)"), (POINTS, None), (POINTS[:1], None)],
)
def test_sentences_that_are_several_points_of_a_decision_and_not_all_are_counted(quoted: tuple[str, ...], said: str | None) -> None:
    start, end = TEXT.index(quoted[0]), TEXT.index(quoted[-1]) + len(quoted[-1])

    assert left_out(material("Vad kostar torgplatsen?", index()), [Excerpt(DECISION, Span(start, end), None, 1.0)]) == said


def test_a_question_about_a_reference_is_told_the_title_and_then_the_points() -> None:
    begins, decided = points(material("Vad är dnr 2024/00090?", index()), DECISION, 100).excerpts

    assert begins.said == f"{DECISION.title}."
    assert decided.span.of(decided.passage.text) == "".join(POINTS).rstrip()


PROPOSAL = passage(
    "Utskottet föreslår höjd torgavgift.",
    section="§ 3",
    case="2024/00090",
    title="Torgavgift",
    body="Tekniska utskottet",
    day="2024-02-01",
    role=Role.FORSLAG,
    status=Status.FORSLAG,
)


def quoted_of(text: str, *stages: Passage, first: Passage = PROPOSAL, budget: int = 100) -> list[tuple[str | None, str]]:
    """The § quoted for a question whose best hit is `first`, each with its words."""
    document: Document = replace(made.document(DECISION), sections=(made.section(DECISION, ()),))
    filled = FakeIndex([DECISION, *stages], swedish.document_tokens, None, [made.source(DECISION)], [(DECISION.file, document)])
    found = points(material(text, filled), first, budget).excerpts
    return [(one.passage.section, one.said if one.said is not None else one.span.of(one.passage.text)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vad beslutades om torgavgiften?", []),
        ("Är torgavgiften beslutad?", []),
        ("Vad föreslogs om torgavgiften?", ["§ 40"]),
        ("Vad beslutade tekniska utskottet om torgavgiften?", ["§ 40"]),
        ("Är torgavgiften beslutad eller bara ett förslag?", ["§ 3"]),
    ],
)
def test_a_proposal_gives_way_to_its_decision_unless_it_is_asked_for(text: str, expected: list[str]) -> None:
    assert [section for section, _ in quoted_of(text, PROPOSAL)] == expected


def test_a_case_number_is_answered_by_how_the_matter_ended_then_the_other_stages_by_date() -> None:
    board = replace(PROPOSAL, id="b", section_id="b", section="§ 21", body="Tekniska nämnden", date="2024-02-20")

    (first, begins), *others = quoted_of("Vad är dnr 2024/00090?", board, PROPOSAL)

    assert (first, begins[:23]) == ("§ 40", "Kommunstyrelsens beslut")
    assert others == [("§ 3", "Torgavgift"), ("§ 21", "Torgavgift")]


def test_stages_that_have_no_room_are_left_out() -> None:
    assert [section for section, _ in quoted_of("Vad är dnr 2024/00090?", PROPOSAL, budget=20)] == ["§ 40"]
