import pytest

from service.following import titles


@pytest.mark.parametrize(
    ("title", "other", "one"),
    [
        ("Ny bro över Lillån", "Ny bro över Lillån", True),
        ("Svar på motion om cykelställ vid badhuset", "Motion om cykelställ vid badhuset", True),
        ("Länsgemensamt avfallsråd", "Länsgemensamt avfallsråd, verksamhet i samverkan", True),
        ("Taxa för vatten 2031", "Taxa för vatten 2032", False),
        ("Taxa för vatten", "Taxa för vatten 2032", False),
        ("Ny bro över Lillån", "Ny bro över Storån", False),
        ("Bokslut", "Bokslut", False),
        (None, "Ny bro över Lillån", False),
    ],
)
def test_titles_name_one_thing_by_nearly_all_their_words_and_the_same_year(title: str | None, other: str | None, one: bool) -> None:
    assert titles.names_one_thing(title, other) is one


@pytest.mark.parametrize(
    ("title", "other", "same"),
    [
        ("Svar på motion om cykelställ vid badhuset", "Motion om cykelställ vid badhuset", True),
        ("Ny bro över Lillån", "Ny bro över Lillån vid torget", False),
        ("Budget", "Budget", False),
    ],
)
def test_only_equal_words_are_the_same_title(title: str, other: str, same: bool) -> None:
    assert titles.is_the_same(title, other) is same


@pytest.mark.parametrize(
    ("title", "gathers"),
    [
        ("Redovisning av delegationsbeslut", True),
        ("Anmalan av fattade delegationsbeslut 2031", True),
        ("Delgivningar", True),
        ("Kommunchefens information", True),
        ("Information", True),
        ("Valärenden", True),
        ("Information om nytt badhus", False),
        ("Ändrad delegering av badhuset", True),
        ("Meddelandeplikt vid brand", True),
        ("Sammanträdestider 2031", False),
    ],
)
def test_what_every_meeting_has_gathers_unrelated_things(title: str, gathers: bool) -> None:
    assert titles.gathers(title) is gathers


@pytest.mark.parametrize(
    ("title", "receives"),
    [
        ("Anmälan av motioner", True),
        ("Anmälan av motioner och medborgarförslag", True),
        ("Anmälan av inkomna medborgarförslag", True),
        ("Motion om cykelställ", False),
        ("Anmälan av delegationsbeslut", False),
    ],
)
def test_what_came_in_is_announced(title: str, receives: bool) -> None:
    assert titles.receives(title) is receives


@pytest.mark.parametrize(
    ("known", "collecting"),
    [
        (("Delegationsbeslut",), True),
        (("Ny bro över Lillån", "Ny bro över Lillån"), False),
        (("Årsredovisning 2031", "Årsredovisning 2031", "Ansvarsfrihet för 2031"), False),
        (("Val av ledamot i Hamn AB", "Avsägelse från Bo Alm (C)"), True),
        (("Ny ersättare efter Bo Alm (C)", "Ny ersättare efter Bo Alm (C)"), False),
        (("Badhuset", "Vinterväghållning"), False),
        (("Badhuset", "Vinterväghållning", "Länsplan"), True),
        ((None,), False),
    ],
)
def test_a_number_gathers_where_its_sections_are_unrelated(known: tuple[str | None, ...], collecting: bool) -> None:
    assert titles.is_collecting(known) is collecting
