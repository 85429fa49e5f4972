"""What the service says in its own words, in Swedish or English: status, where a passage stands, why there is no answer.

Only what the records hold is said; a quote is never changed.
"""

import re
from collections.abc import Mapping, Sequence

from indexer.documents import Kind, Outcome, Passage, Role, Status

_ROLES: Mapping[Role, tuple[str, str]] = {
    Role.BESLUT: ("Beslut", "Decision"),
    Role.ATERGIVET_BESLUT: ("Återgivet beslut", "Earlier decision, retold"),
    Role.FORSLAG: ("Förslag", "Proposal"),
    Role.YRKANDE: ("Yrkande, inte beslut", "Motion put, not a decision"),
}

_REFERRED_BACK = ("Återremiss", "Referred back")
_RESERVATION = ("Reservation, inte beslut", "Reservation, not a decision")
_RESERVED = re.compile(r"\breserv(?:ation|erar|erade)", re.IGNORECASE)
_MOVED = re.compile(r"\byrka(?:nde|r|de)", re.IGNORECASE)


def label(passage: Passage, language: str) -> str | None:
    """ "Beslut", "Förslag" …: whose words the passage holds; None for background."""
    words = _REFERRED_BACK if _is_referred_back(passage) else _ROLES.get(passage.role)
    if passage.role is Role.YRKANDE and _RESERVED.search(passage.text) and not _MOVED.search(passage.text):
        words = _RESERVATION
    return words[_at(language)] if words else None


def _is_referred_back(passage: Passage) -> bool:
    return passage.role is Role.BESLUT and passage.status is Status.ATERREMISS


def where(passage: Passage) -> str:
    """Where a passage stands: "Kommunstyrelsen 2024-03-12 § 12 (Dnr 2024/00012)"; what is unknown is left out."""
    place = " ".join(part for part in (passage.body or passage.municipality, passage.date, passage.section) if part)
    if not place or (passage.kind in _NAMED_KINDS and passage.section is None):
        place = " ".join(part for part in (str(passage.kind).capitalize(), passage.body, passage.date) if part)
    return f"{place} ({case(passage.case)})" if passage.case else place


_NAMED_KINDS = (Kind.TJANSTESKRIVELSE, Kind.REVISIONSRAPPORT, Kind.RAPPORT, Kind.STATISTIK, Kind.BUDGET, Kind.AVTAL, Kind.PLAN)


def case(as_written: str) -> str:
    """A Dnr with its label, once."""
    return as_written if as_written.casefold().startswith("dnr") else f"Dnr {as_written}"


def proposal_only(to: str | None, language: str) -> str:
    """The note where a proposal was found and no decision is indexed; `to` is the body that is to decide."""
    if language == "en":
        return f"This is a proposal{f' to {to}' if to else ''}; a decision is not in the indexed documents."
    return f"Det är ett förslag{f' till {_small(to)}' if to else ''}; ett beslut finns inte i de indexerade handlingarna."


def stands(by: str | None, to: str, language: str) -> str:
    """Where a matter stands of which only a proposal is indexed: who made it, `by`, to whom, and that these have not decided."""
    if language == "en":
        return f"This is a proposal{f' by {by}' if by else ''} to {to}; a decision by {to} is not in the indexed documents."
    maker = f"{_small(by)}s" if by else "ett"
    return f"Det är {maker} förslag till {_small(to)}; {_small(to)} har inte beslutat i de indexerade handlingarna."


def has_decided(by: str, language: str, *, conditional: bool = False) -> str:
    """That the matter asked about is decided, before the decision's own words."""
    if language == "en":
        return f"{by} has decided{', on a condition' if conditional else ''}."
    name = in_short(by)
    return f"{name[0].upper()}{name[1:]} har beslutat{', under ett villkor' if conditional else ''}."


def in_short(body: str) -> str:
    """A body as it is named where it is known which is meant.

    >>> in_short("Kommunfullmäktige"), in_short("Barn- och skolnämndens arbetsutskott"), in_short("Barn- och skolnämnden")
    ('fullmäktige', 'arbetsutskottet', 'nämnden')
    """
    last = next((match[1] for pattern in _SHORT if (match := pattern.search(body))), body)
    return _small(re.sub(r"(?<=utskott)$", "et", re.sub(r"(?<=beredning)$", "en", re.sub(r"(?<=presidi)um$", "et", last))))


_SHORT = (
    re.compile(r"\s(\w*(?:utskott|beredning|presidi)\w*)$"),
    re.compile(r"^Kommun(fullmäktige)$"),
    re.compile(r"(nämnden)$"),
)


def _small(name: str) -> str:
    return f"{name[0].lower()}{name[1:]}"


_OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    Outcome.GODKANT: ("godkänns", "approved"),
    Outcome.ANTAGET: ("antas", "adopted"),
    Outcome.BIFALL: ("bifalls", "granted"),
    Outcome.AVSLAG: ("avslås", "rejected"),
    Outcome.BORDLAGT: ("bordläggs", "put off"),
    Outcome.ATERREMISS: ("återremitteras", "referred back"),
}


def outcome(ended: Outcome, language: str) -> str | None:
    """How a matter ended, in a word; None where it needs more than a word."""
    words = _OUTCOMES.get(ended)
    return words[_at(language)] if words else None


def legibly(ended: Outcome, language: str) -> str:
    """The note where the word that decides is damaged in the text, and reading made it out."""
    said = outcome(ended, language)
    return f"In clear: {said} (the text is damaged)." if language == "en" else f"I klartext: {said} (texten är skadad)."


def held(day: str, language: str, *, summoned: bool = False) -> str:
    """The note where the meeting that was to decide has been, and its minutes are not indexed; `summoned`: its notice is."""
    if language == "en":
        notice = "The notice of it is indexed. " if summoned else ""
        return f"The meeting of {day} has been held; its minutes are not here. {notice}".strip()
    notice = " (kallelsen finns)" if summoned else ""
    return f"Sammanträdet {day}{notice} har hållits, protokollet saknas här."


def decided_elsewhere(passage: Passage, language: str) -> str:
    """The note where what was found is a proposal, and the decision stands in another place."""
    return f"A proposal; decided: {where(passage)}." if language == "en" else f"Ett förslag; beslutet finns: {where(passage)}."


def ended(later: Passage, language: str) -> str:
    """The note where what was found is a decision that a later one replaced or repealed."""
    if language == "en":
        return f"Note: this was later replaced or ceased to apply: {where(later)}."
    return f"Observera: beslutet har senare ersatts eller upphört att gälla: {where(later)}."


def not_settled(language: str) -> str:
    """The note where a meeting put the matter off, or sent it out for comment."""
    if language == "en":
        return "The matter is not settled yet; a later decision is not in the indexed documents."
    return "Ärendet är ännu inte avgjort; ett senare beslut finns inte i de indexerade handlingarna."


def demanded(language: str) -> str:
    """The note on what a member or party moved."""
    return "This was moved by a member; it is no decision." if language == "en" else "Det är ett yrkande, inte ett beslut."


def not_final(*, draft: bool, language: str) -> str:
    """The note on minutes that are a draft, or not yet approved."""
    if language == "en":
        return "The minutes are a draft." if draft else "The minutes are not yet approved."
    return "Texten är ett utkast till protokoll." if draft else "Protokollet är ojusterat."


def checked(held: int, of: int, language: str) -> str:
    """How many claims of an answer were held against their sources, and how many of them held."""
    dropped = held < of
    if language == "en":
        return f"Checked against the sources: {held} of {of} claims held{'; the rest were dropped' if dropped else ''}."
    return f"Kontroll mot källorna: {held} av {of} påståenden höll{'; resten ströks' if dropped else ''}."


def part_of_points(shown: int, of: int, language: str) -> str:
    """ "2 av 5 beslutspunkter visas"."""
    return f"({shown} of {of} points of the decision shown)" if language == "en" else f"({shown} av {of} beslutspunkter visas)"


def part_of_list(shown: int, of: int, language: str) -> str:
    """ "5 av 5": how much of a list is shown."""
    return f"({shown} of {of})" if language == "en" else f"({shown} av {of})"


def silent(municipalities: Sequence[str], language: str) -> str:
    """In whose papers nothing was found, where others' answer."""
    if language == "en":
        return f"Nothing on the matter was found in the indexed documents from {' and '.join(municipalities)}."
    return f"I de indexerade handlingarna från {' och '.join(municipalities)} hittades inget i frågan."


def not_answered(language: str) -> str:
    """The plain refusal."""
    return "The indexed documents do not answer the question." if language == "en" else "De indexerade handlingarna svarar inte på frågan."


def read_as(question: str, language: str) -> str:
    """How a question that follows another was understood."""
    return f"Read as: {question}" if language == "en" else f"Frågan lästes som: {question}"


def written_by_model(name: str, language: str) -> str:
    """The label of every text that a language model wrote; it is part of the answer's text, and goes where that is copied."""
    if language == "en":
        return f"(Written by a language model, {name}, and checked against the sources.)"
    return f"(Skrivet av en språkmodell, {name}, och kontrollerat mot källorna.)"


def model_failed(language: str) -> str:
    """The label of the documents' own words where a language model did not answer."""
    if language == "en":
        return "(The language model did not answer; these are the documents' own words.)"
    return "(Språkmodellen svarade inte; det här är handlingarnas egna ord.)"


def model_rejected(language: str) -> str:
    """The label of the documents' own words where a language model answered, and what it wrote did not hold."""
    if language == "en":
        return "(The language model's answer was rejected when it was checked; these are the documents' own words.)"
    return "(Språkmodellens svar underkändes i kontrollen; det här är handlingarnas egna ord.)"


def only_mentioned(what: str, language: str) -> str:
    """The refusal where the matter is found, but not the "sum", "name", "time", "number", "company" or whatever is asked for."""
    swedish, english = _ASKED[what]
    if language == "en":
        return f"The indexed documents mention the matter, but not {english}."
    return f"De indexerade handlingarna nämner saken, men inte {swedish}."


_ASKED = {
    "sum": ("beloppet", "the sum"),
    "name": ("namnet", "the name"),
    "time": ("tidpunkten", "the time"),
    "number": ("antalet", "the number"),
    "company": ("vilket företag det är", "which company it is"),
    "municipality": ("vilken kommun det är", "which municipality it is"),
    "amount": ("hur mycket", "how much"),
    "age": ("åldern", "the age"),
    "said": ("vad som sades", "what was said"),
    "shown": ("vad som kom fram", "what came of it"),
    "votes": ("hur rösterna föll", "how the votes fell"),
}


def _at(language: str) -> int:
    return 1 if language == "en" else 0
