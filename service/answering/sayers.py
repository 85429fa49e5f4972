"""What somebody said of a matter ("Vad svarade länsstyrelsen på …"), and what something showed ("Vad visade enkäten …").

That somebody was asked, or that something is to be looked into, stands in many papers that do not hold what came of it: the
words to quote must be theirs, or tell what they said.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from indexer import bodies
from indexer.documents import Passage
from indexer.language import english
from service.answering.sameness import held
from service.extract import Excerpt
from service.material import Material
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import Wanted, met, tokens_of


class Unsaid(StrEnum):
    """What is asked for and not held."""

    SAID = "said"
    SHOWN = "shown"


LEAST_MET = 0.7
"""How surely the quotes must name who is asked about: a word that only means much the same may be another."""

_END = r"(?=\s+(?:om|på|pa|i|till|fram|över|kring|angående|vid|när|att|med|för|av|under|efter|gällande)\b|[,?.!]|$)"
_SAID = re.compile(
    rf"\b(?:vad (?:svarar|svarade|tycker|tyckte|säger|sa|sade|anser|ansåg|menar|menade|skriver|skrev|yttrade|framförde|invände)"
    rf"|hur (?:ställer|ställde) sig)\s+(?P<who>.+?){_END}",
    re.IGNORECASE,
)
_SHOWN = re.compile(rf"\bvad (?:visar|visade|konstaterar|konstaterade|kommer|kom|resulterade)\s+(?P<who>.+?){_END}", re.IGNORECASE)
_SAID_IN_ENGLISH = re.compile(r"\bwhat (?:did|does|do) (?P<who>.+?) (?:say|think|answer|reply|respond|write)\b", re.IGNORECASE)
_SHOWN_IN_ENGLISH = re.compile(r"\bwhat (?:did|does|do) (?P<who>.+?) (?:show|conclude|find|result)\b", re.IGNORECASE)

_VERBS = (
    r"(?:svara|anse|ansag|tyck|mena|framfor|framhall|papek|invan|skriv|skrev|sag|sade|uppge|uppgav|lyft|konstater|bedom|tillstyrk|avstyrk"
    r"|stall\w* sig|forord|foresl|onska|beskriv|beskrev|redogor|beratta|kommer fram|kom fram|instam|motsatt|vill|ville|valkomna|ar positiv"
    r"|ar negativ|har ingen|har inga|lamna)"
)
_NOUNS = r"(?:svar|yttrande|synpunkt|asikt|bedomning|uppfattning|installning|skrivelse|stallningstagande|remissvar)"
_AFTER = re.compile(rf"^(?:\W+\w+){{0,5}}?\W+(?:{_VERBS}|(?<!for ){_NOUNS})")
_BEFORE = re.compile(rf"(?:\benligt|\b{_VERBS}\w*|{_NOUNS}\w* (?:fran|av))\W+(?:\w+\W+)?$")
"""How a text tells that somebody said something, folded: words around who it is. "Till rådet för synpunkter" tells nothing."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def unsaid(material: Material, said: Sequence[tuple[Excerpt, str]]) -> Unsaid | None:
    """What the quotes do not hold of what somebody said or something showed, where that is asked for. `said` are the units
    quoted, each with its excerpt."""
    asked = material.question.text if material.question.in_english else material.question.searched
    for kind, patterns in ((Unsaid.SAID, (_SAID, _SAID_IN_ENGLISH)), (Unsaid.SHOWN, (_SHOWN, _SHOWN_IN_ENGLISH))):
        who = next((match["who"] for pattern in patterns if (match := pattern.search(asked))), None)
        if who is None or bodies.named(who):
            continue
        words = _named(material, who)
        holds = _tells if kind is Unsaid.SAID else _holds
        if words and not any(_is_theirs(words, excerpt.passage) or holds(words, text) for excerpt, text in said):
            return kind
    return None


def _named(material: Material, who: str) -> tuple[Wanted, ...]:
    """The words for who is asked about; none of what any paper is called."""
    tokens = tokens_of(english.in_swedish(who).text if material.question.in_english else who)
    places = tokens_of(" ".join(material.question.municipalities))
    kept = (*gist(material), *(word for word in material.words if met(word, places) == 1))
    return tuple(word for word in kept if met(word, tokens) == 1)


def _is_theirs(words: Sequence[Wanted], passage: Passage) -> bool:
    """Whether a passage is of theirs, or of the thing by its title."""
    return _holds(words, f"{passage.municipality or ''}\n{passage.body or ''}\n{passage.title or ''}")


def _holds(words: Sequence[Wanted], text: str) -> bool:
    tokens = tokens_of(text)
    return any(held(word, tokens) >= LEAST_MET for word in words)


def _tells(words: Sequence[Wanted], text: str) -> bool:
    """Whether a text says that they said something."""
    return any(_AFTER.search(fold(text[end:])) or _BEFORE.search(fold(text[:start])) for start, end in _places(words, text))


def _places(words: Sequence[Wanted], text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _WORD.finditer(text) if _holds(words, match[0]))
