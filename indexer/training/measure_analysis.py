"""How good the Swedish analysis is by itself: `python -m indexer.training.measure_analysis [TEXT…]`.

Forms of one noun united, compounds split as a person would, slips of the finger and OCR's damage undone, speed (on the text
files given, else on the tables' own words). The tables beside this module are written by hand and made up of common words.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from Stemmer import Stemmer

from indexer.language import compounds, slips
from indexer.language.restoration import restored
from indexer.language.stems import stem
from indexer.swedish import document_tokens

NOUNS = Path(__file__).with_name("nouns.txt")
COMPOUNDS = Path(__file__).with_name("compounds.txt")

PASSAGE = 1_100
"""Characters of a passage, for the speed."""
_UNMARKED = str.maketrans("åäö", "aao")


def main(argv: Sequence[str]) -> None:
    """Print one line a measure."""
    nouns, compound_words = table(NOUNS), table(COMPOUNDS)
    texts = [Path(name).read_text(encoding="utf-8") for name in argv[1:]] or [" ".join(word for row in nouns for word in row)]
    plain = Stemmer("swedish").stemWord
    for name, of in (("united, Snowball alone", plain), ("united", stem)):
        _print(f"noun form pairs {name}", united(nouns, of))
    _print("nouns kept apart", apart(nouns, stem))
    _print("compounds split at the right places", split_rightly(compound_words))
    _print("compounds whose last part is found", last_part_found(compound_words))
    whole = [row[0] for row in nouns if len(row[0]) >= slips.SHORTEST]
    _print("slips undone", undone(whole, mistyped, slips.near))
    _print("words without å, ä, ö restored", undone([w for w in whole if w.translate(_UNMARKED) != w], unmarked, lambda w: (restored(w),)))
    sys.stdout.write(f"speed: {speed(texts):,.0f} passages of {PASSAGE:,} characters a second\n")


def table(path: Path) -> list[list[str]]:
    """The rows of a hand-made table."""
    return [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def united(nouns: Sequence[Sequence[str]], of: Callable[[str], str]) -> list[bool]:
    """For every pair of different forms of one noun, genitives among them, whether they share a stem."""
    rows = [dict.fromkeys((*row, *(f"{form}s" for form in row if form[-1] not in "sxz"))) for row in nouns]
    return [of(one) == of(other) for row in rows for one, other in combinations(row, 2)]


def apart(nouns: Sequence[Sequence[str]], of: Callable[[str], str]) -> list[bool]:
    """For every pair of nouns, whether their stems differ."""
    return [of(one[0]) != of(other[0]) for one, other in combinations(nouns, 2)]


def split_rightly(rows: Sequence[Sequence[str]]) -> list[bool]:
    """For every compound, whether its parts are the table's, by their stems."""
    return [[stem(part) for part in compounds.parts(word)] == [stem(part) for part in parts] for word, *parts in rows]


def last_part_found(rows: Sequence[Sequence[str]]) -> list[bool]:
    """For every compound in its definite or plural form too, whether the part that says what it is is among those found."""
    forms = ((form, parts[-1]) for word, *parts in rows for form in (word, f"{word}s"))
    return [stem(last) in [stem(part) for part in compounds.parts(form)] for form, last in forms]


def undone(words: Sequence[str], damage: Callable[[str], Iterator[str]], mend: Callable[[str], Sequence[str | None]]) -> list[bool]:
    """For every damaged form of every word, whether what is brought back has its stem."""
    return [stem(word) in [stem(other) for other in mend(bad) if other] for word in words for bad in damage(word) if bad != word]


def mistyped(word: str) -> Iterator[str]:
    """The word with two neighbours swapped, a letter dropped, a letter doubled: at every place but the first."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[: at + 1] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def unmarked(word: str) -> Iterator[str]:
    """The word as OCR without Swedish letters reads it."""
    yield word.translate(_UNMARKED)


def speed(texts: Sequence[str]) -> float:
    """Passages analysed a second of processor time, once the word forms have been seen."""
    passages = [text[at : at + PASSAGE] for text in texts for at in range(0, len(text), PASSAGE)]
    for warm in (False, True):
        started = time.process_time()
        for passage in passages:
            document_tokens("", passage)
        if warm:
            break
    return len(passages) / max(time.process_time() - started, 1e-9)


def _print(name: str, outcomes: Sequence[bool]) -> None:
    sys.stdout.write(f"{name}: {100 * sum(outcomes) / len(outcomes):.1f} % of {len(outcomes):,}\n")


if __name__ == "__main__":
    main(sys.argv)
