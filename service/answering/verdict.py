""" "Ja" or "Nej" in front of a decision that says plainly what is asked: that something was adopted, approved, granted or rejected.

Never by inference: the decision must use the question's own verb of the very thing, or reject what the question calls adopted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from indexer.documents import Role, Status
from service.answering import compose
from service.extract import Excerpt
from service.material import Material
from service.sentences import units
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import met, tokens_of

_REJECTED = "rejected"

_ASKED: Mapping[str, str] = {
    "adopted": r"\bantag(?:its?|en|et|na)\b|\bantogs?\b|\b(?:att|ska|skulle) antas?\b|\badopt(?:ed)?\b",
    "approved": r"\bgodkan(?:ts?|d|da|des?|ns|na|nas)\b|\bapproved?\b",
    "granted": r"\bbif(?:oll|all)\w*\b|\bgranted\b",
    "settled": r"\bfaststall(?:ts?|d|da|des?|s|as?)\b",
    _REJECTED: r"\bavsl(?:ogs?|agits?|agen|aget|agna|as)\b|\breject(?:ed)?\b|\bturned down\b",
}
_DECIDED: Mapping[str, str] = {
    "adopted": r"\banta[rs]\b|\batt anta\b",
    "approved": r"\bgodkann?(?:s|er|a)\b|\bgodkans\b",
    "granted": r"\bbifall(?:s|er|a|es)\b",
    "settled": r"\bfaststall(?:s|er|a|es)\b",
    _REJECTED: r"\bavsla[rs]?\b",
}
"""How a question (folded) says it was decided, and how a decision does."""

_YES_OR_NO = re.compile(
    r"^(?:har|ar|blev|blir|antogs?|godkandes?|bifolls?|avslogs?|faststalldes?|beslutade|is|was|were|has|have|did)\b(?!.*\b(?:eller|inte|ej|or|not)\b)"
)
_UNPLAIN = re.compile(r"\b(?:inte|ej|delvis|ovrigt|forutsattning|foresl\w+|overlamna\w*|fullmaktige att|ater\w+)\b")
"""What makes a decision's sentence no plain one: part of it, under a condition, or of another body."""

_BEGGED = re.compile(r"\b(?:motion|medborgarforslag|medborgarinitiativ|initiativ|yrkande|ansokan|ansokning|begaran|overklagande|forslag)")
"""What was asked for by somebody: to reject it says nothing of the thing itself."""

_MET = 0.5


def verdict(material: Material, excerpts: Sequence[Excerpt]) -> str | None:
    """ "Ja" or "Nej", where the one decision quoted plainly is what is asked; else None."""
    question = material.question
    asked = _kinds(_ASKED, fold(question.text)) if _YES_OR_NO.search(fold(question.text)) else set()
    if len(asked) != 1 or not _is_one_decision(excerpts) or not _is_the_thing(material, excerpts):
        return None
    sentences = [sentence for sentence in _sentences(excerpts) if _kinds(_DECIDED, sentence)]
    decided = {kind for sentence in sentences for kind in _kinds(_DECIDED, sentence)}
    if len(decided) != 1 or not any(_is_plain(sentence, fold(question.text)) for sentence in sentences):
        return None
    if any(_UNPLAIN.search(sentence) for sentence in sentences):
        return None
    if asked == decided:
        return _word(question.language, yes=True)
    return _word(question.language, yes=False) if _REJECTED in asked | decided else None


def _kinds(patterns: Mapping[str, str], text: str) -> set[str]:
    return {kind for kind, pattern in patterns.items() if re.search(pattern, text)}


def _is_one_decision(excerpts: Sequence[Excerpt]) -> bool:
    deciding = {excerpt.passage.section_id for excerpt in excerpts if excerpt.passage.role is Role.BESLUT}
    first = excerpts[0].passage
    return len(deciding) == 1 and first.role is Role.BESLUT and first.status is Status.BESLUT


def _is_the_thing(material: Material, excerpts: Sequence[Excerpt]) -> bool:
    """Whether the decision's words and header hold every word for the matter."""
    first = excerpts[0].passage
    said = tokens_of(" ".join([first.header, *(compose.quoted(one) for one in excerpts if one.passage.section_id == first.section_id)]))
    words = [word for word in gist(material) if not _kinds(_ASKED, fold(word.word))]
    return bool(words) and all(met(word, said) >= _MET for word in words)


def _sentences(excerpts: Sequence[Excerpt]) -> Iterator[str]:
    for excerpt in excerpts:
        text = excerpt.passage.text
        if excerpt.passage.role is Role.BESLUT and excerpt.said is None:
            yield from (fold(unit.span.of(text)) for unit in units(text) if excerpt.span.holds(unit.span))


def _is_plain(sentence: str, question: str) -> bool:
    """Whether what was begged for, if anything was, is what the question names."""
    return set(_BEGGED.findall(sentence)) <= set(_BEGGED.findall(question))


def _word(language: str, *, yes: bool) -> str:
    if language == "en":
        return "Yes" if yes else "No"
    return "Ja" if yes else "Nej"
