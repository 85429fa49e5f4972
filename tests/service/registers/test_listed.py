"""Questions for all records, on a small index of either engine."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from indexer.engines.location import Connection
from indexer.index import Access, Filters, Index
from service import shown
from service.answer import answer
from service.records import Answer
from service.registers.listed import TEXT_WORDS
from service.resources import Resources
from service.serving.schemas import Answered
from tests.elasticsearch_server import remove_indexes
from tests.service.made import NoVectors
from tests.service.minutes import entry, filled

TODAY = date(2033, 1, 10)


@pytest.fixture(scope="module", params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    if request.param == "embedded":
        with closing(filled(str(tmp_path_factory.mktemp("lists")))) as found:
            yield found
        return
    url, prefix = request.getfixturevalue("elasticsearch_url"), f"test-{uuid4().hex[:12]}"
    with closing(filled(url, Connection(prefix=prefix, vectors="flat", timeout_s=30))) as found:
        yield found
    remove_indexes(url, prefix)


def ask(text: str, index: Index, filters: Filters | None = None, access: Access | None = None) -> Answer:
    return answer(text, filters or Filters(), Resources(index, NoVectors()), access or Access.public(), TODAY)


def lines(given: Answer) -> list[str]:
    return [f"{line.what}, {line.where}" for line in given.listing.lines] if given.listing else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vem anmälde jäv?", ["Bo Alm (C), Kommunstyrelsen 2031-03-12 § 10"]),
        ("Vilka reserverade sig 2031?", ["Cia Lind (M), Dan Falk (M), Kommunstyrelsen 2031-03-12 § 11"]),
        ("Hur många gånger reserverade sig Dan Falk?", ["Dan Falk (M), Kommunstyrelsen 2031-03-12 § 11"]),
        ("Hur många voteringar hölls?", ["Öppettider i badhuset, Kommunstyrelsen 2031-03-12 § 11"]),
        ("Hur många gånger återremitterades bron över Lillån?", ["Bro över Lillån, Kommunstyrelsen 2031-03-12 § 12"]),
        ("Vilka motioner är obesvarade efter ett år?", ["Motion om cykelställ vid badhuset, Kommunfullmäktige 2031-04-02 § 20"]),
        ("Vilka motioner avslogs?", ["Svar på motion om fler parkbänkar, Kommunfullmäktige 2032-06-04 § 8"]),
        (
            "Vilka delegationsbeslut fattade inköpschefen?",
            ["Inköp av två gräsklippare (Inköpschef, 2031-02-03), Kommunstyrelsen 2031-03-12 § 13"],
        ),
        (
            "Vilka beslut fattades den 12 mars?",
            [
                "Upplåtelse av torget, Kommunstyrelsen 2031-03-12 § 10",
                "Öppettider i badhuset, Kommunstyrelsen 2031-03-12 § 11",
                "Bro över Lillån, Kommunstyrelsen 2031-03-12 § 12",
            ],
        ),
    ],
)
def test_a_list_is_whole_and_each_line_says_where_it_stands(text: str, expected: list[str], index: Index) -> None:
    given = ask(text, index)
    assert lines(given) == expected
    assert given.mode == "listing"
    assert not given.refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vilka reserverade sig i ärende KS-2031/00011?", ["Cia Lind (M), Dan Falk (M), Kommunstyrelsen 2031-03-12 § 11"]),
        ("vilka reserverade sig mot beslutet om badhuset, dnr 2031/11?", ["Cia Lind (M), Dan Falk (M), Kommunstyrelsen 2031-03-12 § 11"]),
        ("Vem anmälde jäv i KS-2031/00007?", ["Bo Alm (C), Kommunstyrelsen 2031-03-12 § 10"]),
        ("Who declared a conflict of interest in case KS-2031/00007?", ["Bo Alm (C), Kommunstyrelsen 2031-03-12 § 10"]),
        ("Vem anmälde jäv i ks 2031?", ["Bo Alm (C), Kommunstyrelsen 2031-03-12 § 10"]),
    ],
)
def test_what_members_did_in_one_matter_is_read_from_its_records(text: str, expected: list[str], index: Index) -> None:
    assert lines(ask(text, index)) == expected


def test_a_matter_whose_records_and_words_hold_none_is_told_so(index: Index) -> None:
    given = ask("Vilka reserverade sig i KS-2031/00007?", index)
    assert given.reason == "Inga reservationer är antecknade i de indexerade protokollens paragrafer om ärende KS-2031/00007."


@pytest.mark.parametrize("text", ["Vilka reserverade sig i KS-2031/00999?", "Vilka reserverade sig i KS-2031/00011 om lekplatsen?"])
def test_a_wrong_premise_about_a_matter_is_left_to_the_ordinary_way(text: str, index: Index) -> None:
    given = ask(text, index)
    assert (given.mode, given.listing) == ("extractive", None)


def test_an_english_question_has_an_english_frame_around_the_documents_words(index: Index) -> None:
    given = ask("Who entered a reservation in 2031?", index)
    assert given.text == "2 reservations in 1 section: Cia Lind (M), Dan Falk (M), Kommunstyrelsen 2031-03-12 § 11 [1]."
    assert ask("Who declared a conflict of interest in 2029?", index).reason == "No minutes that the question is about are indexed."


def test_each_line_is_quoted_from_its_file(index: Index) -> None:
    given = ask("Vilka reserverade sig?", index)
    cited = given.citations[0]
    stored = index.file(cited.file, Access.public())
    assert stored is not None
    assert cited.quote == "Cia Lind (M) och Dan Falk (M) reserverar sig mot beslutet."
    assert stored.source.text.splitlines()[cited.lines[0] - 1] == cited.quote
    assert given.text == "2 reservationer i 1 paragraf: Cia Lind (M), Dan Falk (M), Kommunstyrelsen 2031-03-12 § 11 [1]."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Vem anmälde jäv 2029?", "Inga protokoll som frågan gäller är indexerade."),
        ("Vem anmälde jäv 2032?", "Inga jävsanmälningar som frågan gäller finns i de genomsökta protokollen."),
        (
            "Vilka motioner är obesvarade efter två år?",
            "De indexerade handlingarna svarar inte på frågan. För 1 motion når fullmäktiges indexerade protokoll inte så långt fram.",
        ),
    ],
)
def test_a_list_without_lines_is_refused_with_the_reason(text: str, reason: str, index: Index) -> None:
    given = ask(text, index)
    assert given.refused
    assert given.reason == reason
    assert given.listing is None


@pytest.mark.parametrize(
    "text", ["Vem anmälde jäv när torget upplåts?", "Hur många gånger återremitterades simhallen?", "Vad kostar badhuset?"]
)
def test_a_matter_or_name_in_no_record_leaves_the_question_to_the_ordinary_way(text: str, index: Index) -> None:
    assert ask(text, index).mode == "extractive"


def test_what_the_caller_chose_restricts_the_list(index: Index) -> None:
    assert lines(ask("Vem anmälde jäv?", index, Filters(bodies=("Kommunstyrelsen",))))
    assert lines(ask("Vem anmälde jäv?", index, Filters(bodies=("Kommunfullmäktige",)))) == []
    assert lines(ask("Vem anmälde jäv?", index, Filters(date_from="2031-03-13"))) == []


def test_what_is_searched_is_said_with_the_time_of_the_question(index: Index) -> None:
    searched = ask("Vem anmälde jäv i mars 2031?", index).coverage
    assert (searched.date_from, searched.documents, searched.bodies) == ("2031", 1, ("Kommunstyrelsen",))


def test_where_nothing_is_of_the_time_asked_about_what_there_is_is_said(index: Index) -> None:
    given = ask("Vem anmälde jäv 2029?", index)
    assert given.coverage.documents > 0
    assert "inga indexerade handlingar" not in given.text


@pytest.mark.parametrize(
    "hidden",
    [
        Access(frozenset({"other"})),
        replace(Access.public(), withdrawn=frozenset({"granby_ks_2031-03-12.txt"})),
        replace(Access.public(), withdrawn_sections=frozenset({("granby_ks_2031-03-12.txt", "§ 11")})),
        replace(Access.public(), withdrawn_strings=frozenset({"Dan Falk"})),
    ],
)
def test_what_is_withdrawn_stands_in_no_list(hidden: Access, index: Index) -> None:
    resources = Resources(index, NoVectors())
    seen = answer("Vilka reserverade sig?", Filters(), resources, Access.public(), TODAY)
    withheld = answer("Vilka reserverade sig?", Filters(), resources, hidden, TODAY)
    assert "Dan Falk" in seen.text
    assert "Dan Falk" not in json_of(withheld)
    assert withheld.listing is None


def json_of(given: Answer) -> str:
    return Answered.model_validate(shown.answer(given)).model_dump_json(by_alias=True)


def test_the_answer_as_json_holds_the_whole_list(index: Index) -> None:
    given = shown.answer(ask("Vem anmälde jäv?", index))
    listing = Answered.model_validate(given).answer.listing
    assert listing is not None
    assert [(line.text, line.title, line.citation) for line in listing.lines] == [("Bo Alm (C)", "Upplåtelse av torget", "1")]
    assert (listing.count, listing.shown, listing.heading) == (1, 1, "1 jävsanmälan")


def test_a_long_list_shows_its_first_lines_in_the_text_and_counts_all(tmp_path: Path) -> None:
    section = "KF § {0}\nBrygga nummer {0}\n\nBeslut\nKommunfullmäktige beslutar\n\n•   att bryggan lagas.\n"
    sections = "\n".join(section.format(number) for number in range(1, 41))
    head = "GRANBY KOMMUN                                    PROTOKOLL\nKommunfullmäktige                                2031-05-05\n\n"
    with closing(filled(str(tmp_path))) as index:
        with index.writer() as writer:
            writer.put(entry("granby_kf_2031-05-05.txt", head + sections))
        given = ask("Vilka beslut fattades den 5 maj 2031?", index)
    assert given.listing is not None
    assert len(given.listing.lines) == len(given.citations) == 40
    assert len(given.claims) == given.listing.shown < 40
    assert given.text.startswith(
        f"40 paragrafer med beslut; {given.listing.shown} av 40 visas: Brygga nummer 1, Kommunfullmäktige 2031-05-05 § 1 [1]; "
    )
    assert len(given.text.split()) <= TEXT_WORDS


def test_a_list_follows_what_is_put_and_taken_away(tmp_path: Path) -> None:
    with closing(filled(str(tmp_path))) as index:
        resources = Resources(index, NoVectors())
        assert len(lines(answer("Vem anmälde jäv?", Filters(), resources, Access.public(), TODAY))) == 1
        with index.writer() as writer:
            writer.remove("granby_ks_2031-03-12.txt")
        assert lines(answer("Vem anmälde jäv?", Filters(), resources, Access.public(), TODAY)) == []
