"""How well a table's row answers: what the question says of its name, and of its heads and the place where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.dates import MONTHS
from indexer.documents import Span
from indexer.tabular import Row
from service.answering.rownames import Named, name_of, named
from service.answering.rowplaces import Place
from service.records import Question
from service.understanding.gist import light_words
from service.understanding.kinds import fold
from service.understanding.wanted import Tokens, Wanted, met, tokens_of, weight

NAMED_SHARE = 0.6
"""Part of a row's name that the question must say."""

LEAST_NAMED = 0.08
"""Part of the question's weight that a row's name must hold."""

ABOVE_SHARE = 0.5
"""What a word counts for that stands above the table and not in its heads."""

OTHER_YEAR = 0.6
"""What a row is worth that is told of other years than the one asked about."""

UNMET_WORTH = 0.8
"""What a row is worth where the rarest word of the question stands neither in it nor around it."""

MOST_PERCENT = 100

_MET = 0.5
_SHARE_ASKED = re.compile(r"\b(?:andel\w*|procent)\b", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<![\d.,])\d+[.,]\d+(?![\d.,])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
"""A day on which something was counted tells not of which year a budget is."""

_UNITS = frozenset(("kronor", "procent", "tkr", "mkr", "mnkr", "belopp", "pengar", "summa"))
_FIGURE = re.compile(r"\d")
_NAME_AGAIN = re.compile(r"\b(?!kronor|procent|stycken|gånger)[^\W\d_]{5,}")
"""In a row without cells another name behind the values: two tables stood side by side, and whose value is whose is open."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row that may answer: `name` are the words that call it, `quote` what proves it in its passage."""

    place: Place
    row: Row
    name: Span
    quote: Span
    worth: float
    fit: float
    named: frozenset[str]


def found(question: Question, words: Sequence[Wanted], place: Place) -> Iterator[Found]:
    """The rows of a table that the question names."""
    text = place.text
    called = [(row, name, named(name.of(text), words)) for row in place.table.rows if (name := name_of(row, text))]
    called = [(row, name, one) for row, name, one in called if one.known >= NAMED_SHARE and one.words]
    if not called:
        return
    around = _Around.of(question, words, place)
    for row, name, one in called:
        quote = place.quote(row) if _has_value(row, name, text) else None
        if quote is None or one.held < LEAST_NAMED * around.total(one):
            continue
        if around.asks_share and _is_no_share(text[name.end : row.span.end]):
            continue
        # a paper that is older than a month counts nothing of it
        if around.is_older and fold(name.of(text)) in MONTHS:
            continue
        fit = around.fit(one, [other for _, _, other in called], row.span.of(text))
        worth = fit * one.known**0.5 * place.share
        yield Found(place, row, name, quote, worth, fit, frozenset(word.word for word in one.words))


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a table's rows; `whole` is all that stands there."""

    words: Sequence[Wanted]
    heads: Tokens
    above: Tokens
    whole: Tokens
    matter: Tokens
    years: frozenset[str]
    told_years: frozenset[str]
    above_years: frozenset[str]
    is_older: bool
    asks_share: bool

    @classmethod
    def of(cls, question: Question, words: Sequence[Wanted], place: Place) -> "_Around":
        passage = place.passage
        header, heads = f"{passage.header}\n{passage.context}", "\n".join(line.of(place.text) for line in place.table.lead)
        standing = f"{header}\n{heads}"
        first = min((period.first for period in question.periods), default="")
        return cls(
            [word for word in words if not _is_light(word)],
            tokens_of(standing),
            tokens_of(place.above),
            tokens_of(f"{passage.header}\n{passage.text}"),
            tokens_of(place.matter),
            frozenset(_YEAR.findall(question.text)),
            frozenset(_YEAR.findall(f"{header}\n{_DAY.sub(' ', heads)}")),
            frozenset(_YEAR.findall(place.above)),
            passage.date is not None and passage.date < first,
            _SHARE_ASKED.search(question.text) is not None,
        )

    def total(self, one: Named) -> float:
        """The weight of the question's words, without verbs that any question may have."""
        return weight([*self.words, *(word for word in one.words if word not in self.words)])

    def fit(self, one: Named, beside: Sequence[Named], row: str) -> float:
        """The part of the question's weight that the row holds, the rows named beside it, its heads and its place."""
        others = [word for word in self.words if word not in one.words]
        told = {word for other in beside if set(one.words) - set(other.words) for word in other.words}
        fit = (one.held + sum(word.weight * (word in told or self._held(word)) for word in others)) / (self.total(one) or 1.0)
        if not self._of_year(row):
            fit *= OTHER_YEAR
        rarest = max(self.words, key=lambda word: word.weight, default=None)
        return fit if rarest is None or rarest in one.words or self._stands(rarest) else fit * UNMET_WORTH

    def _held(self, word: Wanted) -> float:
        """How surely a word stands around the row, and in part what only stands above the table."""
        return max(met(word, self.heads), ABOVE_SHARE * met(word, self.above), ABOVE_SHARE * met(word, self.matter))

    def _stands(self, word: Wanted) -> bool:
        return max(met(word, self.heads), met(word, self.whole), met(word, self.matter)) >= _MET

    def _of_year(self, row: str) -> bool:
        """Whether what is told is of a year asked about, or names none."""
        told = self.told_years | frozenset(_YEAR.findall(_DAY.sub(" ", row)))
        return not self.years or not told or bool(self.years & (told | self.above_years))


def _is_no_share(values: str) -> bool:
    """Whether the one value is more than a hundred: a mark of the scan was read as its first digit."""
    found = _DECIMAL.findall(values)
    return len(found) == 1 == len(values.split()) and float(found[0].replace(",", ".")) > MOST_PERCENT


def _is_light(word: Wanted) -> bool:
    """Whether any question for a figure may have the word; "räknas" is of "räkna"."""
    folded = fold(word.word)
    return folded in _UNITS or folded in light_words() or folded.removesuffix("s") in light_words()


def _has_value(row: Row, name: Span, text: str) -> bool:
    rest = text[name.end : row.span.end]
    return _FIGURE.search(rest) is not None and (bool(row.cells) or not _NAME_AGAIN.search(rest))
