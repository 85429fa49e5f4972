import pytest

from service.comparison.arranging import View, arranged
from service.comparison.records import Empty, Row
from service.errors import BadParameter
from tests.service.comparison.tables import amount, table

TABLE = table(
    amount("Älvmo", "700"),
    amount("Granby", "1200"),
    Row("Tystberga", (), Empty.NOTHING_FOUND),
    amount("Åby", "90", status="förslag", empty=Empty.NOT_DECIDED),
)


def names(view: View) -> list[str]:
    return [row.municipality for row in arranged(TABLE, view).comparison.rows]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(), ["Älvmo", "Granby", "Tystberga", "Åby"]),
        (View(sort="kommun"), ["Granby", "Tystberga", "Åby", "Älvmo"]),
        (View(sort="Belopp"), ["Åby", "Älvmo", "Granby", "Tystberga"]),
        (View(sort="-belopp"), ["Granby", "Älvmo", "Åby", "Tystberga"]),
        (View(kinds=("answered",)), ["Älvmo", "Granby"]),
        (View(kinds=("searched_nothing_found", "mentioned_not_decided")), ["Tystberga", "Åby"]),
        (View(sort="kommun", offset=1, limit=2), ["Tystberga", "Åby"]),
    ],
)
def test_rows_are_sorted_picked_and_paged(view: View, expected: list[str]) -> None:
    assert names(view) == expected


def test_all_rows_are_counted_by_kind_whatever_is_shown() -> None:
    found = arranged(TABLE, View(kinds=("answered",), limit=1))

    assert (found.total, dict(found.kinds)) == (2, {"answered": 2, "searched_nothing_found": 1, "mentioned_not_decided": 1})


@pytest.mark.parametrize("view", [View(kinds=("finns inte",)), View(sort="Längd")])
def test_what_there_is_not_is_refused_with_what_there_is(view: View) -> None:
    with pytest.raises(BadParameter, match="Välj bland"):
        arranged(TABLE, view)
