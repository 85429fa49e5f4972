"""What is indexed and asked when speed is measured, and company for it until there are passages enough.

The real bundles where they are at hand, else the samples; company are copies of them as other municipalities, and public
text; beyond what is read, prepared passages are copied (repeats.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval import copies, distractors, questions, repeats
from indexer.build import build
from indexer.embeddings import Embedder
from indexer.index import Access, Index

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PUBLIC = SHARED / "training" / "public_swedish.jsonl.xz"
MOST_COPIES = 60


@dataclass(frozen=True, slots=True)
class Material:
    """`files` are the papers that the questions are about."""

    name: str
    files: tuple[Path, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How far an index grows: to so many `passages`. So many are `read` as texts and the others copied from those; or, where
    there is a `source`, the papers are read, and so many passages of that index copied."""

    passages: int
    read: int
    source: str | None


@dataclass(frozen=True, slots=True)
class Filled:
    """How an index came to its size: so many passages from texts, the last of them read at so many pages a minute."""

    passages_read: int
    pages_a_minute: float | None


def material() -> Material:
    """What is at hand here."""
    if (SHARED / "corpus").is_dir():
        return _material("real bundles", SHARED / "corpus", SHARED / "questions" / "dev.jsonl")
    samples = ROOT / "build" / "samples"
    return _material("samples", samples / "text", samples / "questions.jsonl")


def _material(name: str, folder: Path, asked: Path) -> Material:
    files = tuple(sorted(path for path in folder.glob("*.txt") if path.is_file()))
    return Material(f"{len(files)} {name}", files, tuple(question.question for question in questions.load(asked)))


def sizes(passages: int, first: int) -> list[int]:
    """Where growth is measured: a fiftieth, a fifth and all, as far as each is more than what there is at first.

    >>> sizes(500_000, 900)
    [10000, 100000, 500000]
    """
    return [size for size in (passages // 50, passages // 5, passages) if size > 1.2 * first]


def filled(papers: Material, index: Index, source: Index, embedder: Embedder, to: Sizes, folder: Path) -> Iterator[Filled]:
    """Fill the index to one size after the other: with the papers, with their company, and with copies at last."""
    made = build(papers.files, index, embedder)
    first = made.index.passages
    yield Filled(first, made.pages / made.seconds * 60)
    wanted = sizes(to.passages, first)
    more = 0 if to.source else max(0, min(to.read, to.passages) - first)
    files = company(papers, folder, more, first) if wanted and more else []
    shares = [min(1.0, (size - first) / more) if more else 1.0 for size in wanted]
    read, copied = first, 0
    for size, portion in zip(wanted, portions(files, shares), strict=True):
        if portion:
            made = build(portion, index, embedder)
            read = made.index.passages
        if size > first + more:
            copied += _copy(index, repeats.Origin.of(source, embedder, to.read), size, copied)
        yield Filled(read, made.pages / made.seconds * 60 if portion else None)


def _copy(index: Index, origin: repeats.Origin, size: int, copied: int) -> int:
    """Copy passages until there are about so many; how many files were put."""
    there = sum(record.passages for record in index.files(Access.operator()))
    with index.writer() as writer:
        return repeats.fill(writer, origin, size - there, copied)


def company(papers: Material, out: Path, passages: int, a_set: int) -> list[Path]:
    """Files of about so many passages: half of them copies, the rest public text where it is at hand. `a_set` is what
    one set of the papers makes."""
    count = max(1, min(MOST_COPIES, passages // (2 if PUBLIC.is_file() else 1) // a_set))
    copies.write(papers.files[0].parent, out / "copies", count, seed=1)
    rest = passages - count * a_set
    if rest > 0 and PUBLIC.is_file():
        distractors.write(PUBLIC, out / "public", rest)
    return [*sorted((out / "copies").glob("*.txt")), *sorted((out / "public").glob("*.txt"))]


def portions(files: Sequence[Path], shares: Sequence[float]) -> Iterator[list[Path]]:
    """The files in as many portions, each up to its share of all characters: kinds of company mixed alike in each."""
    total = sum(path.stat().st_size for path in files)
    mixed = _mixed(files)
    done, place = 0, 0
    for share in shares:
        portion = []
        while place < len(mixed) and (done < share * total or share >= 1):
            done += mixed[place].stat().st_size
            portion.append(mixed[place])
            place += 1
        yield portion


def _mixed(files: Sequence[Path]) -> list[Path]:
    folders: dict[Path, list[Path]] = {}
    for path in files:
        folders.setdefault(path.parent, []).append(path)
    placed = [((place + 0.5) / len(some), path) for some in folders.values() for place, path in enumerate(some)]
    return [path for _, path in sorted(placed)]
