"""Pages that have no text layer, filled with what tesseract reads on their images; what could not be read is counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from indexer.documents import Page
from indexer.limits import Limits
from indexer.readers import ocr
from indexer.readers.content import Content
from indexer.readers.scanimage import Grey

DAMAGED_BELOW = 0.75
"""Mean confidence of pages whose words are too often wrong to be quoted without a warning."""

Images = Callable[[Sequence[int]], Iterator[tuple[int, Grey]]]


def filled(texts: Sequence[str], blank: Iterable[int], images: Images, limits: Limits, alive: Callable[[], None]) -> Content:
    """Pages of the texts; those at the places `blank` (from 0) are read from the images that `images` makes of them."""
    wanted = list(blank)
    lack = lacking(limits)
    chosen = wanted[: limits.ocr_pages] if wanted and not lack else []
    read = {at: found for at, found in ocr.recognise(images(chosen), limits, alive) if found} if chosen else {}
    unread = set(wanted)
    pages = tuple(_page(at, text, read.get(at), unread=at in unread) for at, text in enumerate(texts))
    return Content(pages, tuple(_notes(wanted, chosen, read, lack)))


def lacking(limits: Limits) -> str | None:
    """What page images cannot be read without, as what to do about it; None where they can be."""
    return ocr.lack(limits.ocr_language) if limits.ocr else "switch OCR on (PARAGRAF_OCR=1)"


def is_unread(page: Page) -> bool:
    """Whether a page may be an image that was not read; worn pages of text are taken for such, too."""
    return page.damaged and not page.ocr


def _page(at: int, text: str, found: ocr.Recognised | None, *, unread: bool) -> Page:
    if found is None:
        return Page(at + 1, text, damaged=unread)
    confidence = found.confidence
    return Page(at + 1, found.text, ocr=True, damaged=confidence is not None and confidence < DAMAGED_BELOW, confidence=confidence)


def _notes(wanted: Sequence[int], chosen: Sequence[int], read: Mapping[int, ocr.Recognised], lack: str | None) -> Iterator[str]:
    """What a person should know of pages read by OCR, and of those that were not."""
    sure = [found.confidence for found in read.values() if found.confidence is not None]
    if sure:
        doubtful = sum(confidence < DAMAGED_BELOW for confidence in sure)
        more = f", {doubtful} of them doubtful" if doubtful else ""
        yield f"{len(sure)} pages read by OCR, confidence {sum(sure) / len(sure):.2f}{more}"
    if masked := sum(found.masked for found in read.values()):
        yield f"{masked} personal identity numbers masked on pages read by OCR"
    if lack and wanted:
        yield f"{_numbers(wanted)}: page without text layer; {lack}, and index again"
    if failed := [at for at in chosen if at not in read]:
        yield f"{_numbers(failed)}: page without text layer that OCR could not read; scan it again"
    if len(wanted) > len(chosen) and not lack:
        yield f"{_numbers(wanted[len(chosen) :])}: page without text layer, beyond those that OCR reads of one file (PARAGRAF_OCR_PAGES)"


def _numbers(places: Sequence[int]) -> str:
    """ "page 3", "pages 3–5, 9": places counted from 0 as page numbers."""
    runs: list[list[int]] = []
    for number in (at + 1 for at in places):
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    shown = ", ".join("–".join(map(str, run)) for run in runs[:12]) + (" …" if len(runs) > 12 else "")
    return f"page{'s' if len(places) > 1 else ''} {shown}"
