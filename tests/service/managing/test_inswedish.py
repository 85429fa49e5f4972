"""What the indexer says in English is Swedish behind the key; what is not known stands beside a Swedish sentence."""

import pytest

from indexer.correcting import correct
from indexer.corrections import CorrectedField, Correction
from indexer.readers.docx import _NOTES as OF_WORD
from service.managing import inswedish


@pytest.mark.parametrize(
    ("english", "swedish"),
    [
        ("3 pages read by OCR, confidence 0.94", "3 sidor lästa med teckenigenkänning, säkerhet 0,94"),
        ("1 pages read by OCR, confidence 0.41, 1 of them doubtful", "1 sida läst med teckenigenkänning, säkerhet 0,41, varav 1 tveksamma"),
        ("2 personal identity numbers masked (pages 1, 3)", "2 personnummer maskerade (sidorna 1, 3)"),
        ("1 personal identity number masked (page 3)", "1 personnummer maskerade (sida 3)"),
        ("4 personal identity numbers masked on pages read by OCR", "4 personnummer maskerade på sidor lästa med teckenigenkänning"),
        ("its name holds a personal identity number; rename the file", "filens namn innehåller ett personnummer: döp om filen"),
        ("mark of secrecy: 1 place to be judged by a person (page 2)", "1 ställe: sekretessmarkering (sida 2)"),
        ("home address: 12 places to be judged by a person (pages 1, 2 …)", "12 ställen: hemadress (sidorna 1, 2 …)"),
        (
            "page 3: page without text layer that OCR could not read; scan it again",
            "sida 3: ingen text i filen, och teckenigenkänningen kunde inte läsa: skanna om",
        ),
        (
            "pages 3–5, 9: page without text layer, beyond those that OCR reads of one file (PARAGRAF_OCR_PAGES)",
            "sidorna 3–5, 9: ingen text i filen, och fler än de som läses av en fil (PARAGRAF_OCR_PAGES)",
        ),
        (
            "2 pages hold text that another program's OCR put behind a picture",
            "2 sidor med text som ett annat program har läst ur en bild",
        ),
        ("1 comments, left out", "1 kommentar, inte med i texten"),
    ],
)
def test_a_note_of_reading_is_told_in_swedish(english: str, swedish: str) -> None:
    assert inswedish.note(english) == inswedish.Told(swedish)


def test_what_is_lacking_for_ocr_is_named_for_who_installs_it() -> None:
    english = "page 1: page without text layer; install tesseract with swe (apt install tesseract-ocr-swe), and index again"
    told = inswedish.note(english)

    assert told.text.startswith("sida 1: ingen text i filen, och teckenigenkänning saknas.")
    assert told.technical == english


@pytest.mark.parametrize(("section", "where"), [("§ 12", "§ 12"), (None, "hela filen")])
def test_a_correction_that_was_not_made_is_told(section: str | None, where: str) -> None:
    [english] = correct((), [Correction(CorrectedField.DATE, "2031-02-03", "står på sidan 1", "Anna Ek", section)])[1]
    told = inswedish.note(english)

    assert told == inswedish.Told(f"Rättelsen av datum ({where}, av Anna Ek) gick inte att göra: inget i filen stämmer med den")


def test_every_note_on_a_word_file_is_known() -> None:
    assert [inswedish.note(f"2 {said}").technical for said in OF_WORD.values()] == ["", "", ""]


def test_a_note_that_is_not_known_stands_beside_a_swedish_sentence() -> None:
    assert inswedish.note("something new") == inswedish.Told("läsningen har noterat något om filen", "something new")


def test_a_line_that_is_not_known_is_given_as_it_is() -> None:
    assert inswedish.line("paragraf: something") == inswedish.Told("", "paragraf: something")


@pytest.mark.parametrize("code", [1, 2, 3, 4, 5, -9])
def test_indexing_that_ended_badly_has_a_reason_in_swedish(code: int) -> None:
    assert inswedish.failure(code).endswith(".")
