"""A comparison as the plain values that the JSON API and `--json` show."""

from service import shown
from service.comparison.records import Cell, Comparison, Row, Value


def comparison(compared: Comparison) -> dict[str, object]:
    """One question put to several municipalities."""
    return {
        "question": compared.question,
        "columns": [str(column) for column in compared.columns],
        "rows": [_row(row) for row in compared.rows],
        "differences": compared.differences,
        "ms": shown.timing(compared.ms),
    }


def _row(row: Row) -> dict[str, object]:
    return {
        "municipality": row.municipality,
        "cells": [_cell(cell) for cell in row.cells],
        "empty": str(row.empty) if row.empty else None,
        "searched": row.searched,
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "column": str(cell.column),
        "text": cell.text,
        "status": cell.status,
        "citations": [shown.citation(each) for each in cell.citations],
        "value": _value(cell.value) if cell.value else None,
        "voice": str(cell.voice),
        "note": cell.note,
    }


def _value(value: Value) -> dict[str, object]:
    return {"number": float(value.number), "unit": value.unit, "per": list(value.per), "year": value.year}
