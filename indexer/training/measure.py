"""How well a model finds answers: `python -m indexer.training.measure SWEFAQ.jsonl [MODEL…]`.

nDCG@10 of each model, of BM25 over the stems, and of both together, on questions whose answer stands among all the
answers of the file. `dev` data of SweFAQ: public, not ours, for developing only.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy
from numpy.typing import NDArray

from indexer.embeddings import load
from indexer.swedish import document_tokens, question_tokens

DEPTH = 10
K1, B = 1.2, 0.75
SHARE_OF_LEXICAL = 4.0
"""Weight of BM25, scaled to 1 for the best answer, beside the cosine: tried 1, 2, 4 and 8."""

Scores = NDArray[numpy.floating]


def main(argv: list[str]) -> None:
    """Print one line a way of finding."""
    rows = [json.loads(line) for line in Path(argv[1]).read_text(encoding="utf-8").splitlines()]
    questions = [str(row["question"]) for row in rows]
    right = [str(row["candidate_answers"][row["label"]]) for row in rows]
    answers = sorted(set(right))
    gold = [answers.index(answer) for answer in right]
    lexical = {name: bm25(name, answers, questions) for name in ("stems", "parts", "loose")}
    for name, scores in lexical.items():
        _print(f"BM25 {name}", scores, gold)
    together = lexical["stems"] + 0.5 * lexical["parts"] + 0.3 * lexical["loose"]
    _print("BM25 stems + parts + loose", together, gold)
    for name in argv[2:] or ["bundled"]:
        model = load(name)
        near = numpy.stack([model.query(question) for question in questions]) @ model.documents(answers).T
        _print(model.name, near, gold)
        _print(f"{model.name} and BM25", SHARE_OF_LEXICAL * together / together.max(axis=1, keepdims=True) + near, gold)


def bm25(field: str, documents: Sequence[str], questions: Sequence[str]) -> Scores:
    """Lucene's BM25 of every question (rows) for every document (columns), over one field of the analysis."""
    counts = [Counter(document_tokens("", document)[field]) for document in documents]
    lengths = numpy.array([count.total() for count in counts])
    scores = numpy.zeros((len(questions), len(documents)))
    for row, question in enumerate(questions):
        for token in question_tokens(question)[field]:
            frequency = numpy.array([count[token] for count in counts])
            held = int((frequency > 0).sum())
            rarity = math.log(1 + (len(documents) - held + 0.5) / (held + 0.5))
            scores[row] += rarity * frequency / (frequency + K1 * (1 - B + B * lengths / lengths.mean()))
    return scores


def ndcg(scores: Scores, gold: Sequence[int]) -> float:
    """Mean nDCG@10 with one right document a question."""
    gains = []
    for row, right in zip(scores, gold, strict=True):
        rank = int((row > row[right]).sum()) + 1
        gains.append(1 / math.log2(rank + 1) if rank <= DEPTH else 0.0)
    return sum(gains) / len(gains)


def _print(name: str, scores: Scores, gold: Sequence[int]) -> None:
    sys.stdout.write(f"{name}: nDCG@10 {100 * ndcg(scores, gold):.1f}\n")


if __name__ == "__main__":
    main(sys.argv)
