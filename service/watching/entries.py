"""The entries of a watched question: one for each § or paper found, with the reason why it is there.

An entry's id is made of what its § says where, never of its rank: a feed reader shows each once. It was published on the day of
the meeting and updated when its file was read, so that old minutes that are read in today are seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from indexer.documents import CaseNumber, Kind, Passage, Status
from indexer.index import Access, Facets, Filters
from indexer.language.stems import stem
from indexer.swedish import words
from service.errors import BadQuestion
from service.finding.reranking import find
from service.question import understand
from service.records import Hit, Question
from service.resources import Resources
from service.serving.snippets import question_stems, snippet

MOST = 50
LEAST_SHARE = 0.5
"""Part of the question's words that an entry must hold: a search gives the nearest, a feed only what is meant."""

_STATUS = {
    Status.BESLUT: "är beslutad",
    Status.FORSLAG: "är ett förslag",
    Status.INFORMATION: "är information",
    Status.REMISS: "är utsänd på remiss",
    Status.ATERREMISS: "är återremitterad",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `day` is the meeting's, where the paper says it; `read_at` when its file was read (ISO, UTC)."""

    id: str
    title: str
    day: str | None
    summary: str
    reason: str
    passage: Passage
    read_at: str | None = None


def entries(text: str, wanted: Filters, known: Facets, resources: Resources, access: Access, today: date) -> tuple[Entry, ...]:
    """What is found for the question, the latest meeting first. Raises BadQuestion."""
    if not text.strip():
        raise BadQuestion("Skriv vad som ska bevakas: frågan är tom.")
    question = understand(text, wanted, known, today)
    found = (_entry(hit, question) for hit in _first_of_each(find(question, resources, access, MOST)))
    read_at = {record.file: record.read_at for record in resources.index.files(access)}
    dated = [replace(each, read_at=read_at.get(each.passage.file)) for each in found if each and not _is_loose_front(each.passage)]
    return tuple(sorted(dated, key=lambda each: (each.day or "", each.id), reverse=True))


def _is_loose_front(passage: Passage) -> bool:
    """Whether it is what stands before the first § of minutes: who met where, and no matter."""
    unnamed = passage.section is None and passage.title is None and passage.case is None
    return unnamed and passage.status is Status.INGEN and passage.kind in (Kind.PROTOKOLL, Kind.KALLELSE)


def _first_of_each(hits: Iterable[Hit]) -> Iterable[Hit]:
    """The best passage of each §."""
    return {hit.passage.section_id: hit for hit in reversed(list(hits))}.values()


def _entry(hit: Hit, question: Question) -> Entry | None:
    passage = hit.passage
    places = question_stems(" ".join(question.municipalities))
    stems = question_stems(question.searched) - places
    text = f"{passage.header}\n{passage.text}"
    held = {stem(word.text): word.span.of(text) for word in reversed(words(text)) if stem(word.text) in stems}
    same_case = any(_has(passage, case) for case in question.cases)
    if not same_case and (question.cases or len(held) < LEAST_SHARE * max(1, len(stems))):
        return None
    return Entry(
        id=uuid5(NAMESPACE_URL, f"paragraf:{passage.section_id}").urn,
        title=_title(passage),
        day=passage.date,
        summary="".join(piece.text for piece in snippet(passage.text, stems)),
        reason=_reason(passage, tuple(held.values()), same_case),
        passage=passage,
    )


def _title(passage: Passage) -> str:
    """Who reads feeds of several municipalities sees only titles."""
    named = (passage.section, passage.title or passage.kind.value.capitalize(), passage.body, passage.municipality)
    return " · ".join(part for part in named if part)


def _has(passage: Passage, case: CaseNumber) -> bool:
    """Whether a passage belongs to a Dnr as somebody wrote it: with or without its registry and municipality."""
    return bool(passage.case_key and case.key) and str(passage.case_key).split("|")[-2:] == str(case.key).split("|")[-2:]


def _reason(passage: Passage, held: tuple[str, ...], same_case: bool) -> str:
    """Why it is there, in one sentence; the words stand as the paper writes them."""
    named = ", ".join(f"”{word}”" for word in sorted(set(held), key=str.casefold))
    why = f"har diarienummer {passage.case}" if same_case else f"innehåller {named}"
    status = f" och {_STATUS[passage.status]}" if passage.status in _STATUS else ""
    return f"{'Paragrafen' if passage.section else 'Handlingen'} {why}{status}."
