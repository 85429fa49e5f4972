"""The sentence that gives the reason asked for, where the likeliest sentences of an answer give none.

A matter is told in many sentences and its reason in one, often in another paper: "Underskottet beror på …".
"""

import re
from collections.abc import Iterator, Sequence

from service.extract import Excerpt
from service.material import Material
from service.records import Hit
from service.sentences import Form, units
from service.understanding.kinds import fold
from service.understanding.wanted import overlap, tokens_of, weight

READ_HITS = 5

LEAST_OWN = 0.35
"""Part of the question's weight that the sentence must hold itself …"""

LEAST_FIT = 0.6
"""… and together with its passage."""

_WHY = re.compile(r"^(?:varfor|(?:vad|vilken|vilka) (?:ar|var) (?:orsak|anledning|skal)\w*|vad (?:beror|berodde|orsaka\w*)|why)\b")
_REASON = re.compile(
    r"\b(?:pa ?grund av|p\.? ?g\.? ?a\b|ber(?:or|odde|oende) pa|eftersom|darfor att|till foljd av|orsakas|orsakades|orsaken ?till"
    r"|anledning(?:en|ar)? ?till|skal(?:et|en) ?till|med anledning av|med hanvisning till|med foljande motivering|motiveras med)"
)


def asks_why(material: Material) -> bool:
    """Whether the question asks for a reason."""
    return _WHY.search(fold(material.question.searched)) is not None


def reason(material: Material, excerpts: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """The sentence with the reason, where one is asked for and the excerpts give none; nothing where none is found."""
    if not asks_why(material) or any(_REASON.search(fold(_line(excerpt.span.of(excerpt.passage.text)))) for excerpt in excerpts):
        return ()
    rated = [found for hit in material.hits[:READ_HITS] for found in _reasons(material, hit)]
    return (max(rated, key=lambda excerpt: excerpt.worth),) if rated else ()


def _reasons(material: Material, hit: Hit) -> Iterator[Excerpt]:
    """The sentences of a hit that give a reason for what the question names, each with how well."""
    total, text = weight(material.words), hit.passage.text
    fit = overlap(material.words, tokens_of(f"{hit.passage.header}\n{text}"))
    if not total or fit < LEAST_FIT * total:
        return
    for unit in units(text):
        said = unit.span.of(text)
        own = overlap(material.words, tokens_of(said))
        if unit.form is not Form.HEADING and own >= LEAST_OWN * total and _REASON.search(fold(_line(said))):
            yield Excerpt(hit.passage, unit.span, None, (own + fit) / total * max(hit.score, 0.0))


def _line(text: str) -> str:
    return " ".join(text.split())
