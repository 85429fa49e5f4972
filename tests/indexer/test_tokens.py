"""Token counts: the same ids as the tokenizers library, whole letters, budgets kept."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Regex, Tokenizer, models, pre_tokenizers

from indexer import tokens
from indexer.training.token_ranks import LETTERS

TEXT = "Kommunfullmäktige i Ekköping beslutar att höja avgiften till 1 250 kronor från och med den 1 januari 2027."


@pytest.fixture(scope="module")
def twin() -> Tokenizer:
    """The rank file read by the tokenizers library: merges are all the ways to join two tokens into one, by rank."""
    letter = {byte: sign for sign, byte in LETTERS.items()}
    lines = [line.split() for line in tokens.RANKS.read_bytes().splitlines()]
    vocabulary = {"".join(letter[byte] for byte in base64.b64decode(token)): int(rank) for token, rank in lines}
    merges = [
        (token[:at], token[at:])
        for token in sorted(vocabulary, key=vocabulary.__getitem__)
        for at in range(1, len(token))
        if token[:at] in vocabulary and token[at:] in vocabulary
    ]
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(Regex(tokens.PATTERN), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
    )
    return tokenizer


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=80) | st.lists(st.sampled_from([*TEXT.split(), "§", "–", "\n"])).map(" ".join)
)
def test_ids_are_those_of_the_tokenizers_library(twin: Tokenizer, text: str) -> None:
    assert tokens.encoded(text) == twin.encode(text).ids


@given(st.text(max_size=300), st.integers(min_value=0, max_value=100))
def test_a_shortened_text_keeps_its_budget_and_is_a_beginning(text: str, budget: int) -> None:
    short = tokens.shorten(text, budget)
    assert text.startswith(short)
    assert tokens.count(short) <= budget


def test_a_text_within_its_budget_stays_whole() -> None:
    assert tokens.shorten(TEXT, tokens.count(TEXT)) == TEXT


def test_a_cut_falls_between_words() -> None:
    short = tokens.shorten(TEXT * 20, 60)
    assert short
    assert (TEXT * 20)[len(short)] == " "


def test_no_text_needs_no_tokens() -> None:
    assert tokens.count("") == 0


def test_counts_hold_a_margin_for_real_models() -> None:
    assert tokens.count(TEXT) >= tokens.MARGIN * len(tokens.encoded(TEXT))


def test_words_that_look_like_control_tokens_are_plain_text() -> None:
    assert tokens.count("<|endoftext|>") > 1
