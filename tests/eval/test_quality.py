"""What the reader gained and lost, told unit by unit."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eval.quality import GOLDEN, moved, quality, shown
from eval.readings import Difference, FileFacts, Unit, What, as_json, differences, facts, from_json
from eval.samples.make import main as make_samples
from indexer.documents import Given, Page, Source
from indexer.gathering.manifest import load
from indexer.limits import DEFAULT
from indexer.readers.formats import SUPPORTED
from indexer.reading import of_source
from indexer.reading import read as read_file

MINUTES = """Storby kommun
Kommunstyrelsen 2024-03-12

§ 12
Taxa för båtplatser
Dnr KS 2024/00012

Kommunstyrelsens beslut
Avgiften blir 450 kr.

§ 13
Anmälan
Dnr KS 2024/00013

Kommunstyrelsens beslut
Anmälan läggs till handlingarna.

§ 14
Avslutning
"""


def read(text: str) -> FileFacts:
    return facts(of_source(Source.of("a.txt", "0" * 64, "text", [Page(1, text)]), Given("Storby")))


def unit(name: str, line: int, **fields: str | None) -> Unit:
    return Unit(name, f"line {line}", fields)


def test_facts_are_kept_and_read_again_unchanged() -> None:
    found = read(MINUTES)
    assert [each.name for each in found.units if each.name.startswith("§")] == ["§ 12", "§ 13", "§ 14"]
    assert from_json(as_json(found)) == found


def test_the_same_reading_differs_in_nothing() -> None:
    assert differences(read(MINUTES), read(MINUTES)) == ()


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ([unit("§ 1", 1)], [], [Difference(What.LOST, "§ 1 at line 1")]),
        ([], [unit("§ 1", 1)], [Difference(What.GAINED, "§ 1 at line 1")]),
        ([unit("§ 1", 1, case="a")], [unit("§ 1", 1, case="b")], [Difference(What.CHANGED, "§ 1 at line 1", "case", "a", "b")]),
        ([unit("§ 1", 1)], [unit("§ 2", 1)], [Difference(What.CHANGED, "§ 2 at line 1", "name", "§ 1", "§ 2")]),
        ([unit("§ 1", 1)], [unit("§ 1", 2)], [Difference(What.CHANGED, "§ 1 at line 2", "place", "line 1", "line 2")]),
        (
            [unit("document", 1), unit("§ 1", 1), unit("§ 2", 9)],
            [unit("document", 1), unit("§ 1", 1), unit("document", 5), unit("§ 2", 9)],
            [Difference(What.GAINED, "document at line 5")],
        ),
        (
            [unit("§ 1", 1), unit("§ 2", 5)],
            [unit("§ 2", 1)],
            [Difference(What.CHANGED, "§ 2 at line 1", "place", "line 5", "line 1"), Difference(What.LOST, "§ 1 at line 1")],
        ),
        ([unit("§ 1", 1), unit("§ 1", 7)], [unit("§ 1", 7)], [Difference(What.LOST, "§ 1 at line 1")]),
    ],
)
def test_units_are_told_apart_by_name_and_line(was: list[Unit], now: list[Unit], expected: list[Difference]) -> None:
    assert list(differences(FileFacts("a", tuple(was)), FileFacts("a", tuple(now)))) == expected


def test_a_file_that_cannot_be_read_any_more_is_told() -> None:
    found = differences(FileFacts("a", (unit("§ 1", 1),)), FileFacts("a", problem="damaged"))
    assert list(shown(found)) == ["~ file problem: None → 'damaged'", "− § 1 at line 1 lost"]


def test_figures_that_moved_are_told_with_their_direction() -> None:
    was = {"all": {"found": 0.9, "case": 0.8, "date": None}}
    now = {"all": {"found": 0.95, "case": 0.7, "date": 1.0}}
    assert list(moved(was, now)) == ["+ all, found: 0.9 → 0.95", "− all, case: 0.8 → 0.7", "~ all, date: none → 1.0"]


def run(folder: Path, *options: str) -> Result:
    places = ["--samples", str(folder / "files"), "--golden", str(folder / "golden"), "--shared", str(folder / "none")]
    return CliRunner().invoke(quality, [*places, *options])


def test_a_missing_golden_is_written_and_fails_and_a_change_fails_until_it_is_accepted(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "a.txt").write_text(MINUTES, encoding="utf-8")
    missing, same = run(tmp_path), run(tmp_path)
    assert (missing.exit_code, same.exit_code) == (1, 0)
    assert "had no committed result" in missing.output
    assert "all as committed" in same.output
    (files / "a.txt").write_text(MINUTES.replace("§ 13", "Fråga"), encoding="utf-8")
    changed, accepted = run(tmp_path), run(tmp_path, "--accept")
    assert (changed.exit_code, accepted.exit_code, run(tmp_path).exit_code) == (1, 0, 0)
    assert "− § 13 at line 11 lost" in changed.output
    (files / "a.txt").rename(files / "b.txt")
    assert "a.txt.json: no such sample any more" in run(tmp_path).output


def test_committed_results_can_be_read_and_say_something() -> None:
    committed = sorted((GOLDEN / "reading").glob("*"))
    assert committed
    for path in committed:
        found = from_json(path.read_bytes())
        assert path.name == f"{found.file}.json"
        assert found.units or found.problem


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("samples")
    assert CliRunner().invoke(make_samples, [str(out)]).exit_code == 0
    return out / "files"


def test_the_samples_are_read_as_committed(files: Path) -> None:
    """All but the scans, which take long: `make quality` has them too."""
    given, read_now = load(files), 0
    for path in sorted(files.iterdir()):
        if path.suffix.lower() not in SUPPORTED:
            continue
        found = read_file(path, path.name, given.get(path.name, Given()), replace(DEFAULT, ocr=False))
        if not all(page.text.strip() for page in found.source.pages):
            continue
        was = from_json((GOLDEN / "reading" / f"{path.name}.json").read_bytes())
        assert list(shown(differences(was, facts(found)))) == [], "judge it with `make quality`, then accept it"
        read_now += 1
    assert read_now > 20
