"""What of a reply is shown while it is written."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.writing.prompt import REFUSAL
from service.writing.reply import Unkeyed, sentences, thoughtless


def shown(reply: str, size: int) -> str:
    unkeyed = Unkeyed()
    return "".join(map(unkeyed.after, re.findall(rf".{{1,{size}}}", reply, re.DOTALL)))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 100])
@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Avgiften höjs. [[k00000001]] Den gäller nu. [[k00000001, k00000002]]", "Avgiften höjs. Den gäller nu."),
        ("Se [bilaga 1] och [[2]].", "Se [bilaga 1] och [[2]]."),
        ("Kanske höjs avgiften.", "Kanske höjs avgiften."),
        (REFUSAL, ""),
        (f"  {REFUSAL}.", ""),
        ("<think>Hm. KAN INTE</think>\nAvgiften höjs.", "Avgiften höjs."),
    ],
)
def test_keys_thoughts_and_the_sign_of_a_refusal_are_never_shown(reply: str, expected: str, size: int) -> None:
    assert shown(reply, size) == expected


def test_a_word_is_shown_as_soon_as_it_cannot_become_a_key() -> None:
    unkeyed = Unkeyed()

    assert [unkeyed.after(piece) for piece in ("Avgiften", " höjs.", " [[k000", "00001]]", " Nu.")] == [
        "Avgiften",
        " höjs.",
        "",
        "",
        " Nu.",
    ]


@example(["[[", "k0123abcd", "[[k0123abcd]]", "]]"])
@given(st.lists(st.sampled_from(["Hej.", " ", "[[k0123abcd]]", "[", "[[", "]]", "k0123abcd", "\n", "KAN INTE", "<think>"]), max_size=12))
def test_nothing_shown_holds_a_key(parts: list[str]) -> None:
    assert "[[k0123abcd]]" not in shown("".join(parts), 3)


def test_each_sentence_has_the_keys_that_follow_it() -> None:
    assert list(sentences("Ett. [[k00000001]] Två. [[k00000001; k00000002]] Tre")) == [
        ("Ett.", ["k00000001"]),
        ("Två.", ["k00000001", "k00000002"]),
        ("Tre", []),
    ]


def test_a_thought_that_never_ends_leaves_nothing() -> None:
    assert thoughtless("<think>Hm, det beror på") == ""
