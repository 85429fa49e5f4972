from dataclasses import replace

from indexer.documents import Passage, Role, Span
from indexer.index import Facets, Filters
from service.answering.compose import compose, text_of
from service.citing import QUOTE_LINES, QUOTE_WORDS
from service.extract import Excerpt
from service.question import understand
from service.records import Citation, Claim
from tests.service.made import BUSES, TABLE, TODAY, WELLNESS, passage


def composed(*excerpts: Excerpt, question: str = "Vad kostar det?") -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    return compose(understand(question, Filters(), Facets(), TODAY), excerpts, lambda _file: None)


def whole() -> Excerpt:
    return quoted(BUSES)


def quoted(one: Passage) -> Excerpt:
    return Excerpt(one, Span(0, len(one.text)), None, 1.0)


def no_files(_file: str) -> None:
    return None


def test_a_claim_says_status_body_date_section_and_dnr_before_the_quote() -> None:
    claims, citations = composed(whole())

    assert claims[0].text.startswith("Förslag, Kommunstyrelsen 2024-03-12 § 32 (Dnr 2024/00081): Kommunstyrelsen föreslår")
    assert (citations[0].key, citations[0].quote, citations[0].lines) == ("1", BUSES.text.strip(), (1, 1))


def test_in_english_the_frame_is_english_and_the_quote_is_not() -> None:
    claims, _ = composed(whole(), question="What is the fee for a boat place?")

    assert claims[0].text.startswith("Proposal, Kommunstyrelsen 2024-03-12")
    assert "taxan för båtplatser" in claims[0].text


def test_sentences_of_one_place_are_introduced_and_cited_once() -> None:
    first = WELLNESS.text.index("Friskvårdsbidraget")
    second = WELLNESS.text.index("Höjningen")
    end = len(WELLNESS.text.rstrip())
    claims, citations = composed(Excerpt(WELLNESS, Span(second, end), None, 1.0), Excerpt(WELLNESS, Span(first, second - 1), None, 0.9))

    assert claims[0].text.endswith(f": {' '.join(WELLNESS.text[first:end].split())}")
    assert [citation.quote for citation in citations] == [" ".join(WELLNESS.text[first:end].split())]


def test_what_is_left_out_between_two_sentences_is_marked_and_far_ones_are_cited_apart() -> None:
    far = passage("\n".join(f"Rad nummer {n} handlar om vägar och broar." for n in range(40)))
    lines = [Span(far.text.index(f"Rad nummer {n} "), far.text.index(f"Rad nummer {n + 1} ") - 1) for n in (0, 5, 30)]
    claims, citations = composed(*(Excerpt(far, span, None, 1.0) for span in lines))

    assert "Rad nummer 0 handlar om vägar och broar. … Rad nummer 5 handlar" in claims[0].text
    assert [citation.lines for citation in citations] == [(1, 6), (31, 31)]


def test_a_short_quote_is_made_long_enough_to_prove_something() -> None:
    at = TABLE.text.index("Februari")
    _, citations = composed(Excerpt(TABLE, Span(at, at + len("Februari\t280")), None, 1.0))

    assert len(citations[0].quote.split()) >= QUOTE_WORDS
    assert citations[0].quote in " ".join(TABLE.text.split())


def test_a_long_quote_gets_several_citations_of_few_lines() -> None:
    long = passage("\n".join(f"Rad nummer {n} handlar om vägar och broar." for n in range(40)))
    claims, citations = composed(Excerpt(long, Span(0, len(long.text)), None, 1.0))

    assert all(last - first < QUOTE_LINES for first, last in (one.lines for one in citations))
    assert claims[0].citations == tuple(one.key for one in citations)
    assert " ".join(one.quote for one in citations) == " ".join(long.text.split())


def test_the_text_carries_its_markers() -> None:
    assert text_of([Claim("Taxan höjs.", ("1", "2"), True)]) == "Taxan höjs. [1] [2]"


def test_the_municipality_is_named_where_several_are_found_and_the_question_names_none() -> None:
    there = Facets(municipalities={"Tallmora": 3, "Vitterfors": 2})
    own = replace(BUSES, municipality="Tallmora")
    open_question, asked_there = (understand(text, Filters(), there, TODAY) for text in ("Vad kostar det?", "Vad kostar det i Tallmora?"))

    assert compose(open_question, [quoted(own)], no_files, several=True)[0][0].text.startswith("Förslag, Tallmora, Kommunstyrelsen")
    assert compose(asked_there, [quoted(own)], no_files, several=True)[0][0].text.startswith("Förslag, Kommunstyrelsen")


def test_what_comes_next_says_what_of_its_place_is_another() -> None:
    later = replace(BUSES, id="later", date="2024-04-09", section="§ 40", section_id="another")
    beside = replace(later, id="beside", section="§ 41", section_id="third")
    claims, _ = compose(understand("Vad kostar det?", Filters(), Facets(), TODAY), [quoted(BUSES), quoted(later), quoted(beside)], no_files)

    assert [claim.text.split(":")[0] for claim in claims[1:]] == ["2024-04-09 § 40", "§ 41"]


def test_words_on_both_sides_of_a_page_break_are_quoted_apart_as_they_stand_in_the_file() -> None:
    before, furniture, after = "Ishallen får ett nytt tak och", "\nGranby kommun 3 (8)\n", " ridhuset får nytt golv i år."
    torn = replace(passage(before + after), span=Span(0, len(before + furniture + after)), skipped=(Span(29, 29 + len(furniture)),))
    claims, citations = composed(quoted(torn))

    assert f"{before}{after}" in claims[0].text
    assert [citation.quote for citation in citations] == [before, after.strip()]


def test_what_introduces_a_list_stands_before_its_first_point_and_once() -> None:
    text = "Styrelsen föreslår fullmäktige\n1. att bryggan rustas under våren,\n2. att båtarna flyttas till norra viken."
    one = passage(text)
    lead, second = Span(0, text.index("\n1.")), text.index("2. att")
    first = Excerpt(one, Span(text.index("1. att"), second - 1), None, 1.0)
    claims, _ = composed(first, Excerpt(one, Span(second, len(text)), lead, 0.9))

    assert claims[0].text.endswith(
        ": Styrelsen föreslår fullmäktige 1. att bryggan rustas under våren, 2. att båtarna flyttas till norra viken."
    )


def test_what_introduces_a_list_is_not_said_again_where_it_is_quoted_itself() -> None:
    text = "Målen som inte nås är\n- att bryggan rustas\n\n- att båtarna flyttas till norra viken"
    one, second = passage(text), text.index("- att båtarna")
    lead = Span(0, text.index("\n"))
    claims, _ = composed(Excerpt(one, Span(0, second - 2), None, 1.0), Excerpt(one, Span(second, len(text)), lead, 0.9))

    assert claims[0].text.count("Målen som inte nås") == 1


def test_a_reservation_is_called_one_and_not_what_was_moved() -> None:
    reserved = passage("Asta Lundby (C) reserverar sig mot beslutet om bryggan.", role=Role.YRKANDE)
    moved = passage("Asta Lundby (C) yrkar avslag. Ove Kvist (S) reserverar sig.", role=Role.YRKANDE)

    assert composed(quoted(reserved))[0][0].text.startswith("Reservation, inte beslut, ")
    assert composed(quoted(moved))[0][0].text.startswith("Yrkande, inte beslut, ")
