"""Whether a figure is of what is asked for: of the year, and of the thing that the words beside it name.

A § on a budget holds a loan ceiling and a tax rate too. What is not surely of the thing is shown and never set beside others' figures.
"""

import re
from collections.abc import Sequence

from indexer.documents import Span
from service.comparison import matter, units
from service.comparison.records import Value
from service.material import Material
from service.records import Asks
from service.understanding.kinds import fold

OTHER_THING = "avser annat"

_RISES = r"(?:höjs|sänks|är|blir|ska|fastställs|uppgår|kostar|beräknas|ökar|minskar)"
_CLAUSE = re.compile(rf"[,;](?!\d)\s|\s(?:och|samt)\s(?!\w+(?<!en|et|na)\s{_RISES}\b)|\s(?:men|medan|varav)\s|\.\s")
"""Not between two names of one thing: "avgiften för vatten och avlopp höjs"."""

_PRICE = re.compile(
    r"(?:avgift|kostnad|kosta|kostar|pris|tax|belopp|summa|totalt|sammanlagt|ersattning|bidrag|anslag|anslas|anvisa|avsatt|bevilja|betala|peng)"
)
"""What a figure is of in any matter, in folded words: its § says of which."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_THING = re.compile(
    r"\b(?:per|om|i|för|varje|år|månad|termin|högst|minst|från|till|med|den|det|som|att|är|blir|ska|kr|kronor|tkr|mkr|mnkr|miljoner|procent"
    r"|tusen|höjs|sänks|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b|[^\w\s]|\w*\d\w*",
    re.IGNORECASE,
)
"""What names no thing beside a figure."""


def clause(text: str, span: Span) -> str:
    """The clause of a sentence that a figure stands in."""
    ends = [match.span() for match in _CLAUSE.finditer(text)]
    start = max((end for _, end in ends if end <= span.start), default=0)
    return text[start : min((begin for begin, _ in ends if begin >= span.end), default=len(text))]


def year_asked(material: Material) -> str | None:
    """The one year whose figures are asked for; None where none is, or several are."""
    question = material.question
    years = set(_YEAR.findall(question.text)) if question.asks is Asks.AMOUNT else set()
    return units.year_of(question.text, None) or (years.pop() if len(years) == 1 else None)


def aside(value: Value, told: Sequence[str], title: str | None, material: Material) -> str | None:
    """Why a value is not of what is asked for; None where it is. `told`: its clause, then the whole sentence."""
    asked = year_asked(material)
    if asked and value.year and value.year != asked:
        return f"avser {value.year}"
    naming = next((part for part in told if _NO_THING.sub("", part).strip()), "")
    if matter.share(material, naming) > 0:
        return None
    return None if _PRICE.search(fold(naming)) and matter.share(material, f"{title or ''}\n{told[-1]}") > 0 else OTHER_THING
