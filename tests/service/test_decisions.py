from dataclasses import replace

from indexer import swedish
from indexer.documents import DecisionPoint, Document, Passage, Role, Source, Span, Status
from indexer.index import Access, Filters
from service.decisions import points, status_note
from service.material import Material
from service.places import files_of
from service.question import understand
from service.wanted import wanted
from tests.service import made
from tests.service.fake_index import FakeIndex
from tests.service.made import BUSES, TODAY, passage

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
    assert left_out == "(1 av 3 beslutspunkter)"


def test_a_point_is_never_cut_though_it_is_too_long() -> None:
    assert decision("Vad beslutades om föreningar som ordnar något för barn?", 1)[0] == [POINTS[2].rstrip()]


def note(proposal: Passage, *others: Passage) -> str | None:
    return status_note(material("Vad beslutades om taxan för båtplatser?", made.index(proposal, *others)), proposal)


def test_a_proposal_without_its_decision_says_so() -> None:
    assert note(BUSES) == "Det är ett förslag; ett beslut finns inte i de indexerade handlingarna."


def test_a_proposal_names_the_decision_that_followed() -> None:
    decided = passage(
        "Taxan antas.", section="§ 8", case="2024/00081", body="Kommunfullmäktige", day="2024-04-02", role=Role.BESLUT, status=Status.BESLUT
    )

    assert note(BUSES, decided) == "Ett förslag; beslutet finns: Kommunfullmäktige 2024-04-02 § 8 (Dnr 2024/00081)."


def test_an_older_decision_is_not_the_one_that_followed() -> None:
    older = passage("Taxan antas.", section="§ 8", case="2024/00081", day="2023-04-02", role=Role.BESLUT, status=Status.BESLUT)

    assert note(BUSES, older) == "Det är ett förslag; ett beslut finns inte i de indexerade handlingarna."


def test_a_decision_needs_no_note() -> None:
    assert note(DECISION) is None


def test_a_question_about_a_reference_is_told_how_the_section_begins() -> None:
    assert decision("Vad är dnr 2024/00090?", 100)[0] == [TEXT.rstrip()]


def test_the_decision_that_settled_a_proposal_is_quoted_for_it() -> None:
    proposal = passage(
        "Utskottet föreslår höjd torgavgift.", section="§ 3", case="2024/00090", day="2024-02-01", role=Role.FORSLAG, status=Status.FORSLAG
    )
    document: Document = replace(made.document(DECISION), sections=(made.section(DECISION, ()),))
    filled = FakeIndex([DECISION, proposal], swedish.document_tokens, None, [made.source(DECISION)], [(DECISION.file, document)])
    asked = material("Vad är dnr 2024/00090?", filled)

    assert points(asked, proposal, 100).excerpts[0].passage == DECISION
    assert points(material("Vad föreslogs om torgavgiften, dnr 2024/00090?", filled), proposal, 100).excerpts[0].passage == proposal
