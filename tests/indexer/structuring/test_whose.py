import pytest

from indexer.documents import Kind
from indexer.structuring import kinds, whose


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hedemora kommun\nHedemora kommun\nFalu kommun", "Hedemora"),
        ("Handlingar finns på www.knivsta.se", "Knivsta"),
        ("Hedemora kommun och Falu kommun", None),
        ("Plats och tid: Stora salen", None),
    ],
)
def test_a_file_is_of_the_municipality_it_names_most(text: str, name: str | None) -> None:
    assert whose.of_file(text) == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Handlingsplan för skolan", Kind.PLAN),
        ("Minnesanteckningar från mötet", Kind.MINNESANTECKNINGAR),
        ("Samverkansavtal om räddningstjänst", Kind.AVTAL),
        ("Revisorernas bedömning av rapporten", Kind.REVISIONSRAPPORT),
        ("Reglemente för nämnden", Kind.POLICY),
        ("Något annat", None),
    ],
)
def test_the_form_of_a_paper_is_the_first_one_its_title_names(text: str, kind: Kind | None) -> None:
    assert kinds.of_words(text) is kind
