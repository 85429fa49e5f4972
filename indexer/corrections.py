"""Records of what a person says instead of what was read, and of what stood there before. No I/O."""

from dataclasses import dataclass
from enum import StrEnum


class CorrectedField(StrEnum):
    """What a person may correct."""

    MUNICIPALITY = "municipality"
    BODY = "body"
    DATE = "date"
    CASE = "case"
    TITLE = "title"
    STATUS = "status"
    KIND = "kind"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of a file, or of the § with a number or at a line of it; `value` None says that there is none."""

    field: CorrectedField
    value: str | None
    why: str
    by: str
    section: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A field that a person corrected: `was` is what was read, None where that was nothing."""

    field: CorrectedField
    was: str | None
    why: str
    by: str
