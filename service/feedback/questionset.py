"""What readers said of answers, as a question set: the format of docs/evaluation.md, one JSON object a line.

An answer that helped is a gold answer with its evidence, a refusal that did an unanswerable question. Where the answer
did not help nobody knows the right one yet: such questions are written apart, for a person to complete.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.feedback.said import About, GivenAnswer, Said

KINDS = frozenset({"fact", "decision", "who", "when", "amount", "list", "status", "timeline", "reference", "comparison"})
"""Kinds of question sets that are kinds of questions here too."""


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Lines that `paragraf eval` reads, and those that lack their gold answer."""

    complete: tuple[str, ...]
    to_complete: tuple[str, ...]


def questions(said: Iterable[Said]) -> QuestionSet:
    """The questions that were judged; the latest judgement of a question counts."""
    complete: dict[tuple[str, tuple[str, ...]], str] = {}
    lacking: dict[tuple[str, tuple[str, ...]], str] = {}
    for each in sorted(said, key=lambda one: one.at):
        if each.about is not About.ANSWER or each.given is None or not each.question:
            continue
        asked = (each.question, each.municipalities)
        complete.pop(asked, None)
        lacking.pop(asked, None)
        if each.helped and (each.given.quoted or each.given.refused):
            complete[asked] = _line(_question(each, each.given))
        else:
            lacking[asked] = _line({**_question(each, each.given), "answer": "", "evidence": [], "said": _said(each, each.given)})
    return QuestionSet(tuple(complete.values()), tuple(lacking.values()))


def _question(each: Said, given: GivenAnswer) -> dict[str, object]:
    return {
        "id": f"said-{each.id}",
        "question": each.question,
        "kind": _kind(given),
        "municipality": each.municipalities[0] if len(each.municipalities) == 1 else None,
        "answer": given.text,
        "must_include": [],
        "evidence": [
            {"file": one.file, "section": one.section, "dnr": one.case, "quote": " ".join(one.quote.split()), "lines": one.lines}
            for one in given.quoted
            if not given.refused
        ],
    }


def _kind(given: GivenAnswer) -> str:
    if given.refused:
        return "unanswerable"
    if given.language == "en":
        return "english"
    return given.asks if given.asks in KINDS else "fact"


def _said(each: Said, given: GivenAnswer) -> dict[str, object]:
    return {"reason": each.reason, "words": each.words, "answered": given.text}


def _line(question: Mapping[str, object]) -> str:
    return json.dumps(question, ensure_ascii=False)
