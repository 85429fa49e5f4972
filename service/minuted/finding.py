"""Which § are meant: those of a Dnr, or the one with a number in a file. What may not be read is not there."""

from collections.abc import Iterator, Sequence

from indexer import references
from indexer.documents import CaseNumber
from indexer.index import Access, FileRecord, Index
from service.answering.places import files_of
from service.errors import BadParameter, NotFound
from service.minuted.section import Minuted
from service.registers.entries import Entry
from service.resources import Resources

MAX_CHARS = 80


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


def entries_of(municipalities: Sequence[str], resources: Resources, access: Access) -> list[Entry]:
    """The entries of some municipalities; of all where none is named."""

    def may_hold(record: FileRecord) -> bool:
        named = {paper.municipality for paper in record.held} | {record.given.municipality}
        return not municipalities or not record.held or None in named or bool(named & set(municipalities))

    read = resources.ledger.entries(resources.index, access, may_hold)
    return [entry for entry in read if not municipalities or entry.municipality in municipalities]


def with_case(case: CaseNumber, entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries whose Dnr the typed one may be; all municipalities' where none is named."""
    return (entry for entry in entries if entry.case_key and case.may_match(case_of(entry.case_key)))


def case_of(key: str) -> CaseNumber:
    """The Dnr that a strict key stands for."""
    municipality, registry, year, serial = key.split("|")
    return CaseNumber(key, municipality or None, registry or None, int(year), int(serial))
