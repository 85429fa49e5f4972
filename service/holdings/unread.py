"""Files that were met and not read, from the journal of indexing, with the reason in the reader's words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer import journal
from indexer.index import FileRecord
from indexer.report import Skipped
from service.errors import StoreProblem

_WORDS = {
    "damaged": "skadad, eller något annat än vad namnet säger",
    "empty": "tom",
    "password-protected": "skyddad med lösenord",
    "too large": "för stor",
    "timed out": "tar för lång tid att läsa",
    "reader died": "gick inte att läsa utan fel",
    "unreadable": "går inte att öppna",
    "unreadable folder": "mapp som inte går att öppna",
    "listed but not there": "känd, men finns inte bland filerna",
    "file name": "har ett namn som inte går att läsa",
    "manifest": "har en förteckning som inte går att förstå",
    "internal error": "läsningen misslyckades",
    "duplicate": "samma innehåll som en annan fil",
    "name taken": "samma namn som en fil från ett annat ställe",
    "blocked": "står på spärrlistan",
    "not a file": "ingen fil",
}
_FORMAT = "unsupported format"
_NOT_LACKING = frozenset({"duplicate", "name taken", "blocked", "not a file"})
"""Reasons for which nothing is lacking, or of which readers are told nothing."""

OTHER = "gick inte att läsa"


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read: when it was last tried (a day), and why, for readers and for the operator."""

    file: str
    tried: str
    why: str
    message: str


def unread(place: Path | None, records: Iterable[FileRecord], withdrawn: frozenset[str]) -> tuple[Unread, ...]:
    """What the journal says is still unread, by name. Raises StoreProblem."""
    try:
        runs = journal.read(place) if place else ()
    except OSError as error:
        raise StoreProblem(f"The journal {place} cannot be read ({error.strerror}). Check PARAGRAF_JOURNAL and its rights.") from error
    found = journal.unread(runs, (record.file for record in records))
    return tuple(
        Unread(file, at[:10], why_of(skipped), skipped.message)
        for file, (at, skipped) in sorted(found.items())
        if skipped.reason not in _NOT_LACKING and file not in withdrawn
    )


def why_of(skipped: Skipped) -> str:
    """The reason in Swedish."""
    if skipped.reason.startswith(_FORMAT):
        return f"format som inte läses: {skipped.reason.removeprefix(_FORMAT).strip()}"
    return _WORDS.get(skipped.reason, OTHER)


def counted(files: Iterable[Unread]) -> Mapping[str, int]:
    """How many for each reason, the commonest first."""
    return dict(Counter(each.why for each in files).most_common())
