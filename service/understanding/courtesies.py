"""What people write around a question, taken away: greetings, "jag undrar", "kan ni berätta", thanks, signatures, ", eller hur?". Pure.

Only what stands first or last goes, so that what the question names in its middle stays.
"""

import re

_FEWEST_LETTERS = 3
"""What is left of a question without such a word is none."""
_LONGEST_CLOSING = 120
"""Characters from the end in which thanks and a name stand."""
_MOST = 6
"""Courtesies taken away at either end."""


def _any(*patterns: str) -> str:
    """The patterns as one, which also reads what is typed without å, ä and ö."""
    joined = "|".join(patterns)
    for letter, class_ in (("å", "[åa]"), ("ä", "[äa]"), ("ö", "[öo]")):
        joined = joined.replace(letter, class_)
    return f"(?:{joined})"


_WHO = r"(?:jag|ja|vi)"
_ASKED = r"(?:du|ni|någon|nån|man)"
_SOFTLY = r"(?:\s(?:bara|gärna|också|lite|mest|nu|kanske|vänligen|snälla|möjligen|möjligtvis|kunna|då))*"
_ABOUT = r"(?:\s(?:om|kring|angående|gällande))?"
_END = r"(?=[\s,.:!])"

_OPENING = re.compile(
    r"[\s,.!?:;–-]*"
    + _any(
        # Hej! Hejsan alla, God morgon kommunen.
        r"(?:hej(?:san|hopp)?|hallå|halloj|tjenare|tjena|god ?(?:morgon|dag|kväll|middag|eftermiddag)|hello|hi)"
        r"(?:\s(?:hej|igen|alla|allihop|där|kommunen|på (?:er|dig|dej)))*(?=\s*[,.!?:;–]|\s+\w)",
        # Jag undrar lite … Vi funderar på …
        rf"(?:{_WHO}\s)?(?:undrar|undrade|funderar)(?:\s(?:jag|vi|lite|bara|mest|på|över|nu|då))*{_END}",
        # Jag skulle gärna vilja veta mer om … Vill veta …
        rf"(?:{_WHO}\s)?(?:vill|önskar|behöver|skulle{_SOFTLY}\svilja){_SOFTLY}(?:\sfå)?"
        r"\s(?:veta|fråga|höra|se|(?:få |ta |ha )?reda på|ha svar på|ha(?: lite| mer)? info(?:rmation)?)"
        rf"(?:\s(?:mera?|lite))*{_ABOUT}{_END}",
        # Jag har en fråga om …
        rf"{_WHO}\shar (?:en|ett par|några)(?: (?:snabb|kort|liten))? fråg(?:a|or)(?:\still\s(?:er|kommunen))?{_ABOUT}{_END}",
        r"(?:(?:min|en|snabb|kort) )*fråga(?:\still\s(?:er|kommunen))?\s?:",
        rf"min fråga (?:är|lyder|gäller){_END}",
        # Kan ni berätta för mig om … Skulle du kunna säga …
        rf"(?:kan|kunde|skulle)\s{_ASKED}{_SOFTLY}\s"
        r"(?:berätta|säga|tala om|förklara|visa|kolla|svara på|upplysa|få (?:veta|reda på)|ta reda på"
        r"|ge (?:mig|oss) (?:svar på|information om)|hjälpa (?:mig|oss) (?:med|att (?:förstå|hitta|ta reda på)))"
        rf"(?:\s(?:för\s)?(?:mig|mej|oss))?(?:\som)?{_END}",
        rf"(?:går det|är det möjligt|vore det möjligt) att få (?:veta|reda på|svar på){_END}",
        rf"får (?:jag|man) (?:lov att )?fråga{_END}",
        rf"vet\s{_ASKED}{_SOFTLY}(?=\s)",
        r"är det (?:någon|nån) som vet(?=\s)",
        # Jag heter Eva och bor i … (the place stays)
        r"(?:jag heter|mitt namn är) \w+(?: \w+)?(?: och|[,.!])",
        r"(?:jag )?(?:bor|är bosatt)(?=\si\s)",
        rf"(?:snälla|ursäkta(?: mig)?|förlåt|jo|okej|ok|alltså|asså|please){_END}",
        r"tack(?: så (?:mycket|hemskt mycket))?(?=[,.!])",
        rf"(?:can|could|would) you (?:please )?(?:tell (?:me|us)|let (?:me|us) know|explain)(?: about)?{_END}",
        rf"i (?:would|wish|want) (?:like )?to know{_END}|i(?:'m| am)? wonder(?:ing)?{_END}|do you know(?=\s)",
    )
    + r"[\s,.!:;–-]*",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"(?:\s*[,–-]\s*(?:va|eller va|eller hur|inte sant|visst|väl|right)|\s*,?\s+eller(?: hur| inte| ej)?)\s*\?+(?=\s*$)", re.IGNORECASE
)
"""What asks for a yes after what was asked: without its comma "va" may be vatten och avlopp."""
_THANKED = r"\s(?:på förhand|i förväg|för (?:hjälpen|svar|svaret|ert svar|snabbt svar|all hjälp)|så (?:hemskt |jätte|väldigt )?mycket)"
_CLOSING = re.compile(
    r"(?P<end>[?.!]?)[\s,.!?:;–/-]*(?<![\w-])"
    + _any(
        rf"(?:stort |många |tusen )?tack(?:sam|ar)?(?:{_THANKED})*",
        # the name of who signs follows
        r"(?:mvh|vh|(?:med )?vänliga? hälsning(?:ar|en)?|bästa hälsningar|många hälsningar|hälsningar)"
        r"(?:[\s,/]+[^\W\d_][\w.-]*){0,3}",
        r"(?<=[.?!]\s)vänligen(?:[\s,]+(?-i:[A-ZÅÄÖ])[\w.-]*){0,3}",
        r"(?<=[.?!]\s)/+\s?[^\W\d_]\w*(?:\s\w+)?",
        r"undrar (?:jag|vi)|hej då|snälla|please|thanks(?: in advance)?|thank you",
        r"[:;]-?[)D]",
    )
    + r"[\s,.!?]*$",
    re.IGNORECASE,
)
_AND_WONDER = re.compile(
    rf",?\s(?:och|så|jag)\s(?:jag\s)?undrar(?:\s(?:jag|vi|nu|då|lite))*(?=\s{_any('vad', 'vem', 'vilk', 'hur', 'när', 'var', 'om')})", re.I
)
_LETTERS = re.compile(rf"[^\W\d_]{{{_FEWEST_LETTERS},}}|\d")


def without_courtesies(text: str) -> str:
    """The question alone; the text as it is where nothing else would be left.

    >>> without_courtesies("Hej! Jag undrar vad en båtplats kostar? Tack på förhand!")
    'Vad en båtplats kostar?'
    """
    bare = _from_end(_from_start(text))
    bare = _TAG.sub("?", _AND_WONDER.sub(",", bare))
    if bare == text or not _LETTERS.search(bare):
        return text
    return bare[0].upper() + bare[1:]


def _from_start(text: str) -> str:
    for _ in range(_MOST):
        match = _OPENING.match(text)
        if match is None:
            break
        text = text[match.end() :]
    return text


def _from_end(text: str) -> str:
    for _ in range(_MOST):
        match = _CLOSING.search(text, max(0, len(text) - _LONGEST_CLOSING))
        if match is None or match.start() == 0:
            break
        text = text[: match.start()] + match["end"]
    return text
