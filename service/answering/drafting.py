"""A draft of an answer from the hits in the documents' own words, checked against what it cites."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.documents import Role
from service import extract, verify
from service.answering import compose, decisions, fronting, premises, refusal, status, wording
from service.answering.quoting import Quoting, quoting
from service.answering.verdict import verdict
from service.material import Material
from service.records import Asks, Citation, Claim
from service.understanding.wanted import overlap, tokens_of, weight

DECIDING = (Role.BESLUT, Role.ATERGIVET_BESLUT, Role.FORSLAG)

NAMED_BY_TITLE = 0.6
"""Part of the question's weight that the title of a § must hold for the question to ask for that §."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer in the making; `reason` is why there is none, `dropped` counts claims that did not hold.

    `settled`: a language model has nothing to add (a wrong premise, a list that must be complete). `premise` says that what
    answers is from another body or day than the question names. `notice` says how the answer was made, `problem` why a
    language model failed, for the operator.
    """

    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    status_note: str | None = None
    reason: str | None = None
    mode: str = "extractive"
    dropped: int = 0
    settled: bool = False
    premise: str | None = None
    notice: str | None = None
    problem: str | None = None
    standing: str | None = None

    @property
    def text(self) -> str:
        """What is wrong with the question, the answer with its markers, then the note on its status, then how it was made.

        `standing` is the part of the note that is what was asked for: it comes before the answer.
        """
        note = (self.status_note or "").removeprefix(self.standing or "").strip()
        return " ".join(filter(None, (self.premise, self.standing, compose.text_of(self.claims), note, self.notice)))


def draft(material: Material) -> Draft:
    """What the documents' own words answer, or the reason why they do not."""
    missing = premises.missing(material)
    if not material.hits:
        missing = missing or wording.not_answered(material.question.language)
    return Draft(reason=missing, settled=True) if missing else checked(_quoted(material), material)


def _quoted(material: Material) -> Draft:
    """The answer in the documents' own words, or the reason why there is none."""
    question = material.question
    chosen = _in_time(material, quoting(material))
    excerpts = chosen.excerpts
    passages = [excerpt.passage for excerpt in excerpts]
    words = " ".join(map(compose.quoted, excerpts))
    unmet = premises.unmet(material, passages, words)
    if unmet:
        return Draft(reason=unmet, settled=True)
    answers = chosen.sure or is_the_matter(material, excerpts) or status.is_found(material)
    reason = None if answers else refusal.reason(material, excerpts, by_section=True)
    if reason or not excerpts:
        return Draft(reason=reason or wording.not_answered(question.language))
    several = len({hit.passage.municipality for hit in material.hits} - {None}) > 1
    claims, citations = compose.compose(question, excerpts, material.files, several=several)
    if chosen.told:
        return Draft((Claim(chosen.told, tuple(one.key for one in citations), verified=False), *claims), citations, chosen.left_out)
    claims, correction = _fronted(claims, chosen, material)
    of_its_own = question.asks in decisions.ABOUT_DECISIONS and not chosen.retold
    note = status.note(material, passages, words) if of_its_own else status.ended(material, passages)
    if note.told and note.place:
        claims, citations = compose.also(claims, citations, note.told, decisions.heading(note.place), material.files)
    # what is counted here stands in no source, and is no claim
    left_out = chosen.left_out or (None if chosen.sure else decisions.left_out(material, excerpts))
    standing = note.text if question.asks is Asks.STATUS else None
    said = " ".join(filter(None, (standing, left_out, None if standing else note.text))) or None
    return Draft(claims, citations, said, premise=correction, standing=standing)


def _in_time(material: Material, chosen: Quoting) -> Quoting:
    """The choice without places older than the month or season asked about, where one beside them is of that: statistics of
    every year look alike."""
    excerpts, periods = chosen.excerpts, material.question.periods
    if (
        len(periods) != 1
        or periods[0].whole_years
        or not premises.unmet(material, [excerpt.passage for excerpt in excerpts], " ".join(map(compose.quoted, excerpts)))
    ):
        return chosen
    kept = tuple(one for one in excerpts if not premises.unmet(material, [one.passage], compose.quoted(one)))
    return replace(chosen, excerpts=kept) if kept else chosen


def _fronted(claims: tuple[Claim, ...], chosen: Quoting, material: Material) -> tuple[tuple[Claim, ...], str | None]:
    """The claims with the value asked for, or yes or no, before the first; and what is wrong with the question."""
    excerpts = chosen.excerpts
    value = chosen.value or fronting.value(material, excerpts)
    if value:
        claims = (replace(claims[0], text=f"{value[0].upper()}{value[1:]}. {claims[0].text}"), *claims[1:])
    correction = premises.correction(material, [excerpt.passage for excerpt in excerpts], " ".join(map(compose.quoted, excerpts)))
    plainly = None if correction else verdict(material, excerpts)
    if plainly:
        claims = (replace(claims[0], text=f"{plainly}: {claims[0].text}"), *claims[1:])
    return claims, correction


def is_the_matter(material: Material, excerpts: Sequence[extract.Excerpt]) -> bool:
    """Whether a decision is asked for by the name of its matter: it seldom repeats it ("Avtalet förlängs" under "Skolskjuts")."""
    if material.question.asks is not Asks.DECISION or not excerpts or excerpts[0].passage.role not in DECIDING:
        return False
    words = material.words
    return overlap(words, tokens_of(excerpts[0].passage.title or "")) >= NAMED_BY_TITLE * weight(words) > 0


def checked(draft: Draft, material: Material) -> Draft:
    """The draft with only what its sources bear out; a draft of which nothing is left is a refusal."""
    passages = {hit.passage.id: hit.passage for hit in material.hits}
    missing = {citation.passage_id for citation in draft.citations} - set(passages)
    passages |= {passage.id: passage for passage in material.index.passages(sorted(missing), material.access)}
    claims, citations, dropped = verify.verified(draft.claims, draft.citations, passages)
    if not claims and draft.reason is None:
        return Draft(reason=wording.not_answered(material.question.language), mode=draft.mode, dropped=dropped)
    return replace(draft, claims=claims, citations=citations, dropped=dropped)
