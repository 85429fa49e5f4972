import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dates import dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mötet hölls 2024-05-16.", ["2024-05-16"]),
        ("torsdagen den 13 februari 2031 kl. 09:00", ["2031-02-13"]),
        ("senast den 30:e juni\n2024", ["2024-06-30"]),
        ("sammanträdet 2024-\n\n02-08. Därefter 2024-12-\n05", ["2024-02-08", "2024-12-05"]),
        ("under tiden 16 juni – 01 september 2025", ["2025-06-16", "2025-09-01"]),
        ("3–5 mars 2024", ["2024-03-03", "2024-03-05"]),
        ("20 december – 7 januari 2026", ["2025-12-20", "2026-01-07"]),
        ("20 dec. 2023", ["2023-12-20"]),
        ("nämnd 6/2 och 14/8", [None, None]),
        ("nämnd 6/2 2025", ["2025-02-06"]),
        ("den 26 januari", [None]),
        ("beslut 250623 § 23", ["2025-06-23"]),
        ("Protokollsutdrag KSN 250508, utkast 250507", ["2025-05-08", "2025-05-07"]),
        ("perioden 241230-250103", ["2024-12-30", "2025-01-03"]),
        ("reviderad 2023-12-07.En ny plan", ["2023-12-07"]),
    ],
)
def test_dates_are_found_in_every_written_form(text: str, expected: list[str | None]) -> None:
    assert [found.iso for found in dates(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024-13-40",
        "31 februari 2024",
        "Dnr 2024/00123",
        "läsåret 2024/25",
        "SOU 2017:114",
        "sidan 1/54",
        "tel 0498-26 90 00",
        "250623 kronor",
        "2020-11",
        "12(27)",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


@given(st.text(alphabet="0123456789-/–. \nabcdenjuli§KS", max_size=120))
def test_every_date_stands_where_its_span_says(text: str) -> None:
    found = dates(text)
    assert found == sorted(found, key=lambda date: date.span)
    for date in found:
        assert re.search(r"\d", date.span.of(text))
        assert date.iso is None or re.fullmatch(r"\d{4}-\d\d-\d\d", date.iso)
