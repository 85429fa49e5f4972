from dataclasses import replace

from indexer import swedish
from indexer.documents import DecisionPoint, Document, Passage, Role, Source, Span, Status
from indexer.index import Access, Filters
from service.decisions import points, status_note
from service.question import understand
from service.records import Hit
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


def decision(text: str, budget: int) -> tuple[list[str], str | None]:
    filled = index()
    question = understand(text, Filters(), filled.facets(Filters(), Access.public()), TODAY)
    found = points(question, wanted(text, filled, Access.public()), Hit(DECISION, 1.0, 1), filled, Access.public(), budget)
    return [one.span.of(one.passage.text) for one in found.excerpts], found.left_out


def test_all_points_are_quoted_whole_and_in_order() -> None:
    assert decision("Vad beslutades om torgavgiften?", 100) == ([point.rstrip() for point in POINTS], None)


def test_where_not_all_fit_the_ones_asked_for_are_kept_and_the_rest_counted() -> None:
    kept, left_out = decision("Vad beslutades om föreningar som ordnar något för barn?", 14)

    assert kept == [POINTS[2].rstrip()]
    assert left_out == "(1 av 3 beslutspunkter)"


def test_a_point_is_never_cut_though_it_is_too_long() -> None:
    assert decision("Vad beslutades om föreningar som ordnar något för barn?", 1)[0] == [POINTS[2].rstrip()]


def note(proposal: Passage, *others: Passage) -> str | None:
    filled = made.index(proposal, *others)
    question = understand("Vad beslutades om taxan för båtplatser?", Filters(), filled.facets(Filters(), Access.public()), TODAY)
    return status_note(question, proposal, filled, Access.public())


def test_a_proposal_without_its_decision_says_so() -> None:
    assert note(BUSES) == "Förslag av Kommunstyrelsen; ett beslut finns inte i de indexerade handlingarna."


def test_a_proposal_names_the_decision_that_followed() -> None:
    decided = passage(
        "Taxan antas.", section="§ 8", case="2024/00081", body="Kommunfullmäktige", day="2024-04-02", role=Role.BESLUT, status=Status.BESLUT
    )

    assert note(BUSES, decided) == "Ett förslag; beslutet finns: Kommunfullmäktige 2024-04-02 § 8 (Dnr 2024/00081)."


def test_an_older_decision_is_not_the_one_that_followed() -> None:
    older = passage("Taxan antas.", section="§ 8", case="2024/00081", day="2023-04-02", role=Role.BESLUT, status=Status.BESLUT)

    assert note(BUSES, older) == "Förslag av Kommunstyrelsen; ett beslut finns inte i de indexerade handlingarna."


def test_a_decision_needs_no_note() -> None:
    assert note(DECISION) is None
