import pytest

from indexer.documents import BlockKind
from indexer.structuring.headings import heading_of, is_rule, joined


@pytest.mark.parametrize(
    ("line", "kind", "body", "to"),
    [
        ("Arbetsutskottets beslut", BlockKind.BESLUT, "Arbetsutskottet", None),
        ("Barn- och skolnämndens beslut", BlockKind.BESLUT, "Barn- och skolnämnden", None),
        ("Kommunfullmäktige beslutar", BlockKind.BESLUT, "Kommunfullmäktige", None),
        ("Nämndens beslut", BlockKind.BESLUT, "Nämnden", None),
        ("Beslut", BlockKind.BESLUT, None, None),
        ("BESLUT", BlockKind.BESLUT, None, None),
        ("Förslag till beslut", BlockKind.FORSLAG, None, None),
        ("Förslag till kommunfullmäktige", BlockKind.FORSLAG, None, "Kommunfullmäktige"),
        ("Kommunstyrelsens förslag till kommunfullmäktige", BlockKind.FORSLAG, "Kommunstyrelsen", "Kommunfullmäktige"),
        ("Tjänstemans förslag till beslut", BlockKind.FORSLAG, None, None),
        ("Ärendebeskrivning", BlockKind.ARENDEBESKRIVNING, None, None),
        ("Arendebeskrivning", BlockKind.ARENDEBESKRIVNING, None, None),
        ("Sammanfattning av ärendet", BlockKind.ARENDEBESKRIVNING, None, None),
        ("Beslutsunderlag:", BlockKind.BESLUTSUNDERLAG, None, None),
        ("Besluts underlag", BlockKind.BESLUTSUNDERLAG, None, None),
        ("Votering begärs", BlockKind.VOTERING, None, None),
        ("Reservation", BlockKind.RESERVATION, None, None),
        ("Jäv", BlockKind.JAV, None, None),
        ("Utdrag till", BlockKind.EXPEDIERING, None, None),
        ("Beslutet ska skickas till", BlockKind.EXPEDIERING, None, None),
        ("Barn- och skolnamndens beslut", BlockKind.BESLUT, "Barn- och skolnämnden", None),
    ],
)
def test_a_heading_says_what_follows_and_whose_it_is(line: str, kind: BlockKind, body: str | None, to: str | None) -> None:
    heading = heading_of(line)

    assert heading is not None
    assert (heading.kind, heading.body, heading.to) == (kind, body, to)


@pytest.mark.parametrize(
    "line",
    [
        "Ekonomiska beslut",
        "beslut",
        "Kommunstyrelsens beslut Riktlinjer för måltider 2031",
        "skolnämndens beslut",
        "Beslutet fattades den 3 maj.",
        "Yrkandet avslogs",
    ],
)
def test_text_is_no_heading(line: str) -> None:
    assert heading_of(line) is None


@pytest.mark.parametrize(
    ("line", "below", "heading"),
    [
        ("Besluts-", "underlag", "Beslutsunderlag"),
        ("Samman", "fattning", "Sammanfattning"),
        ("Besluts", "Underlag", None),
        ("Besluts", "underlaget är bra.", None),
        ("Nämnden", "beslutar", None),
    ],
)
def test_a_heading_of_one_word_is_known_on_two_lines(line: str, below: str, heading: str | None) -> None:
    assert joined(line, below) == heading


def test_a_label_leaves_the_rest_of_its_line_to_the_text() -> None:
    heading = heading_of("Beslut: Presidiet tar kontakt med skolan.")

    assert heading is not None
    assert heading.length == len("Beslut: ")


def test_drawn_lines_are_rules() -> None:
    assert is_rule("_____")
    assert is_rule(r"\_\_\_\_")
    assert not is_rule("- en punkt")
