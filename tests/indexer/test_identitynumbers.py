"""Personal identity numbers. All numbers are made here: a day, a serial and the checksum worked out for them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.identitynumbers import identity_numbers


def with_checksum(nine: str) -> str:
    """Nine digits and the tenth that fits."""
    total = sum(sum(map(int, str(int(digit) * (2 - place % 2)))) for place, digit in enumerate(nine))
    return nine + str(-total % 10)


TEN = with_checksum("810413" + "017")
DAY, LAST = TEN[:6], TEN[6:]
COORDINATION = with_checksum("810473" + "017")
INTERIM = with_checksum("810413" + "117")
INTERIM = f"{INTERIM[:6]}-T{INTERIM[7:]}"

WRITTEN = [
    f"{DAY}-{LAST}",
    f"19{DAY}-{LAST}",
    f"{DAY}+{LAST}",
    f"18{DAY}+{LAST}",
    f"{DAY}–{LAST}",
    f"{DAY}\u2011{LAST}",
    f"{DAY} - {LAST}",
    f"{DAY}- {LAST}",
    f"19{DAY} -{LAST}",
    f"{DAY}-\n{LAST}",
    f"{DAY} {LAST}",
    f"19{DAY} {LAST}",
    f"{DAY}\u00a0{LAST}",
    f"{DAY[:2]} {DAY[2:4]} {DAY[4:]}-{LAST}",
    f"19 {DAY[:2]} {DAY[2:4]} {DAY[4:]} - {LAST}",
    TEN,
    f"19{TEN}",
    f"{COORDINATION[:6]}-{COORDINATION[6:]}",
    f"19{COORDINATION}",
    INTERIM,
    f"19{INTERIM}",
    f"{DAY}-{LAST}".replace("0", "O"),
    f"{DAY}-{LAST}".replace("1", "l"),
    f"{DAY}-{LAST}".replace("8", "B"),
    f"{DAY}~{LAST}",
    f"{DAY}--{LAST}",
    f"19{DAY}   -   {LAST}",
    f"19{DAY[:2]}-{DAY[2:4]}-{DAY[4:]}-{LAST}",
    f"{DAY[:2]}.{DAY[2:4]}.{DAY[4:]}-{LAST}",
    " ".join(DAY) + " - " + " ".join(LAST),
    f"{DAY[:3]}\u00ad{DAY[3:]}-{LAST}",
    f"{DAY}-{LAST[:2]}\u200b{LAST[2:]}",
    "".join(chr(ord(digit) - ord("0") + ord("\uff10")) for digit in DAY) + f"-{LAST}",
]


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("around", ["{}", "Sökanden, {}, har lämnat in", "({})", "personnummer:{}.", "a\n{}\nb", "{};"])
def test_a_number_is_found_in_every_written_form(written: str, around: str) -> None:
    text = around.format(written)
    (found,) = identity_numbers(text)
    assert (found.span.of(text), found.certain) == (written, True)


@pytest.mark.parametrize("before", ["S", "nr l", "Il", "dags", "bil", "SS", "oIl"])
def test_a_letter_before_it_is_not_taken_for_a_digit_of_it(before: str) -> None:
    assert [number.span.of(f"{before}{DAY}-{LAST}") for number in identity_numbers(f"{before}{DAY}-{LAST}")] == [f"{DAY}-{LAST}"]


def test_the_century_tells_leap_days_apart() -> None:
    ten = with_checksum("000229" + "101")
    assert identity_numbers(f"20{ten[:6]}-{ten[6:]}")
    assert not identity_numbers(f"19{ten[:6]}-{ten[6:]}")


def test_one_named_so_counts_though_its_checksum_fails() -> None:
    wrong = f"{DAY}-{LAST[:3]}{(int(LAST[3]) + 1) % 10}"
    assert identity_numbers(f"Personnummer: {wrong}")[0].certain
    assert identity_numbers(f"pers.nr {wrong}")[0].certain
    assert not identity_numbers(f"belopp {wrong}")
    assert not identity_numbers(f"19{wrong}")[0].certain


@pytest.mark.parametrize(
    "text",
    [
        "212000-0993",
        "org.nr 556677-8899",
        "16212000-0993",
        f"Dnr {TEN}",
        f"dnr: {DAY}-{LAST}",
        f"Telefon {TEN}",
        f"mobil: {TEN}",
        f"bankgiro {TEN}",
        f"OCR-nummer {TEN}",
        "0240-12 34 56",
        "070-123 45 67",
        "5123-4567",
        f"fil_{TEN}.pdf",
        f"12{TEN}3",
        f"{DAY}-{LAST}-2",
        f"2024-{DAY}-{LAST}",
        f"+46{TEN}",
        "solllllIOOO-SOIl",
        with_checksum("811313" + "017"),
        with_checksum("810431" + "017"),
        f"{DAY}-000{with_checksum(DAY + '000')[-1]}",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert identity_numbers(text) == []


@given(st.dates(), st.integers(1, 999), st.sampled_from(["-", "+", " ", ""]), st.booleans())
def test_any_day_and_serial_with_its_checksum_is_found(day: object, serial: int, between: str, with_century: bool) -> None:
    written = str(day).replace("-", "")
    ten = with_checksum(f"{written[2:]}{serial:03}")
    century = written[:2] if with_century and written[:2] in ("18", "19", "20") else ""
    if not century and written[2:] == "000229":
        return
    number = f"{century}{ten[:6]}{between}{ten[6:]}"
    text = f"Namn {number}, adress"
    assert [found.span.of(text) for found in identity_numbers(text)] == [number]


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    spans = [found.span for found in identity_numbers(text)]
    assert spans == sorted(spans)
    assert not any(one.meets(other) for one, other in pairwise(spans))
