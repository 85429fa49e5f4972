import threading

import pytest

from service.understanding.language import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vad beslutade nämnden om skolskjuts?", "sv"),
        ("vilken forskola har oppet pa kvallar", "sv"),
        ("What did the board decide about school transport?", "en"),
        ("How much is the fee for a boat place?", "en"),
        ("budget 2025", "sv"),
        ("", "sv"),
        ("123 § 84 2024/00012 1 2 3", "sv"),
        ("KS § 58 2031-05-08 Tallmora", "sv"),
        ("IT policy KS 2031/12", "sv"),
        ("Norrhamn rapport Granby 2031", "sv"),
        ("school fees in Tallmora 2031", "en"),
        ("What did KS decide in § 58?", "en"),
        ("WHAT DID THE COUNCIL DECIDE ABOUT BOAT PLACES?", "en"),
    ],
)
def test_a_question_is_swedish_unless_it_is_clearly_english(text: str, expected: str) -> None:
    assert language(text) == expected


def test_many_threads_get_the_same_language() -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(language("What did the council decide in March?"))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == ["en"] * 16
