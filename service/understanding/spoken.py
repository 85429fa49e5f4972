"""Words as they are said or shortened, written out: "va sa dom om nån skola" → "vad sa de om någon skola".

Some are so wherever they stand (spoken_words.txt), others only in their place: "va" is vatten och avlopp too, "dom" a
judgement, "nr" a number, "å" a river.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indexer.dates import MONTHS

_FILE = Path(__file__).with_name("spoken_words.txt")

_SOME = r".+"
_NOT = r"(?!(?:{})$).+"
_MAY_BEGIN = r"(?!(?:{})$).*"
_BEGINS = r"|och|men|undrar|å|o"
"""What stands before the first word of a question."""
_MODAL = r"ska|skall|skulle|kan|kunde|får|få|vill|ville|vilja|måste|bör|borde|att|det|inte"
_FINITE = (
    r"är|e|ä|var|va|blev|blir|har|hade|fick|får|ska|skall|skulle|kan|kunde|vill|ville|måste|bör|sa|sade|säger|sagt|tycker|tänker|gör|gjorde"
    r"|gäller|gällde|händer|hände|kostar|heter|hette|står|stod|handlar|innebär|betyder|finns|fanns|krävs|ingår|beslutar|beslöt|svarar"
    r"|kosta|menar|tar|tog|ger|gav|föreslår|föreslog|blivit|röstar|antog|avslog|biföll|betalar|visar|omfattar"
    r"|innehåller|räknar|söker|menas|väntas|tycks|\w{3,}(?:ades?|mdes?|ndes?|ktes?|ntes?|stes?|slås|slogs|togs)"
)
"""Verbs as a question has them beside "vad" and "de"."""
_OF_A_DOM = r"en|ny|denna|detta|enligt|genom|i|av|mot|efter|före|till|med|om|och|den|samma|vilken"
_LETTERED = r"punkt|alternativ|bilaga|offert|linje|klass|del|avsnitt|version|grupp|typ|kategori|zon|hus|block|trapp"
"""What is told apart by letters: "offert e"."""
_OF_A_RIVER = r"en|vid|i|till|mot|över|längs|ur|svarta|stora|lilla|vilken|någon|ingen"
_NUMBERED = (
    r"dnr|diarie|org|organisations|motion|artikel|konto|telefon|fastighets|punkt|bilaga|ärende|linje|buss|plats|rum|hus|lag|sfs|faktura"
)
_NO_NUMBER = r"(?!(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio)$)[^\W\d]+"
_HOW = r"mycket|mycke|mkt|många|stor|stort|stora|länge|ofta|hög|högt|höga|lång|långt|dyr|dyrt|gick|går"
_TIME = rf"{'|'.join(MONTHS)}|(?:19|20)\d\d"

_DOTTED = re.compile(r"\b(t\. ?o\. ?m|fr\. ?o\. ?m|t\. ?ex|bl\. ?a|p\. ?g\. ?a|d\. ?v\. ?s|ang|resp)\.(?![\w.])", re.IGNORECASE)
_WHOLE = {
    "tom": "till och med",
    "from": "från och med",
    "tex": "till exempel",
    "bla": "bland annat",
    "pga": "på grund av",
    "dvs": "det vill säga",
    "ang": "angående",
    "resp": "respektive",
}


@dataclass(frozen=True, slots=True)
class _InPlace:
    """What a word stands for where patterns fit the words before and after it, "" at the ends of a question."""

    meant: str
    before: str
    after: str

    def fits(self, before: str, after: str) -> bool:
        return bool(re.fullmatch(self.before, before) and re.fullmatch(self.after, after))


_AND = _InPlace("och", _NOT.format(f"{_OF_A_RIVER}|{_LETTERED}"), _NOT.format("ena|andra|tjänstens"))
_IS = _InPlace("är", _MAY_BEGIN.format(_LETTERED), r"\w{2,}")
_IN_PLACE: Mapping[str, tuple[_InPlace, ...]] = {
    "va": (_InPlace("vad", _BEGINS, rf"{_FINITE}|det|de|dom|ni|vi|som|man"), _InPlace("vara", _MODAL, _SOME)),
    "dom": (
        _InPlace("de", _FINITE, r".*"),
        _InPlace("de", _NOT.format(_OF_A_DOM), _FINITE),
        _InPlace("de", _NOT.format("en|ny|denna|detta"), r"\w{3,}a"),
    ),
    "å": (_AND,),
    "o": (_AND,),
    "e": (_IS,),
    "ä": (_IS,),
    "me": (_InPlace("med", _SOME, _SOME),),
    "nr": (_InPlace("när", _MAY_BEGIN.format(_NUMBERED), _NO_NUMBER), _InPlace("när", r"sedan|från|till", r"")),
    "nä": (_InPlace("när", _BEGINS, _SOME),),
    "hr": (_InPlace("hur", r".*", _HOW),),
    "tom": (_InPlace("till och med", r".*", _TIME),),
    "fom": (_InPlace("från och med", r".*", _TIME),),
}


def without_dots(text: str) -> str:
    """The text with abbreviations of small words written out: their letters would be looked for as words.

    >>> without_dots("Vad kostade bron t.o.m. maj?")
    'Vad kostade bron till och med maj?'
    """
    return _DOTTED.sub(lambda match: _WHOLE[re.sub(r"\W", "", match[1]).lower()], text)


def written_out(word: str, before: str, after: str) -> str | None:
    """What a casefolded word stands for between two others; None where it is itself.

    >>> written_out("va", "", "kostar"), written_out("va", "kommunens", "taxa")
    ('vad', None)
    """
    if word in _IN_PLACE:
        return next((place.meant for place in _IN_PLACE[word] if place.fits(before, after)), None)
    return _anywhere().get(word)


@cache
def _anywhere() -> Mapping[str, str]:
    lines = [line.partition(" ") for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {typed: meant for typed, _, meant in lines}
