"""Reads DOCX: its sections with their headers and footers, in pages where Word noted that they break.

Headers are read once per section, before its text, and footers after it: there they are found as page furniture. What
tracked changes insert is read; what they delete, and comments, are left out; all are counted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.documents import Page
from indexer.errors import DamagedFile, EmptyFile
from indexer.readers import package
from indexer.readers.content import Content
from indexer.readers.numbering import Numbering, W
from indexer.readers.package import Element, Package
from indexer.readers.wordtext import PAGE, WordText

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NOTES = {
    "insertions": "tracked insertions, read as text",
    "deletions": "tracked deletions, left out",
    "comments": "comments, left out",
}


def read(path: Path) -> Content:
    """Pages and notes of a DOCX. Raises DamagedFile, ProtectedFile, EmptyFile and, beyond the bounds, FileProblem."""
    with package.opened(path) as opened:
        main = next((name for kind, name in opened.related("").values() if kind == "officeDocument"), "word/document.xml")
        document = opened.part(main)
        body = document.find(f"{W}body") if document is not None else None
        if body is None:
            raise DamagedFile(f"{path.name} is named as DOCX but holds no Word document. Give it its right suffix, or save it again.")
        related = opened.related(main)
        parts = {kind: opened.part(name) for kind, name in related.values() if kind in {"numbering", "styles", "footnotes"}}
        words = WordText(path.name, Numbering.of(parts.get("numbering"), parts.get("styles")), _footnotes(parts.get("footnotes")))
        text = "".join(_text(section, words) for section in _sections(body, opened, {key: name for key, (_, name) in related.items()}))
    pages = tuple(Page(number, page) for number, page in enumerate(_pages(text), 1))
    if not pages:
        raise EmptyFile(f"{path.name} holds no text. Check that it was saved completely, or leave it out.")
    return Content(pages, tuple(f"{words.counted[what]} {said}" for what, said in _NOTES.items() if words.counted[what]))


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands between two section breaks; `first_head` where its first page has a header of its own."""

    content: tuple[Element, ...]
    head: Element | None
    first_head: Element | None
    foot: Element | None
    opens_page: bool


def _sections(body: Element, opened: Package, names: Mapping[str, str]) -> Iterator[_Section]:
    """The sections in order; one without a header of its own has that of the section before it."""
    content: list[Element] = []
    linked: dict[str, Element | None] = {}
    for child in body:
        properties = child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")
        if child is not properties:
            content.append(child)
        if properties is None:
            continue
        for each in properties:
            if each.tag in (f"{W}headerReference", f"{W}footerReference"):
                place = f"{each.tag.removeprefix(W)} {each.get(f'{W}type', 'default')}"
                linked[place] = opened.part(names.get(each.get(f"{_R}id", ""), ""))
        kind = properties.find(f"{W}type")
        yield _Section(
            tuple(content),
            linked.get("headerReference default"),
            linked.get("headerReference first") if properties.find(f"{W}titlePg") is not None else None,
            linked.get("footerReference default"),
            kind is None or kind.get(f"{W}val") != "continuous",
        )
        content = []
    if content:
        yield _Section(tuple(content), None, None, None, opens_page=False)


def _text(section: _Section, words: WordText) -> str:
    """A section's text, after a mark of its page, with what its pages repeat before and after it."""
    body = words.of(section.content)
    if not section.opens_page:
        return f"\n\n{body}"
    head, foot = words.lines(section.head), words.lines(section.foot)
    if section.first_head is not None:
        first, found, rest = body.strip(PAGE).partition(PAGE)
        body = "\n\n".join([f"{first}{PAGE}" + "\n".join(head), rest]) if found else first
        head = words.lines(section.first_head)
    return PAGE + "\n\n".join(filter(None, ("\n".join(head), body.strip(PAGE), "\n".join(foot))))


def _footnotes(part: Element | None) -> dict[str, Element]:
    """Footnotes by id; those with a type are only rules between text and notes."""
    found = part.iter(f"{W}footnote") if part is not None else ()
    return {each.get(f"{W}id", ""): each for each in found if each.get(f"{W}type") is None}


def _pages(text: str) -> Iterator[str]:
    """The text of each page. Word notes one break in several ways at once, so pages without text are none."""
    for page in text.split(PAGE):
        lines = [line.rstrip() for line in page.split("\n")]
        if any(lines):
            yield "\n".join(lines).strip("\n") + "\n"
