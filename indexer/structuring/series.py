"""Numbers that are § because they count up: "KS 226", "KS 227"; "§ 252", "§ 253"; "30 Muntlig information", "31 ...".

One such line alone says nothing; two that follow each other, of one form and one body, are a series.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from indexer.structuring.lines import Line

_LEAST_PLAIN = 3
_LOWEST_PLAIN = 10
"""A series of plain numbers that begins below this is of chapters or list items."""

_NOT_A_YEAR = r"(?!(?:19|20)\d\d\b)"
# KS, KF, MBN, KSAU, Ks, Sn, "Ks au": abbreviations of bodies end in the letter of nämnd, styrelse, fullmäktige or utskott
_BODY = r"(?P<body>(?:[A-ZÅÄÖ]{1,3}[SFNU]|[A-ZÅÄÖ][sfn])(?:\s?[Aa][Uu])?)"
_SIGNED = re.compile(r"(?P<body>)§\s?(?P<number>\d{1,4})")
_PREFIXED = re.compile(rf"{_BODY}\s{_NOT_A_YEAR}(?P<number>\d{{1,4}})(?:/(?:19|20)\d\d)?(?:\s+(?![a-zåäö]).*)?")
_PLAIN = re.compile(rf"(?P<body>){_NOT_A_YEAR}(?P<number>\d{{1,4}})\s[A-ZÅÄÖ][^.;:]{{3,100}}")


def members(lines: Iterable[Line], *, minutes: bool) -> frozenset[int]:
    """Indexes of the lines that belong to a series; plain numbers count only in minutes
    whose § have lost their signs."""
    kept = list(lines)
    found = {*_counting(kept, _SIGNED, 2), *_counting(kept, _PREFIXED, 2)}
    if minutes and not any(_SIGNED.match(line.text) for line in kept):
        found |= set(_counting(kept, _PLAIN, _LEAST_PLAIN))
    return frozenset(found)


def _counting(lines: Iterable[Line], form: re.Pattern[str], least: int) -> Iterator[int]:
    matches = [(line.index, match["body"], int(match["number"])) for line in lines if (match := form.fullmatch(line.text))]
    matches.sort(key=lambda found: found[1])
    for _, same in groupby(matches, key=lambda found: found[1]):
        group = list(same)
        for run in _runs(group):
            if len(run) >= least and (form is not _PLAIN or run[0][2] >= _LOWEST_PLAIN):
                yield from (index for index, _, _ in run)


def _runs(group: list[tuple[int, str, int]]) -> Iterator[list[tuple[int, str, int]]]:
    """Stretches in which each number is one more than the one before."""
    run = group[:1]
    for before, found in pairwise(group):
        if found[2] == before[2] + 1:
            run.append(found)
        else:
            yield run
            run = [found]
    yield run
