import pytest

from indexer.details.votes import votes
from indexer.documents import Span
from service.minuted.voted import spans


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Votering begärs. Ja för styrelsens förslag, nej för återremiss. Utfallet är 7 ja-röster och 4 nej-röster.",
            ["Ja för styrelsens förslag, nej för återremiss. Utfallet är 7 ja-röster och 4 nej-röster"],
        ),
        (
            "Prövning.\n\nOmröstning\nDen som vill ha bron röstar ja. Den som inte vill röstar nej.\nResultatet blir 7 ja och 4 nej.",
            ["Den som vill ha bron röstar ja. Den som inte vill röstar nej.\nResultatet blir 7 ja och 4 nej"],
        ),
        (
            "Godkänd proposition:\n\n- Ja för bron\n\n- Nej för färjan\n\nDet blir 7 ja-röster och 4 nej-röster.",
            ["Ja för bron\n\n- Nej för färjan\n\nDet blir 7 ja-röster och 4 nej-röster"],
        ),
        (
            "Votering hålls om ärendet ska avgöras i dag. Med 7 ja-röster mot 4 nej-röster ska det göra det.",
            ["Votering hålls om ärendet ska avgöras i dag. Med 7 ja-röster mot 4 nej-röster"],
        ),
        ("Det blir 7 ja-röster för bron, 4 nej-röster för färjan.", ["7 ja-röster för bron, 4 nej-röster för färjan"]),
        ("Utfallet är 7 ja-röster och 4 nej-röster.", ["7 ja-röster och 4 nej-röster"]),
        (
            "Ja för bron, nej för färjan. Det blir 7 ja-röster och 4 nej-röster. Sedan blir det 6 ja-röster och 5 nej-röster.",
            ["Ja för bron, nej för färjan. Det blir 7 ja-röster och 4 nej-röster", "6 ja-röster och 5 nej-röster"],
        ),
    ],
    ids=["one sentence", "below a heading", "a list", "what is voted on", "after the numbers", "not told", "not the vote after it"],
)
def test_a_vote_is_quoted_from_what_its_sides_are_called(text: str, told: list[str]) -> None:
    assert [span.of(text) for span in spans(text, Span(0, len(text)), tuple(votes(text)))] == told
