"""Pictures of pages are kept on disk by content, up to a bound; the disk is never what stands in the way."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from indexer.documents import Given
from indexer.index import FileRecord
from indexer.picturing.pageimages import PageImages
from indexer.workers import Failed
from service.serving.pictures import Pictures, tag

PLENTY = 10_000_000


@pytest.fixture(scope="module")
def images() -> Iterator[PageImages]:
    opened = PageImages()
    yield opened
    opened.close()


def record(path: Path, pages: int = 1) -> FileRecord:
    canvas = Canvas(str(path))
    for page in range(pages):
        canvas.drawString(60, 780, f"{path.stem} sida {page + 1}")
        canvas.showPage()
    canvas.save()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return FileRecord(path.name, str(path), digest, "1", "pdf", Given(), pages, 1, 1, 1)


def test_a_picture_that_is_kept_needs_the_file_no_more(images: PageImages, tmp_path: Path) -> None:
    pictures, one = Pictures(tmp_path / "kept", PLENTY, images), record(tmp_path / "a.pdf")
    drawn = pictures.picture(one, 1)
    Path(one.origin).unlink()

    assert isinstance(drawn, bytes)
    assert pictures.picture(one, 1) == drawn
    lost = pictures.picture(one, 2)
    assert isinstance(lost, Failed)
    assert lost.reason == "moved"


def test_a_new_version_of_a_file_is_another_picture(images: PageImages, tmp_path: Path) -> None:
    first, second = record(tmp_path / "a.pdf"), record(tmp_path / "a.pdf", pages=2)

    assert len({tag(each, page) for each in (first, second) for page in (1, 2)}) == 4


def test_beyond_the_bound_what_was_asked_for_last_stays(images: PageImages, tmp_path: Path) -> None:
    one = record(tmp_path / "a.pdf", pages=6)
    sizes = [len(content) for page in range(1, 7) if isinstance(content := Pictures(tmp_path / "no", 0, images).picture(one, page), bytes)]
    pictures = Pictures(tmp_path / "kept", sum(sizes[:4]), images)
    for page in range(1, 7):
        pictures.picture(one, page)
        for at, path in enumerate(sorted((tmp_path / "kept").iterdir(), key=lambda each: each.stat().st_mtime_ns)):
            os.utime(path, (1000 + at, 1000 + at))

    assert not (tmp_path / "no").exists()
    kept = list((tmp_path / "kept").iterdir())
    assert sum(path.stat().st_size for path in kept) <= sum(sizes[:4])
    Path(one.origin).unlink()
    assert isinstance(pictures.picture(one, 6), bytes)
    assert isinstance(pictures.picture(one, 1), Failed)


def test_of_a_file_that_is_removed_no_picture_stays(images: PageImages, tmp_path: Path) -> None:
    pictures, one, other = Pictures(tmp_path / "kept", PLENTY, images), record(tmp_path / "a.pdf", pages=2), record(tmp_path / "b.pdf")
    for of, page in ((one, 1), (one, 2), (other, 1)):
        pictures.picture(of, page)
    pictures.forget(one)

    assert len(list((tmp_path / "kept").iterdir())) == 1
    Path(other.origin).unlink()
    assert isinstance(pictures.picture(other, 1), bytes)


def test_a_folder_that_cannot_be_written_costs_no_picture(images: PageImages, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    assert isinstance(Pictures(tmp_path / "file", PLENTY, images).picture(record(tmp_path / "a.pdf"), 1), bytes)
