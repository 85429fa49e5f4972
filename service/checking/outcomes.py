"""What a sentence says became of a matter: each such word must stand in the source, or another word for the same.

A source need not hold the contrary for a sentence to be wrong: "avslog" of a decision to abolish is an invention too.
"""

import re

_APPROVED = (
    r"bif(?:oll|all)\w*|godkan[nt]\w*|anta(?:s|r|gits?|gen|get|gna|gande\w*)?|antog\w*|bevilja\w*|tillstyrk\w*|faststall\w*"
    r"|approv\w+|grant(?:s|ed|ing)|adopt\w+|accept\w*"
)
_REJECTED = r"avsl(?:ar|og|as|agits?|agen|aget|agna|ogs|a)|avslag\w*|avstyrk\w*|reject\w*|den(?:y|ies|ied)|turn(?:s|ed) down"
_FAMILIES = (
    _APPROVED,
    _REJECTED,
    r"avvis(?:a\w*|ning\w*)|dismiss\w*",
    r"aterremi\w*|atervis\w*|(?:visa\w*|sand\w*) (?:\w+ )?(?:ater|tillbaka)|refer\w* back|remit\w*|sen[dt]\w* back",
    r"bordla\w*|skj?[uo]t\w* upp|uppsk(?:jut|ot)\w*|senarela\w*|postpon\w*|defer\w*|adjourn\w*|tabled",
    r"(?:for)?hoj(?:s|er|as|a|de|des|t|ts|d|da)|\w*hojning\w*|(?:ut)?oka(?:r|s|de|des|t|ts|d)?|\w*okning\w*|rais(?:e|es|ed|ing)|increas\w+|extend\w*",
    (
        r"(?:ned)?sank(?:s|er|as|a|te|tes|t|ts)|\w*sankning\w*|(?:for)?minska(?:r|s|de|des|t|ts|d)?|\w*minskning\w*|nedsatt\w*"
        r"|lower(?:s|ed|ing)|reduc\w+|decreas\w+|cuts?"
    ),
    r"infor(?:a|as|s|de|des|t|ts|ande\w*)|inratt\w*|introdu[ck]\w+",
    (
        r"avskaff\w*|upphor\w*|upphav\w*|slopa\w*|avveckl\w*|t(?:a|ar|as|og|ogs|agits?) bort|borttag\w*|la(?:gg|d)\w* ne[dr]\w*"
        r"|nedla(?:gg|gd)\w*|stang(?:s|er|as|a|de|des|t|ts|d|da|ning\w*)|repeal\w*|abolish\w*|discontinu\w*|ceas\w+|terminat\w*"
        r"|clos(?:es|ed|ure)"
    ),
    r"(?:bi)?beh[ao]ll\w*|oforandra\w*|kvarst\w*|\w+ kvar|unchanged|retain\w*",
    r"tacka\w* ja|accept\w*",
    r"tacka\w* nej|avboj\w*|declin\w+|turn(?:s|ed) down",
    r"besvara(?:s|t|d|de|des|ts)|answered",
    r"forlang\w*|prolong\w*|extend\w*|extension\w*",
    r"(?:sag|sa|sad)\w* upp|uppsag\w*|terminat\w*",
    r"(?:for)?sal(?:j\w*|d|da|de|des)|avyttr\w*|sells?|sold|sale",
    r"(?:in)?kop(?:s|er|a|te|tes|t|ts)?|forvarv\w*|upphandl\w*|bought|buys?|purchas\w+|acquir\w+",
    r"oppn\w*|opens|opened",
    r"i (?:sin|dess) helhet|fullt ut|helt och hallet|in full|in its entirety",
    r"delvis|till (?:viss |en )?del|i (?:vissa )?delar|part(?:ly|ially)|in part",
)
"""Folded words for one thing each; a word may stand for two things."""

_NOT = r"(?:inte|ej|icke|not)"
_WORDS = tuple(re.compile(rf"\b(?:{family})\b") for family in _FAMILIES)
_ANY = re.compile(rf"\b(?:{'|'.join(_FAMILIES)})\b")
_NOT_APPROVED = re.compile(rf"\b(?:{_NOT} (?:\w+ ){{0,2}}(?:{_APPROVED})|(?:{_APPROVED}) (?:\w+ )?{_NOT})\b")


def unheard(said: str, source: str) -> bool:
    """Whether a folded sentence tells an outcome of which its folded source has no word."""
    return not all(_heard(word, source) for word in {match[0] for match in _ANY.finditer(said)})


def _heard(word: str, source: str) -> bool:
    """Whether the source has a word for what this word stands for, or for one of what it may."""
    families = [words for words in _WORDS if words.fullmatch(word)]
    return any(words.search(source) for words in families) or (_WORDS[1] in families and _NOT_APPROVED.search(source) is not None)
