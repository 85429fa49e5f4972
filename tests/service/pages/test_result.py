"""A refusal that offers matters: their Dnr lead on, all else is its text."""

from flask import Flask

from service.following.records import Candidate
from service.pages.result import Run, linked


def matter(case: str, municipality: str | None, title: str | None) -> Candidate:
    return Candidate(case, municipality, title, None, None, 1)


def test_each_matter_offered_leads_to_its_way_in_its_municipality(app: Flask) -> None:
    offered = (matter("KS 2031/7", "Granby", "Taxa"), matter("2031/17", "Älvmo", "Bro (ny)"), matter("2031/27", None, None))
    reason = "7 kan avse KS 2031/7 (Granby, Taxa); 2031/17 (Älvmo, Bro (ny)); 2031/27. Skriv hela numret."

    with app.test_request_context("/"):
        found = linked(reason, offered)

    assert "".join(run.text for run in found) == reason
    assert [(run.text, run.url) for run in found if run.url] == [
        ("KS 2031/7", "/arende?dnr=KS+2031/7&kommun=Granby"),
        ("2031/17", "/arende?dnr=2031/17&kommun=%C3%84lvmo"),
        ("2031/27", "/arende?dnr=2031/27"),
    ]


def test_a_reason_that_offers_nothing_is_one_run() -> None:
    assert linked("Inga handlingar svarar.", ()) == (Run("Inga handlingar svarar."),)
