"""Keys of decision points follow their words, not their place."""

from indexer.documents import DecisionPoint, Section, Span, Status
from service.serving.lasting import keyed_points, point_of


def section(text: str, *points: str) -> Section:
    found, at = [], 0
    for words in points:
        at = text.index(words, at)
        found.append(DecisionPoint(None, Span(at, at + len(words)), Status.BESLUT))
        at += len(words)
    return Section("s", "§ 1", None, None, Status.BESLUT, Span(0, len(text)), (1, 1), (1, 1), points=tuple(found))


def keys(text: str, *points: str) -> list[str]:
    return [each.key for each in keyed_points(section(text, *points), text)]


def test_a_point_keeps_its_key_where_others_come_before_it_and_lines_break_elsewhere() -> None:
    (alone,) = keys("att köpa en båt", "att köpa en båt")

    assert keys("att sälja bron\natt köpa\nen båt", "att sälja bron", "att köpa\nen båt")[1] == alone
    assert keys("att köpa en bro", "att köpa en bro") != [alone]


def test_points_with_the_same_words_have_keys_of_their_own() -> None:
    text = "avslag\navslag"
    made = section(text, "avslag", "avslag")
    first, second = keyed_points(made, text)

    assert first.key != second.key
    assert point_of((first, second), second.key) == made.points[1]
    assert point_of((first, second), "0000000000") is None
