"""A list that a passage's border cuts: what is quoted of it goes on in the next passage of its §, for a part would pass for the whole."""

from collections.abc import Iterator, Sequence

from indexer.documents import Passage
from indexer.index import Filters
from service.answering.lists import mark, number
from service.extract import Excerpt
from service.material import Material
from service.sentences import Form, Unit, units

SECTION_PASSAGES = 500


def whole(material: Material, excerpts: Sequence[Excerpt], budget_words: int) -> tuple[Excerpt, ...]:
    """The excerpts, each list among them that reaches the end of its passage with as many of its next items as have room."""
    left = budget_words - sum(len(excerpt.span.of(excerpt.passage.text).split()) for excerpt in excerpts)
    found: list[Excerpt] = []
    for excerpt in excerpts:
        found.append(excerpt)
        for item in _rest(material, excerpt):
            words = len(item.span.of(item.passage.text).split())
            if words > left or any(item.passage.id == other.passage.id and item.span.meets(other.span) for other in excerpts):
                break
            found.append(item)
            left -= words
    return tuple(found)


def _rest(material: Material, excerpt: Excerpt) -> Iterator[Excerpt]:
    """The items of the next passage that go on where the excerpt ends, in order."""
    last = _last_item(excerpt)
    after = _next(material, excerpt.passage) if last else None
    if last is None or after is None:
        return
    before = last.span.of(excerpt.passage.text)
    for unit in units(after.text):
        text = unit.span.of(after.text)
        if unit.form is not Form.ITEM or mark(text) != mark(before) or (number(text) and number(text) != number(before) + 1):
            return
        yield Excerpt(after, unit.span, None, excerpt.worth)
        before = text


def _last_item(excerpt: Excerpt) -> Unit | None:
    """The item that ends both the excerpt and its passage."""
    text = excerpt.passage.text
    if excerpt.said is not None or text[excerpt.span.end :].strip():
        return None
    last = units(text)[-1]
    return last if last.form is Form.ITEM else None


def _next(material: Material, passage: Passage) -> Passage | None:
    """The passage that follows right upon another of its §, with words of the same role."""
    chosen = Filters(section_ids=(passage.section_id,))
    section = material.index.passages(material.index.select(chosen, material.access, SECTION_PASSAGES), material.access)
    return next((one for one in section if one.ordinal == passage.ordinal + 1 and one.role is passage.role), None)
