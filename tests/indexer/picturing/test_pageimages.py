"""Pictures of pages: of the very file that was read, bounded in size and time; what cannot be shown says why."""

import hashlib
import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import landscape
from reportlab.pdfgen.canvas import Canvas

from indexer.limits import DEFAULT, Limits
from indexer.picturing.pagedrawing import MOST_POINTS, WIDTH, Picture, Places
from indexer.picturing.pageimages import PageImages
from indexer.readers import formats, ocr, pdf
from indexer.spans import Span
from indexer.workers import Failed
from tests.conftest import missing

A4 = (595, 842)


@pytest.fixture(scope="module")
def images() -> Iterator[PageImages]:
    opened = PageImages()
    yield opened
    opened.close()


def paper(path: Path, *pages: list[str], size: tuple[float, float] = A4, turned: int = 0) -> Path:
    canvas = Canvas(str(path), pagesize=size)
    for lines in pages:
        canvas.setPageRotation(turned)
        for number, line in enumerate(lines):
            canvas.drawString(60, size[1] - 62 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def scan(path: Path) -> Path:
    image = Image.effect_noise((1240, 1754), 60).convert("L").point(lambda shade: 170 + shade // 3)
    ImageDraw.Draw(image).text((120, 160), "Nämnden höjer avgiften.", fill=0, font_size=30)
    image.save(path)
    return path


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def picture(images: PageImages, path: Path, page: int = 1) -> Picture:
    given = images.picture(str(path), sha256(path), page)
    assert isinstance(given, Picture)
    return given


def test_a_born_digital_page_is_drawn_without_loss_and_weighs_little(images: PageImages, tmp_path: Path) -> None:
    given = picture(images, paper(tmp_path / "a.pdf", ["Nämnden beslutar att köpa en båt."] * 40))

    shown = Image.open(io.BytesIO(given.content))
    assert (shown.format, shown.size, given.width) == ("WEBP", (given.width, given.height), WIDTH)
    assert len(given.content) <= 120_000
    assert shown.convert("L").getpixel((5, 5)) == 255


def test_a_page_is_drawn_at_the_size_of_its_picture_so_that_nothing_is_blurred(images: PageImages, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595.28, 841.89))
    canvas.rect(100, 300, 300, 300, stroke=0, fill=1)
    canvas.save()

    shown = Image.open(io.BytesIO(picture(images, tmp_path / "a.pdf").content)).convert("L")

    down = shown.crop((500, 0, 501, shown.height)).tobytes()
    assert sum(0 < shade < 255 for shade in down) <= 2


def test_a_page_of_very_small_type_stays_sharp_and_bounded(images: PageImages, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Times-Roman", 7)
    for row in range(95):
        canvas.drawString(45, 800 - 8 * row, f"{row} Nämnden beslutar att godkänna förslaget till avgift för båtplatser vid sjön. " * 2)
    canvas.save()

    given = picture(images, tmp_path / "a.pdf")

    assert len(given.content) <= 250_000
    shades = Image.open(io.BytesIO(given.content)).convert("L").histogram()
    assert sum(count > 0 for count in shades) <= 16


def test_the_grain_of_a_scan_is_smoothed_until_it_is_light(images: PageImages, tmp_path: Path) -> None:
    given = picture(images, scan(tmp_path / "a.png"))

    assert (given.width, len(given.content) <= 250_000) == (WIDTH, True)


def test_each_frame_of_an_image_file_is_a_page(images: PageImages, tmp_path: Path) -> None:
    first, second = Image.new("L", (600, 800), 255), Image.new("L", (800, 600), 0)
    first.save(tmp_path / "a.tiff", save_all=True, append_images=[second])

    assert [picture(images, tmp_path / "a.tiff", page).height for page in (1, 2)] == [1334, 750]


def test_a_large_scan_that_lies_on_its_side_is_shown_upright(images: PageImages, tmp_path: Path) -> None:
    paper = Image.new("L", (3508, 2480), 255)
    ImageDraw.Draw(paper).rectangle((0, 0, 400, 2480), fill=0)
    turned = Image.Exif()
    turned[0x0112] = 6
    paper.save(tmp_path / "a.jpg", exif=turned)

    given = picture(images, tmp_path / "a.jpg")

    shown = Image.open(io.BytesIO(given.content)).convert("L")
    assert shown.size == (1000, 1415)
    assert [shown.getpixel((500, y)) for y in (80, 1300)] == [0, 255]


def test_a_very_long_page_is_drawn_narrower(images: PageImages, tmp_path: Path) -> None:
    given = picture(images, paper(tmp_path / "a.pdf", ["ritning"], size=(200, 14_000)))

    assert given.width * given.height <= MOST_POINTS * 1.01


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_lines_are_found_where_they_are_drawn_also_on_turned_pages(images: PageImages, tmp_path: Path, turned: int) -> None:
    path = paper(tmp_path / "a.pdf", ["Nämnden beslutar", "att köpa en båt"], size=landscape(A4), turned=turned)
    text = pdf.read(path, DEFAULT, lambda: None).pages[0].text
    at = text.index("att köpa")
    found = images.places(str(path), sha256(path), 1, text, (Span(at, at + len("att köpa en båt")),))

    assert isinstance(found, Places)
    assert found.boxes[0] is not None
    (box,) = found.boxes[0]
    shown = Image.open(io.BytesIO(picture(images, path).content)).convert("L")
    assert (found.width, found.height) == shown.size
    inside = shown.crop((round(box.left), round(box.top), round(box.right), round(box.bottom)))
    assert inside.getextrema()[0] < 128
    assert (
        sum(shade < 128 for shade in inside.tobytes())
        < sum(shade < 128 for shade in shown.tobytes())
        < 4 * sum(shade < 128 for shade in inside.tobytes())
    )


def test_words_on_a_scan_without_a_text_layer_have_no_place(images: PageImages, tmp_path: Path) -> None:
    path = scan(tmp_path / "a.png")
    found = images.places(str(path), sha256(path), 1, "Nämnden höjer avgiften.", (Span(0, 7),))

    assert isinstance(found, Places)
    assert found.boxes == (None,)


@pytest.mark.ocr
@pytest.mark.parametrize("suffix", [".png", ".pdf"])
def test_lines_of_a_scan_are_found_where_tesseract_found_them_as_long_as_that_is_kept(
    images: PageImages, tmp_path: Path, suffix: str
) -> None:
    if lack := ocr.lack("swe"):
        missing(lack)
    path, limits = page_of_text(tmp_path / f"a{suffix}"), Limits(cache=str(tmp_path / "cache"))
    text = formats.read(path, limits)[1].pages[0].text
    at = text.index("Avgiften")
    spans = (Span(at, at + len("Avgiften")),)

    found = images.places(str(path), sha256(path), 1, text, spans, limits)
    otherwise = images.places(str(path), sha256(path), 1, text.replace("450", "460"), spans, limits)
    forgotten = images.places(str(path), sha256(path), 1, text, spans, Limits(cache=str(tmp_path / "empty")))

    assert isinstance(found, Places)
    ((box,),) = found.boxes  # type: ignore[misc]  # None fails here
    assert 0.4 * found.height < box.top < box.bottom < 0.5 * found.height
    assert 0.08 * found.width < box.left < 0.12 * found.width
    for each in (otherwise, forgotten):
        assert isinstance(each, Places)
        assert each.boxes == (None,)


def page_of_text(path: Path) -> Path:
    """A page of A4 as an image, with a line in its middle."""
    image = Image.new("L", (1654, 2339), 255)
    for row, line in ((200, "Nämnden höjer taxan."), (1000, "Avgiften är 450 kronor per termin.")):
        ImageDraw.Draw(image).text((165, row), line, fill=0, font_size=40)
    image.save(path, resolution=200)
    return path


def test_a_file_in_an_archive_is_drawn_too(images: PageImages, tmp_path: Path) -> None:
    inner = paper(tmp_path / "a.pdf", ["I ett arkiv"])
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(inner, "mapp/a.pdf")

    assert isinstance(images.picture(str(tmp_path / "a.zip" / "mapp/a.pdf"), sha256(inner), 1), Picture)


def test_what_cannot_be_shown_says_why(images: PageImages, tmp_path: Path) -> None:
    good, broken = paper(tmp_path / "a.pdf", ["ett"]), tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"skrot" * 100)
    cases = [
        (tmp_path / "borta.pdf", "0" * 64, 1, "moved"),
        (good, "0" * 64, 1, "changed"),
        (good, sha256(good), 2, "damaged"),
        (broken, sha256(broken), 1, "damaged"),
    ]

    given = [images.picture(str(path), digest, page) for path, digest, page, _ in cases]

    assert [each.reason for each in given if isinstance(each, Failed)] == [reason for *_, reason in cases]


def test_a_file_that_changes_under_its_name_is_seen_to_be_another(images: PageImages, tmp_path: Path) -> None:
    path = paper(tmp_path / "a.pdf", ["ett"])
    before = sha256(path)
    assert isinstance(images.picture(str(path), before, 1), Picture)
    paper(path, ["ett"], ["och en sida till"])

    given = images.picture(str(path), before, 1)

    assert isinstance(given, Failed)
    assert given.reason == "changed"


def test_a_page_that_takes_too_long_costs_that_picture_alone_and_is_left_in_peace(tmp_path: Path) -> None:
    path = paper(tmp_path / "a.pdf", ["ett"], ["två"])
    hasty = PageImages(timeout_s=0.0)
    try:
        given = [hasty.picture(str(path), sha256(path), page) for page in (1, 2)]
        began = time.monotonic()
        again = hasty.picture(str(path), sha256(path), 1)
        spent = time.monotonic() - began
    finally:
        hasty.close()

    assert [each.reason for each in given if isinstance(each, Failed)] == ["timed out"] * 2
    assert again is given[0]
    assert spent < 0.05
