"""Two points word by word: which words are in both, and whether what differs is the matter or only its wording.

Pure; no markup: whoever shows the pieces marks them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from indexer import swedish
from indexer.dates import MONTHS
from service.changes.records import Change, Part, Piece
from service.understanding.kinds import fold

_INTRODUCES = re.compile(
    r"[^.;:,\d]{0,90}?\bf[öoóéeò]resl[åa]s\s+(?![^.;:,\d]{0,80}?\batt\s)"
    r"|(?:[^.;:,\d]{0,90}?\b(?:f[öoóéeò]resl[åa](?:r|s)?|beslut(?:ar|a)|begära?|hemställer)\b[^.;:,\d]{0,80}?\batt\s+)+(?:besluta\s+att\s+)?"
    r"|att\s+",
    re.IGNORECASE,
)
"""Who proposes what to whom, before what is proposed: "Utskottet föreslår nämnden att …"."""

_FIGURE = re.compile(rf"\d|^[A-ZÅÄÖ]$|^(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|{'|'.join(MONTHS)})$")
_DIRECTION = frozenset(
    ("avslå", "avslås", "avslag", "bifall", "bifalla", "bifalls", "bifaller", "delvis", "inte", "ej", "icke", "utan", "mot", "upphör")
)
_FORMAL = frozenset(
    swedish.question_tokens(
        "besluta beslut gäller gälla under förutsättning villkor villkoret att ska skall anse antas anta godkänna godkänns fastställa"
        " fastställs nämnden styrelsen kommunstyrelsen kommunfullmäktige fullmäktige utskottet arbetsutskottet förslag enligt samt med"
    )["stems"]
)
_UNTIL_NOW = re.compile(r"\bfrån\s+\d[\d\s,.]*(?:kronor|kr|procent|mnkr|tkr|mkr)?\s+(?=till\b)")
"""What something was: "höjs från 62 till 68 kronor" says no more than "höjs till 68 kronor"."""

_OTHER_WORDS = 2
"""Words of content in one of two points alone that make it say something else: one may be a turn of phrase."""

_PUNCTUATION = '.,;:!?”"()'


def introduction(text: str) -> int:
    """How many characters come before what is proposed or decided."""
    found = _INTRODUCES.match(text)
    return found.end() if found and found.end() < len(text) else 0


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one run of pieces in order, without who proposes it to whom; what only the earlier has stands first."""
    old, new = before[introduction(before) :].split(), after[introduction(after) :].split()
    matcher = SequenceMatcher(None, [_key(word) for word in old], [_key(word) for word in new], autojunk=False)
    found: list[Piece] = []
    for operation, first, last, start, end in matcher.get_opcodes():
        if operation == "equal":
            found.append(Piece(" ".join(new[start:end]), Part.SAME))
            continue
        found += [Piece(" ".join(old[first:last]), Part.REMOVED)] if first < last else []
        found += [Piece(" ".join(new[start:end]), Part.ADDED)] if start < end else []
    return tuple(found)


def side(text: str, found: Sequence[Piece], own: Part) -> tuple[Piece, ...]:
    """One of the two texts whole and in its own words, cut as the pieces are; `own` is the part that only this one has."""
    words, at = text.split(), len(text[: introduction(text)].split())
    cut = [Piece(" ".join(words[:at]), Part.SAME)] if at else []
    for piece in found:
        if piece.part in (Part.SAME, own):
            length = len(piece.text.split())
            cut.append(Piece(" ".join(words[at : at + length]), piece.part))
            at += length
    return tuple(cut)


def change(before: str, after: str) -> Change:
    """What became of a point: its words, apart from who proposes it to whom and from what it was until then."""
    old, new = before[introduction(before) :], after[introduction(after) :]
    if [_key(word) for word in old.split()] == [_key(word) for word in new.split()]:
        return Change.SAME
    old, new = _UNTIL_NOW.sub(" ", old), _UNTIL_NOW.sub(" ", new)
    if _figures(old) != _figures(new) or _direction(old) != _direction(new):
        return Change.CHANGED
    mine, theirs = content(old), content(new)
    if mine == theirs:
        return Change.REWORDED
    return Change.CHANGED if len(mine ^ theirs) >= _OTHER_WORDS else Change.REWORDED


def likeness(before: str, after: str) -> float:
    """How much two points share: 0 nothing, 1 all."""
    mine, theirs = content(before[introduction(before) :]), content(after[introduction(after) :])
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


@lru_cache(maxsize=2048)
def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning; figures too."""
    return frozenset(stem for stem in swedish.question_tokens(text)["stems"] if stem not in _FORMAL)


def _figures(text: str) -> Sequence[str]:
    return sorted(set(_of_kind(text, lambda word: _FIGURE.search(word) is not None)))


def _direction(text: str) -> frozenset[str]:
    return frozenset(word[:5] for word in _of_kind(text.casefold(), lambda word: word in _DIRECTION))


def _of_kind(text: str, is_one: Callable[[str], bool]) -> Iterator[str]:
    return (bare for word in text.split() if is_one(bare := word.strip(_PUNCTUATION)))


def _key(word: str) -> str:
    """A word as it is compared: scans lose the marks of letters."""
    return fold(word.strip(_PUNCTUATION)) or word
