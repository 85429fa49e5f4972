from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import paragraf
from eval.cases import CASES, GoldCase, Judged, ask, judge, load, report
from eval.gold import TODAY
from indexer.errors import UsageProblem
from indexer.index import Access, Index
from service.cases import follow
from service.config import from_environment
from service.following.records import Basis, Case, Cited, Gap, Missing, Number, Step, StepKind
from service.resources import open_resources

SAMPLES = Path(__file__).parents[2] / "build" / "samples" / "files"
CORPUS = Path(__file__).parents[1] / "golden" / "cases" / "corpus.yaml"

CITED = Cited("granby.pdf", "s", 1, (1, 1), "Bron byggs.")
STEP = Step(1, StepKind.DECISION, "Granby", "Kommunstyrelsen", "2031-03-12", "§ 10", "Bro", None, "beslut", None, None, Basis.CASE, CITED)
OTHER = replace(STEP, date="2031-04-02", section="§ 20")
FOUND = Case("1", "KS 2031/40", "Granby", "Bro", (Number("KS 2031/40", "k", Basis.CASE),), False, "", (STEP, OTHER))
GOLD = GoldCase(
    "KS 2031/40", steps=(("2031-03-12", "Kommunstyrelsen", "§ 10", "beslut"), ("2031-04-02", "Kommunstyrelsen", "§ 20", "beslut"))
)
GAP = Gap(Missing.MINUTES, "Kommunstyrelsen", "2031-02-01", None, "")


@pytest.mark.parametrize(
    ("found", "steps", "ordered", "wrong", "faults"),
    [
        (FOUND, 2, True, 0, 0),
        (replace(FOUND, steps=(OTHER, STEP)), 2, False, 0, 0),
        (replace(FOUND, steps=(STEP,)), 1, True, 0, 0),
        (replace(FOUND, steps=(STEP, replace(OTHER, kind=StepKind.PROPOSAL))), 1, True, 1, 0),
        (replace(FOUND, numbers=(*FOUND.numbers, Number("SN 2031/1", "n", Basis.TITLE))), 2, True, 1, 0),
        (replace(FOUND, gaps=(GAP,)), 2, True, 0, 1),
        (replace(FOUND, collecting=True), 2, True, 0, 1),
    ],
)
def test_a_way_is_held_against_the_whole_way(found: Case, steps: int, ordered: bool, wrong: int, faults: int) -> None:
    judged = judge(GOLD, found)

    assert (judged.found, judged.in_order, len(judged.wrong_links), len(judged.faults)) == (steps, ordered, wrong, faults)
    assert judged.is_right is (found is FOUND)


def test_a_gap_that_is_not_told_is_a_fault() -> None:
    gold = GoldCase("KS 2031/40", steps=GOLD.steps, lacking=(("protokoll", "2031-02-01", "Kommunstyrelsen"),))

    assert judge(gold, FOUND).faults == ("no gap ('protokoll', '2031-02-01', 'Kommunstyrelsen')",)
    assert judge(gold, replace(FOUND, gaps=(GAP,))).is_right


def test_the_report_names_what_is_not_right_and_gives_the_shares() -> None:
    assert report({"a": judge(GOLD, FOUND), "b": Judged(2, 1, True, ("step x",), ())}) == [
        "b: 1 of 2 steps; ['step x']",
        "3 of 4 steps found (0.750), 2 of 2 in order, 1 wrong links",
        "1 of 2 ways right in all",
    ]


@pytest.mark.parametrize("text", ["a: 1", "a: {dnr: 1, steps: [[x]]}", "a: {dnr: x, stegs: []}", "{"])
def test_a_file_of_another_form_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageProblem, match="holds no matters"):
        load(path)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index of the samples, but for the scan: no way leads through it, and reading it takes seconds."""
    if not SAMPLES.is_dir():
        pytest.skip("the samples are not built: make samples")
    files = [str(path) for path in sorted(SAMPLES.iterdir()) if path.name != "tallmora_sn_2024-06-05.pdf" and path.suffix != ".csv"]
    yield from _indexed([*files, str(SAMPLES / "manifest.csv")], tmp_path_factory)


@pytest.mark.parametrize("name", load())
def test_the_ways_of_the_samples_are_right(name: str, samples: Index) -> None:
    assert ask(load()[name], samples).is_right


def test_at_least_twenty_ways_are_kept() -> None:
    assert len(load(CASES)) >= 20


@pytest.fixture(scope="module")
def bundles(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """An index of the real bundles."""
    yield from _indexed(sorted(map(str, corpus.glob("*.txt"))), tmp_path_factory)


def _indexed(files: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    place = str(tmp_path_factory.mktemp("index"))
    assert paragraf.run(["index", *files, "--index", place, "--quiet"]) == 0
    with closing(open_resources(from_environment({"index": place})).index) as index:
        yield index


@pytest.mark.corpus
@pytest.mark.parametrize("name", load(CORPUS))
def test_the_ways_of_real_matters_are_those_that_a_reader_found(name: str, bundles: Index) -> None:
    judged = ask(load(CORPUS)[name], bundles)

    assert judged.is_right, judged


@pytest.mark.corpus
@pytest.mark.parametrize("name", load(CORPUS))
def test_every_quote_of_a_real_way_stands_in_its_lines(name: str, bundles: Index) -> None:
    gold = load(CORPUS)[name]
    found = follow(gold.dnr, gold.municipality, bundles, Access.public(), TODAY)

    assert isinstance(found, Case)
    for cited in [step.citation for step in found.steps] + [point.citation for step in found.steps for point in step.points]:
        stored = bundles.file(cited.file, Access.public())
        assert stored
        source = stored.source
        first, last = cited.lines
        lines = source.text[source.line_starts[first - 1] : (*source.line_starts, len(source.text))[last]]
        assert cited.quote in " ".join(lines.split())
