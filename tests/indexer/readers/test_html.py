"""Web pages of municipalities, as content management systems write them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import EmptyFile, TooLarge
from indexer.readers import html


def read(folder: Path, body: str, encoding: str = "utf-8") -> list[str]:
    path = folder / "sida.html"
    path.write_bytes(f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>".encode(encoding))
    return [page.text for page in html.read(path)]


AROUND = """
<a class="skip-link" href="#x">Till innehållet</a><div id="cookie-banner">Vi använder kakor.</div><header><h1>Storby kommun</h1></header>
<nav>Start Politik</nav><div role="search">Sök</div><ol class="breadcrumbs"><li>Start</ol><aside>Nyheter</aside>
<main><h1>Protokoll</h1><p>§ 1 Upprop</p><div class="share">Dela sidan</div></main>
<script>var x = "§ 2";</script><noscript>Slå på</noscript><footer>Växel 0123</footer>
"""


def test_only_the_paper_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, AROUND) == ["Protokoll\n\n§ 1 Upprop\n"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_usual_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "<main><p>Nämnden fastställer avgiften på Åsö.</p></main>", encoding) == [
        "Nämnden fastställer avgiften på Åsö.\n"
    ]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>ett\n  två<br>tre</p>", ["ett två", "tre"]),
        ("<p>en <b>fet</b> <a href=x>länk</a>.", ["en fet länk."]),
        ("<ul><li>a<li>b</ul>", ["• a", "• b"]),
        ("<ol start=4><li>a<li value=9>b<li>c</ol>", ["4. a", "9. b", "10. c"]),
        ("<ol type=a><li>a<li>b</ol>", ["a) a", "b) b"]),
        ("<ul><li>1. redan numrerad<li>– redan märkt</ul>", ["1. redan numrerad", "– redan märkt"]),
        ("<ul><li>a<ul><li>b</ul></ul>", ["• a", "• b"]),
        ("<dl><dt>Plats<dd>Salen<dt>Beslutande<dd>Asta Bro<dd>Ebbe Dal</dl>", ["Plats\tSalen", "Beslutande\tAsta Bro", "\tEbbe Dal"]),
        ("<table><tr><th>År<th>Avgift<th>Antal<tr><td>2024<td>150<td>3</table>", ["År\tAvgift\tAntal", "2024\t150\t3"]),
        ("<table><tr><th rowspan=2>A<th colspan=2>B<tr><td>b<td>c<tr><td>1<td>2<td>3</table>", ["A\tB", "\tb\tc", "1\t2\t3"]),
        ("<table><caption>Taxa</caption><tr><td>a<td>b<br>c<td>d</table>", ["Taxa", "a\tb c\td"]),
        ("<table><tr><td><table><tr><td>a<td>b</table><td><p>text</table>", ["a\tb", "text"]),
        ("<pre>rad 1\n   rad 2</pre>", ["rad 1", "   rad 2"]),
        ("<p>syns</p><p hidden>syns inte</p><div aria-hidden=true>inte</div>", ["syns"]),
    ],
)
def test_blocks_become_lines(tmp_path: Path, body: str, lines: list[str]) -> None:
    (text,) = read(tmp_path, f"<main>{body}</main>")
    assert [line for line in text.split("\n") if line] == lines


def test_articles_are_pages_and_a_heading_stands_apart(tmp_path: Path) -> None:
    pages = read(tmp_path, "<main><article><h1>Ett</h1><p>a</p><h2>§ 2</h2><p>b</p></article><article><h1>Två</h1></article></main>")
    assert pages == ["Ett\n\na\n\n\n§ 2\n\nb\n", "Två\n"]


def test_a_page_of_menus_is_empty_and_one_nested_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile, match="menus"):
        read(tmp_path, "<nav>Start</nav>")
    with pytest.raises(TooLarge, match="deep"):
        read(tmp_path, "<div>" * 1000 + "§ 1")


@given(st.text(alphabet="<>/ptabledivrh= §1\n", max_size=120))
def test_whatever_stands_in_a_page_gives_text_or_a_named_problem(tmp_path_factory: pytest.TempPathFactory, body: str) -> None:
    try:
        (text,) = read(tmp_path_factory.getbasetemp(), f"<p>början</p>{body}")
    except EmptyFile:
        return
    assert "\x01" not in text
