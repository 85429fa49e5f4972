"""Parts of Dnr, put to made-up minutes."""

import pytest

from indexer.index import Access, Filters
from service.answering.halves import half, matters
from service.material import Material
from service.places import files_of
from service.question import understand
from tests.service.following.town import BOARD, TODAY, TOWN, minutes, section
from tests.service.readings import indexed

MINUTES = (
    minutes(BOARD, "2031-03-12", section(4, "SBN 2031/133", "Taxa för sophämtning", "Kommunstyrelsen beslutar att taxan höjs.")),
    minutes(BOARD, "2030-05-02", section(9, "KS 2030/133", "Plan för hamnen", "Kommunstyrelsen beslutar att anta planen.")),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("133", "133"),
        ("Dnr 133?", "133"),
        ("SBN 133", "SBN 133"),
        ("2024", None),
        ("dnr 2024", "2024"),
        ("taxa 133", None),
        ("Vad är dnr 133?", None),
        ("SBN 2024/133", None),
    ],
)
def test_a_question_is_half_a_dnr_only_where_it_is_nothing_else(text: str, expected: str | None) -> None:
    assert half(text) == expected


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        ("133", ("SBN 2031/133", "KS 2030/133", "Plan för hamnen", "Skriv hela numret."), ()),
        ("SBN 133", ("SBN 2031/133",), ("KS 2030/133",)),
    ],
)
def test_the_matters_that_half_a_dnr_fits_are_named(text: str, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    sentence = told(text) or ""

    assert all(part in sentence for part in said), sentence
    assert not any(part in sentence for part in unsaid)


def test_a_number_that_fits_no_matter_is_left_to_the_search() -> None:
    assert told("977") is None


def told(text: str) -> str | None:
    made, access = indexed(*((TOWN, paper) for paper in MINUTES)), Access.public()
    question = understand(text, Filters(), made.facets(Filters(), access), TODAY)
    return matters(Material(question, (), (), made, access, files_of(made, access), TODAY))
