import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.references import amounts, case_numbers, dates, laws, normal_section, section_references


@pytest.mark.parametrize(
    ("text", "number", "body", "year", "date"),
    [
        ("§ 84", "§ 84", None, None, None),
        ("§43", "§ 43", None, None, None),
        ("KS § 18/2024", "§ 18", "KS", 2024, None),
        ("§ 230/25   Dnr: KS 2025/0594", "§ 230", None, 2025, None),
        ("beslut 250623 § 23", "§ 23", None, 2025, "2025-06-23"),
        ("Kommunstyrelsen den 10 februari 2026 § 12", "§ 12", "Kommunstyrelsen", 2026, "2026-02-10"),
        ("Kommunstyrelsens arbetsutskott 2031-04-08 § 17", "§ 17", "Kommunstyrelsens arbetsutskott", 2031, "2031-04-08"),
        ("Kommunstyrelsens protokoll från 2024-12-10 § 171", "§ 171", "Kommunstyrelsen", 2024, "2024-12-10"),
        ("miljö- och byggnadsnämnden 2024-02-08 § 13", "§ 13", "miljö- och byggnadsnämnden", 2024, "2024-02-08"),
        ("Protokoll från BUN Au 2025-01-23 § 4", "§ 4", "BUN Au", 2025, "2025-01-23"),
        ("2024-12-\n05 § 104", "§ 104", None, 2024, "2024-12-05"),
        ("enligt §\n218", "§ 218", None, None, None),
        ("KSAU 130/2014", "§ 130", "KSAU", 2014, None),
        ("Ä 12 Dnr KS032-26 041", "Ä 12", None, None, None),
        ("Ä 19 a  Dnr", "Ä 19 a", None, None, None),
    ],
)
def test_a_section_of_minutes_is_found_with_what_stands_beside_it(
    text: str, number: str, body: str | None, year: int | None, date: str | None
) -> None:
    (reference,) = section_references(text)
    assert (reference.number, reference.body, reference.year, reference.date) == (number, body, year, date)
    assert reference.number.split()[1] in reference.span.of(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("§§ 12-14", ["§ 12", "§ 13", "§ 14"]),
        ("§§ 168, 171 och 172", ["§ 168", "§ 171", "§ 172"]),
        ("§ 161 – 163, 168", ["§ 161", "§ 162", "§ 163", "§ 168"]),
        ("§§ 1-999", ["§ 1", "§ 999"]),
    ],
)
def test_ranges_and_lists_give_each_section(text: str, numbers: list[str]) -> None:
    assert [reference.number for reference in section_references(text)] == numbers


@pytest.mark.parametrize(
    ("text", "name", "number", "chapter", "section"),
    [
        ("11 kap. 1 § SoL", "SoL", None, "11", "1"),
        ("6 kap. 8§ skollagen", "skollagen", None, "6", "8"),
        ("14 kap. 1 § skolförordningen", "skolförordningen", None, "14", "1"),
        ("Skolförordningen 14 kap, 1 §,", "Skolförordningen", None, "14", "1"),
        ("14§ 2 st p.1 LVU", "LVU", None, None, "14"),
        ("4 Kap 1, 3 §§ SoL", "SoL", None, "4", "1, 3"),
        ("29 §   Elever i alla skolformer", None, None, None, "29"),
        ("13–23 §§", None, None, None, "13–23"),
        ("skollagen (2010:800)", "skollagen", "2010:800", None, None),
        ("SFS 2018:597", "SFS", "2018:597", None, None),
        ("enligt 6 kap. skollagen", "skollagen", None, "6", None),
    ],
)
def test_a_law_is_a_law_and_never_a_section_of_minutes(
    text: str, name: str | None, number: str | None, chapter: str | None, section: str | None
) -> None:
    (law,) = laws(text)
    assert (law.name, law.number, law.chapter, law.section) == (name, number, chapter, section)
    assert section_references(text) == []


@pytest.mark.parametrize("text", ["§ xx", "§ lag (2001:82)", "6 kap. § 13 skollagen", "1 § 2 st"])
def test_a_sign_without_a_number_of_minutes_refers_to_none(text: str) -> None:
    assert section_references(text) == []


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("§12", "§ 12"),
        ("§ 012", "§ 12"),
        ("§ 230/25", "§ 230"),
        ("84", "§ 84"),
        ("12 §", "§ 12"),
        ("Ä 19a", "Ä 19 a"),
        ("§ 12 A", "§ 12 a"),
    ],
)
def test_a_section_number_has_one_normal_form(written: str, normal: str) -> None:
    assert normal_section(written) == normal


@given(st.text(alphabet="§ÄKS 0123456789/-–,.kapochlagSoL\n", max_size=120))
def test_references_stand_where_their_spans_say(text: str) -> None:
    assert all("§" in found.span.of(text) or any(c.isdigit() for c in found.span.of(text)) for found in section_references(text))
    assert all(found.span.of(text).strip() for found in laws(text))


@pytest.mark.parametrize(
    "unit",
    ["a", "§ 1, 2", "1-", "och ", "2 500 ", " \n", "den 1 ", "KS 1", "nämnd-", "1 kap. ", "2024-01-01 6/2 ", "5 kr 1 000 ", "Dnr 1, "],
)
def test_no_text_takes_long(unit: str) -> None:
    text = unit * (30_000 // len(unit))
    for find in (section_references, laws, case_numbers, dates, amounts):
        start = time.process_time()
        find(text)
        assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Taxan gäller från 2031-04-01\n\n§ 12\n\nBudget", None),
        ("Taxan gäller från 2031-04-01\n§ 12 Dnr 2031/00012\nBudget", None),
        ("enligt protokoll 2031-04-01\n§ 12 och senare", "2031-04-01"),
    ],
)
def test_a_heading_does_not_take_the_day_that_ends_the_paragraph_before(text: str, date: str | None) -> None:
    (only,) = section_references(text)

    assert only.date == date
