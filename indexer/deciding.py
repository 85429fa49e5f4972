"""The words by which a sentence decides, and whether one decides by itself."""

from indexer import bodies
from indexer.damage import any_of, compiled

_DECIDING = (
    *("godkänns", "godkänna", "godkänner", "godkändes", "antas", "anta", "antar", "fastställs", "fastställa", "fastställer"),
    *("beviljas", "bevilja", "beviljar", "avslås", "avslå", "avslår", "utses", "utse", "utser", "väljs", "välja", "väljer"),
    *("överlämnas", "överlämna", "överlämnar", "uppdra", "uppdrar", "tillstyrka", "upphävs", "upphäva", "tecknas", "teckna"),
    *("utbetalas", "förlängs", "bifalls", "bifalla", "bifaller", "besvarad"),
)
DECIDES = compiled(rf"\b(?:{any_of(*_DECIDING)})\b")
GENERAL = compiled(rf"(?:{any_of('nämnden', 'styrelsen', 'utskottet', 'fullmäktige', 'direktionen', 'presidiet')})\b")
"""A body called by what it is, where the minutes are its own."""


def names_who(sentence: str) -> bool:
    """Whether a sentence begins with the body that acts in it: "Nämnden ger …", "Barn- och skolnämnden ställer sig …"."""
    named = bodies.named(sentence)
    return GENERAL.match(sentence) is not None or bool(named and named[0][1].start == 0)


def stands_alone(sentence: str) -> bool:
    """Whether a sentence decides by itself, whatever stands before it."""
    return names_who(sentence) or DECIDES.search(sentence) is not None
