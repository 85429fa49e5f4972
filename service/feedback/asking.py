"""What a reader sends about an answer, a misread fact or something missing, made into what is kept.

The answer spoken of is made again from the question: nothing that a form claims about it is believed.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from secrets import token_urlsafe

from indexer.corrections import CorrectedField
from indexer.index import Access, Filters
from service.answer import answer
from service.errors import BadParameter
from service.feedback.said import MAX_VALUE, MAX_WORDS, About, GivenAnswer, Quoted, Reason, Said
from service.keeping.trace import moment
from service.records import Answer
from service.resources import Resources
from service.understanding.followups import Earlier

MAX_NAME = 300
"""Characters of a file's name or a § that a form may name."""

FIELDS: Mapping[CorrectedField, str] = {
    CorrectedField.DATE: "datum",
    CorrectedField.BODY: "organ",
    CorrectedField.CASE: "diarienummer",
    CorrectedField.STATUS: "status (beslut, förslag …)",
    CorrectedField.NUMBER: "paragrafens nummer",
    CorrectedField.TITLE: "rubrik",
    CorrectedField.MUNICIPALITY: "kommun",
    CorrectedField.KIND: "slags handling",
}
"""What can be reported as misread, in the reader's words."""


def of_answer(
    question: str, wanted: Filters, earlier: Earlier | None, helped: bool, resources: Resources, access: Access, now: datetime
) -> Said:
    """That an answer helped or did not. Raises BadQuestion."""
    # in the documents' own words: what is kept must be such that it can be checked
    own_words = replace(resources, generator=None)
    found = answer(question, wanted, own_words, access, now.date(), earlier)
    return Said(
        id=token_urlsafe(16),
        at=moment(now),
        about=About.ANSWER,
        helped=helped,
        question=found.question.text,
        municipalities=wanted.municipalities,
        given=_given(found),
    )


def of_fact(file: str, section: str, field: str, value: str, words: str, now: datetime) -> Said:
    """That something about a § was misread. Raises BadParameter."""
    if field not in list(CorrectedField):
        raise BadParameter(f"uppgift={field[:40]} går inte att använda. Välj en av: {', '.join(FIELDS.values())}.")
    if not words.strip():
        raise BadParameter("Skriv hur du vet att uppgiften är fel: annars kan ingen pröva det.")
    if field == CorrectedField.DATE and value.strip():
        _require_day(value.strip())
    return Said(
        id=token_urlsafe(16),
        at=moment(now),
        about=About.FACT,
        words=bounded("ord", words, MAX_WORDS),
        file=bounded("fil", file, MAX_NAME),
        section=bounded("paragraf", section, MAX_NAME) or None,
        field=field,
        value=bounded("ratt", value, MAX_VALUE),
    )


def _require_day(text: str) -> None:
    """Raise BadParameter for what is no day: a person could not approve it."""
    try:
        if date.fromisoformat(text).isoformat() == text:
            return
    except ValueError:
        pass
    raise BadParameter(f"ratt={text[:40]} är inget datum. Skriv det som 2024-03-13, eller lämna fältet tomt om inget datum finns.")


def of_holdings(words: str, now: datetime) -> Said:
    """That something is missing among the documents. Raises BadParameter."""
    if not words.strip():
        raise BadParameter("Skriv vad som saknas: kommun, organ och datum räcker.")
    return Said(id=token_urlsafe(16), at=moment(now), about=About.HOLDINGS, words=bounded("ord", words, MAX_WORDS))


def reason_of(text: str) -> Reason | None:
    """The reason chosen; None where none was. Raises BadParameter."""
    if not text:
        return None
    if text not in list(Reason):
        raise BadParameter(f"skal={text[:40]} går inte att använda. Välj ett av: {', '.join(Reason)}.")
    return Reason(text)


def bounded(name: str, text: str, most: int) -> str:
    """The text, trimmed. Raises BadParameter where it is too long or holds half a character."""
    trimmed = text.replace("\r\n", "\n").strip()
    if len(trimmed) > most:
        raise BadParameter(f"{name} är för lång: högst {most} tecken, nu {len(trimmed)}.")
    if any("\ud800" <= char <= "\udfff" for char in trimmed):
        raise BadParameter(f"{name} går inte att läsa som text.")
    return trimmed


def _given(found: Answer) -> GivenAnswer:
    quoted = tuple(Quoted(each.file, each.section, each.case, each.lines, each.quote) for each in found.citations)
    text = found.reason or "" if found.refused else found.text
    return GivenAnswer(text, found.refused, str(found.question.asks), found.question.language, quoted)
