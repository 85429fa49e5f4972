"""Public text as company for the passages asked for: `python -m eval.distractors TEXTS OUT --passages 50000`.

TEXTS is JSON lines, plain or .xz, one document a line: {"src", "title", "paras"}. Written as text files of some hundred
passages, one file in memory at a time.
"""

import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import msgspec

from indexer.errors import UsageProblem

WORDS_A_PASSAGE = 175
"""Words of a passage as the indexer cuts running text: an average over the public text, for counting ahead."""

PASSAGES_A_FILE = 400


class PublicText(msgspec.Struct, frozen=True):
    """One document of the source."""

    title: str
    paras: tuple[str, ...]
    src: str = ""


def read(path: Path) -> Iterator[PublicText]:
    """The documents of a file, one by one. Raises UsageProblem that names the line."""
    try:
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
            yield from _decoded(path, lines)
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise UsageProblem(f"{path} cannot be read: {error}. It must be JSON lines in UTF-8, plain or .xz.") from error


def _decoded(path: Path, lines: Iterable[str]) -> Iterator[PublicText]:
    for number, line in enumerate(lines, 1):
        try:
            yield msgspec.json.decode(line, type=PublicText)
        except msgspec.DecodeError as error:
            raise UsageProblem(f"{path}, line {number}: {error}. Each line must hold title and paras.") from error


def passages(text: PublicText) -> int:
    """About how many passages a document makes."""
    return max(1, round(sum(len(paragraph.split()) for paragraph in text.paras) / WORDS_A_PASSAGE))


def write(source: Path, out: Path, wanted: int) -> int:
    """Write files of about so many passages in all; how many were made, fewer where the source ends."""
    out.mkdir(parents=True, exist_ok=True)
    made = 0
    for number, group in enumerate(_groups(read(source), wanted), 1):
        (out / f"public-{number:05}.txt").write_text("".join(map(_as_text, group)), encoding="utf-8")
        made += sum(map(passages, group))
    return made


def _groups(texts: Iterable[PublicText], wanted: int) -> Iterator[list[PublicText]]:
    """Documents of a file each, until there are passages enough."""
    group: list[PublicText] = []
    made = begun = 0
    for text in texts:
        group.append(text)
        made += passages(text)
        if made >= wanted:
            break
        if made - begun >= PASSAGES_A_FILE:
            yield group
            group, begun = [], made
    if group:
        yield group


def _as_text(text: PublicText) -> str:
    return "\n\n".join((text.title, *text.paras)) + "\n\n\f"


@click.command(epilog="\b\nExample:\n  python -m eval.distractors public.jsonl.xz build/public --passages 50000")
@click.argument("source", metavar="TEXTS", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--passages", "wanted", type=click.IntRange(1, 1_000_000), default=50_000, show_default=True, help="About how many to make.")
def main(source: Path, out: Path, wanted: int) -> None:
    """Write the documents of TEXTS to OUT as text files."""
    made = write(source, out, wanted)
    click.echo(f"about {made} passages in {out}")


if __name__ == "__main__":
    main()
