import pytest

from indexer.structuring import front


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sammanträdesdatum 2031-10-16\nDatum då anslaget sätts upp 2031-10-19", "2031-10-16"),
        ("Plats och tid Tingssalen, måndagen den 4 september 2031 kl 18.30", "2031-09-04"),
        ("KALLELSE 1 (4) 2031-01-15\nTid: Måndag den 27 januari 2031, kl 13:00", "2031-01-27"),
        ("Sammanträde 2031-06-16", "2031-06-16"),
        ("Datum 2031-02-12, kl. 08.30", "2031-02-12"),
        ("måndagen den 4 september 2031 och tisdagen den 5 september 2031", None),
        ("Justering den 8 maj 2031", None),
    ],
)
def test_the_day_of_a_meeting_is_the_labelled_one(text: str, day: str | None) -> None:
    assert front.meeting_day(text) == day


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Nämnd/Styrelse Kommunfullmäktige", "Kommunfullmäktige"),
        ("Instans Kommunstyrelsen", "Kommunstyrelsen"),
        ("ANSLAG/BEVIS Organ Byggnadsnämnden", "Byggnadsnämnden"),
        ("Barn- och skolnämnden\n\nkallas härmed till sammanträde", "Barn- och skolnämnden"),
        ("Sammanträde med kommunstyrelsen", "Kommunstyrelsen"),
        ("Kommunstyrelsen har svarat", None),
    ],
)
def test_the_body_that_meets_is_the_labelled_one(text: str, body: str | None) -> None:
    assert front.meeting_body(text) == body


def test_a_front_page_tells_who_decided_and_who_adjusted() -> None:
    assert front.is_front("Plats och tid Stora salen Beslutande Ada Ek (X)")
    assert front.is_front("Sammanträde 2031-06-16 Klockan 15")
    assert not front.is_front("Nämnden har beslutat om en ny lekplats.")
