"""Makes the lists that compounds are split by: `python -m indexer.training.compound_parts TEXT.jsonl.xz`.

A form is a part where it joins with many different others: "skol" before 160 words, "avgift" after 110. Which split of
a word counts is decided in a few rounds, each by the counts of the one before. The lists are sorted by that count.
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.language.compounds import HEADS, SHORTEST_COMPOUND, SHORTEST_PART, TAILS
from indexer.language.stems import stem
from indexer.language.vocabulary import word_list
from indexer.training.vocabulary import counted

ROUNDS = 5
SMALLEST_COUNT = 10
LONGEST = 32
FEWEST_PARTNERS = {4: 4, 5: 3}
"""Short parts must join with so many others; longer ones need only be words. Of three letters only those of a hand-made list count."""

_LINKS_FOR_A = ("", "o", "e", "u")  # skola: skol-, hälsa: hälso-, kyrka: kyrko-, gata: gatu-


@dataclass(frozen=True, slots=True)
class Parts:
    """How many partners each form before and each stem after has."""

    heads: Counter[str]
    tails: Counter[str]


def main(argv: list[str]) -> None:
    """Count, choose, write."""
    counts = {word: count for word, count in counted(Path(argv[1])).items() if count > 1 and len(word) <= LONGEST}
    known = {word for word, count in counts.items() if count >= SMALLEST_COUNT and len(word) >= SHORTEST_PART}
    bases = head_bases(known, counts)
    stems = {stem(word) for word in known} - word_list("no_tails")
    found = productivity({word: list(_splits(word, bases, stems)) for word in counts if len(word) >= SHORTEST_COMPOUND})
    short = word_list("short_parts")
    found.heads.update(form for form in short if form in bases)
    heads = [form for form, partners in found.heads.most_common() if _allowed(form, partners, short)]
    tails = [form for form, partners in found.tails.most_common() if _allowed(form, partners, short)]
    rest = sorted(form for form in stems - set(tails) if _allowed(form, 0, frozenset()))
    HEADS.write_text("".join(f"{form} {bases[form]}\n" for form in heads), encoding="utf-8")
    TAILS.write_text("".join(f"{form}\n" for form in tails + rest), encoding="utf-8")
    sys.stdout.write(f"{len(heads)} heads, {len(tails)} tails seen in compounds and {len(rest)} others\n")


def head_bases(known: set[str], counts: Mapping[str, int]) -> dict[str, str]:
    """The base word of each form that may stand before another part; the nearest and most frequent where several fit."""
    found: dict[str, tuple[int, int, str]] = {}
    refused = word_list("no_heads")
    for word in known - refused:
        for change, form in _head_forms(word):
            if len(form) >= SHORTEST_PART and form not in refused:
                found[form] = min(found.get(form, (9, 0, "")), (change, -counts[word], word))
    return {form: base for form, (_, _, base) in found.items()}


def _head_forms(word: str) -> Iterator[tuple[int, str]]:
    yield 0, word
    yield 0, word + "s"
    yield 2, word + "e"
    if word.endswith("a") and len(word) > SHORTEST_PART:
        yield from ((1, word[:-1] + link) for link in _LINKS_FOR_A)
    if word.endswith("e") and len(word) > SHORTEST_PART + 1:
        yield from ((1, word[:-1] + link) for link in ("", "s"))


def productivity(splits: Mapping[str, list[tuple[str, str]]]) -> Parts:
    """Partners of each head and tail after `ROUNDS` rounds in which every word keeps its likeliest split."""
    now = Parts(Counter(), Counter())
    for word_splits in splits.values():
        for head, tail in word_splits:
            now.heads[head] += 1
            now.tails[tail] += 1
    for _ in range(ROUNDS):
        after: defaultdict[str, set[str]] = defaultdict(set)
        before: defaultdict[str, set[str]] = defaultdict(set)
        for word_splits in filter(None, splits.values()):
            head, tail = max(word_splits, key=lambda split: (_weight(now, split), len(split[0])))
            after[head].add(tail)
            before[tail].add(head)
        now = Parts(*(Counter({form: len(partners) for form, partners in side.items()}) for side in (after, before)))
    return now


def _weight(now: Parts, split: tuple[str, str]) -> float:
    return math.log(now.heads[split[0]] + 0.5) + math.log(now.tails[split[1]] + 0.5)


def _splits(word: str, bases: Mapping[str, str], stems: set[str]) -> Iterator[tuple[str, str]]:
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if word[:at] in bases and (tail := stem(word[at:])) in stems:
            yield word[:at], tail


def _allowed(form: str, partners: int, short: frozenset[str]) -> bool:
    return form in short if len(form) == SHORTEST_PART else partners >= FEWEST_PARTNERS.get(len(form), 0)


if __name__ == "__main__":
    main(sys.argv)
