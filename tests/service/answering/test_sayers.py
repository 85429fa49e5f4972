"""What somebody is asked to have said, in invented papers."""

import pytest

from indexer.documents import Span
from indexer.index import Access, Filters
from service.answering.sayers import Unsaid, unsaid
from service.extract import Excerpt
from service.material import Material
from service.places import files_of
from service.question import understand
from service.understanding.wanted import wanted
from tests.service.made import TODAY, index, passage

PAPERS = passage(
    "Länsstyrelsen, fiskerådet, föreningen och Älvmo kommun får förslaget på remiss. En enkät om bryggan görs, sedan en utvärdering.\n",
    title="Remiss om bryggan",
    body="Hamnnämnden",
)


def said(text: str, quote: str, body: str = "Hamnnämnden") -> Unsaid | None:
    made, access = index(PAPERS), Access.public()
    question = understand(text, Filters(), made.facets(Filters(), access), TODAY)
    asked = Material(question, wanted(question.searched, made, access), (), made, access, files_of(made, access), TODAY)
    one = passage(quote, title="Remiss om bryggan", body=body)
    return unsaid(asked, [(Excerpt(one, Span(0, len(quote)), None, 1.0), quote)])


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Vad svarade länsstyrelsen på remissen om bryggan?", "Ärendet sänds till länsstyrelsen för synpunkter.", Unsaid.SAID),
        ("Vad svarade länsstyrelsen på remissen om bryggan?", "Länsstyrelsen har inget att invända, men anser att bryggan är lång.", None),
        ("Vad svarade länsstyrelsen på remissen om bryggan?", "Enligt länsstyrelsen är bryggan för lång.", None),
        ("Vad svarade länsstyrelsen på remissen om bryggan?", "I yttrandet från länsstyrelsen sägs inget om längden.", None),
        ("vad svarade lansstyrelsen pa remissen om bryggan", "Nämnden remitterar ärendet.", Unsaid.SAID),
        ("Hur ställde sig Älvmo kommun till bryggan?", "Beslutet gäller om Älvmo kommun beslutar lika.", Unsaid.SAID),
        ("Vad sa föreningen om bryggan?", "Föreningen framför att bryggan behövs.", None),
        ("What did the county administrative board say about the bridge?", "Nämnden remitterar ärendet.", Unsaid.SAID),
        ("Vad visade enkäten om bryggan?", "Bryggan kostar 300 kronor.", Unsaid.SHOWN),
        ("Vad visade enkäten om bryggan?", "Enkäten besvarades av 40 personer.", None),
        ("Vad visade utvärderingen av bryggan?", "Uppföljning görs varje år.", Unsaid.SHOWN),
        ("Vad sa hamnnämnden om bryggan?", "Ärendet bordläggs.", None),
        ("Vad sägs om bryggan?", "Ärendet bordläggs.", None),
        ("Vad svarade de på remissen?", "Ärendet bordläggs.", None),
    ],
)
def test_what_somebody_said_must_be_told(text: str, quote: str, expected: Unsaid | None) -> None:
    assert said(text, quote) is expected


def test_words_of_a_body_s_own_paper_are_what_it_said() -> None:
    assert said("Vad svarade fiskerådet på remissen om bryggan?", "Bryggan är för lång.", body="Fiskerådet") is None
