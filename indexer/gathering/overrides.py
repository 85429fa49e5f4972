"""Reads the file of corrections: what a person knows better than the reader. What is not understood is refused.

[[correction]]
file = "2024/ks.pdf"      # its name in the index, or sha256 = "…" of its content
section = "§ 12"          # or line = 120, any line of it; neither of the two: the file's only document
field = "date"            # municipality, body, date, case, title, status, kind or number
value = "2024-03-12"      # "" says that there is none
why = "The front page has the date of the next meeting."
by = "Anna Ek"
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indexer.corrections import CorrectedField, Correction
from indexer.documents import Kind, Status
from indexer.errors import CorrectionsProblem
from indexer.references import case_numbers, normal_section

MAX_BYTES = 5 * 1024 * 1024
"""Tens of thousands of corrections stay below."""

KEYS = frozenset({"file", "sha256", "section", "line", "field", "value", "why", "by"})

_NEVER_EMPTY = frozenset({CorrectedField.STATUS, CorrectedField.KIND, CorrectedField.NUMBER})


@dataclass(frozen=True, slots=True)
class Override:
    """A correction with the file it is for, by name or content; `where` is its place among the corrections."""

    where: str
    file: str | None
    sha256: str | None
    correction: Correction

    def is_for(self, names: Collection[str], sha256: str) -> bool:
        """Whether a file of one of these names, with this content, is meant."""
        return self.file in names if self.file is not None else self.sha256 == sha256


@dataclass(frozen=True, slots=True)
class Overrides:
    """All corrections of one file of them."""

    entries: tuple[Override, ...] = ()

    def of(self, names: Collection[str], sha256: str) -> tuple[Correction, ...]:
        """The corrections of a file, in the order written."""
        return tuple(entry.correction for entry in self.entries if entry.is_for(names, sha256))


NO_OVERRIDES = Overrides()


def load(path: str) -> Overrides:
    """The corrections in the file at `path`; none where the path is empty. Raises CorrectionsProblem."""
    if not path:
        return NO_OVERRIDES
    content = _content(Path(path))
    if unknown := sorted(set(content) - {"correction"}):
        raise CorrectionsProblem(f"{path}: unknown {unknown[0]!r}. Begin each correction with [[correction]].")
    rows = content.get("correction", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CorrectionsProblem(f"{path}: 'correction' is no list. Begin each correction with [[correction]].")
    return Overrides(tuple(_override(f"{path}, correction {number}", row) for number, row in enumerate(rows, 1)))


def _content(path: Path) -> Mapping[str, object]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CorrectionsProblem(f"{path} is larger than {MAX_BYTES // 1024**2} MiB. Keep only corrections in it.")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CorrectionsProblem(f"The corrections {path} cannot be opened ({error.strerror}). Check PARAGRAF_CORRECTIONS.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CorrectionsProblem(f"{path} is no valid TOML in UTF-8 ({error}). Correct it.") from error


def _override(where: str, row: Mapping[str, object]) -> Override:
    if unknown := sorted(set(row) - KEYS):
        raise CorrectionsProblem(f"{where}: unknown {unknown[0]!r}. Known are {', '.join(sorted(KEYS))}.")
    file, sha256 = _text(where, row, "file"), _text(where, row, "sha256")
    section, line = _text(where, row, "section"), row.get("line")
    if (file is None) == (sha256 is None):
        raise CorrectionsProblem(f"{where}: name the file by either 'file' or 'sha256'.")
    if section is not None and line is not None:
        raise CorrectionsProblem(f"{where}: give either 'section' or 'line', not both.")
    if line is not None and (not isinstance(line, int) or isinstance(line, bool) or line < 1):
        raise CorrectionsProblem(f"{where}: line {line!r} is no line. Write the number of a line, from 1.")
    name, why, by = (_needed(where, row, key) for key in ("field", "why", "by"))
    if name not in list(CorrectedField):
        raise CorrectionsProblem(f"{where}: field {name!r} cannot be corrected. Known are {', '.join(CorrectedField)}.")
    field = CorrectedField(name)
    value = _value(where, field, _text(where, row, "value", may_be_empty=True))
    return Override(where, file, sha256, Correction(field, value, why, by, normal_section(section) if section else None, line))


def _needed(where: str, row: Mapping[str, object], key: str) -> str:
    value = _text(where, row, key)
    if value is None:
        raise CorrectionsProblem(f"{where}: no {key!r}. Each correction says its field, its value, why it is right, and by whom.")
    return value


def _text(where: str, row: Mapping[str, object], key: str, *, may_be_empty: bool = False) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, date):  # TOML has dates of its own
        value = value.isoformat()
    if not isinstance(value, str) or not (value.strip() or may_be_empty):
        raise CorrectionsProblem(f"{where}: {key} {value!r} is no text. Write it in quotes.")
    return value.strip()


def _value(where: str, field: CorrectedField, written: str | None) -> str | None:
    """The value in its normal form; None for "there is none"."""
    if written is None:
        raise CorrectionsProblem(f"{where}: no 'value'. Write \"\" where there is none.")
    if not written:
        if field in _NEVER_EMPTY:
            raise CorrectionsProblem(f"{where}: {field} cannot be empty.")
        return None
    problem = next(_wrong(field, written), None)
    if problem:
        raise CorrectionsProblem(f"{where}: {field} {written!r} {problem}")
    return normal_section(written) if field is CorrectedField.NUMBER else written


def _wrong(field: CorrectedField, written: str) -> Iterator[str]:
    if field is CorrectedField.STATUS and written not in list(Status):
        yield f"is no status. Choose one of {', '.join(Status)}."
    if field is CorrectedField.KIND and written not in list(Kind):
        yield f"is no kind. Choose one of {', '.join(Kind)}."
    if field is CorrectedField.DATE and not _is_day(written):
        yield "is no day. Write it as 2025-02-06."
    if field is CorrectedField.NUMBER and not any(char.isdigit() for char in written):
        yield "is no number of a §. Write it as § 12."
    if field is CorrectedField.CASE and len(case_numbers(f"Dnr {written}")) != 1:
        yield "is not one Dnr. Write it as 2024/00012, or as the municipality does."


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
