"""Who holds a post, in invented papers."""

import pytest

from indexer.index import Access, Filters
from service.answering.posts import is_held
from service.material import Material
from service.places import files_of
from service.question import understand
from service.understanding.wanted import wanted
from tests.service.made import TODAY, index, passage

PAPERS = passage("Rektorn på Strandskolan och hamnchefen får uppdraget.\n", title="Uppdrag")


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Vem är rektor på Strandskolan?", ["Rektor på Strandskolan är Stina Ek."], True),
        ("Vem är rektor på Strandskolan?", ["Strandskolan byggs om.", "Stina Ek yrkar bifall."], False),
        ("Vem är rektor på Strandskolan?", ["Rektorn får uppdraget.", "Stina Ek yrkar bifall."], False),
        ("Vad heter hamnchefen?", ["Bryggan rustas, skriver Stina Ek."], False),
        ("Vad heter hamnchefen?", ["Stina Ek, hamnchef"], True),
        ("Vem yrkade bifall?", ["Stina Ek yrkar bifall."], True),
        ("Vad beslutades om rektorn?", ["Ärendet bordläggs."], True),
    ],
)
def test_a_post_must_stand_with_the_name(text: str, said: list[str], expected: bool) -> None:
    made, access = index(PAPERS), Access.public()
    question = understand(text, Filters(), made.facets(Filters(), access), TODAY)
    asked = Material(question, wanted(question.searched, made, access), (), made, access, files_of(made, access), TODAY)

    assert is_held(asked, said) is expected
