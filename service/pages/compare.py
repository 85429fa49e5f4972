"""The page that compares municipalities: a question, whose rows, which columns; the differences, a chart, the table and its sources.

The whole state stands in the address. The same parameters give the table as a file.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from flask import Blueprint, Response, render_template, request, url_for

from indexer.index import Facets, Filters
from service.compare import Wish
from service.comparison import columns, population
from service.comparison.arranging import KINDS, MUNICIPALITY, Arranged, View, arranged, kind_of
from service.comparison.comparable import SideBySide, side_by_side
from service.comparison.endpoint import compared_once
from service.comparison.endpoint import file as as_file
from service.comparison.exports import EMPTY, FORMS, PLACES, sources, standing
from service.comparison.records import NUMBERS, Column, Comparison
from service.comparison.units import written
from service.errors import BadParameter
from service.pages.addresses import asked_number, source_url
from service.question import MAX_CHARS
from service.records import Citation
from service.serving.unbroken import unbroken
from service.state import access, state, today
from service.understanding.restricting import compared

blueprint = Blueprint("compare", __name__)

ROWS_A_PAGE = 50
MOST_BARS = 30
"""Bars that a reader takes in; of more only the table tells."""

EXAMPLES = (
    "Hur stort är friskvårdsbidraget?",
    "Vad kostar kulturskolan per termin?",
    "Hur har kommunerna gjort med familjecentral?",
)
TABLE = "tabell"


@dataclass(frozen=True, slots=True)
class Form:
    """What the address asks for."""

    question: str
    municipalities: tuple[str, ...]
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    sort: str
    first: int

    @classmethod
    def of_request(cls) -> "Form":
        """As the request at hand says. Raises BadParameter for a row number that is none."""
        many = request.args.getlist
        question = " ".join(request.args.get("q", "").split())
        return cls(
            question,
            tuple(many("kommun")),
            tuple(many("kolumn")),
            tuple(many("lage")),
            request.args.get("ordning", ""),
            asked_number("fran") or 1,
        )

    def address(self, endpoint: str = "compare.page", **changed: Any) -> str:
        """The address of the same with something changed."""
        known: dict[str, Any] = {
            "q": self.question,
            "kommun": self.municipalities,
            "kolumn": self.columns,
            "lage": self.kinds,
            "ordning": self.sort or None,
            "sprak": request.args.get("sprak"),
        }
        anchor = TABLE if endpoint == "compare.page" else None
        return url_for(endpoint, **{**known, **changed}, _anchor=anchor)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the chart; its length is of 100."""

    municipality: str
    text: str
    length: float


@blueprint.get("/jamfor")
def page() -> str | Response | tuple[str, int]:
    """The form, and the comparison where a question is asked; as a file where the address names a form."""
    form = Form.of_request()
    if form.question and "form" in request.args:
        return _file(form, request.args["form"])
    resources = state().supply.get()
    known = resources.index.facets(Filters(), access())
    if not form.question:
        problem = "Frågan är tom. Skriv vad som ska jämföras." if "q" in request.args else None
        told = render_template("compare.html", form=form, known=known, shown=None, problem=problem, **_fixed())
        return (told, 400) if problem else told
    try:
        shown, whole = _made(form, known, ROWS_A_PAGE)
    except BadParameter as problem:
        return render_template("compare.html", form=form, known=known, shown=None, problem=problem, **_fixed()), problem.http_status
    return render_template(
        "compare.html",
        form=form,
        known=known,
        shown=shown,
        problem=None,
        chart=chart(whole),
        sources=sources(shown.comparison),
        kinds=list(shown.kinds.items()),
        day=today().isoformat(),
        last=form.first - 1 + len(shown.comparison.rows),
        **_fixed(),
    )


@blueprint.get("/jamfor/fil")
def exported() -> Response:
    """The whole comparison as a file: every row that the address leaves, sorted as it says."""
    return _file(Form.of_request(), request.args.get("format", "csv"))


def _file(form: Form, wanted: str) -> Response:
    if wanted not in FORMS:
        raise BadParameter(f"Formatet {wanted[:20]!r} finns inte. Välj bland {', '.join(FORMS)}.")
    resources = state().supply.get()
    shown, _ = _made(form, resources.index.facets(Filters(), access()), None)
    return as_file(shown, wanted)


def _made(form: Form, known: Facets, size: int | None) -> tuple[Arranged, Comparison]:
    """The rows to show, and the whole comparison. Raises BadParameter, BadQuestion and NotIndexed."""
    wish = Wish(compared(known, form.municipalities), columns.named(form.columns), population.load(state().config.population))
    whole = compared_once(form.question, wish, known)
    rows = len(whole.rows)
    shown = arranged(whole, View(form.kinds, form.sort, form.first - 1, size or max(1, rows)))
    if form.first > max(1, shown.total):
        raise BadParameter(f"fran={form.first} går inte att använda: tabellen har {shown.total} rader.")
    return shown, whole


def chart(whole: Comparison) -> tuple[SideBySide, list[Bar]] | None:
    """The first column of numbers that may be set side by side, as bars, the largest first; None where there are too few or too many."""
    for column in NUMBERS:
        found = side_by_side(whole.rows, column)
        if 1 < len(found.values) <= MOST_BARS and all(value.number >= 0 for _, value in found.values):
            most = max(value.number for _, value in found.values) or Decimal(1)
            ordered = sorted(found.values, key=lambda each: (-each[1].number, each[0]))
            return found, [Bar(name, written(value), round(float(100 * value.number / most), 2)) for name, value in ordered]
    return None


def _fixed() -> dict[str, object]:
    """What the template shows whatever is asked."""
    return {
        "max_chars": MAX_CHARS,
        "examples": EXAMPLES,
        "all_columns": [column for column in Column if column is not Column.ANSWER],
        "numbers": NUMBERS,
        "places": PLACES,
        "empty": EMPTY,
        "forms": list(FORMS),
        "kind_names": KIND_NAMES,
        "kind_of": kind_of,
        "lead": MUNICIPALITY,
        "standing": standing,
        "address_of": address_of,
        "label_of": label_of,
        "size": ROWS_A_PAGE,
        "sorted_as": sorted_as,
        "unbroken": unbroken,
    }


KIND_NAMES = dict.fromkeys(KINDS[:1], "Svar finns") | {str(empty): f"{told[0].upper()}{told[1:]}" for empty, told in EMPTY.items()}


def address_of(citation: Citation) -> str:
    """Where a citation opens its source."""
    return source_url(citation.file, citation.lines)


def label_of(citation: Citation) -> str:
    """What a marker's link is called."""
    return f"Källa {citation.key}: {standing(citation)}"


def sorted_as(form: Form, name: str) -> str:
    """How a column's head is sorted, in the words of aria-sort."""
    if form.sort.removeprefix("-").casefold() != name.casefold():
        return "none"
    return "descending" if form.sort.startswith("-") else "ascending"
