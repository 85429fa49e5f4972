import pytest

from indexer.documents import Role, Span, Status
from indexer.index import Access, Filters
from service.answering.verdict import verdict
from service.extract import Excerpt
from service.material import Material
from service.places import files_of
from service.question import understand
from service.understanding.wanted import wanted
from tests.service.made import TODAY, index, passage


def told(
    question: str, decision: str, *, title: str = "Lekplatser", role: Role = Role.BESLUT, status: Status = Status.BESLUT
) -> str | None:
    made, access = index(), Access.public()
    asked = understand(question, Filters(), made.facets(Filters(), access), TODAY)
    material = Material(asked, wanted(asked.searched, made, access), (), made, access, files_of(made, access), TODAY)
    return verdict(material, [Excerpt(passage(decision, title=title, role=role, status=status), Span(0, len(decision)), None, 1.0)])


@pytest.mark.parametrize(
    ("question", "decision", "said"),
    [
        ("Har riktlinjerna för lekplatser antagits?", "Riktlinjerna för lekplatser antas och gäller från den 1 maj 2024.", "Ja"),
        ("Bifölls motionen om lekplatser?", "Motionen avslås.", "Nej"),
        ("Avslogs motionen om lekplatser?", "Kommunfullmäktige avslår motionen.", "Ja"),
        ("Avslogs motionen om lekplatser?", "att bifalla motionen", "Nej"),
        ("Har medborgarförslaget om lekplatser bifallits?", "Medborgarförslaget bifalls.", "Ja"),
        ("Was the report on lekplatser approved?", "Rapporten om lekplatser godkänns.", "Yes"),
    ],
)
def test_a_decision_of_the_very_thing_is_told_by_yes_or_no(question: str, decision: str, said: str) -> None:
    title = "Report om lekplatser" if said == "Yes" else "Motion och medborgarförslag om lekplatser"

    assert told(question, decision, title=title) == said


@pytest.mark.parametrize(
    ("question", "decision"),
    [
        ("Bifölls motionen om lekplatser?", "Motionen bifalls delvis."),
        ("Bifölls motionen om lekplatser?", "Motionen anses besvarad."),
        ("Bifölls motionen om lekplatser?", "1. Motionen bifalls i första delen.\n2. Motionen avslås i den andra."),
        ("Har riktlinjerna för lekplatser antagits?", "Motionen om riktlinjer för lekplatser avslås."),
        ("Har riktlinjerna för lekplatser antagits?", "Förslaget till riktlinjer för lekplatser godkänns och överlämnas till nämnden."),
        ("Har riktlinjerna för skridskobanor antagits?", "Riktlinjerna för lekplatser antas."),
        ("Antogs riktlinjerna för lekplatser eller avslogs de?", "Riktlinjerna för lekplatser antas."),
        ("Är det inte antaget, riktlinjerna för lekplatser?", "Riktlinjerna för lekplatser antas."),
        ("När antogs riktlinjerna för lekplatser?", "Riktlinjerna för lekplatser antas."),
        ("Är riktlinjerna för lekplatser bra?", "Riktlinjerna för lekplatser antas."),
    ],
)
def test_what_is_not_said_plainly_is_told_by_neither(question: str, decision: str) -> None:
    assert told(question, decision, title="Motion om riktlinjer för lekplatser") is None


@pytest.mark.parametrize(
    ("role", "status"), [(Role.FORSLAG, Status.FORSLAG), (Role.BESLUT, Status.FORSLAG), (Role.ATERGIVET_BESLUT, Status.BESLUT)]
)
def test_only_a_decision_is_told_by_yes_or_no(role: Role, status: Status) -> None:
    assert told("Har riktlinjerna för lekplatser antagits?", "Riktlinjerna för lekplatser antas.", role=role, status=status) is None
