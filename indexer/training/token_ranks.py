"""Makes the rank file of `indexer.tokens`: `python -m indexer.training.token_ranks TEXT.jsonl.xz`.

Byte-level BPE trained by the tokenizers library with the very pattern that tiktoken splits by, so that both cut alike.
"""

import base64
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from indexer.tokens import PATTERN, RANKS
from indexer.training.text import documents

VOCABULARY_SIZE = 16_000
EVERY = 3
"""Every third document is enough for ranks."""


def main(argv: list[str]) -> None:
    """Train and write "base64 rank" lines, the format of tiktoken."""
    texts = (chain((document.title,), document.paragraphs) for at, document in enumerate(documents(Path(argv[1]))) if at % EVERY == 0)
    tokenizer = train(chain.from_iterable(texts))
    ranks = sorted((rank, bytes_of(token)) for token, rank in tokenizer.get_vocab().items())
    RANKS.write_bytes(b"".join(base64.b64encode(token) + b" %d\n" % rank for rank, token in ranks))
    sys.stdout.write(f"{len(ranks)} ranks in {RANKS.name}, {RANKS.stat().st_size} bytes\n")


def train(texts: Iterator[str]) -> Tokenizer:
    """A tokenizer whose ids are ranks: no special tokens, all 256 bytes known."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(Regex(PATTERN), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=VOCABULARY_SIZE, initial_alphabet=alphabet, special_tokens=[], show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def bytes_of(token: str) -> bytes:
    """The bytes that a token of a byte-level tokenizer stands for."""
    return bytes(LETTERS[letter] for letter in token)


def _byte_letters() -> dict[str, int]:
    """The letter that byte-level tokenizers write for each byte: itself where it prints, else one from 256 up."""
    printing = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [byte for byte in range(256) if byte not in printing]
    return {chr(byte): byte for byte in printing} | {chr(256 + at): byte for at, byte in enumerate(others)}


LETTERS = _byte_letters()
"""The byte of each letter of a byte-level token."""


if __name__ == "__main__":
    main(sys.argv)
