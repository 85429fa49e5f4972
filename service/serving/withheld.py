"""Whether the look of a page, or the file itself, may be shown. Both show what is masked or withdrawn in the text, so they are
held back wherever something is, and where bad reading may have hidden from us what should be."""

from indexer.documents import Page
from indexer.index import Access, StoredFile
from indexer.picturing.pageimages import FORMATS
from indexer.privacy import MASK

_MASKED = "Bilden av sidan visas inte: uppgifter på sidan är dolda i texten, och de skulle synas i bilden."
_UNSURE = "Bilden av sidan visas inte: uppgifter i tjänsten är spärrade, och sidans text är för osäker för att utesluta att de står här."
_ORIGINAL_MASKED = "Originalet visas inte här: uppgifter i filen är dolda i texten, och de skulle synas i originalet."
_ORIGINAL_UNSURE = "Originalet visas inte här: uppgifter i tjänsten är spärrade, och filens text är för osäker för att visa det."


def has_look(stored: StoredFile) -> bool:
    """Whether the file's pages look like something: a PDF's and a scan's do, those of a text do not."""
    return stored.record.format in FORMATS


def picture_withheld(stored: StoredFile, page: Page, access: Access) -> str | None:
    """Why a page's picture may not be shown, for its reader; None where it may."""
    if MASK in page.text:
        return _MASKED
    return _UNSURE if _is_unsure(stored, page, access) else None


def original_withheld(stored: StoredFile, access: Access) -> str | None:
    """Why the file itself may not be given out, for its reader; None where it may."""
    if any(MASK in page.text for page in stored.source.pages) or _has_withdrawn_sections(stored, access):
        return _ORIGINAL_MASKED
    return _ORIGINAL_UNSURE if any(_is_unsure(stored, page, access) for page in stored.source.pages) else None


def _is_unsure(stored: StoredFile, page: Page, access: Access) -> bool:
    """Whether what is withdrawn may stand on the page unseen: misread, or not read at all."""
    badly_read = page.ocr or page.damaged or not page.text.strip()
    return badly_read and bool(access.withdrawn_strings or _has_withdrawn_sections(stored, access))


def _has_withdrawn_sections(stored: StoredFile, access: Access) -> bool:
    return any(file == stored.record.file for file, _ in access.withdrawn_sections)
