import pytest

from service.following import words
from service.following.markdown import markdown
from service.following.records import Basis, Cited, Step, StepKind
from tests.service.following.town import BOARD, COUNCIL, matter, minutes, section

CITED = Cited("granby.pdf", "s", 3, (4, 9), "Bron byggs.")
STEP = Step(1, StepKind.DECISION, "Granby", COUNCIL, "2031-04-02", "§ 20", "Bro", None, "beslut", None, None, Basis.CASE, CITED)


@pytest.mark.parametrize(
    ("kind", "outcome", "recipient", "said"),
    [
        (StepKind.DECISION, "avslag", None, "Beslut (avslag)"),
        (StepKind.DECISION, None, None, "Beslut"),
        (StepKind.PROPOSAL, "bifall", COUNCIL, "Förslag till kommunfullmäktige (bifall)"),
        (StepKind.COMMITTEE_PROPOSAL, "bifall", BOARD, "Utskottets förslag till kommunstyrelsen"),
        (StepKind.POSTPONED, "bordlagt", None, "Bordläggning"),
        (StepKind.DRAFT, None, COUNCIL, "Förslag inför sammanträdet"),
    ],
)
def test_a_kind_is_told_with_its_outcome_or_whom_it_goes_to(kind: StepKind, outcome: str | None, recipient: str | None, said: str) -> None:
    step = Step(1, kind, None, None, None, None, None, None, "", outcome, None, Basis.CASE, CITED, recipient=recipient)
    assert words.kind(step) == said


@pytest.mark.parametrize(
    ("basis", "held", "said"),
    [
        (Basis.CASE, True, None),
        (Basis.REFERENCE, True, "knutet genom hänvisning: KF § 2"),
        (Basis.TITLE, True, "slutsats av rubriken, inget nummer knyter samman: KF § 2"),
        (Basis.MENTION, False, "känt genom omnämnande, handlingen finns inte här"),
    ],
)
def test_what_ties_a_step_is_said_where_its_dnr_does_not(basis: Basis, held: bool, said: str | None) -> None:
    step = Step(1, StepKind.DECISION, None, None, None, None, None, None, "", None, None, basis, CITED, by="KF § 2", held=held)
    assert words.basis(step) == said


@pytest.mark.parametrize(("file", "said"), [("granby.pdf", "granby.pdf s. 3"), ("granby.txt", "granby.txt s. 3, rad 4–9")])
def test_lines_are_told_of_files_that_have_them(file: str, said: str) -> None:
    assert words.source(Cited(file, "s", 3, (4, 9), "")) == said


def test_markdown_holds_steps_quotes_and_sources_and_obeys_no_sign_of_a_document() -> None:
    decided = section(10, "KS 2031/40", "Bro *och* [väg](x)", "Kommunstyrelsen beslutar att bron byggs.")
    text = markdown(matter("KS 2031/40", minutes(BOARD, "2031-03-12", decided)))

    assert "## 1. 2031-03-12 Kommunstyrelsen § 10: Beslut" in text
    assert "> Kommunstyrelsen beslutar att bron byggs." in text
    assert "Bro \\*och\\* \\[väg\\](x)" in text
    assert "s. 2, rad" in text


def test_a_terminal_gets_every_step_with_its_quote_and_what_is_lacking() -> None:
    case = matter(
        "KS 2031/40",
        minutes(COUNCIL, "2031-04-02", section(20, "KS 2031/40", "Bro", "Bron byggs.", papers=["Kommunstyrelsen 2031-03-12 § 10"])),
    )
    lines = list(words.lines(case))

    assert lines[:2] == ["Granby · Dnr KS 2031/40: Bro", "Beslutat: Kommunfullmäktige 2031-04-02 § 20."]
    assert "   ”Bron byggs.”" in lines
    assert any(line.startswith("- kommunstyrelsens protokoll 2031-03-12 finns inte här") for line in lines)
