"""One municipality's row: what its own papers say, cell by cell with its proof, or which kind of nothing there is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from indexer.documents import Passage, Role, Status
from service.answering import compose, premises, refusal
from service.answering.drafting import is_the_matter
from service.answering.quoting import Quoting
from service.citing import cited
from service.comparison import asked_for, choosing, empties, sides, values
from service.comparison.matter import best_share
from service.comparison.neighbours import Neighbours
from service.comparison.records import Cell, Column, Empty, Row, Voice
from service.extract import Excerpt
from service.material import Material
from service.places import Files, section_of
from service.records import Citation, Question

WEAK, STRONGER = 0.8, 0.2
"""Part of the matter below which own papers may be on another one, and how much more of it another's paper must then hold."""

PROPOSED, MOVED, RETOLD = "förslag", "yrkande", "återgivet beslut"


@dataclass(frozen=True, slots=True)
class Asked:
    """What every row is asked for: its columns, how much of the matter the best of all rows' papers hold, how many words
    its answer may take; and what the others' papers say."""

    columns: tuple[Column, ...]
    neighbours: Neighbours
    best: float = 0.0
    words: int = choosing.ANSWER_WORDS


def row(material: Material, name: str, asked: Asked, beside: Sequence[Material] = ()) -> Row:
    """The row of a municipality whose papers are indexed; `beside` are the things that the question compares within it."""
    material = replace(material, hits=choosing.standing_hits(material))
    own = best_share(material)
    chosen = choosing.chosen(material, asked.words) if material.hits and not empties.is_silent(own, asked.best) else Quoting()
    compared = sides.together([_side(one, asked.words // len(beside)) for one in beside])
    chosen = compared if compared.excerpts else chosen
    if not chosen.excerpts or _is_no_answer(material, chosen):
        return _instead(material, name, asked) or Row(name, (), Empty.NOTHING_FOUND)
    excerpts = chosen.excerpts
    if own < WEAK and own < asked.best:
        told = empties.second_hand(material, name, asked.neighbours)
        if told and empties.held(material, told.excerpts) > own + STRONGER:
            return _told(material, name, asked, told)
    shared = empties.is_shared(excerpts[0].passage)
    cells = tuple(_cells(material, excerpts, asked.columns, Voice.SHARED if shared else Voice.OWN, chosen.left_out))
    if shared:
        return Row(name, cells, Empty.OTHER_ORGANISATION, left_out=chosen.left_out)
    elsewhere = empties.other_organisation(material)
    if elsewhere and not empties.decides_matter(material, excerpts):
        return Row(name, tuple(_cells(material, elsewhere.excerpts, asked.columns, Voice.OWN)), elsewhere.empty)
    open_yet = empties.undecided(material.question, excerpts)
    return Row(name, cells, Empty.NOT_DECIDED if open_yet else None, left_out=chosen.left_out)


def _side(material: Material, words: int) -> Quoting:
    """What answers for one of the things compared."""
    material = replace(material, hits=choosing.standing_hits(material))
    chosen = choosing.chosen(material, words) if material.hits else Quoting()
    return Quoting() if not chosen.excerpts or _is_no_answer(material, chosen) else chosen


def not_indexed(material: Material, name: str, asked: Asked) -> Row:
    """The row of a municipality of which nothing is indexed, unless others tell of it."""
    told = empties.second_hand(material, name, asked.neighbours)
    return _told(material, name, asked, told) if told else Row(name, (), Empty.NOT_INDEXED)


def _instead(material: Material, name: str, asked: Asked) -> Row | None:
    elsewhere = empties.other_organisation(material)
    if elsewhere:
        return Row(name, tuple(_cells(material, elsewhere.excerpts, asked.columns, Voice.OWN)), elsewhere.empty)
    told = empties.second_hand(material, name, asked.neighbours)
    return _told(material, name, asked, told) if told else None


def _told(material: Material, name: str, asked: Asked, told: empties.Instead) -> Row:
    return Row(name, tuple(_cells(material, told.excerpts, asked.columns, Voice.OTHER)), told.empty)


def _is_no_answer(material: Material, chosen: Quoting) -> bool:
    words = " ".join(map(compose.quoted, chosen.excerpts))
    if premises.unmet(material, [excerpt.passage for excerpt in chosen.excerpts], words):
        return True
    if _asks_who_of_many(material.question) and not any(map(partial(_names_them, material), chosen.excerpts)):
        return True
    if chosen.sure or is_the_matter(material, chosen.excerpts):
        return False
    return refusal.reason(material, chosen.excerpts) is not None


def _asks_who_of_many(question: Question) -> bool:
    """Whether any name would not do: the holder of a post is asked for, or who did something."""
    return bool(asked_for.post_asked(question) or asked_for.act_asked(question))


def _names_them(material: Material, excerpt: Excerpt) -> bool:
    text = excerpt.span.of(excerpt.passage.text)
    question = material.question
    return bool(asked_for.persons(question, text)) and asked_for.is_of_body(question, excerpt.passage)


def _cells(
    material: Material, excerpts: Sequence[Excerpt], columns: Sequence[Column], voice: Voice, left_out: str | None = None
) -> Iterator[Cell]:
    """The answer first, then each column that the quotes fill. `left_out` says how many points of a decision are shown."""
    excerpts = _led_once(excerpts)
    proofs = {id(excerpt): _proofs(excerpt, material.files) for excerpt in excerpts}
    citations = tuple(chain.from_iterable(proofs.values()))
    first = excerpts[0].passage
    for column in columns:
        if column is Column.ANSWER:
            text = " … ".join(map(compose.quoted, excerpts))
            note = "; ".join(filter(None, (_note(first), left_out))) or None
            yield Cell(column, text, status(first), citations, voice=voice, note=note)
        elif column is Column.TIME and (day := asked_for.deciding_day(material.question, first)):
            yield Cell(column, day, status(first), citations[:1], voice=voice)
        elif told := _told_of(column, excerpts, material):
            passage = told.excerpt.passage
            proof = _holding(proofs[id(told.excerpt)], told.text)
            yield Cell(column, told.text, status(passage), (proof,), told.value, voice, _note(passage))
        elif column is Column.MATTER:
            matters = _first_of_each_matter(excerpts)
            if titles := [" ".join(each.passage.title.split()) for each in matters if each.passage.title]:
                yield Cell(column, "; ".join(titles), status(first), tuple(proofs[id(each)][0] for each in matters), voice=voice)
        elif known := _known(column, first, material):
            yield Cell(column, known, status(first), citations[:1], voice=voice)


def _led_once(excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    """The excerpts without what introduces those after the first, where their words are worth the same."""
    first = excerpts[0]
    return [first, *(replace(each, lead=None) if each.passage.role is first.passage.role else each for each in excerpts[1:])]


def _proofs(excerpt: Excerpt, files: Files) -> list[Citation]:
    """Citations that hold every word of an excerpt, what introduces it last."""
    lead = [replace(excerpt, span=excerpt.lead, lead=None)] if excerpt.lead and excerpt.said is None else []
    return [citation for each in (excerpt, *lead) for citation in cited(each, 1, files)]


def _holding(citations: Sequence[Citation], text: str) -> Citation:
    """The citation whose quote holds a value: the first of several in the text."""
    value = text.split("; ", maxsplit=1)[0]
    return next((each for each in citations if value in " ".join(each.quote.split())), citations[0])


def _told_of(column: Column, excerpts: Sequence[Excerpt], material: Material) -> values.Told | None:
    """A column's value in the words of the answer's own role; else in what stands beside, unless the decision answers in words:
    what the background says of a sum is not what was decided."""
    alike = [excerpt for excerpt in excerpts if excerpt.passage.role is excerpts[0].passage.role]
    found = values.told(column, alike, material)
    if found or choosing.says_in_words(material.question, compose.quoted(excerpts[0])):
        return found
    return values.told(column, [excerpt for excerpt in excerpts if excerpt not in alike], material)


def _first_of_each_matter(excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    found: list[Excerpt] = []
    for excerpt in excerpts:
        if not any(choosing.is_of(excerpt.passage, other.passage) for other in found):
            found.append(excerpt)
    return found


def _known(column: Column, passage: Passage, material: Material) -> str | None:
    """What the place itself says: its day, body, Dnr, how the matter ended."""
    if column is Column.DATE:
        return passage.date
    if column is Column.BODY:
        return passage.body
    if column is Column.CASE:
        return passage.case
    if column is Column.OUTCOME and passage.role is Role.BESLUT:
        section = section_of(passage, material.files)
        return str(section.outcome) if section and section.outcome else None
    return None


def status(passage: Passage) -> str:
    """What the words are worth: a proposal in a § that decides something else is a proposal."""
    if passage.role is Role.FORSLAG and passage.status is Status.BESLUT:
        return str(Status.FORSLAG)
    if passage.role is Role.YRKANDE:
        return str(Status.INGEN)
    return str(passage.status)


def _note(passage: Passage) -> str | None:
    """What sets a cell apart from a decision."""
    if passage.role is Role.YRKANDE:
        return MOVED
    if passage.role is Role.ATERGIVET_BESLUT:
        return RETOLD
    return PROPOSED if status(passage) == Status.FORSLAG else None


def numbered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with citations numbered through the whole table, one number a quote."""
    keys: dict[tuple[str, str], str] = {}
    return tuple(replace(one, cells=tuple(replace(cell, citations=_keyed(cell.citations, keys)) for cell in one.cells)) for one in rows)


def _keyed(citations: Sequence[Citation], keys: dict[tuple[str, str], str]) -> tuple[Citation, ...]:
    return tuple(replace(each, key=keys.setdefault((each.passage_id, each.quote), str(len(keys) + 1))) for each in citations)
