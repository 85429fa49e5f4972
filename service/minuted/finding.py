"""Which § are meant: those of a Dnr, or the one with a number in a file. What may not be read is not there."""

from collections.abc import Collection, Iterator, Sequence

from indexer import references, swedish
from indexer.documents import CaseNumber
from indexer.index import Access, FileRecord, Filters, Index, Term
from service.errors import BadParameter, NotFound
from service.minuted.section import Minuted
from service.places import files_of
from service.registers.entries import Entry
from service.resources import Resources
from service.retrieval import is_of_case

MAX_CHARS = 80

MOST_PASSAGES = 2_000
"""Passages with a Dnr that are looked at for whose they are."""


def of_file(file: str, number: str, resources: Resources, access: Access) -> tuple[Minuted, ...]:
    """The § with a number in a file: several where a bundle has it of several bodies. Raises NotFound."""
    stored = resources.index.file(file, access)
    if stored is None:
        raise NotFound(f"Filen {file[:200]!r} finns inte här.")
    wanted = references.normal_section(number)
    found = tuple(
        Minuted(stored, document, section) for document in stored.documents for section in document.sections if section.number == wanted
    )
    if not found:
        numbers = [section.number for document in stored.documents for section in document.sections if section.number]
        raise NotFound(f"{wanted} finns inte i {file[:200]}. Där finns {', '.join(dict.fromkeys(numbers)) or 'ingen numrerad paragraf'}.")
    return found


def of_entries(entries: Sequence[Entry], index: Index, access: Access) -> tuple[Minuted, ...]:
    """The § of entries, in their order."""
    files = files_of(index, access)
    found = []
    for entry in entries:
        stored = files(entry.file)
        for document in stored.documents if stored else ():
            found += [Minuted(stored, document, section) for section in document.sections if stored and section.id == entry.section_id]
    return tuple(found)


def typed_case(written: str) -> CaseNumber:
    """The Dnr that a person typed. Raises BadParameter where it is none."""
    bare = " ".join(written.split())
    if len(bare) <= MAX_CHARS:
        found = [case for case in references.case_numbers(bare) or references.case_numbers(f"Dnr {bare}") if case.key]
        if len(found) == 1:
            return found[0]
    raise BadParameter(f"{bare[:MAX_CHARS]!r} går inte att läsa som ett diarienummer. Skriv det som i protokollet: KS 2031/00068.")


def entries_of(municipalities: Collection[str], resources: Resources, access: Access) -> list[Entry]:
    """The entries of some municipalities; of all where none is named."""

    def may_hold(record: FileRecord) -> bool:
        named = (paper.municipality or record.given.municipality for paper in record.held)
        return not (municipalities and record.held) or any(name in municipalities for name in named)

    read = resources.ledger.entries(resources.index, access, may_hold)
    return [entry for entry in read if not municipalities or entry.municipality in municipalities]


def entries_around(case: CaseNumber, municipalities: Collection[str], resources: Resources, access: Access) -> list[Entry]:
    """The entries of the municipalities that have papers of the Dnr, of those named if any is: no matter stands in two."""
    having = _having(case, resources.index, access)
    if having is None:
        return entries_of(municipalities, resources, access)
    chosen = having & set(municipalities) if municipalities else having
    return entries_of(chosen, resources, access) if chosen else []


def _having(case: CaseNumber, index: Index, access: Access) -> frozenset[str] | None:
    """The municipalities with papers of the Dnr; None where there are too many to look at, or of a paper nobody knows whose it is."""
    ids = [Term("ids", token) for token in swedish.question_tokens(f"Dnr {case.as_written}")["ids"] if token.startswith("dnr:")]
    found = index.lexical(ids, Filters(), access, MOST_PASSAGES) if ids else []
    passages = index.passages([scored.id for scored in found], access)
    names = {passage.municipality for passage in passages if is_of_case(passage, case)}
    known = frozenset(name for name in names if name)
    return known if len(found) < MOST_PASSAGES and len(known) == len(names) else None


def with_case(case: CaseNumber, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries whose Dnr the typed one may be; all municipalities' where none is named."""
    return (entry for entry in entries if entry.case_key and case.may_match(case_of(entry.case_key)))


def case_of(key: str) -> CaseNumber:
    """The Dnr that a strict key stands for."""
    municipality, registry, year, serial = key.split("|")
    return CaseNumber(key, municipality or None, registry or None, int(year), int(serial))
