"""The words around a list, in Swedish and English: what it counts, what it lacks, why there is none.

The lines themselves are the documents' own words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.documents import Outcome
from service.registers.forms import Subject
from service.registers.inquiries import Inquiry
from service.registers.listlines import Drawn, Line

NAMED_BODIES = 6
"""Bodies named where a word may mean several; more are counted."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Nouns and `lacking` are pairs for one and for several; sentences are formats."""

    nouns: Mapping[Subject, tuple[str, str]]
    ended: Mapping[Outcome, tuple[str, str]]
    moved: Mapping[Outcome, tuple[str, str]]
    lacking: Mapping[str, tuple[str, str]]
    sections: tuple[str, str]
    shown: str
    until: str
    long: str
    general: str
    more: str
    no_minutes: str
    no_answer: str
    none: str
    none_of_case: str

    def heading(self, asked: Inquiry, lines: Sequence[Line], count: int) -> str:
        """How many there are, and in how many § where that is another number."""
        sections = len({line.entry.section_id for line in lines})
        where = "" if sections in (0, count) else f" {self.sections[sections != 1].format(sections)}"
        return f"{count} {self._nouns(asked)[count != 1]}{where}"

    def notes(self, asked: Inquiry, found: Drawn, most_lines: int) -> Iterator[str]:
        """What the list lacks, how far the minutes reach, and which bodies a word was taken for."""
        yield from self._lacking(found)
        if found.until:
            yield self.until.format(found.until)
        if len(found.lines) > most_lines:
            yield self.long.format(most_lines, len(found.lines))
        if asked.general:
            bodies = asked.filters.bodies
            beyond = self.more.format(len(bodies) - NAMED_BODIES) if len(bodies) > NAMED_BODIES else ""
            yield self.general.format(len(bodies), ", ".join(bodies[:NAMED_BODIES]) + beyond)

    def nothing(self, asked: Inquiry, found: Drawn) -> str:
        """Why there is no list: no minutes, a field that the records lack, or nothing of the kind in them."""
        if not found.searched:
            return self.no_minutes
        if found.lacking:
            return " ".join([self.no_answer, *self._lacking(found)])
        several = self._nouns(asked)[1]
        return self.none_of_case.format(several, asked.case.as_written) if asked.case else self.none.format(several)

    def _nouns(self, asked: Inquiry) -> tuple[str, str]:
        if asked.subject is Subject.MOVED and len(asked.outcomes) == 1:
            return self.moved[asked.outcomes[0]]
        return self.ended[asked.outcomes[0]] if asked.subject is Subject.OUTCOMES else self.nouns[asked.subject]

    def _lacking(self, found: Drawn) -> Iterator[str]:
        for name, count in found.lacking.items():
            yield self.lacking[name][count != 1].format(count)


_SWEDISH = Words(
    nouns={
        Subject.JAV: ("jävsanmälan", "jävsanmälningar"),
        Subject.RESERVATIONS: ("reservation", "reservationer"),
        Subject.STAYED_OUT: ("ledamot som inte deltog i beslutet", "ledamöter som inte deltog i beslutet"),
        Subject.ABSTAINED: ("ledamot som avstod", "ledamöter som avstod"),
        Subject.VOTES: ("votering", "voteringar"),
        Subject.DECISIONS: ("paragraf med beslut", "paragrafer med beslut"),
        Subject.DELEGATED: ("delegationsbeslut", "delegationsbeslut"),
        Subject.OPEN_MOTIONS: ("obesvarad motion", "obesvarade motioner"),
        Subject.AT_ONCE: ("omedelbart justerad paragraf", "omedelbart justerade paragrafer"),
        Subject.REPLACED: ("beslut som ersätter ett tidigare", "beslut som ersätter tidigare"),
        Subject.MOVED: ("yrkande", "yrkanden"),
    },
    ended={
        Outcome.ATERREMISS: ("återremiss", "återremisser"),
        Outcome.BORDLAGT: ("bordläggning", "bordläggningar"),
        Outcome.BIFALL: ("bifall", "bifall"),
        Outcome.AVSLAG: ("avslag", "avslag"),
        Outcome.BESVARAD: ("svar", "svar"),
        Outcome.UTGAR: ("ärende som utgick", "ärenden som utgick"),
    },
    moved={
        Outcome.ATERREMISS: ("yrkande om återremiss", "yrkanden om återremiss"),
        Outcome.BORDLAGT: ("yrkande om bordläggning", "yrkanden om bordläggning"),
        Outcome.BIFALL: ("yrkande om bifall", "yrkanden om bifall"),
        Outcome.AVSLAG: ("yrkande om avslag", "yrkanden om avslag"),
    },
    lacking={
        "delegat": (
            "För {} redovisat delegationsbeslut anges ingen delegat.",
            "För {} redovisade delegationsbeslut anges ingen delegat.",
        ),
        "dag": ("För {} redovisat delegationsbeslut anges ingen dag.", "För {} redovisade delegationsbeslut anges ingen dag."),
        "namn": ("För {} nedlagd röst anges inget namn.", "För {} nedlagda röster anges inget namn."),
        "beslut": (
            "För {} paragraf är beslutet ett förslag till ett annat organ.",
            "För {} paragrafer är beslutet ett förslag till ett annat organ.",
        ),
        "senare protokoll": (
            "För {} motion når fullmäktiges indexerade protokoll inte så långt fram.",
            "För {} motioner når fullmäktiges indexerade protokoll inte så långt fram.",
        ),
        "diarienummer": ("För {} motion anges inget diarienummer att följa.", "För {} motioner anges inget diarienummer att följa."),
    },
    sections=("i {} paragraf", "i {} paragrafer"),
    shown="{} av {} visas",
    until="Fullmäktiges protokoll når åtminstone till {}: senare svar syns inte.",
    long="Listan är lång: {} av {} rader ges. Begränsa frågan till ett organ eller en tid.",
    general="Frågan kan gälla {} organ: {}.",
    more=" och {} till",
    no_minutes="Inga protokoll som frågan gäller är indexerade.",
    no_answer="De indexerade handlingarna svarar inte på frågan.",
    none="Inga {} som frågan gäller finns i de genomsökta protokollen.",
    none_of_case="Inga {} är antecknade i de indexerade protokollens paragrafer om ärende {}.",
)
_ENGLISH = Words(
    nouns={
        Subject.JAV: ("declared conflict of interest (jäv)", "declared conflicts of interest (jäv)"),
        Subject.RESERVATIONS: ("reservation", "reservations"),
        Subject.STAYED_OUT: ("member who did not take part in the decision", "members who did not take part in the decision"),
        Subject.ABSTAINED: ("member who abstained", "members who abstained"),
        Subject.VOTES: ("vote", "votes"),
        Subject.DECISIONS: ("section with a decision", "sections with a decision"),
        Subject.DELEGATED: ("decision on delegation", "decisions on delegation"),
        Subject.OPEN_MOTIONS: ("unanswered motion", "unanswered motions"),
        Subject.AT_ONCE: ("section approved immediately", "sections approved immediately"),
        Subject.REPLACED: ("decision that replaces an earlier one", "decisions that replace earlier ones"),
        Subject.MOVED: ("proposal (yrkande)", "proposals (yrkanden)"),
    },
    ended={
        Outcome.ATERREMISS: ("referral back (återremiss)", "referrals back (återremiss)"),
        Outcome.BORDLAGT: ("postponement (bordläggning)", "postponements (bordläggning)"),
        Outcome.BIFALL: ("approval (bifall)", "approvals (bifall)"),
        Outcome.AVSLAG: ("rejection (avslag)", "rejections (avslag)"),
        Outcome.BESVARAD: ("answer", "answers"),
        Outcome.UTGAR: ("matter withdrawn", "matters withdrawn"),
    },
    moved={
        Outcome.ATERREMISS: ("proposal to refer back", "proposals to refer back"),
        Outcome.BORDLAGT: ("proposal to postpone", "proposals to postpone"),
        Outcome.BIFALL: ("proposal to approve", "proposals to approve"),
        Outcome.AVSLAG: ("proposal to reject", "proposals to reject"),
    },
    lacking={
        "delegat": (
            "For {} reported decision on delegation no delegate is named.",
            "For {} reported decisions on delegation no delegate is named.",
        ),
        "dag": ("For {} reported decision on delegation no day is given.", "For {} reported decisions on delegation no day is given."),
        "namn": ("For {} abstention no name is given.", "For {} abstentions no name is given."),
        "beslut": (
            "In {} section the decision is a proposal to another body.",
            "In {} sections the decision is a proposal to another body.",
        ),
        "senare protokoll": (
            "For {} motion the indexed minutes of the council do not reach far enough.",
            "For {} motions the indexed minutes of the council do not reach far enough.",
        ),
        "diarienummer": ("For {} motion no case number is given to follow.", "For {} motions no case number is given to follow."),
    },
    sections=("in {} section", "in {} sections"),
    shown="{} of {} shown",
    until="The minutes of the council reach at least to {}: later answers are not seen.",
    long="The list is long: {} of {} lines are given. Narrow the question to a body or a time.",
    general="The question may mean {} bodies: {}.",
    more=" and {} more",
    no_minutes="No minutes that the question is about are indexed.",
    no_answer="The indexed documents do not answer the question.",
    none="The minutes searched hold no {} that the question is about.",
    none_of_case="The indexed minutes' sections on case {1} record no {0}.",
)


def of_language(language: str) -> Words:
    """The words for a question in Swedish or English."""
    return _ENGLISH if language == "en" else _SWEDISH
