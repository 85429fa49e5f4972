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
        (replace(MINUTES, kind=Kind.RAPPORT, municipality=None, date=None, parent_case=CASE), None, None, "rapport, Dnr 2031/00068"),
    ],
)
def test_a_reference_says_what_is_known(document: Document, section: Section | None, label: str | None, text: str) -> None:
    assert reference(document, section, label) == text
