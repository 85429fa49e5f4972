"""Names of deciding bodies, recognised by their form: "...nämnden", "...styrelsen", "kommunfullmäktige", "...utskott".

No list of names: a body is what ends like one. Names are given in the nominative with a capital, as a reader would
write them; what a bad scan did to the ending of a name is put right, since the ending is known.
"""

import re
from collections.abc import Iterable

from indexer.damage import any_of, compiled, worn
from indexer.documents import Span

_WORD = r"[^\W\d_][\w&]*"
_JOINED = rf"(?:(?:(?:{_WORD}(?:-{_WORD})*-,?\s+)+(?:och|o|&|samt)|{_WORD}\s+&)\s+)?"
# "Tekniska nämnden", "Allmänna utskottet": of adjectives only these, for "den nya nämnden" is no name
_ADJECTIVE = rf"(?:\w{{2,14}}iska|{worn('allmänna')}|sociala)\s+"
_ENDING = "(?:" + "|".join((worn("nämnd") + "(?:en)?", "styrelsen?", worn("fullmäktige"), "direktionen?", "presidiet", "presidium")) + ")"
_UTSKOTT = r"(?:utskottet|utskott|beredningen|beredning)"
_OWNED = rf"(?:\s+(?:{_ADJECTIVE}|{_WORD}-\s+och\s+)?(?:{_WORD})?(?:{_UTSKOTT}|presidium))"

# "Gemensamma räddningsnämnden", "Norrängs stadsdelsnämnd": what makes one board of several another one
_OF_SEVERAL = r"(?:gemensamma\s+(?=\w+nämnden)|(?-i:[A-ZÅÄÖ])[\w-]+(?:\s(?-i:[A-ZÅÄÖ])[\w-]+)?\s+(?=stadsdelsnämnd))?"

# "Barn- och skolnämndens arbetsutskott", "Kommunfullmäktiges presidium", "Norra-Södra stadsdelsnämnd"
_OWNED_BODY = rf"(?:{_ADJECTIVE}|{_JOINED}(?:{_WORD}-)*(?:{_WORD})?){_ENDING}s{_OWNED}"
_MAIN_BODY = rf"(?:{_OF_SEVERAL}{_JOINED}(?:{_WORD}-{_WORD}\s+)?(?:{_WORD})?{_ENDING}(?P<genitive>s?)\b)"
_OF_ADJECTIVE = rf"(?:{_ADJECTIVE}(?:{worn('nämnden')}|utskottet)(?P<adjective_genitive>s?)\b)"
_BARE_UTSKOTT = rf"(?:{_JOINED}{_WORD}{_UTSKOTT}(?P<utskott_genitive>s?)\b)"
_BODY = compiled(rf"(?<![\w-])(?:{_OWNED_BODY}\b|{_OF_ADJECTIVE}|{_MAIN_BODY}|{_BARE_UTSKOTT})")

_FORMS = ("", "utskott_", "adjective_")
# "Nämnden för arbete och lärande": a name only where it stands alone
_BOARD_FOR = re.compile(r"Nämnden\sför\s(?!att\b|den\b|det\b|de\b|sin)\w{4,}(?:,\s\w{4,})*(?:\s(?:och|med)\s\w{4,})?")
# "Kommunala pensionärsrådet": a name only where it stands alone, and no person ("Kommunalrådet")
_COUNCIL = re.compile(r"(?:Kommunala\s\w{4,}|(?!Kommunal|Stats|Region|Borgar|Oppositions|Lands)[A-ZÅÄÖ]\w{5,}s)råd(?:et)?")

_NOT_BODIES = compiled(rf"(?:{worn('läns')}|projekt|arbets|hyres|bolags|skol)?styrelsen?s?|{worn('nämnd')}(?:en)?s?|direktions")
_REPAIRS = (
    (compiled(worn("nämnd") + r"(?=(?:ens?|s)?\b)"), "nämnd"),
    (compiled(worn("fullmäktige") + r"(?=s?\b)"), "fullmäktige"),
    (compiled(worn("förvaltning") + r"(?=(?:ens?|s)?\b)"), "förvaltning"),
)

COMMITTEE = compiled(rf"(?:{_UTSKOTT})s?\b")
SHORT = {
    "KS": "Kommunstyrelsen",
    "KF": "Kommunfullmäktige",
    "KSAU": "Kommunstyrelsens arbetsutskott",
    "RS": "Regionstyrelsen",
    "RF": "Regionfullmäktige",
}


def named(text: str) -> list[tuple[str, Span]]:
    """Bodies named in a text, in order: the name in the nominative, and where it stands."""
    return [(canonical(match[0]), Span(*match.span())) for match in _BODY.finditer(text) if not _NOT_BODIES.fullmatch(match[0])]


def alone(text: str) -> str | None:
    """The body, where a line says nothing but its name."""
    text = text.strip(" .:,")
    if _BOARD_FOR.fullmatch(text) or _COUNCIL.fullmatch(text):
        return text
    match = _BODY.fullmatch(text)
    if match is None or any(match[f"{form}genitive"] for form in _FORMS) or _NOT_BODIES.fullmatch(match[0]):
        return None
    return canonical(match[0])


def canonical(written: str) -> str:
    """ "BARN- OCH SKOLNÄMNDENS" and "barn- och Skolnämnden" are "Barn- och skolnämnden"."""
    name = " ".join(written.split())
    if name.isupper():
        name = name.lower()
    for damaged, right in _REPAIRS:
        name = damaged.sub(right, name)
    if re.search(r"(?:nämnd|nämnden|styrelsen|fullmäktige|direktionen|utskottet|utskott|beredningen|presidiet)s$", name):
        name = name[:-1]
    first, rest = name[:1].upper(), name[1:]
    return first + re.sub(r"(?<=\s)(?:[Oo]ch\s+)?[A-ZÅÄÖ](?=\w+$)", lambda match: match[0].lower(), rest)


def is_committee(name: str | None) -> bool:
    """Whether a body prepares for another: an utskott or a beredning."""
    return name is not None and bool(COMMITTEE.search(name))


def superior(name: str) -> str | None:
    """The body that a committee belongs to: "Kommunstyrelsens arbetsutskott" → "Kommunstyrelsen"."""
    match = re.match(r"(?P<owner>.+?)s (?:\S+ och )?\S+$", name)
    return match["owner"] if match and is_committee(name) else None


def of_short_form(short: str, known: Iterable[str]) -> str | None:
    """The body that an abbreviation stands for: a common one, or the only one among the known that it fits."""
    key = short.replace(" ", "").upper()
    if key in SHORT:
        return SHORT[key]
    fitting = {name for name in known if initials(name) == key}
    return fitting.pop() if len(fitting) == 1 else None


def initials(name: str) -> str:
    """ "Kultur- och stadsmiljönämnden" → "KSN", "Omsorgsnämndens arbetsutskott" → "ONAU"."""
    letters = ""
    for word in re.split(r"[\s-]+", name):
        if word in ("och", "för", ""):
            continue
        letters += word[0]
        for ending, initial in (("nämnd", "N"), ("styrelse", "S"), ("fullmäktige", "F"), ("utskott", "U"), ("omsorg", "O")):
            if ending in word[1:]:
                letters += initial
    return letters.upper()


def phrase(*names: str) -> str:
    """A pattern for one of several phrases (see `damage`)."""
    return any_of(*names)
