"""What is indexed and asked when speed is measured, and company for it until there are passages enough.

The real bundles where they are at hand, else the samples; company are copies of them as other municipalities, and public text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval import copies, distractors, questions

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
    """Where growth is measured: a tenth, a third and all, as far as each is more than what there is at first.

    >>> sizes(100_000, 900)
    [10000, 33333, 100000]
    """
    return [size for size in (passages // 10, passages // 3, passages) if size > 1.2 * first]


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
