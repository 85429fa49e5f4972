import pytest

from indexer.details import conduct
from indexer.documents import Block, BlockKind
from indexer.spans import Span


def said(text: str, kind: BlockKind) -> list[tuple[str, str | None]]:
    found = conduct.facts(text, [Block(kind, None, Span(0, len(text)))])
    return [(fact.kind.value, " ".join(fact.person.of(text).split()) if fact.person else fact.party) for fact in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Ek (S) och Bo\nAlm (C) reserverar sig mot beslutet.", [("reservation", "Anna Ek"), ("reservation", "Bo Alm")]),
        ("Mot beslutet reserverar sig Anna Ek (S).", [("reservation", "Anna Ek")]),
        ("Anna Ek (S) reserverar sig till förmån för Bo Alms (C) yrkande.", [("reservation", "Anna Ek")]),
        ("Mot Bo Alms (C) förslag reserverar sig Anna Ek (S).", [("reservation", "Anna Ek")]),
        ("Moderaternas och Liberalernas ledamöter reserverar sig.", [("reservation", "M"), ("reservation", "L")]),
        ("SD-gruppen reserverar sig skriftligt.", [("reservation", "SD")]),
        ("Anna Ek (S)\nBo Alm (C)", [("reservation", "Anna Ek"), ("reservation", "Bo Alm")]),
        ("Anna Ek (S) reserverar sig med orden: ”Bo Alm (C) reserverar sig aldrig.”", [("reservation", "Anna Ek")]),
    ],
)
def test_a_reservation_is_of_those_who_make_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, BlockKind.RESERVATION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Ek (S) anmäler jäv.", [("jäv", "Anna Ek")]),
        ("Anna Ek (S) anmäler jäv och deltar inte i beslutet.", [("deltog inte i beslutet", "Anna Ek"), ("jäv", "Anna Ek")]),
        ("Anna Ek (S), som är granne, anmäler jäv och lämnar salen.", [("gick", "Anna Ek"), ("jäv", "Anna Ek")]),
        ("Ingen ledamot anmäler jäv, eftersom ärendet rör alla.", []),
        ("Ledamöterna deltar inte i den del av beslutet som gäller dem.", [("jäv", None)]),
    ],
)
def test_jav_and_staying_out_are_facts_of_their_own(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, BlockKind.JAV) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ja: Anna Ek (S), Bo Alm (C).", [("röstade ja", "Anna Ek"), ("röstade ja", "Bo Alm")]),
        ("Följande röstar nej: Anna Ek (S).", [("röstade nej", "Anna Ek")]),
        ("Den som bifaller Anna Eks (S) yrkande röstar nej.", []),
        ("Anna Ek (S) avstår från att rösta.", [("avstod", "Anna Ek")]),
    ],
)
def test_who_voted_how_is_told_by_name(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, BlockKind.VOTERING) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ordföranden Anna Ek (S) öppnar sammanträdet.", [("ordförande", "Anna Ek")]),
        ("Bo Alm (C) utses att justera protokollet.", [("justerare", "Bo Alm")]),
        ("Bo Alm (C) anländer kl 14.10.", [("kom", "Bo Alm")]),
        ("Nämnden avstår från att yttra sig.", []),
    ],
)
def test_openings_arrivals_and_choices_are_told(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text, BlockKind.TEXT) == expected


def test_what_the_background_tells_was_at_another_meeting() -> None:
    assert said("Anna Ek (S) reserverade sig mot beslutet.", BlockKind.ARENDEBESKRIVNING) == []
