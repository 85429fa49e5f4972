import pytest

from indexer.municipalities import MUNICIPALITIES, find, kommun_name, resembles_one


def test_there_are_290_each_once() -> None:
    assert len(MUNICIPALITIES) == len(set(MUNICIPALITIES)) == 290


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hur har Ludvika och Hedemora gjort?", ["Ludvika", "Hedemora"]),
        ("Ludvikas beslut och Säters kommun", ["Ludvika", "Säter"]),
        ("hur gör västerås stad", ["Västerås"]),
        ("Goteborg och Vasteras", ["Göteborg", "Västerås"]),
        ("Falu kommun, Falun-Borlänge", ["Falun", "Falun", "Borlänge"]),
        ("Malung-Sälens kommun i Upplands  Väsby", ["Malung-Sälen", "Upplands Väsby"]),
        ("Håbo kommun och Habo kommun", ["Håbo", "Habo"]),
        ("Marks kommun och i Lund", ["Mark", "Lund"]),
        ("Hur gör Mora?", ["Mora"]),
        ("Region Gotland", ["Gotland"]),
    ],
)
def test_names_are_found_in_the_forms_they_take(text: str, expected: list[str]) -> None:
    found = find(text)
    assert [name for name, _ in found] == expected
    assert all(span.of(text)[0].casefold() == name[0].casefold() or "Vaster" in span.of(text) for name, span in found)


@pytest.mark.parametrize(
    "text",
    [
        "Mark och exploatering",
        "vara med",
        "Anna Lund (S)",
        "Eva Ludvika yrkar",
        "Stockholms län",
        "Uppsala universitet",
        "Ange skäl",
        "falu röd",
        "hedemorabostäder",
    ],
)
def test_words_people_and_counties_are_no_municipalities(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Säter", "Säters kommun"),
        ("Ludvika", "Ludvika kommun"),
        ("Falun", "Falu kommun"),
        ("Borås", "Borås kommun"),
        ("Region Dalarna", "Region Dalarna"),
    ],
)
def test_a_name_takes_the_form_it_has_before_kommun(name: str, shown: str) -> None:
    assert kommun_name(name) == shown


@pytest.mark.parametrize(
    ("word", "is_like"),
    [("HEDEM0RA", True), ("SMEDJEB#CKEN", True), ("Vasteras", True), ("INLEDNING", False), ("HANDLINGSPLAN", False), ("REMISS", False)],
)
def test_a_name_read_badly_is_still_like_a_municipality(word: str, is_like: bool) -> None:
    assert resembles_one(word) is is_like
