"""One question put to several municipalities: one retrieval each, and a table of cited cells.

Never one search over all of them: the one that writes most would fill it. An empty cell says which kind of nothing it is.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from time import perf_counter

from indexer import references
from indexer.documents import Role, Status
from indexer.index import Access, Filters
from service import extract
from service.answering import compose, refusal
from service.answering.places import Files, files_of
from service.finding.reranking import find
from service.question import understand
from service.records import Cell, Comparison, Question, Row, Timing
from service.resources import Resources
from service.understanding.wanted import Wanted, wanted

ANSWER, AMOUNT, DATE = "Svar", "Belopp", "Datum"
COLUMNS = (ANSWER, AMOUNT, DATE)

CELL_WORDS = 45
HITS = 10

NOT_INDEXED = "not_indexed"
NOTHING_FOUND = "searched_nothing_found"
NOT_DECIDED = "mentioned_not_decided"


def compare(text: str, municipalities: Sequence[str], resources: Resources, access: Access, today: date) -> Comparison:
    """The comparison; without municipalities those that the question names, else all that are indexed."""
    started = perf_counter()
    known = resources.index.facets(Filters(), access)
    question = understand(text, Filters(municipalities=tuple(municipalities)), known, today)
    names = tuple(municipalities) or (*question.municipalities, *question.unknown_municipalities) or tuple(sorted(known.municipalities))
    words = _without_names(wanted(question.searched, resources.index, access), names)
    retrieved = perf_counter()
    rows = tuple(
        _row(question, words, name, resources, access) if name in known.municipalities else Row(name, (), NOT_INDEXED) for name in names
    )
    columns = tuple(column for column in COLUMNS if any(cell.column == column for row in rows for cell in row.cells)) or (ANSWER,)
    finished = perf_counter()
    spent = Timing(*(round(1000 * seconds, 2) for seconds in (finished - retrieved, 0.0, finished - started)))
    return Comparison(question.text, columns, rows, differences(rows), spent)


def differences(rows: Sequence[Row]) -> str:
    """What the rows show side by side, in one or two sentences."""
    amounts = [f"{row.municipality} {cell.text}" for row in rows for cell in row.cells if cell.column == AMOUNT]
    decided = [row.municipality for row in rows if row.empty is None and any(cell.status == Status.BESLUT for cell in row.cells)]
    said = [
        ("Belopp", amounts if len(amounts) > 1 else []),
        ("Beslut finns", decided),
        ("Nämns utan beslut", [row.municipality for row in rows if row.empty == NOT_DECIDED]),
        ("Sökt men inget funnet", [row.municipality for row in rows if row.empty == NOTHING_FOUND]),
        ("Inga handlingar indexerade", [row.municipality for row in rows if row.empty == NOT_INDEXED]),
    ]
    return " ".join(f"{what}: {', '.join(names)}." for what, names in said if names)


def _row(question: Question, words: Sequence[Wanted], name: str, resources: Resources, access: Access) -> Row:
    own = replace(question, filters=replace(question.filters, municipalities=(name,)))
    hits = find(own, resources, access, HITS)
    chosen = extract.excerpts(own, words, hits, CELL_WORDS)
    found = refusal.fit(words, hits, " ".join(map(compose.quoted, chosen)))
    if not chosen or refusal.is_too_little(found):
        return Row(name, (), NOTHING_FOUND)
    decided = any(excerpt.passage.status is Status.BESLUT or excerpt.passage.role is Role.ATERGIVET_BESLUT for excerpt in chosen)
    return Row(name, tuple(_cells(chosen, files_of(resources.index, access))), None if decided else NOT_DECIDED)


def _cells(chosen: Sequence[extract.Excerpt], files: Files) -> list[Cell]:
    citations = tuple(compose.cite(str(number), excerpt, files) for number, excerpt in enumerate(chosen, 1))
    first = chosen[0].passage
    status = str(first.status)
    cells = [Cell(ANSWER, " … ".join(map(compose.quoted, chosen)), status, citations)]
    for excerpt, citation in zip(chosen, citations, strict=True):
        amounts = [amount for amount in references.amounts(excerpt.span.of(excerpt.passage.text)) if amount.unit]
        if amounts:
            written = dict.fromkeys(" ".join(amount.as_written.split()) for amount in amounts)
            cells.append(Cell(AMOUNT, "; ".join(written), str(excerpt.passage.status), (citation,)))
            break
    if first.date:
        cells.append(Cell(DATE, first.date, status, citations[:1]))
    return cells


def _without_names(words: Sequence[Wanted], names: Sequence[str]) -> tuple[Wanted, ...]:
    """The words without the municipalities' own names, which every passage of theirs holds in its header."""
    own = {part for name in names for part in name.casefold().split()} | {"kommun", "kommuner", "kommunen", "kommunerna"}
    kept = tuple(word for word in words if word.word.removesuffix("s") not in own and word.word not in own)
    return kept or tuple(words)
