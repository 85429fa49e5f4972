"""Dnr and § as people type them ("ks 24/71", "dnr 2024-87", "ärende 71 från 2024", "paragraf 96") → as minutes write them.

What may as well be a date, a period, a law, a sum or a vote stays as it was typed: a wrong Dnr is worse than none. Documents
are never read by these rules.
"""

import re
from collections.abc import Callable

from indexer import references
from indexer.caseshapes import NO_REGISTRY
from indexer.documents import Span
from indexer.language.vocabulary import ranks
from indexer.swedish import ABBREVIATIONS
from service.understanding.kinds import fold

_DIGIT = re.compile(r"\d")
_LABEL = (
    r"(?:dnr|diarie\s?nr|diarienumret|diarienummer|diary number|case number|case|[äa]rende(?:nummer|numret|nr|t)?)"
    r"[.:]?[ ]?(?:(?:nr|nummer|number|med nummer|med dnr|dnr|no)[.:]?[ ]?)?"
)
_REGISTRY = r"(?P<registry>[A-Za-zÅÄÖåäö]{2,6})"
_NO_CASE_AFTER = r"(?![\w/%]|[-:.]\d|[ ]\d\d(?!\d)|[ ]?(?:%|procent|kr|kronor|[tm]kr|mnkr|r[öo]ster|km|kvm|meter|st)\b)"
# ks 24/71, KS 2024:71, ks162/23, dnr 2024-87, dnr 2024.00087, ärende 87/2024, 2024/87
_WITH_SIGN = re.compile(
    rf"(?<![\w/.:=%§&-])(?<!§ )(?P<label>{_LABEL})?(?:{_REGISTRY}(?P<joint>[ ]?[-/:.]?[ ]?))?"
    rf"(?P<first>\d{{1,6}})(?P<sign>[/:.-])(?P<second>\d{{1,6}}){_NO_CASE_AFTER}",
    re.IGNORECASE,
)
# ärende 71 från 2024, diarienummer 71 år 2024, ärende nr 71, 2024
_IN_WORDS = re.compile(
    rf"(?<![\w-])(?P<label>{_LABEL})(?:{_REGISTRY}[ ])?(?P<second>\d{{1,5}}),?[ ](?:(?:fr[åa]n|[åa]r|av|i|of|from|in)[ ])?(?:[åa]r[ ])?"
    r"(?P<first>(?:19|20)\d\d)(?![\d/]|[-:.]\d)",
    re.IGNORECASE,
)
_OF_A_QUESTION = re.compile(r"^\W*$|\b(?:om|i|galler|gallde|ar|var|med|for|till|kring|hande|hander|star|about|is|with)[ ]$")
"""What stands before a Dnr without label and registry: "Vad gäller 24/87?"."""
_NO_REGISTRY = NO_REGISTRY | {
    "DNR",
    "PROP",
    "SKR",
    "RSKR",
    "DIR",
    "MOT",
    "ST",
    "KR",
    "TKR",
    "MKR",
    "KM",
    "EES",
    "MB",
    "PBL",
    "SOL",
    "OSL",
    "FL",
}
_COLLECTION = re.compile(r".*FS")
"""AFS, BFS, HSLF-FS: collections of rules."""
_LATEST_YEAR = 49
_LONGEST_PERIOD = 30
_MONTHS = 12
_DAYS = 31
_PADDED = 4
"""Digits of a serial that was filled up with zeros."""

_WORD_OF_SECTION = r"(?:paragraf(?:erna|en|er|s)?|paragraph|section|par\.|^par)(?:\s(?:nr|nummer|number)\.?)?"
_MORE = r"(?:[ ]?(?:[-–,]|och|and)[ ]?\d{1,3}(?!\d))*"
# paragraf 96, paragraf nr 96, par. 12, paragraferna 12–14, section 12
_SECTION_IN_WORDS = re.compile(rf"(?<![\w-]){_WORD_OF_SECTION}[ ]?(?P<numbers>\d{{1,3}}{_MORE})(?![\d-]|[:.]\d)", re.IGNORECASE)
# 12 §, 12–14 §§
_SECTION_AFTER = re.compile(rf"(?<![\w.,:/§-])(?<!§ )(?P<numbers>\d{{1,3}}{_MORE})[ ]?§{{1,2}}(?![\w-]|[ ]?(?!20\d\d\b)\d)")
_LAW = re.compile(
    r"\bkap(?:itel|itlet)?\b|(?<!fors)(?<!ans)(?<!avs)(?<!ins)(?<!under)(?<!bo)lag(?:en|ens|ar|arna)?\b|balk(?:en|ens)?\b|forordning"
    r"|reglement|stadga|foreskrift|(?:arbets|delegations|bolags|forbunds)ordning|avtal|kontrakt|\b(?:act|code|law|laws|chapter|ordinance)\b"
    r"|\b(?:sol|kl|lss|lvu|lvm|fb|osl|fl|pbl|hsl|gdpr|rf|tf|las|mbl|lou|skoll|mb|ml)\b"
)
_LAW_BEFORE, _LAW_AFTER = 24, 32
"""Characters around a § in which a law that it is of is named."""


def as_minutes_write(text: str) -> str:
    """The question with its Dnr and § in the forms of minutes; mostly the text as it is.

    >>> as_minutes_write("Vad står i paragraf 96, och i ks 24/71?")
    'Vad står i § 96, och i dnr KS 2024/71?'
    """
    if not _DIGIT.search(text):
        return text
    text = _rewritten(text, _IN_WORDS, _case_in_words)
    text = _rewritten(text, _WITH_SIGN, _case_with_sign)
    text = _SECTION_IN_WORDS.sub(_section, text)
    return _SECTION_AFTER.sub(_section, text) if "§" in text else text


def _rewritten(text: str, pattern: re.Pattern[str], written: Callable[[re.Match[str]], str | None]) -> str:
    """The text with its matches as written, but for what reads as a reference already."""
    found = [(Span(*match.span()), new) for match in pattern.finditer(text) if (new := written(match))]
    if not found:
        return text
    read = _read(text)
    for span, new in reversed(found):
        if not any(span.start < other.end and other.start < span.end for other in read):
            text = f"{text[: span.start]}{new}{text[span.end :]}"
    return text


def _read(text: str) -> list[Span]:
    cases = [case.span for case in references.case_numbers(text) if case.span and case.serial is not None]
    return [*cases, *(law.span for law in references.laws(text)), *(section.span for section in references.section_references(text))]


def _case_in_words(match: re.Match[str]) -> str | None:
    registry = match["registry"]
    if registry and not _is_registry(registry):
        return None
    return _written(match["label"], registry, int(match["first"]), match["second"])


def _case_with_sign(match: re.Match[str]) -> str | None:
    registry, label = match["registry"], match["label"]
    lead = ""
    if registry and not _is_registry(registry):
        # a word of the question: what follows it stands by itself
        if label or match["joint"] != " ":
            return None
        registry, lead = None, match.string[match.start() : match.start("first")]
    before = match.string[: match.start()] + lead
    if not (registry or label or _OF_A_QUESTION.search(fold(before))):
        return None
    read = _year_and_serial(match, named=bool(registry or label), labelled=bool(label), begins=not before.strip())
    return lead + _written(label, registry, *read) if read else None


def _year_and_serial(match: re.Match[str], *, named: bool, labelled: bool, begins: bool) -> tuple[int, str] | None:
    """The year and the serial as typed; None where it may be something else."""
    first, second, sign = match["first"], match["second"], match["sign"]
    if _is_full_year(first):
        if labelled and not _is_full_year(second):
            return int(first), second
        return (int(first), second) if _is_no_time(first, second, sign, named=named, begins=begins) else None
    if _is_full_year(second) and sign == "/":
        # "KS 87/2024" is a § as likely
        return (int(second), first) if labelled else None
    return _short(first, second) if sign == "/" or (named and sign == "-") else None


def _is_no_time(first: str, second: str, sign: str, *, named: bool, begins: bool) -> bool:
    """Whether year and serial are neither a month, nor a period, nor the number of a law."""
    if _is_full_year(second):
        return False
    ahead = int(second) - int(first) % 100
    if named and sign != "-":
        return sign != "/" or len(second) != len("25") or ahead != 1
    if len(second) <= len("12") and (int(second) <= _MONTHS or 0 < ahead <= _LONGEST_PERIOD):
        return False
    return named or sign in "/-" or (begins and (sign == ":" or len(second) >= _PADDED))


def _short(first: str, second: str) -> tuple[int, str] | None:
    """ "24/71" and "162/23", where only one of the two can be the year, and the two are no day."""
    if int(first) <= _DAYS and int(second) <= _MONTHS:
        return None
    year_first, serial_first = _is_short_year(first), _is_short_year(second)
    if year_first == serial_first or (year_first and len(second) == 1):
        return None
    return (2000 + int(first), second) if year_first else (2000 + int(second), first)


def _is_short_year(digits: str) -> bool:
    return len(digits) == len("24") and int(digits) <= _LATEST_YEAR


def _is_full_year(digits: str) -> bool:
    return len(digits) == len("2024") and digits[:2] in ("19", "20")


def _is_registry(word: str) -> bool:
    """KS, ks, bun: letters that no board goes by are a word of the language, or of laws and measures."""
    if word.upper() in _NO_REGISTRY or _COLLECTION.fullmatch(word.upper()):
        return False
    return word.isupper() or word.lower() in ABBREVIATIONS or word.lower() not in ranks()


def _written(label: str | None, registry: str | None, year: int, serial: str) -> str:
    matter = re.match(r"[äa]rende(?=[t\W])t?", label or "", re.IGNORECASE)
    return " ".join([*([matter[0]] if matter else ()), "dnr", *([registry.upper()] if registry else ()), f"{year}/{serial}"])


def _section(match: re.Match[str]) -> str:
    around = fold(f"{match.string[max(0, match.start() - _LAW_BEFORE) : match.start()]} {match.string[match.end() :][:_LAW_AFTER]}")
    if _LAW.search(around):
        return match[0]
    numbers = match["numbers"]
    return f"{'§' if numbers.isdecimal() else '§§'} {numbers}".replace(" and ", " och ")
