"""Records as the plain values that the JSON API, `--json` and the evaluation show: DESIGN.md's contracts, in one place.

Lines are None where a file has no lines of its own (only text files do).
"""

from indexer.documents import Passage
from service.finding.shared import shared_terms
from service.records import Answer, Citation, Coverage, Hit, Listing, Question, Timing
from service.retrieval import narrowed
from service.understanding.followups import Earlier

LINED = (".txt", ".text", ".md")
"""Formats whose lines a reader can count."""


def hit(found: Hit) -> dict[str, object]:
    """A passage found; `text` is the whole passage."""
    passage = found.passage
    return {
        "rank": found.rank,
        "id": passage.id,
        "document": passage.document_id,
        "section_id": passage.section_id,
        **_standing(passage),
        "score": round(found.score, 4),
        "ranks": dict(found.ranks),
        "members": list(found.members),
        "corrected": [str(field) for field in passage.corrected],
        "text": passage.text,
    }


def explained(found: Hit, question: Question) -> dict[str, object]:
    """A passage found, with what each fact adds to its score and the words that it shares with the question, by field."""
    reasons = {name: round(value, 4) for name, value in sorted(found.reasons.items(), key=lambda item: -abs(item[1]))}
    shared = {field: list(tokens) for field, tokens in shared_terms(question, found.passage).items()}
    return {**hit(found), "reasons": reasons, "shared": shared}


def understood(question: Question) -> dict[str, object]:
    """What a question was read as, and what a search for it is restricted to by its own words."""
    return {
        "asks": str(question.asks),
        "language": question.language,
        "cases": [case.as_written for case in question.cases],
        "sections": list(question.sections),
        "municipalities": list(narrowed(question).municipalities),
        "not_indexed": list(question.unknown_municipalities),
        "bodies": list(question.bodies),
    }


def answer(given: Answer) -> dict[str, object]:
    """A question answered or refused, with hits, what was searched and how long it took."""
    return {
        "question": given.question.typed or given.question.text,
        "read_as": given.question.text if given.question.typed else None,
        "meant": given.meant,
        "follow_with": follow_with(given),
        "language": given.question.language,
        "asks": str(given.question.asks),
        "hits": [hit(found) for found in given.hits],
        "answer": {
            "text": given.text,
            "refused": given.refused,
            "reason": given.reason,
            "mode": given.mode,
            "status_note": given.status_note,
            "premise": given.premise,
            "notice": given.notice,
            "claims": [{"text": claim.text, "citations": list(claim.citations), "verified": claim.verified} for claim in given.claims],
            "citations": [citation(each) for each in given.citations],
            "checked_claims": given.checked_claims,
            "dropped_claims": given.dropped_claims,
            "listing": listing(given.listing) if given.listing else None,
        },
        "coverage": coverage(given.coverage),
        "ms": timing(given.ms),
    }


def listing(listed: Listing) -> dict[str, object]:
    """All records that a question asks for."""
    return {
        "subject": listed.subject,
        "heading": listed.heading,
        "count": listed.count,
        "shown": listed.shown,
        "lines": [{"text": line.what, "title": line.title, "where": line.where, "citation": line.citation} for line in listed.lines],
        "notes": list(listed.notes),
    }


def follow_with(given: Answer) -> dict[str, str | None]:
    """What a client sends with a question that follows, by the names of its parameters."""
    kept = earlier(given)
    return {"after": kept.question, "after_case": kept.case, "after_day": kept.day}


def earlier(given: Answer) -> Earlier:
    """What is kept of an answer for a question that follows; Dnr and day where they are the only ones."""
    cases, days = {cited.case for cited in given.citations}, {cited.date for cited in given.citations}
    return Earlier(given.question.text, cases.pop() if len(cases) == 1 else None, days.pop() if len(days) == 1 else None)


def citation(cited: Citation) -> dict[str, object]:
    """Where a claim stands."""
    return {
        "key": cited.key,
        "file": cited.file,
        "document": cited.document_id,
        "section_id": cited.section_id,
        "municipality": cited.municipality,
        "body": cited.body,
        "date": cited.date,
        "section": cited.section,
        "case": cited.case,
        "status": cited.status,
        "page": cited.page,
        "lines": countable(cited.file, cited.lines),
        "quote": cited.quote,
        "corrected": list(cited.corrected),
    }


def coverage(searched: Coverage) -> dict[str, object]:
    """What was searched."""
    return {
        "municipalities": list(searched.municipalities),
        "bodies": list(searched.bodies),
        "from": searched.date_from,
        "to": searched.date_to,
        "files": searched.files,
        "documents": searched.documents,
        "passages": searched.passages,
        "minutes": searched.minutes,
        "missing_meetings": searched.missing_meetings,
        "missing_sections": len(searched.gaps),
    }


def timing(spent: Timing) -> dict[str, float]:
    """Milliseconds by stage."""
    return {"retrieve": spent.retrieve, "answer": spent.answer, "total": spent.total}


def _standing(passage: Passage) -> dict[str, object]:
    return {
        "file": passage.file,
        "kind": str(passage.kind),
        "municipality": passage.municipality,
        "body": passage.body,
        "date": passage.date,
        "section": passage.section,
        "title": passage.title,
        "case": passage.case,
        "status": str(passage.status),
        "role": str(passage.role),
        "page": passage.pages[0],
        "lines": countable(passage.file, passage.lines),
    }


def countable(file: str, lines: tuple[int, int]) -> list[int] | None:
    """First and last line, where a reader can count the lines of the file; else None."""
    return list(lines) if file.casefold().endswith(LINED) else None
