"""The file of corrections: what it may say, and how what it says wrongly is refused."""

from pathlib import Path

import pytest

from indexer.corrections import CorrectedField, Correction
from indexer.errors import CorrectionsProblem
from indexer.gathering.overrides import NO_OVERRIDES, Overrides, load

ROW = {"file": "ks.txt", "section": "§ 12", "field": "title", "value": "Taxa", "why": "Felläst", "by": "Anna Ek"}


def written(tmp_path: Path, *rows: dict[str, object]) -> Overrides:
    path = tmp_path / "corrections.toml"
    lines = [f"[[correction]]\n{''.join(f'{key} = {_toml(value)}{chr(10)}' for key, value in row.items())}" for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return load(str(path))


def _toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def test_a_correction_is_for_a_file_by_name_or_content(tmp_path: Path) -> None:
    named, hashed = ROW, {**{key: value for key, value in ROW.items() if key != "file"}, "sha256": "ab" * 32}
    overrides = written(tmp_path, named, {**hashed, "value": "Avgift"})
    assert [each.value for each in overrides.of(("ks.txt",), "0")] == ["Taxa"]
    assert [each.value for each in overrides.of(("annan.txt",), "ab" * 32)] == ["Avgift"]
    assert overrides.of(("annan.txt",), "0") == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"section": "12"}, Correction(CorrectedField.TITLE, "Taxa", "Felläst", "Anna Ek", "§ 12")),
        ({"field": "number", "value": "§14"}, Correction(CorrectedField.NUMBER, "§ 14", "Felläst", "Anna Ek", "§ 12")),
        ({"value": ""}, Correction(CorrectedField.TITLE, None, "Felläst", "Anna Ek", "§ 12")),
        ({"field": "date", "value": "2024-02-29"}, Correction(CorrectedField.DATE, "2024-02-29", "Felläst", "Anna Ek", "§ 12")),
    ],
)
def test_values_are_taken_in_their_normal_form(tmp_path: Path, change: dict[str, object], expected: Correction) -> None:
    assert written(tmp_path, ROW | change).entries[0].correction == expected


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"field": "mayor"}, "cannot be corrected"),
        ({"field": "date", "value": "2024-02-30"}, "is no day"),
        ({"field": "status", "value": "kanske"}, "is no status"),
        ({"field": "status", "value": ""}, "cannot be empty"),
        ({"field": "kind", "value": "bok"}, "is no kind"),
        ({"field": "case", "value": "inget"}, "is not one Dnr"),
        ({"field": "number", "value": "tolv"}, "no number"),
        ({"line": 3}, "not both"),
        ({"sha256": "ab"}, "either 'file' or 'sha256'"),
        ({"why": ""}, "is no text"),
        ({"section": 12}, "is no text"),
        ({"notes": "x"}, "unknown 'notes'"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_place(tmp_path: Path, change: dict[str, object], said: str) -> None:
    with pytest.raises(CorrectionsProblem, match=said) as problem:
        written(tmp_path, ROW, ROW | change)
    assert "correction 2" in str(problem.value)


@pytest.mark.parametrize("content", [b"= 1", b"\xff", b"other = 1", b"correction = 1", b"[[correction]]\nfile='a'\nline=0\n"])
def test_a_broken_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.toml"
    path.write_bytes(content)
    with pytest.raises(CorrectionsProblem):
        load(str(path))


def test_no_path_is_no_corrections_and_a_wrong_path_is_told(tmp_path: Path) -> None:
    assert load("") is NO_OVERRIDES
    with pytest.raises(CorrectionsProblem, match="PARAGRAF_CORRECTIONS"):
        load(str(tmp_path / "none.toml"))
