"""How many tokens a language model needs for a text, counted without a network.

tiktoken counts with ranks trained on Swedish public text; a real model's vocabulary knows less Swedish, so counts are
raised by a measured margin. The service's budget for prompts is kept with these counts.
"""

import base64
import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiktoken import Encoding

RANKS = Path(__file__).parent / "data" / "token_ranks.txt"

PATTERN = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"  # cl100k's

MARGIN = 1.7
"""Tokens of cl100k for one of ours: 1.1 to 1.3 on whole municipal bundles, at most 1.7 on single pages (docs/models.md)."""


def count(text: str) -> int:
    """Tokens that a real model is likely to need for the text, margin included."""
    return math.ceil(len(encoded(text)) * MARGIN)


def encoded(text: str) -> list[int]:
    """The ids of our own ranks; what looks like a control token of some model is plain text."""
    return _encoding().encode_ordinary(text)


def shorten(text: str, budget: int) -> str:
    """The text, cut so that `count` of it is at most `budget`; at a space where there is one in the last part."""
    tokens = encoded(text)
    allowed = max(0, math.floor(budget / MARGIN))
    if len(tokens) <= allowed:
        return text
    while allowed > 0:
        cut = _at_space(_whole_letters(_encoding().decode_bytes(tokens[:allowed])))
        if count(cut) <= budget:
            return cut
        allowed -= 1
    return ""


def _whole_letters(found: bytes) -> str:
    """The text of the bytes, without a letter whose last bytes were cut away."""
    return found.decode("utf-8", errors="ignore")


def _at_space(text: str) -> str:
    space = text.rfind(" ")
    return text[:space] if space > len(text) * 3 // 4 else text


@cache
def _encoding() -> "Encoding":
    # Only prompts are counted: searching never pays for the ranks.
    from tiktoken import Encoding

    lines = RANKS.read_bytes().splitlines()
    ranks = {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in lines)}
    return Encoding("paragraf", pat_str=PATTERN, mergeable_ranks=ranks, special_tokens={})
