"""Who asks with an everyday or older word finds the § that the word of the minutes finds, in the samples."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import paragraf
from indexer.index import Access, Filters
from service.config import from_environment
from service.question import understand
from service.resources import Resources, open_resources
from service.retrieval import retrieve

SAMPLES = Path(__file__).parents[3] / "build" / "samples" / "files"
LOOKED_AT = 3
"""Hits that a reader looks at."""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Resources]:
    """The samples, indexed but for the scan, which takes seconds to read."""
    if not SAMPLES.is_dir():
        pytest.skip("the samples are not built: make samples")
    files = [str(path) for path in sorted(SAMPLES.iterdir()) if path.name != "tallmora_sn_2024-06-05.pdf" and path.suffix != ".csv"]
    place = str(tmp_path_factory.mktemp("index"))
    assert paragraf.run(["index", *files, str(SAMPLES / "manifest.csv"), "--index", place, "--quiet"]) == 0
    resources = open_resources(from_environment({"index": place}))
    with closing(resources.index):
        yield resources


@pytest.mark.parametrize(
    ("question", "official", "everyday"),
    [
        ("Vad beslutade Vitterfors om {}?", "taxa för vatten och avlopp", "vattenavgift"),
        ("Vad beslutade Vitterfors om {}?", "renhållningsordning", "sophämtning"),
        ("Vad sägs om {} i Vitterfors?", "matlådor", "hemkörd mat"),
        ("Vad beslutades om {} i Vitterfors?", "laddplatser", "laddstolpar"),
        ("Vem gjorde {} i Vitterfors i december 2024?", "avsägelse", "avgång"),
        ("Vad sägs om {} i Vitterfors?", "försäljning av fastigheten Smeden", "avyttring av huset Smeden"),
        ("Vad beslutades om {} i Vitterfors?", "borgen för folkhögskolan", "borgensåtagande för folkhögskolan"),
        ("Vad svarade Vitterfors om {} till flygplatser?", "statligt stöd", "statsbidrag"),
        ("Vad sägs om {} i Vitterfors första kvartalet 2024?", "ej verkställda beslut", "icke verkställda beslut"),
        ("Vad sägs om hund på {} i Vitterfors?", "äldreboende", "ålderdomshem"),
        ("Vad sägs om hund på {} i Vitterfors?", "äldreboende", "servicehus"),
        ("Vad beslutades om {} för Slussholmen?", "detaljplan", "stadsplan"),
        ("Vad kostar {} vid Forsparken?", "parkering", "p-plats"),
        ("Finns {} för carport på Silltruten?", "bygglov", "byggnadslov"),
        ("Vad sägs om {} i Vitterfors?", "upphandling av skolskjuts", "inköp av skolbuss"),
        ("Vad sägs om {} i Vitterfors?", "skolskjuts", "skolbussar"),
        ("Vad sägs om {} på Bruksgatan?", "hastighet", "fart"),
        ("Vad sägs om {} i Vitterfors 2024?", "enskilda avlopp", "trekammarbrunn"),
        ("Vilka regler gäller {} i Lindsjöberg?", "skolskjuts", "skoltaxi"),
        ("Vad beslutade Lindsjöberg om {}?", "mobilfri skoldag", "mobilförbud"),
        ("Vad kostar {} i Lindsjöberg?", "kulturskolan", "musikskolan"),
        ("Vad sägs om {} för Lindsjöhem?", "borgensavgift", "avgift för borgen"),
        ("Vad är {} i Lindsjöberg 2025?", "utdebitering", "kommunalskatt"),
        ("Vad beslutades om {} i Lindsjöberg?", "ekonomisk ersättning till förtroendevalda", "arvode till politiker"),
        ("Vad sägs om {} i Lindsjöberg?", "tomma butikslokaler", "tomma affärer"),
        ("Vad beslutade Lindsjöberg om {}?", "gemensam räddningsnämnd", "gemensam brandkår"),
        ("Vad sägs om {} i Lindsjöberg?", "statsbidrag för lovskola", "statsbidrag för sommarskola"),
        ("Vad sägs om {} i Lindsjöberg?", "invasiva växter", "främmande växter"),
        ("Vad hände med förslaget om {} vid Lindsjöskolan?", "cykelparkering", "cykelställ"),
        ("Vad beslutade Tallmora om {}?", "riktlinjer för färdtjänst", "regler för färdtjänst"),
        ("När börjar skolorna i Tallmora enligt {}?", "läsårstiderna", "läsårsdata"),
        ("Vad sägs om {} i Tallmora?", "ny förskola vid Kvarngärdet", "nytt dagis vid Kvarngärdet"),
        ("Vad sägs om {} i Tallmora?", "pedagogisk omsorg", "dagmamma"),
        ("Vad sägs om {} i Tallmora?", "anmälda kränkningar", "anmäld mobbning"),
        ("Vad sägs om {} av Kvarnen 3:14?", "köp", "markförvärv"),
        ("Vad sägs om {} vid Tjärnudden?", "arrende", "markarrende"),
        ("Vad svarade Tallmora på {} om inköp?", "revisionens granskning", "revisorernas kontroll"),
        ("Vad visar {} för Tallmora till augusti 2024?", "delårsrapporten", "delårsbokslutet"),
        ("Vad sägs om {} i Tallmora?", "friskvårdsbidrag", "friskvårdspeng"),
        ("Vad är {} i Tallmora?", "lokalbehovsplan", "lokalförsörjningsplan"),
        ("Vad är {} i Tallmora 2025?", "sammanträdestider", "mötestider"),
        ("Vad beslutades om {} i Åmosele?", "partistöd", "bidrag till partier"),
        ("Vad sägs om {} i Åmosele?", "vindkraft", "vindkraftverk"),
        ("Vad kostar {} i Åmosele 2025?", "miljötillsyn", "miljökontroll"),
        ("Vad fick {} i Åmosele?", "föreningar i föreningsbidrag", "klubbar i föreningsstöd"),
        ("När är {} öppen i Åmosele?", "simhallen", "badhuset"),
    ],
)
def test_the_everyday_word_finds_the_same_section(question: str, official: str, everyday: str, samples: Resources) -> None:
    same = _sections(question.format(official), samples)[0]

    assert same in _sections(question.format(everyday), samples)[:LOOKED_AT]


def _sections(text: str, resources: Resources) -> list[str]:
    known = resources.index.facets(Filters(), Access.public())
    question = understand(text, Filters(), known, date(2026, 1, 1))
    return [hit.passage.section_id for hit in retrieve(question, resources.index, resources.embedder, Access.public())]
