import pytest

from service.checking.agreement import agrees
from service.checking.outcomes import unheard
from service.understanding.kinds import fold
from tests.service.made import passage


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Nämnden avslog förslaget att avskaffa avgiften.", "Nämnden beslutar att avskaffa avgiften."),
        ("Nämnden avskaffar avgiften.", "Nämnden avslår förslaget om en lägre avgift."),
        ("Avgiften höjs från 300 till 200 kronor.", "Avgiften sänks från 300 till 200 kronor."),
        ("Avgiften höjs från 300 till 200 kronor.", "Avgiften blir 200 kronor i stället för 300."),
        ("Avgiften sänks till 300 kronor.", "Avgiften ökar till 300 kronor."),
        ("Badplatsen behålls.", "Badplatsen ska stängas."),
        ("Avgiften är oförändrad.", "Avgiften höjs till 300 kronor."),
        ("Nämnden återremitterade ärendet.", "Nämnden beslutar att anta planen."),
        ("Ärendet bordlades.", "Ärendet återremitteras till förvaltningen."),
        ("Ärendet återremitterades.", "Ärendet bordläggs till nästa möte."),
        ("Nämnden tackade ja till erbjudandet.", "Nämnden beslutar att tacka nej till erbjudandet."),
        ("Nämnden tackade nej till erbjudandet.", "Nämnden beslutar att tacka ja till erbjudandet."),
        ("Motionen bifölls i sin helhet.", "Nämnden beslutar att bifalla motionen delvis."),
        ("Motionen bifölls delvis.", "Nämnden beslutar att bifalla motionen."),
        ("Motionen bifölls.", "Motionen anses besvarad."),
        ("Motionen ansågs besvarad.", "Nämnden bifaller motionen."),
        ("Ansökan beviljades.", "Ansökan avslås, då medel saknas."),
        ("Avtalet sades upp.", "Avtalet förlängs med ett år."),
        ("Fastigheten såldes.", "Nämnden förvärvar fastigheten."),
        ("The fee was abolished.", "Nämnden inför en avgift, som införs i maj."),
        ("The motion was approved in full.", "Motionen bifalls delvis."),
    ],
)
def test_an_outcome_that_the_source_has_no_word_for_fails(sentence: str, source: str) -> None:
    assert unheard(fold(sentence), fold(source))
    assert not agrees(sentence, source, [passage(source)])


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Nämnden godkände planen.", "Nämnden beslutar att anta planen."),
        ("Planen antogs.", "Planen fastställs."),
        ("Nämnden avslog ansökan.", "Nämnden beslutar att inte bevilja ansökan."),
        ("Ansökan avslogs.", "Nämnden beviljar ej ansökan."),
        ("Nämnden avskaffade avgiften.", "Avgiften upphör att gälla i maj."),
        ("Nämnden avslog förslaget att avskaffa avgiften.", "Förslaget att avskaffa avgiften avslås."),
        ("Avgiften ökade till 300 kronor.", "Avgiftshöjning: 300 kronor."),
        ("Avgiften sänktes.", "Avgiften minskas till 200 kronor."),
        ("Avgiften behölls.", "Avgiften är oförändrad."),
        ("Ärendet återremitterades.", "Ärendet visas åter till förvaltningen."),
        ("Ärendet bordlades.", "Ärendet skjuts upp till hösten."),
        ("Nämnden tackade ja.", "Nämnden beslutar att tacka ja till erbjudandet."),
        ("Motionen bifölls delvis.", "Motionen bifalls till viss del."),
        ("Avtalet sades upp.", "Nämnden säger upp avtalet."),
        ("Badplatsen stängdes.", "Badplatsen läggs ner."),
        ("Frågan togs upp inför sammanträdet.", "Frågan behandlas."),
        ("Lokalen är öppen och anläggningen tar emot besök.", "Lokalen visas."),
        ("The board rejected the motion.", "Nämnden avslår motionen."),
        ("The agreement was extended.", "Avtalet förlängs."),
        ("The fee was raised.", "Avgiften höjs."),
    ],
)
def test_an_outcome_told_in_another_word_of_its_kind_holds(sentence: str, source: str) -> None:
    assert not unheard(fold(sentence), fold(source))
    assert agrees(sentence, source, [passage(source)])


def test_an_outcome_may_stand_in_the_title_of_the_matter() -> None:
    cited = passage("Nämnden ställer sig bakom förslaget.", title="Avskaffad felparkeringsavgift")

    assert agrees("Beslutet gäller att avskaffa felparkeringsavgiften.", cited.text, [cited])
    assert not agrees("Beslutet gäller att införa felparkeringsavgiften.", cited.text, [cited])
