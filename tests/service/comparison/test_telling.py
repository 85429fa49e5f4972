"""An answer to a question that sets a few municipalities side by side is told row by row."""

from indexer.documents import Role, Status
from indexer.index import Access, Filters
from service.answer import answer
from service.records import Answer
from tests.service.made import PASSAGES, TODAY, passage, resources

SILENT = passage("Nämnden godkänner dagordningen för mötet.\n", municipality="Tystberga", section="§ 1", file="tystberga.txt")
PROPOSED = passage(
    "Utskottet föreslår att friskvårdsbidraget ska vara 3 000 kronor.\n",
    municipality="Sjöbacka",
    section="§ 4",
    case="2024/00002",
    role=Role.FORSLAG,
    status=Status.FORSLAG,
    file="sjobacka.txt",
)


def ask(text: str, filters: Filters | None = None) -> Answer:
    return answer(text, filters or Filters(), resources(*PASSAGES, SILENT, PROPOSED), Access.public(), TODAY)


def test_each_municipality_is_told_with_its_own_citation_and_every_claim_is_checked() -> None:
    given = ask("Hur stort är friskvårdsbidraget i Granby jämfört med Älvmo?")

    assert not given.refused
    assert [claim.verified for claim in given.claims] == [True, True]
    by_key = {citation.key: citation.municipality for citation in given.citations}
    assert [{by_key[key] for key in claim.citations} for claim in given.claims] == [{"Granby"}, {"Älvmo"}]
    assert given.claims[0].text.startswith("Beslut, Granby, Kommunstyrelsen 2024-03-12 § 31 (Dnr 2024/00077): ")
    assert "2 500 kronor" in given.text and "1 800 kronor" in given.text


def test_a_proposal_is_called_one_beside_a_decision() -> None:
    given = ask("Hur stort är friskvårdsbidraget i Granby jämfört med Sjöbacka?")

    assert given.claims[1].text.startswith("Förslag, Sjöbacka, ")


def test_whose_papers_say_nothing_is_said() -> None:
    given = ask("Hur stort är friskvårdsbidraget i Granby jämfört med Tystberga?")

    assert "I de indexerade handlingarna från Tystberga hittades inget i frågan." in given.text


def test_what_the_caller_restricts_is_answered_as_any_question() -> None:
    given = ask("Hur stort är friskvårdsbidraget i Granby jämfört med Älvmo?", Filters(municipalities=("Granby",)))

    assert {citation.municipality for citation in given.citations} == {"Granby"}
