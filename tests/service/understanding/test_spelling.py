"""What a mistyped question may have meant."""

import pytest

from service.understanding.spelling import meant

NAMES = ("Åmosele", "Kultur- och fritidsnämnden")


@pytest.mark.parametrize(
    ("question", "spelled"),
    [
        ("Vad kostar skolskjus?", "Vad kostar skolskjuts?"),
        ("hur mycket kostar bygglovv", "hur mycket kostar bygglov"),
        ("Vem vann fotbollsmatchen?", None),  # another form of a known word
        ("vilka reserverade sig mot fritidsbankn", "vilka reserverade sig mot fritidsbanken"),
        ("Vad beslutades om skolskjuts?", None),
        ("vad gäller i åmosele", None),  # a name that is indexed
        ("Vad sa Skolskjus?", None),  # a capital: a name
        ("KS 2024/00071", None),
        ("", None),
    ],
)
def test_only_words_that_nobody_knows_are_doubted(question: str, spelled: str | None) -> None:
    assert meant(question, NAMES) == spelled
