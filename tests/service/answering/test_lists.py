import pytest

from indexer.documents import Span
from service.answering.lists import listing, opened
from service.extract import Excerpt
from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed, material

HEAD = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-10-08
"""
STEPS = """
§ 62 Dnr 2024/00151
Rutin för lån av båtar

Kommunstyrelsens beslut
Rutinen godkänns.

Ärendebeskrivning
Rutinen prövades under sommaren.
1. Låntagaren bokar båten hos hamnvakten.
• Bokning görs senast dagen före.
• Barn bokar tillsammans med en vuxen.
2. Hamnvakten lämnar ut nyckel och väst.
• Västen provas på bryggan.
3. Båten återlämnas städad.
"""
RULES = """
§ 63 Dnr 2024/00152
Regler för bryggan

Kommunstyrelsens beslut
Reglerna godkänns.

Ärendebeskrivning
Reglerna för bryggan är:
- Fiske är tillåtet till klockan 22.
- Hundar hålls kopplade.
- Eld är förbjuden.
Bryggan är byggd 1987.
"""
DEMANDS = """
§ 64 Dnr 2024/00153
Uthyrning av kajaker

Kommunstyrelsens beslut
Informationen läggs till handlingarna.

Ärendebeskrivning
Uthyraren måste ha tillstånd av hamnen.
Hamnen ställer då följande krav:
- Kajakerna besiktigas varje vår.
- Flytvästar finns i alla storlekar.
Kajakerna hyrs ut på nedanstående bryggor.
- Norra bryggan – för vana paddlare som tar sig fram på egen hand i hård vind
- Södra bryggan – för nybörjare som vill ha sällskap av en ledare på vattnet
"""


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", HEAD + STEPS + RULES + DEMANDS))


def quotes(question: str, filled: FakeIndex, budget: int = 80) -> list[str]:
    return [excerpt.span.of(excerpt.passage.text) for excerpt in listing(material(question, filled), budget).excerpts]


def test_a_list_is_quoted_whole_with_its_lead_in(filled: FakeIndex) -> None:
    assert quotes("Vilka regler gäller för bryggan?", filled) == [
        "Reglerna för bryggan är:",
        "- Fiske är tillåtet till klockan 22.",
        "- Hundar hålls kopplade.",
        "- Eld är förbjuden.",
    ]


def test_numbered_items_go_on_after_what_explains_them_and_are_known_by_their_count(filled: FakeIndex) -> None:
    assert quotes("Vilka tre steg ingår i rutinen för lån av båtar?", filled) == [
        "1. Låntagaren bokar båten hos hamnvakten.",
        "2. Hamnvakten lämnar ut nyckel och väst.",
        "3. Båten återlämnas städad.",
    ]


@pytest.mark.parametrize(
    "question",
    ["Vilka fyra steg ingår i rutinen för lån av båtar?", "Vilka föreningar har båtar?"],
)
def test_a_list_of_something_else_or_of_another_count_does_not_answer(filled: FakeIndex, question: str) -> None:
    assert quotes(question, filled) == []


def test_no_item_is_cut_and_the_answer_says_how_many_are_shown(filled: FakeIndex) -> None:
    shown = listing(material("Vilka regler gäller för bryggan?", filled), 12)

    assert (shown.shown, shown.of) == (1, 3)
    assert answered("Vilka regler gäller för bryggan?", filled).text.endswith("[1] (3 av 3)")


def test_a_list_that_is_called_by_the_word_asked_for_answers_though_its_lead_in_says_no_more(filled: FakeIndex) -> None:
    found = listing(material("Vilka krav måste den uppfylla som hyr ut kajaker?", filled), 80)

    assert [excerpt.span.of(excerpt.passage.text) for excerpt in found.excerpts] == [
        "Hamnen ställer då följande krav:",
        "- Kajakerna besiktigas varje vår.",
        "- Flytvästar finns i alla storlekar.",
    ]
    assert not found.sure


def test_the_list_that_a_quote_opens_is_shown_whole(filled: FakeIndex) -> None:
    asked = material("Vad gäller för eld, hundar och fiske?", filled)
    passage = next(hit.passage for hit in asked.hits if "Reglerna för bryggan" in hit.passage.text)
    start = passage.text.index("Reglerna för bryggan")
    part = Span(start, passage.text.index("\n- Eld"))

    found = opened(asked, Excerpt(passage, part, None, 1.0), 80)

    assert (found.shown, found.of) == (3, 3)
    assert opened(asked, Excerpt(passage, Span(0, start), None, 1.0), 80).excerpts == ()


def test_where_not_all_items_have_room_they_are_told_by_their_names(filled: FakeIndex) -> None:
    assert quotes("På vilka bryggor hyrs kajaker ut?", filled, budget=18) == [
        "Kajakerna hyrs ut på nedanstående bryggor.",
        "- Norra bryggan",
        "- Södra bryggan",
    ]
