"""Company for the papers that speed is measured with."""

from pathlib import Path

import pytest

from eval.growth import Material, company, portions, sizes


@pytest.mark.parametrize(
    ("passages", "first", "expected"),
    [(0, 900, []), (800, 900, []), (3000, 900, [3000]), (500_000, 900, [10_000, 100_000, 500_000])],
)
def test_growth_is_measured_at_a_fiftieth_a_fifth_and_all(passages: int, first: int, expected: list[int]) -> None:
    assert sizes(passages, first) == expected


def test_portions_hold_every_file_once_and_mix_its_kinds(tmp_path: Path) -> None:
    files = []
    for folder in ("copies", "public"):
        (tmp_path / folder).mkdir()
        for number in range(10):
            path = tmp_path / folder / f"{number}.txt"
            path.write_text("x" * 100)
            files.append(path)
    parts = list(portions(files, [0.1, 0.5, 1.0]))
    assert [len(part) for part in parts] == [2, 8, 10]
    assert sorted(path for part in parts for path in part) == sorted(files)
    assert {path.parent.name for path in parts[0]} == {"copies", "public"}


def test_company_is_made_of_copies(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text("Vimmerby kommun\n§ 1 Avgifter\n", encoding="utf-8")
    found = company(Material("papers", (papers / "a.txt",), ("Vad?",)), tmp_path / "out", 4, 2)
    assert any(path.parent.name == "copies" for path in found)
    assert all(path.is_file() for path in found)
