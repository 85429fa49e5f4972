"""Makes the frozen vocabulary: `python -m indexer.training.vocabulary TEXT.jsonl.xz`.

Word forms of the public training text, the most frequent first. The order is all that the compound splitter and the
restoration of damaged words need of the counts.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from indexer.language.vocabulary import FILE
from indexer.training.text import documents

FORM = re.compile(r"[^\W\d_]+")
SMALLEST_COUNT = 3
LENGTHS = range(2, 31)


def counted(path: Path) -> Counter[str]:
    """How often each casefolded word form stands in the training text."""
    counts: Counter[str] = Counter()
    for document in documents(path):
        for text in (document.title, *document.paragraphs):
            counts.update(FORM.findall(text.casefold()))
    return counts


def main(argv: list[str]) -> None:
    """Count, sort, write."""
    counts = counted(Path(argv[1]))
    kept = [word for word, count in counts.items() if count >= SMALLEST_COUNT and len(word) in LENGTHS]
    kept.sort(key=lambda word: (-counts[word], word))
    FILE.write_text("\n".join(kept) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(kept)} word forms of {len(counts)} in {FILE.name}, {FILE.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(sys.argv)
