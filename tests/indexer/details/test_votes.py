import pytest

from indexer.details.votes import votes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omröstningen utfaller med 8 ja-röster och 5 nej-röster.", (8, 5, None, ())),
        ("Det avges 22 JA-röster och 14\nNEJ-röster. En ledamot avstår.", (22, 14, 1, ())),
        ("Med 4 ja-röster mot 3 nej-röster beslutar nämnden så.", (4, 3, None, ())),
        ("13 ledamöter röstar ja till förslaget, 16 röstar nej och 1 avstår.", (13, 16, 1, ())),
        ("Resultatet blir 9 ja och 12 nej. Ingen avstod.", (9, 12, 0, ())),
        ("15 ledamöter röstar för styrelsens förslag och 6 för Bo Alms förslag.", (None, None, None, (15, 6))),
    ],
)
def test_votes_are_counted_as_the_text_counts_them(text: str, expected: tuple[object, ...]) -> None:
    assert [(vote.yes, vote.no, vote.abstained, vote.shares) for vote in votes(text)] == [expected]


@pytest.mark.parametrize("text", ["Den som bifaller röstar ja, annars nej.", "Votering begärs.", "Ja för alternativ A, nej för B."])
def test_what_yes_means_is_no_count(text: str) -> None:
    assert list(votes(text)) == []
