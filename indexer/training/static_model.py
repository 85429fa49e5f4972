"""Trains the bundled embedding model: `python -m indexer.training.static_model TEXT.jsonl.xz [FOLDER]`.

A StaticEmbedding of sentence-transformers: a WordPiece tokenizer and one row a token, whose mean is the vector. Learned
by contrast within a batch (each text must find its partner among all the others). One thread, one seed, about ten
minutes.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers
from torch.nn import functional

from indexer.embeddings import BUNDLED, fingerprint
from indexer.training.pairs import pairs
from indexer.training.text import TrainingDocument, documents

SEED = 20261121
VOCABULARY_SIZE = 24_000
DIMENSION = 176
BATCH = 1_024
EPOCHS = 4
DRAWS = 2
"""Times that pairs are drawn from the same documents: other sentences, other damage."""
LEARNING_RATE = 0.03
SCALE = 20.0
"""Cosines are multiplied by this before the softmax: the inverse of the temperature."""
TOKENS_AT_MOST = 160
TOKEN_DROPOUT = 0.25
UNKNOWN = 0
"""Id of the unknown token, whose row stays zero: it never turns a vector, and dropped tokens take its place."""

Ids = NDArray[numpy.int32]


def main(argv: list[str]) -> None:
    """Train and save."""
    folder = Path(argv[2]) if len(argv) > 2 else BUNDLED
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    read = list(documents(Path(argv[1])))
    tokenizer = train_tokenizer(read)
    left, right = encoded(tokenizer, read)
    weights = train(left, right, tokenizer.get_vocab_size())
    save(tokenizer, weights, folder)


def train_tokenizer(read: Sequence[TrainingDocument]) -> Tokenizer:
    """Lower-cased WordPiece over the training text, accents kept."""
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))  # noqa: S106 - a token of text
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    trainer = trainers.WordPieceTrainer(
        vocab_size=VOCABULARY_SIZE, min_frequency=3, limit_alphabet=120, special_tokens=["[UNK]"], show_progress=False
    )
    tokenizer.train_from_iterator(chain.from_iterable((document.title, *document.paragraphs) for document in read), trainer)
    return tokenizer


def encoded(tokenizer: Tokenizer, read: Sequence[TrainingDocument]) -> tuple[list[Ids], list[Ids]]:
    """Token ids of both sides of every pair, in an order that is drawn once."""
    both = list(chain.from_iterable(pairs(read, SEED + draw) for draw in range(DRAWS)))
    numpy.random.default_rng(SEED).shuffle(both)
    sides = []
    for side in (0, 1):
        found: list[Ids] = []
        for at in range(0, len(both), 20_000):
            batch = tokenizer.encode_batch_fast([pair[side] for pair in both[at : at + 20_000]], add_special_tokens=False)
            found += [numpy.array(encoding.ids[:TOKENS_AT_MOST] or [UNKNOWN], dtype=numpy.int32) for encoding in batch]
        sides.append(found)
    return sides[0], sides[1]


def train(left: list[Ids], right: list[Ids], rows: int) -> NDArray[numpy.float32]:
    """The table of rows after `EPOCHS` passes over the pairs."""
    table = torch.nn.EmbeddingBag(rows, DIMENSION, mode="mean", padding_idx=UNKNOWN)
    torch.nn.init.normal_(table.weight, std=0.1)
    table.weight.data[UNKNOWN] = 0.0
    steps = EPOCHS * (len(left) // BATCH)
    optimizer = torch.optim.Adam(table.parameters(), lr=LEARNING_RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps, pct_start=0.1)
    started = time.monotonic()
    for step, (first, second) in enumerate(_batches(left, right)):
        loss = contrast(_embed(table, first), _embed(table, second))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        if step % 100 == 0:
            sys.stdout.write(f"step {step}/{steps} loss {loss.item():.3f} {time.monotonic() - started:.0f} s\n")
            sys.stdout.flush()
    return table.weight.detach().numpy()


def contrast(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
    """Symmetric multiple negatives ranking: row i of one side belongs to row i of the other."""
    scores = SCALE * first @ second.T
    right_answers = torch.arange(len(scores))
    return (functional.cross_entropy(scores, right_answers) + functional.cross_entropy(scores.T, right_answers)) / 2


def _batches(left: list[Ids], right: list[Ids]) -> Iterator[tuple[list[Ids], list[Ids]]]:
    draw = numpy.random.default_rng(SEED)
    for _ in range(EPOCHS):
        order = draw.permutation(len(left))
        for at in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[at : at + BATCH]
            yield [left[i] for i in chosen], [right[i] for i in chosen]


def _embed(table: torch.nn.EmbeddingBag, texts: list[Ids]) -> torch.Tensor:
    lengths = numpy.array([len(ids) for ids in texts])
    ids = torch.from_numpy(numpy.concatenate(texts).astype(numpy.int64))
    starts = torch.from_numpy(numpy.concatenate([[0], lengths.cumsum()[:-1]]))
    ids[torch.rand(len(ids)) < TOKEN_DROPOUT] = UNKNOWN
    return functional.normalize(table(ids, starts), dim=1)


def save(tokenizer: Tokenizer, weights: NDArray[numpy.float32], folder: Path) -> None:
    """Half precision, in the folder format of sentence-transformers."""
    module = StaticEmbedding(tokenizer, embedding_weights=weights.astype(numpy.float16))
    SentenceTransformer(modules=[module], device="cpu").save(str(folder), create_model_card=False)
    (folder / "identity.txt").write_text(fingerprint(folder) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(sys.argv)
