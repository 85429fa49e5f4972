"""Keys of decision points follow their words, not their place."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.documents import DecisionPoint, Document, Kind, Section, Span, Status
from indexer.engines.location import Connection, open_index
from indexer.index import Access
from service.serving.lasting import keyed_points, meant, names, point_of, where
from tests.service.minutes import BOARD, VERSION, entry


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


@pytest.mark.parametrize(
    ("points", "called"),
    [
        ((("1", "att köpa en båt"), ("2", "att sälja bron")), ("1", "2")),
        (((None, "• att köpa\nen båt"), (None, "– att sälja bron")), ("”att köpa en båt”", "”att sälja bron”")),
        ((("1", "1. att köpa en båt"), ("1", "1. att föreslå avgiften")), ("1 ”att köpa en båt”", "1 ”att föreslå avgiften”")),
        (((None, f"att {'mycket ' * 12}båt"), ("2", "bro")), (f"”att {' '.join(['mycket'] * 8)} …”", "2")),
    ],
)
def test_a_point_is_called_by_its_number_else_by_its_first_words(
    points: tuple[tuple[str | None, str], ...], called: tuple[str, ...]
) -> None:
    text = "\n".join(words for _, words in points)
    made = section(text, *(words for _, words in points))
    labelled = replace(made, points=tuple(replace(each, label=label) for each, (label, _) in zip(made.points, points, strict=True)))

    assert names(keyed_points(labelled, text), text) == called


def test_points_with_the_same_words_have_keys_of_their_own() -> None:
    text = "avslag\navslag"
    made = section(text, "avslag", "avslag")
    first, second = keyed_points(made, text)

    assert first.key != second.key
    assert point_of((first, second), second.key) == made.points[1]
    assert point_of((first, second), "0000000000") is None


@pytest.mark.parametrize(
    ("municipality", "body", "date", "number", "said"),
    [
        ("Tallmora", "Kommunstyrelsen", "2031-02-06", "§ 10", "tallmora_kommunstyrelsen_2031-02-06_10"),
        ("Åmosele", "Barn- och skolnämnden", "2031-02-06", "§ 12 a", "amosele_barn-och-skolnamnden_2031-02-06_12-a"),
        ("Åmosele", "Barn- och skolnämnden", "2031-02-06", "Ä 3", "amosele_barn-och-skolnamnden_2031-02-06_a-3"),
        (None, "Kommunstyrelsen", "2031-02-06", "§ 10", "handling"),
        ("Tallmora", "Kommunstyrelsen", None, "§ 10", "handling"),
        ("Tallmora", "Kommunstyrelsen", "2031-02-06", None, "handling"),
    ],
)
def test_an_address_says_whose_section_it_is_where_all_of_that_is_known(
    municipality: str | None, body: str | None, date: str | None, number: str | None, said: str
) -> None:
    one = replace(section("text"), number=number)
    document = Document("d", Kind.PROTOKOLL, municipality, body, date, False, None, None, None, Span(0, 1), (1, 1), (1, 1), (one,))

    assert where(document, one) == said


def test_two_sections_that_fit_an_address_are_neither_of_them_meant(tmp_path: Path) -> None:
    said = "granby_kommunstyrelsen_2031-03-12_11"
    with closing(open_index(str(tmp_path), VERSION, Connection(), create=True)) as index:
        for file in ("a.txt", "b.txt"):
            with index.writer() as writer:
                writer.put(entry(file, BOARD))
            if file == "a.txt":
                alone = meant(index, Access.public(), said)
        both = meant(index, Access.public(), said)

    assert alone is not None
    assert both is None
