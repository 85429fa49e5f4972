import pytest

from indexer.documents import Document, Kind
from indexer.structuring import issuers
from tests.indexer.bundles import documents

MATTER = "§ 13 Dnr 2031/00080\n\nTaxa\n\nKommunstyrelsens beslut\n\nTaxan antas.\n\nBeslutsunderlag\n\nBilagor\n\n\n\n\n"


def attached(text: str) -> Document:
    return documents(MATTER + text)[-1]


def test_a_letter_is_from_whom_signs_it() -> None:
    letter = attached(
        "Från: Ada Ek\nSkickat: den 5 februari 2031 13:10\nTill: Bo Al\nÄmne: Taxan\n\nHej!\n\n"
        "Med vänlig hälsning\n\nADA EK\nUtredare\nTekniska förvaltningen\n"
    )

    assert (letter.kind, letter.body, letter.date) == (Kind.BREV, "Tekniska förvaltningen", "2031-02-05")


def test_an_authority_decides_outside_the_municipality() -> None:
    decision = attached(
        "Postadress: 000 00 Orten Telefon: 000-000 00 00 E-post: post@exempel.se\n\nNy ersättare i fullmäktige\n\nBeslut\n"
        "Länsstyrelsen i Norra län beslutar att utse en ny ersättare.\n"
    )

    assert decision.body == "Länsstyrelsen i Norras län"
    assert decision.municipality is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Enligt Region Norra ska taxan höjas", "Region Norra"),
        ("Sveriges Kommuner och Regioner", "Sveriges Kommuner och Regioner"),
        ("Skolverket", "Skolverket"),
        ("Nordens Revision & Rådgivning AB", "Nordens Revision & Rådgivning AB"),
        ("Kommunledningskontoret", None),
    ],
)
def test_organisations_outside_are_known_by_their_form(text: str, name: str | None) -> None:
    assert issuers.outside(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Barn- och skolförvaltningen", "Barn- och skolförvaltningen"),
        ("från kommunstyrelseförvaltningen den 5 februari", "Kommunstyrelseförvaltningen"),
        ("Omsorgsförvaltningens tjänsteutlåtande", "Omsorgsförvaltningen"),
        ("Individ och familjeomsorgen", "Individ- och familjeomsorgen"),
        ("Nämnden", None),
    ],
)
def test_offices_are_known_by_their_form(text: str, name: str | None) -> None:
    assert issuers.office(text) == name


def test_a_paper_that_a_body_adopted_is_its_own() -> None:
    plan = attached("Plan för lekplatser\n\nAlla barn ska ha nära till en lekplats.\n\nPlanen antagen av KF 2031-03-12 § 18\n")

    assert plan.body == "Kommunfullmäktige"


def test_a_report_is_from_the_firm_that_was_commissioned() -> None:
    report = attached("1 Sammanfattning\nGranskarna har på uppdrag av revisorerna i Granköping genomfört en granskning av avfallet.\n")

    assert (report.body, report.municipality) == ("Granskarna", None)


def test_a_paper_without_head_that_speaks_of_one_organisation_is_from_it() -> None:
    paper = attached("1 Bakgrund\n" + "Region Norra ansvarar för mottagningen och Region Norra betalar personalen.\n" * 3)

    assert (paper.body, paper.municipality) == ("Region Norra", None)


def test_a_letter_does_not_take_the_day_of_what_it_encloses() -> None:
    listed = MATTER.replace("Bilagor", "Delegationsbeslut den 8 september 2031")
    letter = documents(listed + "Här kommer handlingarna.\n\nMed vänlig hälsning\n\nADA EK\nUtredare\n")[-1]

    assert (letter.kind, letter.date) == (Kind.BREV, None)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Nyckeltal inom barnomsorgen 2031\n\nBarn 12\n", None),
        ("Nyckeltal för barnomsorgen 2031\n\nBarn 12\n", "Barnomsorgen"),
        ("Nyckeltal 2031\n\nBarn 12\n\nGranstads kommun  Äldreomsorgen 123 45 Granstad E-post post@granstad.se\n", "Äldreomsorgen"),
        ("Granstads kommun\nDokumenttyp: Plan\nDatum: 2031-01-03\nAntagen av KS 2031-02-xx § xx\n\nPlan för skolan\n", "Kommunstyrelsen"),
    ],
)
def test_a_paper_without_a_sender_in_its_head_is_whose_address_or_adoption_it_shows(text: str, body: str | None) -> None:
    assert attached(text).body == body


@pytest.mark.parametrize(
    ("lines", "case"),
    [("Dnr\nKS 2031/00012", "KS 2031/00012"), ("Redovisas för kommunstyrelsen den 9 maj 2031, Dnr\nKS 2031/00012.", None)],
)
def test_the_case_that_a_sentence_speaks_of_is_not_the_papers_own(lines: str, case: str | None) -> None:
    paper = attached(f"Rapport om fiskevården\n\n{lines}\n\nFiskarna mår bra.\n\nDe är många.\n\nSjön är ren.\n")
    assert (paper.case.as_written if paper.case else None) == case
