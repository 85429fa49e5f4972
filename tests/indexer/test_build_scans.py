"""Page images that nothing could read are read as soon as something can."""

from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from indexer import embeddings
from indexer.build import build
from indexer.engines.location import open_index
from indexer.index import Access
from indexer.limits import Limits
from indexer.opening import version_of
from indexer.readers import ocr
from tests.conftest import missing


def page(path: Path) -> Path:
    """A page of A4 with a sentence on it."""
    image = Image.new("L", (1654, 2339), 255)
    for row in range(8):
        ImageDraw.Draw(image).text((150, 200 + 60 * row), "Nämnden höjer avgiften för bygdegården.", fill=0, font_size=32)
    image.save(path)
    return path


@pytest.mark.ocr
def test_a_scan_that_was_skipped_for_lack_of_ocr_is_read_once_that_is_there(tmp_path: Path) -> None:
    if lack := ocr.lack("swe"):
        missing(lack)
    path, embedder, cache = page(tmp_path / "skannad.png"), embeddings.load(), str(tmp_path / "cache")
    lacking, there = Limits(ocr_language="xyz", cache=cache), Limits(cache=cache)
    with closing(open_index(str(tmp_path / "index"), version_of(embedder), create=True)) as index:
        runs = [build([path], index, embedder, limits=limits) for limits in (lacking, lacking, there, there, lacking)]
        (record,) = index.files(Access.public())
    assert [(run.read, run.unchanged) for run in runs] == [(1, 0), (0, 1), (1, 0), (0, 1), (0, 1)]
    assert "index again" in runs[0].notes[0].note
    assert record.passages == 1
