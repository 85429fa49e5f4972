"""The report as a page."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from eval import plots
from eval.page import BENCH_ROWS, bench_html, html
from eval.report import markdown
from tests.eval.made import outcome


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "data")]


@pytest.mark.parametrize("against", [False, True])
def test_the_page_runs_no_script_and_asks_nobody(against: bool) -> None:
    page = html(outcome(against=against))
    tags = Tags(page)
    assert "script" not in tags.tags
    assert tags.links == []
    assert not re.search(r"url\(|@import|https?://", page)
    assert tags.tags.count("svg") == (4 if against else 3)


def test_a_question_is_text_and_never_markup() -> None:
    assert "<img" not in html(outcome('<img src="x" onerror="y">'))
    assert "<before>" not in html(outcome(against=True))


def test_every_plot_is_well_formed() -> None:
    page = html(outcome("Är 1 < 2 & sant?", against=True))
    for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        assert ElementTree.fromstring(svg).get("role") == "img"  # noqa: S314 our own text


def test_the_reports_give_the_same_figures() -> None:
    made = outcome(against=True)
    for report in (html(made), markdown(made)):
        assert "0.667" in report  # hit@5
        assert "municipality named" in report
        assert "runs/" in report


def test_a_run_without_answerable_questions_has_a_page_too() -> None:
    made = outcome()
    few = type(made)(made.made_with, (made.judged[3],), {}, None)
    assert "1 questions, 1 without a prediction" in html(few)


def test_empty_plots_are_drawn_empty() -> None:
    for svg in (plots.bars([], ("a",), "t"), plots.columns([], "t", "u"), plots.intervals([], "t"), plots.lines([], "t", "x", "y")):
        assert ElementTree.fromstring(svg).tag == "svg"  # noqa: S314 our own text


def test_a_line_rises_with_its_values() -> None:
    svg = plots.lines([plots.Line("ms", ((10.0, 1.0), (100.0, 2.0), (1000.0, 4.0)))], "growth", "passages", "ms")
    (points,) = re.findall(r'points="([^"]*)"', svg)
    xs, ys = zip(*(map(float, point.split(",")) for point in points.split()), strict=True)
    assert list(xs) == sorted(xs)
    assert list(ys) == sorted(ys, reverse=True)


def test_the_benchmark_is_drawn_where_it_grew() -> None:
    small = dict.fromkeys(BENCH_ROWS, 10.0) | {"passages": 1000.0}
    large = dict.fromkeys(BENCH_ROWS, 20.0) | {"passages": 10_000.0, "disk_mb": None}
    assert bench_html("here", {"embedded": [small]}).count("<svg") == 0
    grown = bench_html("here", {"embedded": [small, large], "Elasticsearch": [small, large]})
    assert grown.count("<svg") == 4
    assert "<th>passages</th><th>1,000</th><th>10,000</th>" in grown
