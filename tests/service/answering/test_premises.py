"""Premises of questions put to made-up minutes of Granby and Älvmo."""

import pytest

from indexer.index import Access, Filters
from service.answering import premises
from service.answering.drafting import draft
from service.material import Material
from service.places import files_of
from service.question import understand
from service.retrieval import retrieve
from service.understanding.wanted import wanted
from tests.service.made import PASSAGES, TODAY, NoVectors, index, passage

BOARD = passage(
    "Miljönämnden beslutar att badhusets öppettider förlängs.\n",
    section="§ 4",
    title="Öppettider i badhuset",
    body="Miljönämnden",
    day="2023-05-03",
    municipality="Älvmo",
    file="miljo.txt",
)


def material(text: str) -> Material:
    made, access = index(*PASSAGES, BOARD), Access.public()
    question = understand(text, Filters(), made.facets(Filters(), access), TODAY)
    hits = retrieve(question, made, NoVectors(), access)
    return Material(question, wanted(question.searched, made, access), hits, made, access, files_of(made, access), TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vad är dnr 2019/00444?", "Dnr 2019/00444 finns inte i de indexerade handlingarna."),
        ("What is dnr 2019/00444 about, and who decided it?", "Dnr 2019/00444 is not in the indexed documents."),
        ("Vad är friskvårdsbidraget i Norrtälje kommun?", "Inga handlingar från Norrtälje är indexerade."),
        ("Vad är friskvårdsbidraget i Påhittade kommun?", "Inga handlingar från Påhittade kommun är indexerade."),
        ("Vad beslutade byggnadsnämnden i Granby om friskvårdsbidraget?", "Inga protokoll från byggnadsnämnden i Granby är indexerade."),
        ("Vad beslutade kommunstyrelsen den 4 april 2024?", "Inget protokoll från kommunstyrelsen 2024-04-04 är indexerat."),
        ("Vad beslutades om friskvårdsbidraget den 4 april 2024?", "Inga handlingar från 2024-04-04 är indexerade."),
        ("Vad står i § 88 i kommunstyrelsens protokoll i Granby den 12 mars 2024?", "§ 88 finns inte i protokollet, som har § 31–32."),
        ("Vad står i kommunstyrelsens § 88?", "§ 88 finns inte i de indexerade protokollen därifrån."),
        ("§ 999", "§ 999 finns inte i de indexerade protokollen."),
        ("§ 999 i Granby", "§ 999 finns inte i de indexerade protokollen."),
        ("Vad beslutade kommunstyrelsen i Granby 2021?", "De indexerade handlingarna säger inget om 2021 i den här saken."),
        (
            "Vad beslutade kommunstyrelsen i Granby i juli 2024?",
            "Inga protokoll från kommunstyrelsen i Granby från 2024-07-01 – 2024-07-31 är indexerade.",
        ),
        ("Vad kostade båtplatserna 2016?", "De indexerade handlingarna säger inget om 2016 i den här saken."),
        ("Vad beslutades om friskvårdsbidraget för medarbetare i § 32?", "§ 32 handlar om något annat: Taxa för båtplatser."),
        ("Vad är friskvårdsbidraget för medarbetare, 2024/00081?", "Dnr 2024/00081 handlar om något annat: Taxa för båtplatser."),
    ],
)
def test_what_nothing_bears_out_is_named(text: str, expected: str) -> None:
    assert premises.missing(material(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vad är friskvårdsbidraget i Granby?",
        "Vilken kommun har höjt friskvårdsbidraget?",
        "dnr 2024/77",
        "Vad beslutade kommunstyrelsen den 12 mars 2024 om friskvårdsbidraget?",
        "Vad gäller om friskvårdsbidraget från den 1 januari 2025?",
        "Vad föreslås kommunfullmäktige om båtplatser?",
        "Vad står i § 31?",
        "Vilken taxa gällde 2027 för båtplatser?",
        "Jämför friskvårdsbidraget i Granby och Norrtälje.",
    ],
)
def test_what_something_bears_out_is_right(text: str) -> None:
    assert premises.missing(material(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vad beslutade miljönämnden om friskvårdsbidraget i år?", "Observera: detta är från kommunstyrelsen, inte miljönämnden."),
        (
            "What did kommunfullmäktige decide about the wellness grant, and when was it?",
            "Note: this is from kommunstyrelsen, not kommunfullmäktige.",
        ),
        ("Vad beslutade kommunstyrelsen om friskvårdsbidraget?", None),
    ],
)
def test_an_answer_from_another_body_than_the_question_names_says_so(text: str, expected: str | None) -> None:
    quoted = [passage for passage in PASSAGES if passage.title == "Friskvårdsbidrag för medarbetare"]

    assert premises.correction(material(text), quoted) == expected


def test_an_answer_from_another_day_than_the_question_names_says_so() -> None:
    asked = material("Vad beslutades den 3 maj 2023 om friskvårdsbidraget?")

    assert premises.correction(asked, [PASSAGES[0]]) == "Observera: detta är från 2024-03-12, inte 2023-05-03."
    assert premises.correction(asked, [BOARD]) is None


def test_words_of_another_year_are_no_answer_to_a_question_for_one() -> None:
    asked = material("Vad beslutades 2023 om badhuset?")

    assert premises.unmet(asked, [PASSAGES[0]]) == "De indexerade handlingarna säger inget om 2023 i den här saken."
    assert premises.unmet(asked, [BOARD]) is None
    assert premises.unmet(asked, []) is None


def test_of_several_years_one_that_is_borne_out_is_enough() -> None:
    assert premises.unmet(material("Hur ändrades öppettiderna i badhuset mellan 2022 och 2023?"), [BOARD]) is None


def test_a_correction_stands_before_the_answer() -> None:
    made = draft(material("Vad beslutade miljönämnden om friskvårdsbidraget för medarbetare?"))

    assert made.premise == "Observera: detta är från kommunstyrelsen, inte miljönämnden."
    assert made.text.startswith(made.premise)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 32 i Granby om friskvårdsbidraget", "§ 32 handlar om något annat: Taxa för båtplatser."),
        ("§ 32 friskvårdsbidrag", "§ 32 handlar om något annat: Taxa för båtplatser."),
        ("§ 32 i Granby om båtarnas platser", None),
        ("Vad säger § 32 om kronor per säsong?", None),
    ],
)
def test_one_word_for_the_matter_is_enough_where_the_whole_section_is_silent_on_it(text: str, expected: str | None) -> None:
    assert premises.missing(material(text)) == expected


def test_a_section_that_is_silent_on_the_matter_is_quoted_with_that_said_where_no_place_speaks_of_it() -> None:
    made = draft(material("§ 32 i Granby om bygglov"))

    assert made.premise == "Observera: § 32 handlar om Taxa för båtplatser; där står inget om bygglov."
    assert "1 200 kronor" in made.text


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "Hur många besökte badhuset i september 2023?",
            "September 310",
            "De indexerade handlingarna säger inget om 2023 i den här saken.",
        ),
        ("Hur många besökte badhuset i september 2023?", "Från september 2023 väntas 310 besök", None),
        ("Hur många besökte badhuset i april 2023?", "April 310", None),
    ],
)
def test_a_paper_older_than_the_time_asked_about_must_name_it(text: str, said: str, expected: str | None) -> None:
    paper = passage(said, title="Statistik för badhuset", body="Miljönämnden", day="2023-05-03")

    assert premises.unmet(material(text), [paper], said) == expected


def test_a_thing_of_one_year_may_be_settled_the_year_after() -> None:
    begins = passage(
        "Kommunfullmäktige behandlade den 18 december 2023 granskningen av bastun per 2023-07-31.", section="§ 10", day="2024-02-24"
    )
    decides = passage("Yttrandet godkänns som svar på granskningen av bastun.", section="§ 10", day="2024-02-24", start=100, ordinal=1)
    made, access = index(begins, decides), Access.public()

    def asked(year: str) -> Material:
        question = understand(
            f"Är svaret på granskningen av bastun {year} slutligt beslutat?", Filters(), made.facets(Filters(), access), TODAY
        )
        return Material(question, wanted(question.searched, made, access), (), made, access, files_of(made, access), TODAY)

    assert premises.unmet(asked("2023"), [decides]) is None
    assert premises.unmet(asked("2022"), [decides]) == "De indexerade handlingarna säger inget om 2022 i den här saken."
