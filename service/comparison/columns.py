"""Which columns a question asks for, by its kind, unless the caller has named them."""

import re
from collections.abc import Mapping, Sequence

from service.comparison.records import Column, Row
from service.errors import BadParameter
from service.records import Asks
from service.understanding.kinds import fold

_C = Column
_BY_KIND: Mapping[Asks, tuple[Column, ...]] = {
    Asks.AMOUNT: (_C.AMOUNT, _C.PER_INHABITANT, _C.SHARE, _C.COUNT),
    Asks.WHEN: (_C.TIME,),
    Asks.WHO: (_C.PERSON, _C.PARTY),
    Asks.DECISION: (_C.OUTCOME, _C.AMOUNT, _C.PER_INHABITANT, _C.SHARE, _C.MATTER),
    Asks.STATUS: (_C.OUTCOME, _C.AMOUNT, _C.SHARE, _C.MATTER),
    Asks.FACT: (_C.AMOUNT, _C.PER_INHABITANT, _C.SHARE, _C.MATTER),
    Asks.LIST: (_C.MATTER,),
    Asks.TIMELINE: (_C.OUTCOME, _C.MATTER),
}
_ALWAYS = (_C.DATE, _C.BODY)

_SHARE_ASKED = re.compile(r"\bandel|\bprocent|\bsoliditet|\bsjukfranvaro")
_COUNT_ASKED = re.compile(r"\bhur manga\b|\bantal")
_MONEY_ASKED = re.compile(
    r"\bkosta|\bkostnad|\bpris|\bavgift|\bbelopp|\bkronor|\bbidrag|\btaxa|\bskattesats|\bhur (?:mycket|stor\w*|hog\w*|dyr\w*)"
)


def wished(asks: Asks, text: str, given: Sequence[Column]) -> tuple[Column, ...]:
    """The columns to fill, the answer itself first."""
    if given:
        return tuple(dict.fromkeys((_C.ANSWER, *given)))
    folded = fold(text)
    kinds = _BY_KIND.get(asks, ())
    if _COUNT_ASKED.search(folded) and not _MONEY_ASKED.search(folded):
        kinds = (_C.COUNT, _C.SHARE)
    elif _SHARE_ASKED.search(folded) and not _MONEY_ASKED.search(folded):
        kinds = (_C.SHARE, _C.COUNT)
    elif asks is Asks.AMOUNT:
        kinds = tuple(column for column in kinds if column is not _C.COUNT)
    return (_C.ANSWER, *kinds, *_ALWAYS)


def shown(wanted: Sequence[Column], rows: Sequence[Row], given: Sequence[Column]) -> tuple[Column, ...]:
    """Those of them that any row fills; what the caller named stands even where it is empty."""
    filled = {cell.column for row in rows for cell in row.cells}
    return tuple(column for column in wanted if column in filled or column in given) or (_C.ANSWER,)


def named(names: Sequence[str]) -> tuple[Column, ...]:
    """The columns of these names, whatever their capitals. Raises BadParameter for one that there is not."""
    by_name = {fold(column.value): column for column in Column}
    missing = next((name for name in names if fold(name.strip()) not in by_name), None)
    if missing is not None:
        raise BadParameter(f"Kolumnen {missing[:40]!r} finns inte. Välj bland {', '.join(column.value for column in Column)}.")
    return tuple(by_name[fold(name.strip())] for name in names)
