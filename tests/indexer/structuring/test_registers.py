from indexer.documents import Kind
from tests.indexer.bundles import documents

REGISTER = """DNR  Ankom  Beskrivning
KS579-31 821 2031-12-11 Medborgarinitiativ om en isbana vid torget
Vi vill kunna åka skridskor mitt i Granköping.
KS585-31 452 2031-12-13 Medborgarinitiativ om längre öppettider på återvinningen
KS039-32 828 2032-01-17 Motion om fler papperskorgar
"""


def test_papers_printed_in_a_list_are_papers_of_their_own() -> None:
    cover, *papers = documents(REGISTER)

    assert cover.kind is Kind.LISTA
    assert [(paper.kind, paper.case.as_written if paper.case else None, paper.date) for paper in papers] == [
        (Kind.MEDBORGARINITIATIV, "KS579-31", "2031-12-11"),
        (Kind.MEDBORGARINITIATIV, "KS585-31", "2031-12-13"),
        (Kind.MOTION, "KS039-32", "2032-01-17"),
    ]
    assert all(paper.body is None for paper in papers)
    assert papers[0].span.of(REGISTER).endswith("mitt i Granköping.")


def test_the_list_spans_its_papers_and_says_only_its_head() -> None:
    cover, *papers = documents(REGISTER)

    assert all(cover.span.holds(paper.span) for paper in papers)
    assert [section.span.of(REGISTER) for section in cover.sections] == ["DNR  Ankom  Beskrivning"]


def test_rows_of_other_matters_stay_rows() -> None:
    register = "DNR  Ankom  Beskrivning\nKS579-31 821 2031-12-11 Avtal om snöröjning\nKS585-31 452 2031-12-13 Remiss om tågtider\n"

    only = documents(register)

    assert len(only) == 1
    assert [section.title for section in only[0].sections] == [None, "Avtal om snöröjning", "Remiss om tågtider"]
