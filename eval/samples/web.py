"""HTML as a municipality's site shows its papers: the paper in an article, menu, cookie notice and script around it."""

from collections.abc import Iterator
from html import escape

from eval.samples import flow
from eval.samples.source import Block, Fact, Heading, Item, Lines, PageBreak, Paragraph, Part, Sample, Table

AROUND = """\
<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>body {{ font-family: sans-serif }}</style>
<script>window.besok = ["§ 1", "Dnr 1900/00001"];</script>
</head>
<body>
<nav><ul><li><a href="/">Start</a></li><li><a href="/politik">Kommun och politik</a></li><li><a href="/kontakt">Kontakt</a></li></ul></nav>
<div class="cookie-notice">Vi använder kakor. <button>Godkänn</button></div>
<main>
{articles}
</main>
<footer><p>{municipality} · Växel och öppettider · Tillgänglighetsredogörelse</p></footer>
</body>
</html>
"""


def render(sample: Sample) -> bytes:
    """The file's bytes, UTF-8."""
    articles = "\n".join(_article(part) for part in sample.parts)
    title = escape(f"{sample.municipality.name}: {sample.name}")
    return AROUND.format(title=title, articles=articles, municipality=escape(sample.municipality.name)).encode()


def _article(part: Part) -> str:
    head = [f"<header>{'<br>'.join(map(escape, flow.head(part)))}</header>"] if flow.head(part) else []
    return "\n".join(["<article>", *head, *(line for block in part.blocks for line in _elements(block)), "</article>"])


def _elements(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(text):
            yield f"<p>{escape(text)}</p>"
        case Item(marker, text):
            yield f'<p class="item">{escape(marker)} {escape(text)}</p>'
        case Lines(lines):
            yield f"<p>{'<br>'.join(map(escape, lines))}</p>"
        case Fact(label, values):
            yield f"<dl><dt>{escape(label)}</dt>{''.join(f'<dd>{escape(value)}</dd>' for value in values)}</dl>"
        case Table(rows):
            yield "<table>"
            for number, row in enumerate(rows):
                tag = "th" if number == 0 else "td"
                yield f"<tr>{''.join(f'<{tag}>{escape(cell)}</{tag}>' for cell in row)}</tr>"
            yield "</table>"
        case PageBreak():
            return
