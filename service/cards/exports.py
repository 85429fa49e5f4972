"""A card for readers: lines of a terminal, Markdown and DOCX as beslutsunderlag, each with the full reference."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence

import docx

from service.cards.parts import Item, facts, parts
from service.cards.records import Card
from service.serving.exporting import one_line, plain

UNTITLED = "Utan rubrik"


def lines(cards: Sequence[Card]) -> Iterator[str]:
    """The cards as lines of text."""
    for card in cards:
        yield card.title or UNTITLED
        yield card.reference
        yield from (f"! {caution}" for caution in card.cautions)
        yield from (f"{name}: {value}" for name, value in facts(card))
        for part in parts(card):
            yield ""
            yield part.heading
            for item in part.items:
                yield f"  {_labelled(item)}"
                yield from (f"    {text}" for text in item.under)
        yield ""


def _labelled(item: Item) -> str:
    if item.label is None:
        return item.text
    return f"{item.label}. {item.text}" if len(item.label) <= 2 else f"{item.label}: {item.text}"


def markdown(cards: Sequence[Card]) -> str:
    """The cards as beslutsunderlag."""
    said: list[str] = []
    for card in cards:
        said += [f"# {plain(card.title or UNTITLED)}", "", f"**{plain(card.reference)}**", ""]
        said += [f"> {plain(caution)}" for caution in card.cautions] + ([""] if card.cautions else [])
        said += [f"- {name}: {plain(value)}" for name, value in facts(card)]
        for part in parts(card):
            said += ["", f"## {part.heading}", ""]
            for item in part.items:
                said.append(f"- {plain(_labelled(item))}")
                said += [f"  - {plain(text)}" for text in item.under]
        said += ["", plain(_source(card)), ""]
    return "\n".join(said)


def _source(card: Card) -> str:
    page = str(card.pages[0]) if card.pages[0] == card.pages[1] else f"{card.pages[0]}–{card.pages[1]}"
    return f"Källa: {card.file}, sida {page}."


def as_docx(cards: Sequence[Card]) -> bytes:
    """The cards as a Word document: headings, lists and a table of facts, and nothing that a program would run."""
    paper = docx.Document()
    paper.core_properties.title = one_line(cards[0].title or UNTITLED) if cards else ""
    paper.core_properties.author = ""
    for at, card in enumerate(cards):
        paper.add_heading(one_line(card.title or UNTITLED), level=1).paragraph_format.page_break_before = at > 0
        paper.add_paragraph().add_run(one_line(card.reference)).bold = True
        for caution in card.cautions:
            paper.add_paragraph().add_run(caution).italic = True
        table = paper.add_table(rows=0, cols=2)
        for name, value in facts(card):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = name, one_line(value)
        for part in parts(card):
            paper.add_heading(part.heading, level=2)
            for item in part.items:
                paper.add_paragraph(one_line(_labelled(item)))
                for text in item.under:
                    paper.add_paragraph(one_line(text), style="List Bullet 2")
        paper.add_paragraph(one_line(_source(card)))
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


FORMS: Mapping[str, Callable[[Sequence[Card]], bytes]] = {
    "md": lambda cards: markdown(cards).encode(),
    "docx": as_docx,
}
"""Files by the ending of their names."""
