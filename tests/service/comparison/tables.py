"""Made comparisons, for the tests of what is done with one."""

from decimal import Decimal

from service.comparison.records import Cell, Column, Comparison, Empty, Row, Value, Voice
from service.records import Citation, Timing


def citation(municipality: str, quote: str, key: str = "1", **known: str) -> Citation:
    """A citation of the municipality's minutes."""
    return Citation(
        key=key,
        passage_id=f"p-{municipality}",
        file=known.get("file", f"{municipality.casefold()}.txt"),
        document_id="d",
        section_id="s",
        section="§ 3",
        case="2024/00012",
        municipality=municipality,
        body="Kommunstyrelsen",
        date="2024-03-12",
        status="beslut",
        page=1,
        lines=(4, 5),
        quote=quote,
    )


def amount(
    municipality: str,
    number: str,
    *,
    unit: str = "kr",
    per: tuple[str, ...] = (),
    year: str | None = None,
    status: str = "beslut",
    voice: Voice = Voice.OWN,
    written: str | None = None,
    empty: Empty | None = None,
) -> Row:
    """A row with an answer and a sum."""
    text = written or f"{number} {unit}"
    cited = (citation(municipality, f"Avgiften är {text}."),)
    value = Value(Decimal(number), unit, per, year)
    cells = (
        Cell(Column.ANSWER, f"Avgiften är {text}.", status, cited, voice=voice),
        Cell(Column.AMOUNT, text, status, cited, value, voice),
    )
    return Row(municipality, cells, empty)


def decided(municipality: str, text: str, outcome: str | None = None) -> Row:
    """A row with a decision in words, and how it ended where its minutes say it."""
    cited = (citation(municipality, text),)
    ended = (Cell(Column.OUTCOME, outcome, "beslut", cited),) if outcome else ()
    return Row(municipality, (Cell(Column.ANSWER, text, "beslut", cited), *ended))


def table(*rows: Row, question: str = "Vad är avgiften?", differences: str = "") -> Comparison:
    """A comparison of these rows."""
    return Comparison(question, (Column.ANSWER, Column.AMOUNT), rows, differences, Timing(0, 0, 0))
