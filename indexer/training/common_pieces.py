"""Makes the list of common pieces: `python -m indexer.training.common_pieces TEXT.jsonl.xz`.

Pieces of the tolerant form that so many passages of public text hold that they tell nothing of any of them, the most
common first. Questions are searched without them.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from indexer.language.loose import COMMON_FILE
from indexer.swedish import text_tokens
from indexer.training.text import documents

WORDS = 170
"""Of a passage."""

SHARE = 0.3
"""Of the passages."""


def counted(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """In how many passages each piece stands, and how many passages there are."""
    counts: Counter[str] = Counter()
    number = 0
    for text in texts:
        for passage in _passages(text):
            counts.update(set(text_tokens(passage)["loose"]))
            number += 1
    return counts, number


def _passages(text: str) -> Iterator[str]:
    words = text.split()
    for at in range(0, len(words), WORDS):
        yield " ".join(words[at : at + WORDS])


def main(argv: list[str]) -> None:
    """Count, sort, write."""
    counts, number = counted(" ".join((document.title, *document.paragraphs)) for document in documents(Path(argv[1])))
    kept = sorted((piece for piece, count in counts.items() if count >= SHARE * number), key=lambda piece: (-counts[piece], piece))
    COMMON_FILE.write_text("\n".join(kept) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(kept)} of {len(counts)} pieces in {COMMON_FILE.name}, of {number} passages\n")


if __name__ == "__main__":
    main(sys.argv)
