"""Copies: the same papers, another municipality's."""

import csv
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.copies import disguised, disguises, main, write
from eval.marks import People, find, main_municipality
from indexer.errors import UsageProblem

PAPER = """Vimmerby kommun
§ 12 Dnr 2024/00115
Avgift för båtplats
Sven Ek (C) yrkar att Vimmerbys båtklubb får 4 500 kronor år 2025. Se Dnr 2024/115 och § 12.
Lagen (2017:900) gäller, kl. 18.30. Skriv till info@vimmerby.se eller VIMMERBY stadshus.
Karin Lind (S) och Åke Mo (V) avslår. Den drivs även i Kramfors.
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(PAPER, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_two_makings_give_the_same_bytes_and_another_seed_others(papers: Path, tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("two", 1), ("three", 2)):
        write(papers, tmp_path / name, 4, seed)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert contents(tmp_path / "one") != contents(tmp_path / "three")


def test_every_copy_is_another_municipality_and_none_the_original(papers: Path, tmp_path: Path) -> None:
    made = write(papers, tmp_path / "out", 50, 1)
    with (tmp_path / "out" / "manifest.csv").open(encoding="utf-8") as manifest:
        rows = {row["file"]: row["municipality"] for row in csv.DictReader(manifest)}
    assert (made.files, len(rows), len(set(rows.values()))) == (50, 50, 50)
    for file, municipality in rows.items():
        text = (tmp_path / "out" / file).read_text(encoding="utf-8")
        assert municipality in text
        assert not re.search("vimmerby|kramfors", text, re.IGNORECASE)


def test_what_is_swapped_is_the_same_throughout_a_copy(papers: Path, tmp_path: Path) -> None:
    write(papers, tmp_path / "out", 5, 1)
    for path in (tmp_path / "out").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        sections = set(re.findall(r"§ (\d+)", text))
        serials = {int(serial) for serial in re.findall(r"Dnr \d{4}/(\d+)", text)}
        assert len(sections) == len(serials) == 1
        assert sections != {"12"}
        assert serials != {115}


def test_laws_times_and_plain_words_stay(papers: Path, tmp_path: Path) -> None:
    write(papers, tmp_path / "out", 5, 1)
    for path in (tmp_path / "out").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "Lagen (2017:900) gäller, kl. 18.30." in text
        assert "Avgift för båtplats" in text
        assert len(text.splitlines()) == len(PAPER.splitlines())


def test_figures_and_names_become_others(papers: Path, tmp_path: Path) -> None:
    write(papers, tmp_path / "out", 3, 1)
    for path in (tmp_path / "out").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "4 500 kronor" not in text
        assert re.search(r"\d 00?\d{1,2} kronor|\d \d00 kronor", text)
        assert "Sven Ek (C)" not in text


@pytest.mark.parametrize(
    ("written", "name", "expected"),
    [
        ("Vimmerbys skolor", "Borås", "Borås skolor"),
        ("Vimmerby kommun", "Tierp", "Tierps kommun"),
        ("Vimmerby kommun", "Lysekil", "Lysekils kommun"),
        ("vimmerby.se", "Åmål", "amal.se"),
        ("VIMMERBYS SKOLOR", "Åmål", "ÅMÅLS SKOLOR"),
    ],
)
def test_a_name_takes_the_form_of_the_one_it_replaces(written: str, name: str, expected: str) -> None:
    (disguise,) = disguises(frozenset({"Vimmerby"}), People(frozenset(), frozenset()), 1, 1)
    named = type(disguise)(name, {}, {}, {}, 1, 1, 1, {})
    assert disguised(written, find(written, People(frozenset(), frozenset()), ["Vimmerby"]), "Vimmerby", named) == expected


def test_more_copies_than_municipalities_are_refused() -> None:
    with pytest.raises(UsageProblem, match="there are"):
        disguises(frozenset(), People(frozenset(), frozenset()), 291, 1)


def test_a_folder_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"no \.txt file"):
        write(tmp_path, tmp_path / "out", 1, 1)


def test_the_command_says_what_it_made(papers: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, [str(papers), str(tmp_path / "out"), "--count", "2"])
    assert result.exit_code == 0
    assert result.output.startswith("2 files")


@pytest.mark.corpus
def test_copies_of_a_real_bundle_name_no_original(corpus: Path, tmp_path: Path) -> None:
    (smallest, *_) = sorted(corpus.glob("*.txt"), key=lambda path: path.stat().st_size)
    (tmp_path / "originals").mkdir()
    (tmp_path / "originals" / smallest.name).write_bytes(smallest.read_bytes())
    write(tmp_path / "originals", tmp_path / "copies", 3, 1)
    own = main_municipality(smallest.read_text(encoding="utf-8"))
    assert own is not None
    for path in (tmp_path / "copies").glob("*-*.txt"):
        assert own.casefold() not in path.read_text(encoding="utf-8").casefold()
