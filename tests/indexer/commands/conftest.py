"""Every command gets an index of its own, set as a user sets it."""

from pathlib import Path

import pytest

from tests.indexer.commands.typed import MINUTES


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command's index, set as a user sets it."""
    monkeypatch.setenv("PARAGRAF_INDEX", str(tmp_path / "index"))
    return tmp_path / "index"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "protokoll"
    folder.mkdir()
    (folder / "mars.txt").write_text(MINUTES, encoding="utf-8")
    return folder
