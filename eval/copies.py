"""Copies of text bundles as other municipalities: the same words with other names, years, Dnr, § and figures.

The hardest company a question can have: `python -m eval.copies FOLDER OUT --count 50`. What is swapped is the same
throughout one copy and is drawn from the seed, so that two makings give the same bytes. One file is in memory at a time.
"""

import csv
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from eval.marks import Kind, Mark, People, find, main_municipality, people
from indexer.errors import UsageProblem
from indexer.municipalities import MUNICIPALITIES, kommun_name
from indexer.municipalities import find as find_municipalities

MAX_BYTES = 20 * 1024 * 1024
"""The largest bundle that is copied."""
SHORTEST_NAME = 6
"""Letters of a copy's municipality: shorter names are words and surnames too."""
YEARS = (-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3)
_FOLD = str.maketrans("åäöé", "aaoe")


@dataclass(frozen=True, slots=True)
class Disguise:
    """What one copy writes instead: every name, year, number and figure has one other, wherever it stands."""

    municipality: str
    others: Mapping[str, str]
    first_names: Mapping[str, str]
    last_names: Mapping[str, str]
    years: int
    serials: int
    sections: int
    digits: Mapping[str, str]


def disguises(named: frozenset[str], known: People, count: int, seed: int) -> list[Disguise]:
    """One for each copy. Its municipality is none that the originals name. Raises UsageProblem where there are too few."""
    free = [name for name in MUNICIPALITIES if len(name) >= SHORTEST_NAME and name.isalpha() and name not in named]
    random.Random(seed).shuffle(free)
    if count > len(free):
        raise UsageProblem(f"{count} copies need {count} municipalities that the originals do not name; there are {len(free)}.")
    return [_disguise(name, named, free, known, random.Random(f"{seed} {name}")) for name in free[:count]]


def _disguise(name: str, named: frozenset[str], free: Sequence[str], known: People, chance: random.Random) -> Disguise:
    neighbours = [other for other in free if other != name]
    return Disguise(
        municipality=name,
        others={one: chance.choice(neighbours) for one in sorted(named)},
        first_names=_turned(known.first, chance),
        last_names=_turned(known.last, chance),
        years=chance.choice(YEARS),
        serials=chance.randint(7, 400),
        sections=chance.randint(3, 60),
        digits=_turned(frozenset("123456789"), chance),
    )


def _turned(values: frozenset[str], chance: random.Random) -> dict[str, str]:
    """Each value to another one of them, no two to the same."""
    order = sorted(values)
    chance.shuffle(order)
    return dict(zip(order, [*order[1:], *order[:1]], strict=True))


def disguised(text: str, marks: Sequence[Mark], main: str | None, disguise: Disguise) -> str:
    """The text with every mark swapped; everything between them stands as it stood."""
    parts, done = [], 0
    for mark in marks:
        parts += [text[done : mark.span.start], _swapped(text, mark, main, disguise)]
        done = mark.span.end
        if mark.kind is Kind.MUNICIPALITY:
            genitive, done = _genitive(text, mark, parts[-1])
            parts.append(genitive)
    return "".join([*parts, text[done:]])


def _swapped(text: str, mark: Mark, main: str | None, disguise: Disguise) -> str:
    written = text[mark.span.start : mark.span.end]
    match mark.kind:
        case Kind.MUNICIPALITY:
            return _as_written(text, mark, disguise.municipality if mark.value == main else disguise.others[mark.value])
        case Kind.FIRST_NAME:
            return disguise.first_names[written]
        case Kind.LAST_NAME:
            return disguise.last_names[written]
        case Kind.YEAR:
            return f"{(int(written) + disguise.years) % 10 ** len(written):0{len(written)}}"
        case Kind.SERIAL:
            return f"{int(written) + disguise.serials:0{len(written)}}"
        case Kind.SECTION:
            return str(int(written) + disguise.sections)
        case Kind.FIGURE:
            return "".join(disguise.digits.get(char, char) for char in written)


def _as_written(text: str, mark: Mark, name: str) -> str:
    """The other name as this one was written: capitals, small letters, and without å, ä, ö within an address."""
    written = text[mark.span.start : mark.span.end]
    if written.isupper():
        return name.upper()
    if not written.islower():
        return name
    return name.lower().translate(_FOLD)


def _genitive(text: str, mark: Mark, name: str) -> tuple[str, int]:
    """The ending of the name, and where the text goes on: "Storbys kommun", "Lilla kommun", "Näs skolor"."""
    end = mark.span.end
    had = text[end : end + 1] in ("s", "S") and not text[end + 1 : end + 2].isalpha()
    after = end + 1 if had else end
    if text[after : after + 7].casefold() == " kommun":
        own = len(kommun_name(name.casefold()).split(" ")[0]) > len(name)
    else:
        own = had and name[-1].casefold() not in "sxz"
    return ("S" if name.isupper() else "s") if own else "", after


@dataclass(frozen=True, slots=True)
class Written:
    """What was made."""

    files: int
    characters: int


def write(folder: Path, out: Path, count: int, seed: int) -> Written:
    """Copies of the text files of `folder` into `out`, with a manifest that says whose they are."""
    paths = sorted(path for path in folder.glob("*.txt") if path.is_file())
    if not paths:
        raise UsageProblem(f"{folder} holds no .txt file to copy.")
    known = people(_read(path) for path in paths)
    named = frozenset(name for path in paths for name, _ in find_municipalities(_read(path)))
    mains = frozenset(main for path in paths if (main := main_municipality(_read(path))))
    made = disguises(named, known, count, seed)
    out.mkdir(parents=True, exist_ok=True)
    rows, characters = [], 0
    for path in paths:
        text = _read(path)
        main, marks = main_municipality(text), find(text, known, sorted(mains))
        for disguise in made:
            name = f"{disguise.municipality.lower().translate(_FOLD)}-{path.name}"
            copy = disguised(text, marks, main, disguise)
            (out / name).write_text(copy, encoding="utf-8")
            rows.append((name, disguise.municipality))
            characters += len(copy)
    with (out / "manifest.csv").open("w", encoding="utf-8", newline="") as manifest:
        csv.writer(manifest).writerows([("file", "municipality"), *rows])
    return Written(len(rows), characters)


def _read(path: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        raise UsageProblem(f"{path} is larger than {MAX_BYTES // 1024**2} MiB; leave it out, or cut it.")
    return path.read_text(encoding="utf-8", errors="replace")


@click.command(epilog="\b\nExample:\n  python -m eval.copies protocols/text build/copies --count 50")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--count", type=click.IntRange(1, 200), default=50, show_default=True, help="Municipalities to copy the bundles as.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed draws other names and numbers.")
def main(folder: Path, out: Path, count: int, seed: int) -> None:
    """Copy the text bundles of FOLDER into OUT as other municipalities' papers."""
    made = write(folder, out, count, seed)
    click.echo(f"{made.files} files, {made.characters / 1e6:.1f} million characters in {out}")


if __name__ == "__main__":
    main()
