"""Motions that the council received and has not answered, as far as its minutes reach."""

from collections import Counter
from collections.abc import Iterator, Sequence

from indexer.documents import Outcome
from service.registers.entries import Entry, Initiative, Motion
from service.registers.inquiries import Inquiry
from service.registers.listlines import DECIDED, Drawn, Line, in_order

ANSWERS = (Outcome.BIFALL, Outcome.DELVIS_BIFALL, Outcome.AVSLAG, Outcome.BESVARAD)


def open_motions(inquiry: Inquiry, entries: Sequence[Entry]) -> Drawn:
    """The motions that no § of the council answers; of a number of years only where its minutes reach that far."""
    answered = {(entry.municipality, entry.case_key) for entry in entries if _answers(entry)}
    reach: dict[str | None, str] = {}
    for entry in entries:
        if _is_council(entry) and entry.date:
            reach[entry.municipality] = max(entry.date, reach.get(entry.municipality, ""))
    lines: list[Line] = []
    lacking: Counter[str] = Counter()
    for entry, motion in _received(entries):
        if (entry.municipality, motion.case_key) in answered or not inquiry.time.holds(entry.date):
            continue
        if motion.case_key is None:
            lacking["diarienummer"] += 1
        elif inquiry.years and not _reaches(entry.date, inquiry.years, reach.get(entry.municipality)):
            lacking["senare protokoll"] += 1
        else:
            lines.append(Line(entry, entry.section_id, motion.span, words=motion.words))
    return Drawn(in_order(lines), len(reach), lacking, until=min(reach.values(), default=None))


def _received(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Motion]]:
    """Each motion once, where it was first received."""
    seen = set()
    for entry in sorted(entries, key=lambda entry: entry.date or ""):
        for motion in entry.motions:
            if motion.kind is Initiative.MOTION and (motion.case_key is None or (entry.municipality, motion.case_key) not in seen):
                seen.add((entry.municipality, motion.case_key))
                yield entry, motion


def _answers(entry: Entry) -> bool:
    return _is_council(entry) and entry.status in DECIDED and entry.outcome in ANSWERS and entry.case_key is not None


def _is_council(entry: Entry) -> bool:
    return entry.body is not None and "fullmäktige" in entry.body.casefold()


def _reaches(received: str | None, years: int, last: str | None) -> bool:
    """Whether minutes are there from so many years after the motion came: else nobody can say that it went unanswered."""
    return received is not None and last is not None and f"{int(received[:4]) + years}{received[4:]}" <= last
