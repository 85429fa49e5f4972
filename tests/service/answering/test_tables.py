import pytest

from service.answering.tables import asks_figure, of_the_matter, rows
from tests.service.fake_index import FakeIndex
from tests.service.readings import answered, indexed, material

MINUTES = """GRANBY KOMMUN
SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2024-10-08

§ 61 Dnr 2024/00150
Uppföljning till och med september

Kommunstyrelsens beslut
Uppföljningen godkänns.

Ärendebeskrivning
Uppföljning av driften
Tkr\tjanuari-september 2024\t\tHelår 2024\t
\tBudget\tUtfall\tBudget\tPrognos
Parkenheten\t4 120\t3 980\t5 500\t5 450
Fiskhamnen\t2 310\t2 745\t3 080\t3 600
Museet\t1 205\t1 198\t1 610\t1 610

§ 62 Dnr 2024/00151
Besök i hamnen

Kommunstyrelsens beslut
Redovisningen godkänns.

Ärendebeskrivning
Båtar i gästhamnen
Månad\tSegelbåtar\tMotorbåtar
Juni\t41\t63
Juli\t118\t154
Augusti\t77\t109

Cyklar i gästhamnen
Månad\tHyrda\tTrasiga
Juni\t12\t3
Juli\t31\t5

Sålda biljetter i gästhamnen
Bastu 1 250 kr
Tvätt 2 400 kr
"""


@pytest.fixture(scope="module")
def filled() -> FakeIndex:
    return indexed(("Granby", MINUTES))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Vilket utfall hade Fiskhamnen januari-september 2024?",
            ["Uppföljning av driften – Fiskhamnen, januari-september 2024 Utfall: 2 745 (Tkr)"],
        ),
        (
            "Hur stor är prognosen helår 2024 för museet respektive parkenheten?",
            ["Uppföljning av driften – Parkenheten, Helår 2024 Prognos: 5 450 (Tkr);", "Museet, Helår 2024 Prognos: 1 610 (Tkr)"],
        ),
        ("Hur många motorbåtar låg i gästhamnen i augusti?", ["Båtar i gästhamnen – Augusti, Motorbåtar: 109"]),
    ],
)
def test_the_row_that_is_named_is_said_with_title_heads_and_unit(filled: FakeIndex, question: str, said: list[str]) -> None:
    assert [excerpt.said for excerpt in rows(material(question, filled))] == said


def test_columns_that_differ_in_what_the_question_leaves_open_are_all_shown(filled: FakeIndex) -> None:
    said = rows(material("Vad kostade Fiskhamnen helår 2024?", filled))[0].said

    assert said == "Uppföljning av driften – Fiskhamnen, Helår 2024 Budget: 3 080; Helår 2024 Prognos: 3 600 (Tkr)"


def test_where_rows_of_two_tables_fit_alike_none_is_chosen(filled: FakeIndex) -> None:
    assert rows(material("Hur mycket var det i gästhamnen i juli?", filled)) == ()


def test_a_row_of_another_name_does_not_answer(filled: FakeIndex) -> None:
    assert rows(material("Hur mycket kostade brandstationen januari-september 2024?", filled)) == ()


def test_the_answer_cites_the_row_itself(filled: FakeIndex) -> None:
    made = answered("Vilket utfall hade Fiskhamnen januari-september 2024?", filled)

    assert [citation.quote for citation in made.citations] == ["Fiskhamnen 2 310 2 745 3 080 3 600"]
    assert made.claims[0].verified


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Hur många båtar kom i juli?", True),
        ("Vilket utfall hade hamnen?", True),
        ("Hur länge håller en brygga?", True),
        ("When was the pier built?", False),
        ("Vilka föreningar fick bidrag?", False),
        ("Vad beslutades om hamnens budget?", False),
    ],
)
def test_only_questions_for_a_figure_look_in_tables(filled: FakeIndex, question: str, figure: bool) -> None:
    assert asks_figure(material(question, filled).question) is figure


def _minutes(text: str) -> FakeIndex:
    head = "§ 63 Dnr 2024/00153\nTillbud\n\nKommunstyrelsens beslut\nRedovisningen godkänns.\n\nÄrendebeskrivning\n"
    return indexed(("Granby", MINUTES + head + text))


BESIDE = "Tillbud 2024\nFallolyckor 41,2% 26 Sjöboden 30,1% 19\nStöld 28,5% 18 Badhuset 22,2% 14\nSkadegörelse 30,3% 19 Museet 47,7% 30\n"


@pytest.mark.parametrize(("asked", "said"), [("stöld", "Stöld 28,5% 18"), ("på badhuset", "Badhuset 22,2% 14")])
def test_of_two_tables_side_by_side_each_name_has_the_values_after_it(asked: str, said: str) -> None:
    (found,) = rows(material(f"Hur stor andel av tillbuden 2024 var {asked}?", _minutes(BESIDE)))

    assert found.said == f"Tillbud 2024: {said}"
    assert found.span.of(found.passage.text) == "Stöld 28,5% 18 Badhuset 22,2% 14"


def test_a_row_that_gives_its_names_uneven_values_does_not_answer() -> None:
    uneven = "Tillbud 2024\nFallolyckor 41,2% 26 Sjöboden 30,1%\nStöld 28,5% 18 Badhuset 22,2%\nSkadegörelse 30,3% 19 Museet 47,7%\n"

    assert rows(material("Hur stor andel av tillbuden 2024 var stöld?", _minutes(uneven))) == ()


SCANNED = "Andelen tillbud 2024 vid anläggningarna.\n| Anläggning [ % |\n[Sjöboden 30,1 |\n‘Badhuset {} ‘\n\\Museet 47,7 |\n"


def test_lines_with_the_marks_of_a_scan_are_rows() -> None:
    (found,) = rows(material("Hur stor andel av tillbuden 2024 stod badhuset för?", _minutes(SCANNED.format("22,2"))))

    assert found.said == "Badhuset: 22,2"


def test_a_share_of_more_than_a_hundred_is_misread_and_does_not_answer() -> None:
    assert rows(material("Hur stor andel av tillbuden 2024 stod badhuset för?", _minutes(SCANNED.format("122,2")))) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Varför fick museet ett sådant utfall januari-september 2024?",
        "Vilken enhet hade högst utfall, museet eller parkenheten?",
        "När antogs museets budget januari-september 2024?",
    ],
)
def test_a_reason_a_day_and_the_highest_of_several_are_no_row(filled: FakeIndex, question: str) -> None:
    assert rows(material(question, filled)) == ()


def test_what_is_asked_of_a_thing_without_a_word_for_figures_is_told_where_the_row_fits_well() -> None:
    rates = "Förutsättningar 2025\nPåslag arvoden (%)\t31,7\nPåslag arvoden politiker (%)\t37,2\nPåslag löner (%)\t42,1\n"

    (found,) = rows(material("Vad är påslaget för politikerarvoden 2025?", _minutes(rates)))

    assert found.said is not None and found.said.endswith("Påslag arvoden politiker (%): 37,2")


def test_a_month_after_the_day_of_a_paper_is_not_told_by_it() -> None:
    older = MINUTES.replace("2024-10-08", "2024-06-11")

    assert rows(material("Hur många motorbåtar låg i gästhamnen i augusti 2024?", indexed(("Granby", older)))) == ()


def test_rows_that_are_named_side_by_side_are_all_told() -> None:
    counted = "Badgäster i simhallen\nMånad\tVuxna\tBarn\nMaj\t310\t420\nJuni\t290\t515\n"

    said = rows(material("Hur många barn badade i simhallen i maj respektive juni?", _minutes(counted)))

    assert [excerpt.said for excerpt in said] == ["Badgäster i simhallen – Maj, Barn: 420;", "Juni, Barn: 515"]


def test_a_sum_is_told_where_it_is_asked_for() -> None:
    summed = "Budget 2025 för friluftslivet\nPost\tBelopp\nStigar\t120 000\nVindskydd\t45 000\nTotalt\t165 000\n"

    said = rows(material("Hur stor är den samlade budgeten 2025 för friluftslivet och hur mycket går till stigar?", _minutes(summed)))

    assert [excerpt.said for excerpt in said] == ["Budget 2025 för friluftslivet – Stigar, Belopp: 120 000;", "Totalt, Belopp: 165 000"]


def test_a_row_that_is_not_sure_is_told_where_no_sentence_holds_a_figure() -> None:
    staff = "Bemanning av klubbhuset\nPost\tBelopp\nVaktmästare\t210 000\nLokaler\t90 000\n"
    question = "Hur stort belopp för bemanning går till klubbhusets vaktmästare när bastuflotten, isvinden, bryggan och spången öppnas?"
    asked = material(question, _minutes(staff))

    assert rows(asked) == ()
    assert [excerpt.said for excerpt in of_the_matter(asked)] == ["Bemanning av klubbhuset – Vaktmästare, Belopp: 210 000"]


def test_a_short_row_is_quoted_with_the_lines_above_it() -> None:
    counted = "Ungdomar i simskolan\nÅr\tAntal\n2022\t19\n2023\t24\n"

    (found,) = rows(material("Hur många ungdomar gick i simskolan 2023?", _minutes(counted)))

    assert found.span.of(found.passage.text).endswith("2022\t19\n2023\t24")


def test_a_row_called_by_a_number_is_named_by_it() -> None:
    reckoned = "§ 64 Dnr 2024/00154\nAvgift för cyklar\n\nKommunstyrelsens beslut\nAvgiften höjs.\n\nÄrendebeskrivning\n"
    table = "Avgift (kr)\tKostnad (tkr)\tÖkning (tkr)\n2 000\t790\t330\n4 000\t2 060\t1 600\n"

    (found,) = rows(material("Hur stor kostnad ger en avgift på 4 000 kr för cyklar?", indexed(("Granby", MINUTES + reckoned + table))))

    assert found.span.of(found.passage.text) == "4 000\t2 060\t1 600"
