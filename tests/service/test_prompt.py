from pathlib import Path

import pytest

from service.prompt import BadTemplate, answer_prompt, fill, keys
from tests.service.made import BUSES, WELLNESS

GOLDEN = Path(__file__).parent / "golden" / "answer.sv.txt"


def test_a_filled_prompt_is_as_it_was_read_and_approved() -> None:
    passages = {"k00000001": f"{WELLNESS.header}\n{WELLNESS.text}", "k00000002": f"{BUSES.header}\n{BUSES.text}"}
    filled = answer_prompt("Hur stort är\nfriskvårdsbidraget?", "sv", passages)

    if not GOLDEN.exists():
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(filled, encoding="utf-8")
        pytest.fail("the golden prompt was missing and is now written: read it, then run again")
    assert filled == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("values", [{}, {"a": "1", "b": "2"}])
def test_a_variable_that_is_missing_or_not_used_is_an_error(values: dict[str, str]) -> None:
    with pytest.raises(BadTemplate):
        fill("Hej $a", values)


def test_a_dollar_in_a_passage_stays_a_dollar() -> None:
    assert "$question ${x} 5 $" in answer_prompt("Vad?", "sv", {"k1": "$question ${x} 5 $"})


def test_keys_are_opaque_and_the_same_every_time() -> None:
    assert keys([BUSES]) == keys([BUSES])
    assert all(BUSES.id not in key for key in keys([BUSES]))
