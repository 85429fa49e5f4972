"""References in the form that staff paste: only what is known, and what is not final is said."""

from dataclasses import replace

import pytest

from indexer.documents import CaseNumber, Document, Kind, Maturity, Section, Span, Status
from service.serving.reference import reference

CASE = CaseNumber("2031/00068", None, None, 2031, 68)
SECTION = Section("s", "§ 10", "Avgift för båtplatser", CASE, Status.BESLUT, Span(0, 1), (1, 1), (1, 1))
MINUTES = Document(
    "d", Kind.PROTOKOLL, "Tallmora", "Kommunstyrelsen", "2031-02-06", False, None, None, None, Span(0, 1), (1, 1), (1, 1), (SECTION,)
)


@pytest.mark.parametrize(
    ("document", "section", "label", "text"),
    [
        (
            MINUTES,
            replace(SECTION, maturity=Maturity.OJUSTERAT),
            None,
            "Tallmora kommun, kommunstyrelsen 2031-02-06 § 10, Dnr 2031/00068, ojusterat",
        ),
        (MINUTES, replace(SECTION, maturity=Maturity.JUSTERAT), None, "Tallmora kommun, kommunstyrelsen 2031-02-06 § 10, Dnr 2031/00068"),
        (MINUTES, SECTION, "2", "Tallmora kommun, kommunstyrelsen 2031-02-06 § 10 punkt 2, Dnr 2031/00068"),
        (
            replace(MINUTES, body="KSAU", municipality="Granberg"),
            replace(SECTION, status=Status.FORSLAG, case=replace(CASE, as_written="KS 2031/00068", registry="KS")),
            None,
            "Granbergs kommun, KSAU 2031-02-06 § 10, Dnr KS 2031/00068, förslag",
        ),
        (
            replace(MINUTES, kind=Kind.TJANSTESKRIVELSE, title="Ny  taxa", body="Kommunkansliet"),
            replace(SECTION, number=None, case=None),
            None,
            "Tallmora kommun, tjänsteskrivelse 2031-02-06 ”Ny taxa”",
        ),
        (
            replace(MINUTES, kind=Kind.RAPPORT, municipality=None, body="Region Nordmark", date=None, parent_case=CASE),
            None,
            None,
            "Region Nordmark, rapport, Dnr 2031/00068",
        ),
        (
            replace(MINUTES, kind=Kind.ANNAT, body="Kommunrevisionen", title="Granskning av upphandling"),
            None,
            None,
            "Tallmora kommun, kommunrevisionen, handling 2031-02-06 ”Granskning av upphandling”",
        ),
        (
            replace(MINUTES, kind=Kind.ANNAT, municipality=None, body=None, date=None, title="Enkätfrågor"),
            None,
            None,
            "handling ”Enkätfrågor”",
        ),
    ],
)
def test_a_reference_says_what_is_known(document: Document, section: Section | None, label: str | None, text: str) -> None:
    assert reference(document, section, label) == text


UNNAMED = replace(MINUTES, kind=Kind.ANNAT, municipality=None, body="Konsulterna AB", date=None, pages=(117, 120))


@pytest.mark.parametrize(
    ("document", "section", "text"),
    [
        (UNNAMED, None, "Konsulterna AB, handling, 2031/ks.pdf sida 117"),
        (UNNAMED, replace(SECTION, number=None, title=None, case=None, pages=(118, 118)), "Konsulterna AB, handling, 2031/ks.pdf sida 118"),
        (replace(UNNAMED, body=None), None, "handling, 2031/ks.pdf sida 117"),
        (replace(UNNAMED, date="2031-02-06"), None, "Konsulterna AB, handling 2031-02-06"),
        (MINUTES, SECTION, "Tallmora kommun, kommunstyrelsen 2031-02-06 § 10, Dnr 2031/00068"),
    ],
)
def test_a_paper_without_title_and_day_is_referred_to_by_its_file_and_page(document: Document, section: Section | None, text: str) -> None:
    assert reference(document, section, file="2031/ks.pdf") == text
