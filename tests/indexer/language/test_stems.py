"""Forms of one word share a stem; words that only look alike do not."""

import pytest

from indexer.language.stems import stem

FORMS_OF_ONE_WORD = [
    "skola skolan skolans skolor skolorna",
    "avtal avtalet avtalets avtalen",
    "beslut beslutet beslutets besluten",
    "nämnd nämnden nämndens nämnder nämnderna",
    "taxa taxan taxor taxorna",
    "bidrag bidraget bidragets bidragen",
    "detaljplan detaljplanen detaljplaner",
    "budget budgeten budgetens",
    "verksamhet verksamheten verksamheter verksamheterna",
    "ärende ärendet ärenden ärendena",
    "yttrande yttrandet yttranden yttrandena",
    "universitet universitetet universiteten",
    "kvalitet kvaliteten",
    "program programmet programmen",
    "rum rummet rummen",
    "skolskjuts skolskjutsen skolskjutsar",
    "organ organet",
    "land landet landets",
    "barn barnet barnen barnens",
]


@pytest.mark.parametrize("forms", FORMS_OF_ONE_WORD)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("plan", "plats"), ("mål", "mal"), ("budget", "bud"), ("inte", "inne"), ("sedan", "sed"), ("väg", "vag"), ("får", "far")],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["et", "an", "ena", "det", "man", "", "x"])
def test_short_words_survive(word: str) -> None:
    assert stem(word) or not word
