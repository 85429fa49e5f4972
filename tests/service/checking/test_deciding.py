import pytest

from indexer.documents import Passage, Role, Status
from service.checking.agreement import agrees
from tests.service.made import passage


def cited(text: str, role: Role = Role.BESLUT) -> Passage:
    return passage(text, role=role, status=Status.FORSLAG if role is Role.FORSLAG else Status.BESLUT)


@pytest.mark.parametrize(
    ("sentence", "source", "role", "expected"),
    [
        ("Nämnden beslutade att höja taxan.", "Utskottet föreslår att taxan höjs.", Role.FORSLAG, False),
        ("Nämnden beslutade att höja taxan.", "Utskottet beslutade föreslå att taxan höjs.", Role.FORSLAG, False),
        ("Nämnden beslutade att höja taxan.", "Kim Ek (X) yrkar att taxan höjs.", Role.YRKANDE, False),
        ("Utskottet föreslår att taxan höjs.", "Utskottet föreslår att taxan höjs.", Role.FORSLAG, True),
        ("Fullmäktige beslutade om taxan 2019.", "Fullmäktige beslutade 2019 om taxan. Nu föreslås en ny.", Role.FORSLAG, True),
        ("Nämnden beslutade att höja taxan.", "Nämnden beslutar att höja taxan.", Role.BESLUT, True),
        ("Nämnden beslutade att höja taxan.", "Taxan höjs efter beslut i nämnden.", Role.BAKGRUND, True),
        ("Utskottet beslutade att avslå motionen.", "Utskottet föreslår att motionen avslås.", Role.FORSLAG, False),
        ("Utskottet beslutade att avslå motionen.", "Utskottet beslutar att föreslå nämnden att avslå motionen.", Role.FORSLAG, False),
        ("Utskottet avslog motionen.", "Utskottet föreslår att nämnden beslutar att avslå motionen.", Role.FORSLAG, False),
        ("Nämnden höjde taxan.", "Utskottet föreslår att taxan höjs.", Role.FORSLAG, False),
        ("Nämnden höjde taxan 2019.", "Nämnden höjde taxan 2019. Nu föreslås en ny höjning.", Role.FORSLAG, True),
        ("Nämnden avslog motionen.", "Utskottet har föreslagit att motionen avslås.", Role.BAKGRUND, False),
        ("Nämnden avslog motionen.", "Motionen avslås. Ordföranden läser upp en hälsning.", Role.BAKGRUND, True),
        ("Nämnden antog förslaget.", "Kim Ek (X) yrkar att förslaget antas.", Role.YRKANDE, False),
        ("Nämnden biföll Kim Eks yrkande.", "Kim Ek (X) yrkar bifall till motionen.", Role.YRKANDE, False),
        ("Utskottet beslutade föreslå avslag på motionen.", "Utskottet beslutar att föreslå avslag på motionen.", Role.FORSLAG, True),
        ("Förslag, Utskottet: Nämnden beslutar att avslå motionen.", "Nämnden beslutar att avslå motionen.", Role.FORSLAG, True),
        ("Nämnden avslog en motion 2019.", "Nämnden avslog 2019 en motion. Nu föreslås bifall.", Role.FORSLAG, True),
    ],
)
def test_what_nobody_decided_is_not_told_as_decided(sentence: str, source: str, role: Role, expected: bool) -> None:
    assert agrees(sentence, source, [cited(source, role)]) is expected


@pytest.mark.parametrize(
    ("sentence", "source", "expected"),
    [
        ("Kommunstyrelsen föreslog att taxan höjs.", "Kommunstyrelsen beslutar att taxan höjs.", False),
        ("Kommunstyrelsen föreslog att taxan höjs.", "Kommunstyrelsen beslutar att höja taxan enligt utskottets förslag.", False),
        ("Utskottet föreslog att taxan höjs.", "Kommunstyrelsen beslutar att höja taxan enligt utskottets förslag.", True),
        ("Kommunstyrelsen föreslår att taxan höjs.", "Kommunstyrelsen beslutar att föreslå fullmäktige att taxan höjs.", True),
        ("Kommunstyrelsen föreslog att taxan höjs.", "Kommunstyrelsen föreslår fullmäktige att taxan höjs.", True),
        ("The executive board proposed a higher fee.", "Kommunstyrelsen beslutar att taxan höjs.", False),
        ("Kommunstyrelsen beslutade att höja taxan.", "Kommunstyrelsen beslutar att taxan höjs.", True),
    ],
)
def test_what_a_body_decided_is_not_told_as_its_proposal(sentence: str, source: str, expected: bool) -> None:
    assert agrees(sentence, source, [cited(source)]) is expected
