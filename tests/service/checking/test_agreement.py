import pytest

from indexer.documents import Passage, Role, Status
from service.checking.agreement import agrees
from tests.service.made import passage


def cited(text: str, role: Role = Role.BESLUT) -> Passage:
    return passage(text, role=role, status=Status.FORSLAG if role is Role.FORSLAG else Status.BESLUT)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Nämnden avslår motionen.", "Nämnden bifaller motionen."),
        ("Nämnden biföll motionen.", "Nämnden avslår motionen."),
        ("Avgiften sänks.", "Avgiften höjs till 300 kronor."),
        ("Anslaget minskar.", "Anslaget ökar med 2 mkr."),
        ("Policyn antas.", "Policyn upphävs."),
        ("Motionen antogs.", "Ärendet återremitteras."),
        ("The motion was rejected.", "The motion was approved."),
    ],
)
def test_the_contrary_of_what_the_source_says_fails(sentence: str, source: str) -> None:
    assert not agrees(sentence, source, [cited(source)])


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Bidraget betalas inte ut.", "Bidraget betalas ut i maj."),
        ("Nämnden godtar förslaget.", "Nämnden godtar inte förslaget."),
        ("Skolan ska byggas.", "Skolan ska inte byggas."),
        ("Skolan byggs aldrig.", "Skolan byggs under 2026."),
    ],
)
def test_a_denial_more_or_less_fails(sentence: str, source: str) -> None:
    assert not agrees(sentence, source, [cited(source)])


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Nämnden avslog motionen.", "Nämnden avslår motionen, då medel inte finns."),
        ("Motionen avslogs, och yrkandet om bifall föll.", "Kim Ek yrkade bifall. Nämnden avslår motionen."),
        ("Bidraget höjs inte.", "Någon höjning av bidraget sker inte."),
        ("Skolan ska inte byggas.", "Nämnden beslutar att skolan inte ska byggas."),
        ("Avgiften är 300 kronor.", "Avgiften höjs till 300 kronor. Avgiften är inte lägre för barn."),
        ("The fee is not raised.", "Avgiften höjs inte."),
    ],
)
def test_what_the_source_says_agrees(sentence: str, source: str) -> None:
    assert agrees(sentence, source, [cited(source)])
