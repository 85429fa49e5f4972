"""What kind of thing a question asks for, by patterns over its folded text (a–z): people type "nar" for "när"."""

import re
import unicodedata
from functools import lru_cache

from service.records import Asks

ONLY_REFERENCE_WORDS = 12
"""A question of at most so many words that names a Dnr or § asks what stands there."""


NAME_WORDS = 6
"""Words of the longest name of a matter that is typed for a question."""

_SENTENCE = re.compile(
    r"\?|\b(?:vad|vem|vilk\w*|nar|hur|var|vart|varfor|finns|ar|har|kan|far|ska|what|who|when|how|why|which|where|is|are|was|were|does|do|did|can|has|have)\b"
)
"""A sentence asks what it asks."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
"""Where a mark can stand: looking at every letter of a passage takes twice as long."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_DECIDED = (
    r"(beslut\w*|slutlig\w*|klart?|antag\w+|godkan\w+|bif[ao]ll\w*|avsl[ao]g\w*|bestam\w+|faststalld\w*|fardigbehandla\w*|avgj\w+|redan|kvar"
    r"|decided|adopted|final)"
)

_WHOLE = (
    (Asks.COMPARISON, _any(r"\bjamfor\w*", r"\bskillnad\w*", r"\bcompare\w*", r"\bdiffer\w*")),
    (
        Asks.TIMELINE,
        _any(
            r"^folj\b",
            r"\bfolj arendet\b",
            r"\bpa vagen (fran|till|genom)\b",
            r"\bga igenom\b",
            r"\bvilken vag\b",
            r"\bhela vagen\b",
            r"^tidplan\w*",
            r"^(?:vad|vilken|hur) (?:ar|ser|var|galler)\b.*\btidplan\w*",
            r"\bsteg for steg\b",
            r"^nar (?:behandlades|har .* behandlats)\b",
            r"^vilka steg\b",
            r"^hur har (?:arendet|fragan|motionen|forslaget|medborgarforslaget)\b.*\b(?:gatt|hanterats|behandlats|handlagts|beretts)\b",
            r"\bvad har hant\b",
            r"\bhistorik",
            r"\btimeline\b",
            r"\bhistory of\b",
        ),
    ),
    (
        Asks.STATUS,
        _any(
            rf"^(ar|har|blev|galler|antogs|is|has|was)\b.*\b{_DECIDED}\b",
            r"^(bifolls?|avslogs?|godkandes|faststalldes)\b",
            r"(?<!\bvad )\b(ar det|is it)\b.*\b(beslut\w*|forslag|proposal)\b",
            r"\b(vad|hur|vilken) ar (status|laget)\w*",
            r"\bvad (?:som )?(hander|hande) med\b",
            r"\bhur gar det (med|for)\b",
            r"\bhur gick det (?:med|for)\b.*(?:motion|forslag|arende|ansok|yrkande|overklag)",
            r"^(?:gick|har)\b.*(?:motion|forslag|arende|ansok|yrkande|overklag)\w*.*\bigenom\b",
            r"\bwhat is the status\b",
            r"\bwhat happened (to|with)\b",
        ),
    ),
)
"""Decided by the question as a whole, in this order."""

_OF_ONE_THING = re.compile(r"^(?:ar|har|blir|blev)\b.*\b(?:gemensam\w*|tillsammans)\b")
"""Asks of a thing that several municipalities do together."""

_ASKS_OF_IT = re.compile(r"\b(?:vem|vilka (?!beslut|handling)|nar|hur (?:mycket|manga|stor|hog)\w*|who|when|how (?:much|many))\b")
"""Asks for one thing of the matter that a Dnr or § names."""

_WAY_OF_IT = re.compile(
    r"^folj\b|\bhela vagen\b|\bvilken vag\b|\bpa vagen (?:fran|till|genom)\b|\bvad (?:som )?(?:har )?(?:hande|hant) med\b"
)
"""Asks for the way of the matter that a Dnr or § names."""

_OPENINGS = (
    (Asks.FACT, _any(r"^(varfor|why)\b", r"\bhur (foll rosterna|rostade)\b")),
    (
        Asks.DECISION,
        _any(
            r"(?<!\bi )(?<!verkstallda )\bbeslut\w*",
            r"\bbeslot\w*",
            r"\bvad (?:(?:\w*(?:namnden|styrelsen|fullmaktige|utskottet)|kf|ks|de)(?: i \w+)? )?(sa|sade)\b(?! att)",
            r"\bbestam\w+",
            r"\bforesl\w+",
            r"\bantogs?\b",
            r"\banta(git|gen)\b",
            r"\brost(er|erna|ade)\b",
            r"\bdeci(de|sion)\w*",
            r"\badopt\w*",
        ),
    ),
    (
        Asks.AMOUNT,
        _any(
            r"\bhur (mycket|manga|stor\w*|hog\w*|dyr\w*)",
            r"\bkost(a|ar|ade|nad)\w*",
            r"\bbelopp\w*",
            r"\bavgift\w*",
            r"\bhow (much|many|large|high)\b",
        ),
    ),
    (
        Asks.WHEN,
        _any(
            r"\bnar\b",
            r"\bvilke[tn] (datum|dag|ar|period)\b",
            r"\bvilka datum\b",
            r"\bsista dag",
            r"\bhur (lange|ofta|lang)\b",
            r"\bgiltighetstid",
            r"\bwhen\b",
            r"\bhow (long|often)\b",
        ),
    ),
    (
        Asks.WHO,
        _any(
            r"\bvem\b",
            r"\bvilka (i|ledamoter|personer)\b",
            r"\bvilka (\w+ ){0,2}?(reserverade|rostade|avstod|deltog|yrkade)\b",
            r"\bvad het(?:er|te)\b",
            r"\bwho(se)?\b",
        ),
    ),
    (Asks.LIST, _any(r"\bvilka\b", r"\blista\b", r"\brakna upp\b", r"\blist\b")),
)
"""The one that comes first in the question decides."""


def asks(text: str, *, references_named: bool = False, compared: bool = False) -> Asks:
    """The kind of thing asked for.

    >>> asks("Hur mycket kostar ett parkeringstillstånd?")
    <Asks.AMOUNT: 'amount'>
    """
    folded = fold(text)
    if references_named and len(folded.split()) <= ONLY_REFERENCE_WORDS and not _ASKS_OF_IT.search(folded):
        return Asks.TIMELINE if _WAY_OF_IT.search(folded) else Asks.REFERENCE
    if compared and not _OF_ONE_THING.search(folded):
        return Asks.COMPARISON
    for kind, pattern in _WHOLE:
        if pattern.search(folded):
            return kind
    opened = [(match.start(), order) for order, (_, pattern) in enumerate(_OPENINGS) if (match := pattern.search(folded))]
    if opened:
        return _OPENINGS[min(opened)[1]][0]
    return Asks.DECISION if _is_name(folded) else Asks.FACT


def _is_name(folded: str) -> bool:
    """Whether the question is only what a matter is called: "friskvårdsbidraget i Granby" wants to know what was decided."""
    words = [word for word in folded.split() if re.search(r"\w", word)]
    return len(words) <= NAME_WORDS and _SENTENCE.search(folded) is None


@lru_cache(maxsize=1 << 12)
def fold(text: str) -> str:
    """Lower case without marks."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(_without_marks, unicodedata.normalize("NFKD", text.casefold()))


def _without_marks(found: re.Match[str]) -> str:
    return "".join(char for char in found[0] if not unicodedata.combining(char))
