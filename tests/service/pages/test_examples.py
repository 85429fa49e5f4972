"""The start page's examples are made of what is indexed, and ask for what a reader may want to know."""

from dataclasses import replace

import pytest

from indexer.documents import Role
from service.pages.examples import OFFERED, examples
from tests.service import made

DECIDED = replace(
    made.passage("Nämnden beslutar att bryggan byggs."),
    role=Role.BESLUT,
    title="Brygga vid badplatsen",
    case="KS 2031/12",
    date="2031-05-02",
    municipality="Granby",
)


def test_a_decision_is_asked_for_by_its_title_with_its_first_word_as_the_paper_writes_it() -> None:
    named = replace(DECIDED, title="Storön får en brygga", date="2031-04-02", text="Bron till Storön byggs.")

    assert examples([DECIDED, named]) == ("Vad beslutades om brygga vid badplatsen?", "Vad beslutades om Storön får en brygga?")


@pytest.mark.parametrize(
    "other",
    [
        replace(DECIDED, role=Role.FORSLAG),
        replace(DECIDED, case=None),
        replace(DECIDED, title=None),
        replace(DECIDED, title="Avsägelse från Bo Ek"),
        replace(DECIDED, title="Godkännande av dagordning"),
        replace(DECIDED, title="Budget 2032"),
    ],
)
def test_what_is_no_matter_of_its_own_or_names_somebody_is_not_offered(other: object) -> None:
    assert examples([other]) == ()  # type: ignore[list-item]


def test_each_municipality_is_asked_about_before_one_twice_and_the_latest_first() -> None:
    matters = ("brygga vid ån", "stig kring sjön", "bänkar i parken", "lampor i backen")
    granby = [replace(DECIDED, title=f"Ny {what}", date=f"2031-05-1{at}") for at, what in enumerate(matters)]
    found = examples([*granby, replace(DECIDED, title="Gamla kvarnen", municipality="Älvmo", date="2030-01-01")])

    assert len(found) == OFFERED
    assert found[1] == "Vad beslutades om Gamla kvarnen?"
    assert "lampor" in found[0]
    assert "bänkar" in found[2]


def test_titles_that_are_surely_words_are_offered_before_those_that_may_begin_with_a_name() -> None:
    named = replace(DECIDED, title="Storön får en brygga", date="2031-06-02", text="Bron till Storön byggs.", municipality="Älvmo")

    assert examples([named, DECIDED])[0] == "Vad beslutades om brygga vid badplatsen?"
