"""Reads web pages with lexbor: the article without menus, notices and scripts, as the lines of `weblines`.

What is a menu is told by an element's name and role, and by words in its id or class that content management systems
agree on; nothing is told by a site's own layout.
"""

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from indexer.documents import Page
from indexer.errors import DamagedFile, EmptyFile
from indexer.readers import text, weblines

_AROUND = (
    "script, style, noscript, template, nav, aside, iframe, object, svg, canvas, video, audio, button, select, input, textarea, dialog, "
    "[hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], "
    "[role=dialog], [role=alertdialog], [role=menu], [role=menubar]"
)
_EDGES = "header, footer"
"""Left out, but for those inside the article: there they hold its title and its signature."""

_NOTICE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|kakor|gdpr|consent|breadcrumbs?|brodsmul\w*|skip-?(?:link|to|nav)\w*|menu|meny|navbar|navigation|sidebar|"
    r"share|dela|social|pagination|visually-?hidden|sr-only|screen-?reader\w*|readspeaker|toolbar)(?:[\s_-]|$)|cookie-?(?:banner|notice|bar|consent)",
    re.IGNORECASE,
)
_PAPER = ("main", "[role=main]", "article", "#content", ".content")
_NEARLY_ALL = 0.9
_ENOUGH = 0.5
"""Share of the page's text that the article must hold to be taken for the whole paper."""


def read(path: Path) -> list[Page]:
    """The page of a web page; several where it holds several articles. Raises FileProblem."""
    source = text.decode(path.read_bytes(), path.name)
    tree = LexborHTMLParser(source)
    if tree.body is None:
        raise DamagedFile(f"{path.name} is named as a web page but is none. Open it to see what it is, and fetch it again.")
    _leave_out(tree)
    paper = _paper(tree, tree.body)
    articles = [node for node in paper.css("article") if not _is_inside(node, {"article"})]
    shown = [weblines.of(node, path.name) for node in (articles if _holds_most(articles, paper) else [paper])]
    if not any(shown):
        raise EmptyFile(f"{path.name} holds no text outside menus and scripts. Save the page as it is shown, or as PDF, and index that.")
    return [Page(number, page + "\n") for number, page in enumerate(filter(None, shown), 1)]


def _leave_out(tree: LexborHTMLParser) -> None:
    """Take away what stands around the paper."""
    for node in tree.css(_AROUND):
        node.decompose()
    for node in tree.css("[id], [class]"):
        named = f"{node.attributes.get('id') or ''} {node.attributes.get('class') or ''}"
        if _NOTICE.search(named) and node.tag not in {"html", "head", "body", "main", "article"} and not node.css_first("main, article"):
            node.decompose()
    for node in tree.css(_EDGES):
        if not _is_inside(node, {"main", "article"}) and not node.css_first("main, article"):
            node.decompose()


def _paper(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    """The element that holds the paper: the first of the usual ones that stands alone and has most of the text."""
    whole = len(body.text())
    for name in _PAPER:
        found = tree.css(name)
        if len(found) == 1 and len(found[0].text()) >= whole * _ENOUGH:
            return found[0]
    return body


def _holds_most(articles: list[LexborNode], paper: LexborNode) -> bool:
    """Whether several articles are the paper, rather than boxes in it."""
    return len(articles) > 1 and sum(len(node.text()) for node in articles) >= len(paper.text()) * _NEARLY_ALL


def _is_inside(node: LexborNode, tags: set[str]) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False
