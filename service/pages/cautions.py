"""What a reader must know before relying on a text: that it is a draft, replaced, read by machine, or masked in places."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.documents import Document, Kind, Maturity, Page, Passage, Section, Status
from indexer.index import Access, Filters, Index, StoredFile
from indexer.particulars import LinkKind
from indexer.privacy import MASK
from service.answering.wording import where
from service.following.library import Library
from service.following.successors import successor

_REPLACED = {LinkKind.REPLACES: "Ersatt av", LinkKind.REPEALS: "Upphävt genom"}
_NOT_FINAL = {
    Maturity.UTKAST: "Utkast: protokollet är inte justerat och kan ändras.",
    Maturity.OJUSTERAT: "Ojusterat: protokollet var inte justerat när det hämtades och kan ha ändrats.",
}
_FINAL = frozenset({Maturity.JUSTERAT, Maturity.OMEDELBART_JUSTERAT})
_OTHERS = 20


@dataclass(frozen=True, slots=True)
class Caution:
    """A sentence, and the id of the § that it leads to."""

    text: str
    section: str | None = None
    link: str = ""


def of_section(index: Index, access: Access, stored: StoredFile, document: Document, section: Section) -> Iterator[Caution]:
    """What holds of a whole §."""
    if section.status is Status.FORSLAG:
        yield Caution("Förslag: det här är inte ett beslut.")
    if section.maturity in _NOT_FINAL:
        newer = _approved(index, access, stored, document, section)
        yield Caution(_NOT_FINAL[section.maturity], newer, "Justerad version")
    for other in (one for each in stored.documents for one in each.sections):
        for link in other.links:
            if link.section == section.id and link.kind in _REPLACED and not link.proposed and other.id != section.id:
                yield Caution(f"{_REPLACED[link.kind]} {other.number or 'ett senare beslut'}.", other.id, "Visa")
    later = _ended_by(index, access, section)
    if later and later.file != stored.record.file:
        yield Caution(f"Senare ersatt eller upphävt: {where(later)}.", later.section_id, "Visa")


def _ended_by(index: Index, access: Access, section: Section) -> Passage | None:
    """What a later decision in another file says that ends this one."""
    own = index.passages(index.select(Filters(section_ids=(section.id,), statuses=(str(Status.BESLUT),)), access, 1), access)
    return successor(own[0], Library(index, access)) if own else None


def of_page(page: Page, text: str) -> Iterator[Caution]:
    """What holds of the lines shown."""
    if page.ocr:
        doubt = " Bilden var svårläst, så många ord kan vara fel." if page.damaged else ""
        yield Caution(f"Texten är läst maskinellt ur en bild (OCR) och kan innehålla fel.{doubt}")
    elif page.damaged and page.text.strip():
        yield Caution("Sidans text är skadad, som när en bild har lästs maskinellt: många ord kan vara fel.")
    elif page.damaged:
        yield Caution("Sidan är en bild som inte har lästs: dess text saknas.")
    if MASK in text:
        yield Caution(f"Personnummer eller andra skyddade uppgifter är dolda ({MASK * 3}).")


def _approved(index: Index, access: Access, stored: StoredFile, document: Document, section: Section) -> str | None:
    """The same § in approved minutes, where exactly one is held."""
    if not (document.municipality and document.body and document.date and section.number):
        return None
    same = Filters(
        municipalities=(document.municipality,),
        bodies=(document.body,),
        kinds=(Kind.PROTOKOLL.value,),
        sections=(section.number,),
        date_from=document.date,
        date_to=document.date,
    )
    found = index.passages(index.select(same, access, _OTHERS), access)
    files = {passage.file for passage in found} - {stored.record.file}
    held = [file for name in sorted(files) if (file := index.file(name, access))]
    wanted = {passage.section_id for passage in found}
    approved = [one.id for file in held for each in file.documents for one in each.sections if one.id in wanted and one.maturity in _FINAL]
    return approved[0] if len(approved) == 1 else None
