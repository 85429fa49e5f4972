"""A table's row as a reader needs it: what it is called, and the values asked for, each with the heads above it."""

import re
from collections.abc import Sequence

from indexer import tabular
from indexer.documents import Span
from indexer.tabular import Row, Table
from service.sentences import shown
from service.understanding.wanted import Wanted, met, tokens_of

MOST_CELLS = 4
"""More values of a row than this are shown as the row stands."""

TITLE_WORDS = 14
"""Words of a title or of heads that a reader takes in beside a value."""

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"</?[bi]>")
_COUNTED = re.compile(r"(?:.*\W)?(?:antal|number of) (?P<thing>[^\W\d_]+(?: [^\W\d_]+)?)", re.IGNORECASE)
"""A head that says what is counted: "Antal hushåll"."""

_OF_NAMES = re.compile(
    r"(?:m[åa]nad|[åa]r|kommun|skola|namn|n[äa]mnd|enhet|avdelning|verksamhet|post|projekt|omr[åa]de|kategori|typ|profession|[äa]mne)\b",
    re.IGNORECASE,
)
"""A head of what the rows are called: over values it tells that the heads were read a column astray."""

_UNIT = re.compile(r"\([^)]*\)")
_MONEY = re.compile(r"\b(?:belopp i )?(?:tkr|mkr|mnkr|kkr|kr|kronor)\b", re.IGNORECASE)


def told(table: Table, row: Row, name: Span, text: str, words: Sequence[Wanted], *, titled: bool) -> str:
    """The row as a reader needs it: title, name, and the values asked for with their heads; else the heads and the row."""
    cells = [] if _astray(table, text) else [cell for cell in tabular.cells(table) if row.span.holds(cell.span)]
    meant = _meant(cells, words, text)
    if not meant:
        heads = _last_words([shown(text, line) for line in table.lead if line.end <= row.span.start]) if titled else ""
        said = " ".join(_TAG.sub("", shown(text, row.span)).split())
        return f"{heads}: {said}" if heads else said
    title = shown(text, table.title) if titled and table.title else ""
    values = "; ".join(_value(cell, text) for cell in meant)
    thing = _thing(table, meant, text)
    if thing:
        values = f"{shown(text, meant[0].span)} {thing}"
    named = f"{shown(text, name)}, {values}" if meant[0].heads and not thing else f"{shown(text, name)}: {values}"
    unit = _MONEY.search("\n".join(line.of(text) for line in table.lead))
    named += f" ({unit[0]})" if unit and not _MONEY.search(named) else ""
    return f"{title} – {named}" if title and len(title.split()) <= TITLE_WORDS else named


def _astray(table: Table, text: str) -> bool:
    """Whether a head that can only be of the rows' names stands over their values."""
    return bool(table.columns) and not table.columns[0] and any(_OF_NAMES.match(head.of(text)) for head in table.columns[1][:1])


def _thing(table: Table, meant: Sequence[tabular.Cell], text: str) -> str | None:
    """What a single value counts, as its head says or the line of heads ends: "hushåll"."""
    if len(meant) != 1:
        return None
    head = shown(text, meant[0].heads[-1]) if meant[0].heads else shown(text, table.lead[-1]) if table.lead else ""
    counted = _COUNTED.fullmatch(head)
    return counted["thing"].lower() if counted else None


def _value(cell: tabular.Cell, text: str) -> str:
    """ "Helår 2031 Utfall: 9 983"."""
    heads = " ".join(shown(text, head).strip("| ") for head in cell.heads)
    return f"{heads}: {shown(text, cell.span)}" if heads else shown(text, cell.span)


def _meant(cells: Sequence[tabular.Cell], words: Sequence[Wanted], text: str) -> list[tabular.Cell]:
    """The cells whose heads say most of the question: those that no other cell's heads say more of. All where it cannot be
    told, none where that is too much to show."""
    heads = [" ".join(head.of(text) for head in cell.heads) for cell in cells]
    said = [tuple(met(word, tokens_of(head)) for word in words) for head in heads]
    best = [at for at, own in enumerate(said) if any(own) and not any(_more(other, own) for other in said)]
    if len(best) == 1 and not _all_said(heads[best[0]], heads, words):
        best = []
    meant = [cells[at] for at in best] or list(cells)
    return meant if len(meant) <= MOST_CELLS and all(cell.heads for cell in meant[1:]) else []


def _all_said(head: str, heads: Sequence[str], words: Sequence[Wanted]) -> bool:
    """Whether the question says all of a head but for its unit and what all heads share: of "Budget 2031" and "Utfall
    2031" a question about the year means neither."""
    own = [word for word in _WORD.findall(_UNIT.sub(" ", head)) if not all(word in other for other in heads)]
    return all(any(met(wanted, tokens_of(word)) > 0 for wanted in words) for word in own)


def _more(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether one says all that the other says, and something more."""
    return one != other and all(mine >= its for mine, its in zip(one, other, strict=True))


def _last_words(lines: Sequence[str]) -> str:
    """The lines nearest above the rows, as many as a reader takes in."""
    kept: list[str] = []
    for line in reversed(lines):
        if sum(len(other.split()) for other in (line, *kept)) > TITLE_WORDS:
            break
        kept.insert(0, line)
    return " ".join(kept)
