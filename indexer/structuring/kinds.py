"""What form of paper a document is, from the words of its head and title."""

import re

from indexer.damage import any_of, compiled
from indexer.documents import Kind

_BY_WORD: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.KALLELSE, ("kallelse", "föredragningslista", "kallas härmed till sammanträde", "kallas till sammanträde")),
    (Kind.KUNGORELSE, ("kungörelse",)),
    (Kind.PROTOKOLLSUTDRAG, ("protokollsutdrag",)),
    (Kind.PROTOKOLL, ("sammanträdesprotokoll", "mötesprotokoll", "protokoll")),
    (Kind.TJANSTESKRIVELSE, ("tjänsteskrivelse", "tjänsteutlåtande")),
    (Kind.PRESSMEDDELANDE, ("pressmeddelande",)),
    (Kind.MINNESANTECKNINGAR, ("minnesanteckningar",)),
    (
        Kind.REVISIONSRAPPORT,
        ("revisionsrapport", "revisorernas bedömning", "granskningsrapport", "översiktlig granskning", "granskning av"),
    ),
    (Kind.AVTAL, ("samverkansavtal", "avtal", "avtalsparter", "överenskommelse")),
    (Kind.MOTION, ("motion",)),
    (Kind.INTERPELLATION, ("interpellation",)),
    (Kind.MEDBORGARINITIATIV, ("medborgarinitiativ", "medborgarförslag")),
    (
        Kind.BUDGET,
        ("budget", "driftramar", "bokslut", "balansbudget", "bokslutssammandrag", "verksamhetsbokslut", "delårsbokslut", "årsbokslut"),
    ),
    (Kind.STATISTIK, ("statistik", "uppföljningar", "antal beslut", "utredningstider", "anmälningar & utredningstider", "nyckeltal")),
    (Kind.PLAN, ("nämndplan", "verksamhetsplan", "handlingsplan", "internkontrollplan", "timplan", "tidplan", "plan", "*plan", "mål")),
    (
        Kind.POLICY,
        (
            "policy",
            "riktlinjer",
            "riktlinje",
            "instruktion",
            "reglemente",
            "rutin",
            "rutiner",
            "arbetsordning",
            "delegationsordning",
            "taxa",
        ),
    ),
    (Kind.REMISS, ("remiss",)),
    (Kind.RAPPORT, ("rapport", "*rapport", "återrapportering", "utredning", "genomlysning", "utvärdering", "slutrapport", "redovisning")),
    (Kind.LISTA, ("närvarolista", "voteringslista", "sammanställning", "förteckning", "lista", "underlag")),
    (Kind.BREV, ("brev", "missiv", "meddelande")),
)
_PATTERNS = tuple((kind, compiled(rf"(?<!\w)(?:{any_of(*words)})(?!\w)")) for kind, words in _BY_WORD)
_TITLED = frozenset(
    {Kind.AVTAL, Kind.TJANSTESKRIVELSE, Kind.PRESSMEDDELANDE, Kind.MINNESANTECKNINGAR, Kind.PROTOKOLL, Kind.KALLELSE, Kind.KUNGORELSE}
)
"""Forms whose name on top of a page is the title of a paper, and hardly ever a heading inside one."""

_MAIL = compiled(r"(?:från|skickat|ämne|bifogade filer)\s*:\s*\S.*")
_FIGURES = compiled(any_of("statistik", "statistikrapport"))
_VOTES = re.compile(r"\bJA\s+NEJ\b")


def of_words(*texts: str) -> Kind | None:
    """The form that the first of several texts that names one does name; earlier words of a text count first."""
    for text in texts:
        found = [(match.start(), rank, kind) for rank, (kind, pattern) in enumerate(_PATTERNS) if (match := pattern.search(text))]
        if found:
            return min(found)[2]
    return None


def starts_with_form(text: str) -> bool:
    """Whether a title opens with the name of a form of paper: "Slutrapport ...", "Handlingsplan för ..."."""
    return any(pattern.match(text) for kind, pattern in _PATTERNS if kind in _TITLED)


def names_figures(text: str) -> bool:
    """Whether a line says "Statistik" and nothing else."""
    return bool(_FIGURES.fullmatch(text))


def is_mail(text: str) -> bool:
    """Whether a line belongs to the head of an e-mail: "Från: ...", "Skickat: ...", "Ämne: ..."."""
    return bool(_MAIL.fullmatch(text))


def is_voting_list(text: str) -> bool:
    """Whether a line heads the columns of a list of votes."""
    return bool(_VOTES.search(text))
