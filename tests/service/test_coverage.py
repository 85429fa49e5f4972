from dataclasses import replace

import pytest

from service.coverage import minutes_sentence
from service.records import Coverage

SEARCHED = Coverage(("Granby",), ("Kommunstyrelsen",), "2024", "2024", 1, 2, 3)


@pytest.mark.parametrize(
    ("found", "language", "said"),
    [
        (SEARCHED, "sv", None),
        (replace(SEARCHED, minutes=2), "en", "Minutes among them: 2."),
        (replace(SEARCHED, minutes=2, gaps=("KS § 4",)), "sv", "Protokoll bland dem: 2. Saknas i läsningen: KS § 4."),
        (
            replace(SEARCHED, minutes=2, missing_meetings=1, gaps=("a", "b", "c", "d")),
            "sv",
            "Protokoll bland dem: 2. Kända sammanträden vars protokoll saknas här: 1. Saknas i läsningen: a; b; c ….",
        ),
    ],
)
def test_minutes_and_what_is_missing_are_said_shortly(found: Coverage, language: str, said: str | None) -> None:
    assert minutes_sentence(found, language) == said
