"""Whether a sentence says what its source says: yes or no, for or against, decided or only proposed.

Figures are looked up (stated.py); this is about the words between them. Conservative: a sentence fails only where the
source speaks of the same thing and says the opposite throughout.
"""

import re
from collections.abc import Iterator, Sequence

from indexer.documents import Passage
from service.checking.deciding import mistaken
from service.checking.outcomes import unheard
from service.understanding.kinds import fold
from service.understanding.wanted import tokens_of

_OPPOSITES = (
    (r"\b(?:bif(?:oll|all)\w*|approv\w+|grant(?:s|ed))", r"\b(?:avsl(?:ar|og|as|agit|agits|agen|ogs|a)|avslag\w*|reject\w*|denie[sd])"),
    (
        r"\b(?:(?:for)?hoj(?:s|er|as|a|de|des|t|ts|ning\w*)|rais(?:e|es|ed)|increas\w+)",
        r"\b(?:sank(?:s|er|as|a|te|tes|t|ts|ning\w*)|lower(?:s|ed)|reduc\w+)",
    ),
    (r"\b(?:oka(?:r|s|de|des|t|ts)?|okning\w*|increas\w+)", r"\b(?:minska(?:r|s|de|des|t|ts)?|minskning\w*|decreas\w+)"),
    (r"\b(?:anta(?:s|r|gits?|gen|get)|antog\w*|godkan\w+)", r"\b(?:upphav\w+|aterkalla\w*|repeal\w*)"),
    (r"\b(?:atervis\w+|aterremit\w+|aterremiss\w*|refer\w* back)", r"\b(?:bif(?:oll|all)\w*|anta(?:s|r|gits?|gen|get)|antog\w*)"),
)
"""Folded words of which a source that has one side alone says the other side's contrary."""

_PAIRS = tuple((re.compile(one), re.compile(other)) for one, other in _OPPOSITES)

_NEGATION = re.compile(r"\b(?:inte|ej|icke|aldrig|varken|inga|ingen|inget|not|never|neither|no)\b")
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[.,;:!?]\s|\n\s*\n")

_EMPTY = re.compile(
    r"att|och|eller|som|det|den|de|en|ett|i|pa|for|av|till|med|om|vid|fran|har|hade|ska|skall|skulle|ar|var|blir|blev|bli|kan|kommer|far|fick"
    r"|man|dock|heller|langre|annu|nagon|nagot|nagra|dar|is|was|are|were|be|been|will|shall|has|have|had|the|a|an|to|of|in|on|that|this|it"
)
"""Folded words that say nothing of what is denied: a denial reaches over them."""


def agrees(sentence: str, evidence: str, cited: Sequence[Passage]) -> bool:
    """Whether the sentence's sense is that of its evidence, and its status that of the passages cited."""
    said, whole = fold(sentence), "\n\n".join(passage.text for passage in cited)
    folded = fold(whole)
    if _contrary(said, fold(evidence)) or _contrary(said, folded) or mistaken(said, cited):
        return False
    if unheard(said, folded) and unheard(said, f"{folded}\n{fold(_around(cited))}"):
        return False
    return not _denies(sentence.casefold(), evidence.casefold(), whole.casefold())


def _around(cited: Sequence[Passage]) -> str:
    """What is known of the passages beside their text, their status too: it is what a quote's label says."""
    return "\n".join(f"{passage.header}\n{passage.title}\n{passage.context}\n{passage.status}" for passage in cited)


def _contrary(said: str, source: str) -> bool:
    """ "avslår" of a source that only says "bifaller"."""
    for one, other in _PAIRS:
        for mine, against in ((one, other), (other, one)):
            if mine.search(said) and not against.search(said) and against.search(source) and not mine.search(source):
                return True
    return False


def _denies(said: str, evidence: str, whole: str) -> bool:
    """Whether one denies what the other says without any denial."""
    mine = [stem for words in _denied(said, 2) if len(words) > 1 for stem in words]
    if mine:
        theirs = frozenset(stem for words in _denied(whole, 2) for stem in words)
        return not _stems(whole).isdisjoint(mine) and theirs.isdisjoint(mine)
    own = _stems(said)
    return any(len(words) > 1 and words <= own and words.isdisjoint(_undenied(whole)) for words in _denied(evidence, 1))


def _denied(text: str, reach: int) -> Iterator[frozenset[str]]:
    """For each negation of a text, the stems of so many words of meaning on either side of it in its clause."""
    for clause in _CLAUSE_END.split(text):
        words = _WORD.findall(clause)
        for at, word in enumerate(words):
            if _NEGATION.fullmatch(word):
                before = [other for other in words[:at] if not _EMPTY.fullmatch(fold(other))][-reach:]
                after = [other for other in words[at + 1 :] if not _EMPTY.fullmatch(fold(other))][:reach]
                yield _stems(" ".join([*before, *after]))


def _undenied(text: str) -> frozenset[str]:
    """Stems that the text says in some clause without a negation."""
    return _stems(" ".join(clause for clause in _CLAUSE_END.split(text) if not _NEGATION.search(clause)))


def _stems(text: str) -> frozenset[str]:
    return tokens_of(" ".join(word for word in _WORD.findall(text) if not _EMPTY.fullmatch(fold(word)))).stems
