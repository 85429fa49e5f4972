import time
from itertools import pairwise

import pytest

from indexer.structuring import runtogether

FRONT = "1 Kommunstyrelsen 1 (9) Plats och tid Rådhuset, kl 13.00 Beslutande Ada Ek (S) Utses att justera Bo Al (M) Paragrafer 4-9 "
MINUTES = (
    "2 Kommunstyrelsen § 41 Dnr 2031/00120 Svar på motion om bryggor Kommunstyrelsens beslut Motionen avslås. Beslutsunderlag "
    "Tjänsteskrivelse § 42 Dnr 2031/00121 Ny kaj Kommunstyrelsens beslut Kajen byggs."
)


def broken(text: str) -> list[str]:
    """The lines that a text is read as."""
    cuts = [0, *runtogether.breaks(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(cuts)]


def test_a_front_page_is_broken_at_its_page_number_and_its_labels() -> None:
    assert broken(FRONT) == [
        "1",
        "Kommunstyrelsen 1 (9)",
        "Plats och tid Rådhuset, kl 13.00",
        "Beslutande Ada Ek (S)",
        "Utses att justera Bo Al (M)",
        "Paragrafer 4-9",
    ]


def test_minutes_are_broken_at_each_section_and_around_each_heading() -> None:
    assert broken(MINUTES) == [
        "2",
        "Kommunstyrelsen",
        "§ 41 Dnr 2031/00120 Svar på motion om bryggor",
        "Kommunstyrelsens beslut",
        "Motionen avslås.",
        "Beslutsunderlag",
        "Tjänsteskrivelse",
        "§ 42 Dnr 2031/00121 Ny kaj",
        "Kommunstyrelsens beslut",
        "Kajen byggs.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Kommunfullmäktige beslutade den 3 mars 2031 § 112 att planen ska ses över, och kommunstyrelsen har den 4 april 2031, "
            "§ 31, gett förvaltningen i uppdrag att ta fram ett förslag till beslut."
        ),
        (
            "Justerare och ordförande har kommit överens om att protokollet justeras i kommunhuset på torsdag, då också nämndens beslut om "
            "taxor och avgifter ska vara klara att skickas ut till alla som har bett om dem."
        ),
        (
            "Arbetsutskottet 2031-02-03 § 12, kommunstyrelsen 2031-02-17 § 40 och kommunfullmäktige 2031-03-09 § 22 har behandlat frågan "
            "om Dnr 2031/00120 utan att komma fram till något som alla kunde enas om."
        ),
        "Kort: § 41 Dnr 2031/00120 Plats och tid Beslutande Justerare",
    ],
)
def test_an_ordinary_line_is_left_as_it_is(text: str) -> None:
    assert runtogether.breaks(text) == []


def test_a_reference_inside_a_line_run_together_begins_no_line() -> None:
    text = MINUTES + " Nämnden har yttrat sig enligt § 40 Dnr 2031/00119 och § 43 Dnr 2031/00122 tas upp senare."

    assert broken(text)[-1] == "Kajen byggs. Nämnden har yttrat sig enligt § 40 Dnr 2031/00119 och § 43 Dnr 2031/00122 tas upp senare."


def test_time_grows_with_the_length_of_the_line() -> None:
    started = time.process_time()

    runtogether.breaks(MINUTES * 2_000)

    assert time.process_time() - started < 5
