"""What is quoted goes on where its sense does: over a passage's border, for a part would pass for the whole, and to the
sentence that makes an exception from it."""

import re
from collections.abc import Iterator, Sequence

from indexer.documents import Passage
from indexer.index import Filters
from service.answering.itemised import breaks_off, mark, number
from service.answering.reasons import asks_why
from service.extract import Excerpt
from service.material import Material
from service.sentences import Form, Unit, units

SECTION_PASSAGES = 500


_EXCEPTS = re.compile(
    r"(?:(?:Det|Detta|Denna|Regeln|Beslutet)\s+(?:gäller|galler|omfattar)\s+(?:dock\s+)?(?:inte|ej|endast|bara|under\s+förutsättning)\b"
    r"|(?:Dock|Undantag|Undantagna|Undantaget|Förutsatt|Beslutet\s+gäller\s+under)\b)"
)
"""How a sentence opens that takes back part of the one before it."""


_BECAUSE = re.compile(
    r"(?:Anledningen|Orsaken|Skälet|Skalet|Skälen|Bakgrunden)\s*(?:till|är|ar|var|bakom)\b|(?:Det|Detta|Vilket)\s+(?:beror|berodde|förklaras|forklaras)\b"
)
"""How a sentence opens that gives the reason for the one before it."""


def whole(material: Material, excerpts: Sequence[Excerpt], budget_words: int) -> tuple[Excerpt, ...]:
    """The excerpts, each with what goes on from it as far as there is room; the first has that before the others."""
    found: list[Excerpt] = []
    for at, excerpt in enumerate(excerpts):
        if at and sum(each.words for each in (*found, excerpt)) > budget_words:
            break
        found.append(excerpt)
        left = budget_words - sum(each.words for each in (*found, *(excerpts[at + 1 :] if at else ())))
        for more in (*_next_sentence(material, excerpt), *_rest(material, excerpt)):
            if more.words > left or any(more.passage.id == other.passage.id and more.span.meets(other.span) for other in excerpts):
                break
            found.append(more)
            left -= more.words
    return tuple(found)


def _next_sentence(material: Material, excerpt: Excerpt) -> Iterator[Excerpt]:
    """The sentence right after the excerpt, where it makes an exception from it, or gives the reason that is asked for."""
    passage, start = excerpt.passage, excerpt.span.end
    why = asks_why(material)
    if why and not passage.text[start:].strip():
        passage, start = _next(material, passage) or passage, 0
    after = next((unit.span for unit in units(passage.text) if unit.span.start >= start), None)
    said = after.of(passage.text) if after and excerpt.said is None else ""
    if after and (_EXCEPTS.match(said) or (why and _BECAUSE.match(said))):
        yield Excerpt(passage, after, None, excerpt.worth)


def _rest(material: Material, excerpt: Excerpt) -> Iterator[Excerpt]:
    """The end of a sentence that breaks off, and the items of the next passage that go on where the excerpt ends, in order."""
    last = _last(excerpt)
    after = _next(material, excerpt.passage) if last else None
    if last is None or after is None:
        return
    before, following = last.span.of(excerpt.passage.text), units(after.text)
    if following and breaks_off(before, following[0].span.of(after.text)):
        yield Excerpt(after, following.pop(0).span, None, excerpt.worth)
    for unit in following if last.form is Form.ITEM else ():
        text = unit.span.of(after.text)
        if unit.form is not Form.ITEM or mark(text) != mark(before) or (number(text) and number(text) != number(before) + 1):
            return
        yield Excerpt(after, unit.span, None, excerpt.worth)
        before = text


def _last(excerpt: Excerpt) -> Unit | None:
    """The item, or the sentence that is not at its end, which ends both the excerpt and its passage."""
    text = excerpt.passage.text
    if excerpt.said is not None or text[excerpt.span.end :].strip():
        return None
    last = units(text)[-1]
    return last if last.form is Form.ITEM or (last.form is Form.SENTENCE and text.rstrip()[-1:] not in ".:;!?)") else None


def _next(material: Material, passage: Passage) -> Passage | None:
    """The passage that follows right upon another of its §, with words of the same role."""
    chosen = Filters(section_ids=(passage.section_id,))
    section = material.index.passages(material.index.select(chosen, material.access, SECTION_PASSAGES), material.access)
    return next((one for one in section if one.ordinal == passage.ordinal + 1 and one.role is passage.role), None)
