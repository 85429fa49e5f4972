"""One question put to several municipalities: one retrieval each, and a table of cited cells.

Never one search over all of them: the one that writes most would fill it. An empty cell says which kind of nothing it is,
and only what is of one unit, year and status is set side by side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from time import perf_counter

from indexer.index import Access, Facets, Filters
from service import coverage
from service.comparison import asking, columns, population, rows, searching, sides
from service.comparison.atonce import for_each
from service.comparison.choosing import words_each
from service.comparison.comparable import marked
from service.comparison.differences import differences
from service.comparison.empties import is_silent
from service.comparison.matter import best_share
from service.comparison.neighbours import Neighbours
from service.comparison.records import NUMBERS, Column, Comparison, Empty, Row
from service.comparison.rows import Asked
from service.finding.reranking import find
from service.material import Material
from service.places import files_of
from service.question import understand
from service.records import Question, Timing
from service.resources import Resources
from service.understanding.gist import light_words
from service.understanding.kinds import fold
from service.understanding.wanted import Wanted, wanted

HITS = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """What a caller wants of a comparison: whose rows (all that are indexed where none is named), which columns (those that
    the question asks for), inhabitants by municipality where they are known, how many words a row's answer may take."""

    municipalities: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    inhabitants: population.Inhabitants | None = None
    words: int | None = None


def compare(text: str, wish: Wish, resources: Resources, access: Access, today: date) -> Comparison:
    """The comparison; without municipalities those that the question names, else all that are indexed."""
    started = perf_counter()
    known = resources.index.facets(Filters(), access)
    question = understand(text, Filters(municipalities=wish.municipalities), known, today)
    names = rows_of(question, known, wish)
    bare = asking.bare(question, (*known.municipalities, *names))
    questions = _each(question, bare, names)
    materials = _materials(questions, known, resources, access, today)
    retrieved = perf_counter()
    asked = Asked(
        _columns(question, bare, wish),
        Neighbours(questions, resources.index, access),
        max(map(best_share, materials.values()), default=0.0),
        wish.words or words_each(len(names)),
    )
    made = rows.numbered(for_each(lambda name: _row(name, materials[name], asked, known, resources, wish), names, resources.index))
    for column in NUMBERS:
        made = marked(made, column)
    shown = columns.shown(asked.columns, made, wish.columns)
    finished = perf_counter()
    spent = Timing(*(round(1000 * seconds, 2) for seconds in (retrieved - started, finished - retrieved, finished - started)))
    return Comparison(question.text, shown, made, differences(made), spent)


def rows_of(question: Question, known: Facets, wish: Wish) -> tuple[str, ...]:
    """Whose rows: the caller's choice, else those the question names, else all that are indexed."""
    named = (*question.municipalities, *question.unknown_municipalities)
    return wish.municipalities or (named if len(named) > 1 else ()) or tuple(sorted(known.municipalities))


def _columns(question: Question, bare: Question, wish: Wish) -> tuple[Column, ...]:
    """The columns to fill; which matter is which stands beside what is told of several."""
    asked = columns.wished(bare.asks, bare.text, wish.columns)
    several = bool(sides.questions(question.text)) and not wish.columns
    return tuple(dict.fromkeys((*asked, Column.MATTER))) if several else asked


def _each(question: Question, bare: Question, names: Sequence[str]) -> dict[str, Question]:
    """The question to each municipality: bare, but as it stands to the one that it names alone."""
    named = question.municipalities if len(question.municipalities) == 1 and not question.unknown_municipalities else ()
    return {name: asking.of_one_named(question) if name in named else asking.for_one(bare, name) for name in names}


def _materials(questions: Mapping[str, Question], known: Facets, resources: Resources, access: Access, today: date) -> dict[str, Material]:
    """What there is of each; the words are looked up once for all that are asked the same."""
    words = {text: _words(question, resources, access) for text, question in {each.searched: each for each in questions.values()}.items()}
    indexed = {name: question for name, question in questions.items() if name in known.municipalities}
    hits = searching.hits_each(indexed, resources, access, HITS)
    return {
        name: Material(
            question, words[question.searched], hits.get(name, ()), resources.index, access, files_of(resources.index, access), today
        )
        for name, question in questions.items()
    }


def _words(question: Question, resources: Resources, access: Access) -> list[Wanted]:
    found = wanted(question.searched, resources.index, access)
    return [word for word in found if word.found or fold(word.word) not in light_words()]


def _beside(material: Material, best: float, resources: Resources) -> list[Material]:
    """What there is of each of the things that the question compares within the municipality, unless its papers are silent."""
    question = material.question
    each = [replace(question, text=text) for text in sides.questions(question.text)] if not question.swedish else []
    if not each or is_silent(best_share(material), best):
        return []
    return [_about(side, material, resources) for side in each]


def _about(question: Question, material: Material, resources: Resources) -> Material:
    """What the municipality has on another question."""
    words = _words(question, resources, material.access)
    return replace(material, question=question, words=words, hits=find(question, resources, material.access, HITS))


def _row(name: str, material: Material, asked: Asked, known: Facets, resources: Resources, wish: Wish) -> Row:
    if name not in known.municipalities:
        return rows.not_indexed(material, name, asked)
    made = rows.row(material, name, asked, _beside(material, asked.best, resources))
    if made.empty is Empty.NOTHING_FOUND:
        searched = coverage.coverage(resources.index, Filters(municipalities=(name,)), material.access)
        return replace(made, searched=coverage.sentence(searched, "sv"))
    return population.with_sums_per_inhabitant(made, wish.inhabitants or {})
