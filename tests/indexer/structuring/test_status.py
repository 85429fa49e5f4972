import pytest

from indexer.documents import BlockKind, Kind, Maturity, Outcome, Role, Status
from indexer.structuring import status
from indexer.structuring.blocks import Part, parts_of
from indexer.structuring.lines import lines_of
from tests.indexer.bundles import documents, source


def parts(text: str) -> list[Part]:
    return parts_of(lines_of(source(text)))


@pytest.mark.parametrize(
    ("body", "text", "wanted"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsens beslut\n\nTaxan antas.", Status.BESLUT),
        ("Kommunfullmäktige", "Kommunfullmäktiges beslut\n\nFörslag till budget godkänns.", Status.BESLUT),
        ("Barn- och skolnämnden", "Barn- och skolnämndens beslut\n\nRapporten godkänns och läggs till handlingarna.", Status.BESLUT),
        ("Barn- och skolnämnden", "Barn- och skolnämndens beslut\n\nNämnden beslutar att överlämna rapporten.", Status.BESLUT),
        ("Kommunstyrelsen", "Kommunstyrelsens beslut\n\nInformationen tas emot och läggs till handlingarna.", Status.INFORMATION),
        ("Kommunstyrelsen", "Kommunstyrelsens beslut\n\nRapporten ar mottagen.", Status.INFORMATION),
        ("Kommunstyrelsen", "Kommunstyrelsens beslut\n\nÄrendet återremitteras till förvaltningen.", Status.ATERREMISS),
        ("Barn- och skolnämnden", "Barn- och skolnämndens beslut\n\nNämnden remitterar riktlinjerna till skolorna.", Status.REMISS),
        ("Kommunstyrelsen", "Kommunstyrelsens förslag till kommunfullmäktige\n\nMotionen anses besvarad.", Status.FORSLAG),
        ("Kommunstyrelsen", "Beslut\n\nKommunstyrelsen föreslår att kommunfullmäktige beslutar att anta taxan.", Status.FORSLAG),
        ("Kommunstyrelsens arbetsutskott", "Arbetsutskottets beslut\n\nKommunstyrelsen föreslås anta taxan.", Status.FORSLAG),
        ("Kommunstyrelsens arbetsutskott", "Arbetsutskottets beslut\n\nKommunstyrelsen godkänner bidragen.", Status.FORSLAG),
        ("Kommunstyrelsens arbetsutskott", "Arbetsutskottets beslut\n\nÄrendet lämnas öppet till nämnden.", Status.INGEN),
        ("Kommunstyrelsens arbetsutskott", "Arbetsutskottets beslut\n\nÄrendet återremitteras.", Status.ATERREMISS),
        ("Kommunstyrelsens arbetsutskott", "Arbetsutskottets beslut\n\nArbetsutskottet beslutar att anställa en vikarie.", Status.BESLUT),
        ("Kommunstyrelsens arbetsutskott", "Arbetsutskottets beslut\n\nFöredragningslistan fastställs.", Status.BESLUT),
        ("Kommunfullmäktige", "Ärendebeskrivning\n\nMötet öppnas av ordförande.", Status.INGEN),
        ("Barn- och skolnamnden", "Barn- och skolnamndens beslut\n\nUpprittad rapport godkénns.", Status.BESLUT),
        (
            "Barn- och skolndmndens arbetsutskott",
            "Arbetsutskottets beslut\n\nBarn- och skolndmnden féreslas godkanna planen.",
            Status.FORSLAG,
        ),
    ],
)
def test_the_status_comes_from_who_decides_and_where_it_goes(body: str, text: str, wanted: Status) -> None:
    assert status.of_section(Kind.PROTOKOLL, body, parts(text)) is wanted


def test_a_draft_decides_nothing() -> None:
    decided = parts("Beslut\n\nTaxan antas.")

    assert status.of_section(Kind.PROTOKOLL, "Kommunfullmäktige", decided, draft=True) is Status.FORSLAG
    assert status.maturity("", draft=True) is Maturity.UTKAST


@pytest.mark.parametrize(
    ("kind", "text", "outside", "wanted"),
    [
        (Kind.TJANSTESKRIVELSE, "Förslag till beslut\n\nNämnden antar taxan.", False, Status.FORSLAG),
        (Kind.TJANSTESKRIVELSE, "Ärendebeskrivning\n\nTaxan är gammal.", False, Status.INGEN),
        (Kind.ANNAT, "Beslut\n\nMyndigheten utser en ersättare.", True, Status.BESLUT),
        (Kind.ANNAT, "Förslag till styrelsen\n\nAtt fatta beslut.", True, Status.FORSLAG),
        (Kind.KALLELSE, "Beslut\n\n1. Upprop", False, Status.INGEN),
        (Kind.REMISS, "Svara senast i maj.", False, Status.REMISS),
    ],
)
def test_papers_without_section_follow_their_form(kind: Kind, text: str, outside: bool, wanted: Status) -> None:
    assert status.of_paper(kind, parts(text), outside=outside) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Beslut\n\nMotionen avslås.", Outcome.AVSLAG),
        ("Beslut\n\nMotionen anses besvarad.", Outcome.BESVARAD),
        ("Beslut\n\nMotionen bifalls.", Outcome.BIFALL),
        ("Beslut\n\nÄrendet bordläggs.", Outcome.BORDLAGT),
        ("Beslut\n\nÄrendet återremitteras.", Outcome.ATERREMISS),
        ("Beslut\n\nTaxan antas.", Outcome.ANTAGET),
        ("Beslut\n\nRapporten godkänns.", Outcome.GODKANT),
        ("Beslut\n\nEn gata får ett namn.", None),
    ],
)
def test_the_outcome_is_how_the_decision_words_it(text: str, wanted: Outcome | None) -> None:
    assert status.outcome(parts(text)) is wanted


def test_what_is_adjusted_at_once_says_so() -> None:
    assert status.maturity("Paragrafen förklaras omedelbart justerad.", draft=False) is Maturity.OMEDELBART_JUSTERAT
    assert status.maturity("Beslut.", draft=False) is None


def test_only_what_was_decided_has_the_role_of_a_decision() -> None:
    text = (
        "§ 3 Dnr 2031/00003\n\nTaxa\n\nKommunstyrelsens beslut\n\nTaxan antas.\n\nYrkanden\n\nAda Ek (X) yrkar avslag.\n\n"
        "Ärendebeskrivning\n\nTaxan är gammal.\n"
    )
    (document,) = documents(text)
    (section,) = document.sections

    assert status.role(document, section, BlockKind.BESLUT) is Role.BESLUT
    assert status.role(document, section, BlockKind.BESLUT, Status.FORSLAG) is Role.FORSLAG
    assert status.role(document, section, BlockKind.YRKANDE) is Role.YRKANDE
    assert status.role(document, section, BlockKind.ARENDEBESKRIVNING) is Role.BAKGRUND


def test_an_extract_that_says_so_at_its_foot_is_approved() -> None:
    text = "§ 7 Dnr 2031/00032\n\nTaxa\n\nKommunstyrelsens beslut\n\nTaxan antas.\n\nParagrafen är digitalt justerad. Utdragsbestyrkande\n"
    (document,) = documents(text)

    assert document.sections[0].maturity is Maturity.JUSTERAT
