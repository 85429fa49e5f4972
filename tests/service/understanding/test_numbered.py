"""Dnr and § in the spellings of people, read as minutes write them; and what looks like one and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import references
from service.understanding.numbered import as_minutes_write


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Vad gäller KS 2031:71?", "|ks|2031|71"),
        ("ks 31/71 i Norrsele?", "|ks|2031|71"),
        ("ks162/23", "|ks|2023|162"),
        ("KS162/23", "|ks|2023|162"),
        ("ks2024/87", "|ks|2024|87"),
        ("ks 2024/00087", "||2024|87"),
        ("KS-2024-87", "|ks|2024|87"),
        ("ks-2024-87", "|ks|2024|87"),
        ("bun 2024.87", "|bun|2024|87"),
        ("KS/2024:87", "|ks|2024|87"),
        ("KS:2024/87", "|ks|2024|87"),
        ("dnr 2024-87", "||2024|87"),
        ("dnr 2024-11", "||2024|11"),
        ("Dnr: 2024:87", "||2024|87"),
        ("dnr 2024.00087", "||2024|87"),
        ("dnr 24/87", "||2024|87"),
        ("dnr 87/24", "||2024|87"),
        ("diarienummer 2024-87", "||2024|87"),
        ("diarie nr 2024-87", "||2024|87"),
        ("dnr ks 2024-87", "|ks|2024|87"),
        ("2024:87", "||2024|87"),
        ("2024:87 i Norrsele", "||2024|87"),
        ("2024/87", "||2024|87"),
        ("2024-87 i Norrsele", "||2024|87"),
        ("24/87", "||2024|87"),
        ("Vad hände med 24/87?", "||2024|87"),
        ("ärende nr 87/2024", "||2024|87"),
        ("ärende 87/2024", "||2024|87"),
        ("Vad hände med ärendet 2024/87?", "||2024|87"),
        ("arende 2024-87", "||2024|87"),
        ("ärende 71 från 2024 i Norrsele", "||2024|71"),
        ("Vad beslutades i ärende nummer 71 år 2024?", "||2024|71"),
        ("ärende 71, 2024", "||2024|71"),
        ("diarienummer 71 från år 2024", "||2024|71"),
        ("What happened to case 2024-87?", "||2024|87"),
    ],
)
def test_a_dnr_is_read_in_any_spelling(typed: str, key: str) -> None:
    assert [case.key for case in references.case_numbers(as_minutes_write(typed))] == [key]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("Vad står i paragraf 96 i Tallmoras fullmäktige 2031?", ["§ 96"]),
        ("paragraf 58 Norrsele", ["§ 58"]),
        ("PARAGRAF 58", ["§ 58"]),
        ("paragraf nr 12", ["§ 12"]),
        ("paragraf nummer 12", ["§ 12"]),
        ("par. 12", ["§ 12"]),
        ("par 12 i Norrsele", ["§ 12"]),
        ("§12", ["§ 12"]),
        ("Vad beslutades i 12 §?", ["§ 12"]),
        ("ksn 12 § 2031", ["§ 12"]),
        ("§§ 12–14", ["§ 12", "§ 13", "§ 14"]),
        ("paragraferna 12–14", ["§ 12", "§ 13", "§ 14"]),
        ("paragraferna 12 och 14", ["§ 12", "§ 14"]),
        ("12–14 §§", ["§ 12", "§ 13", "§ 14"]),
        ("Vad står i paragraf 12 om avslag på förslaget?", ["§ 12"]),
        ("What does section 12 of the minutes say?", ["§ 12"]),
        ("2031 § 12 KSN", ["§ 12"]),
        ("KSN § 43 2031", ["§ 43"]),
        ("KS 87/2031", ["§ 87"]),
        ("Kommunstyrelsen den 8 mars 2031 § 19", ["§ 19"]),
    ],
)
def test_a_section_is_read_in_any_spelling(typed: str, numbers: list[str]) -> None:
    assert [found.number for found in references.section_references(as_minutes_write(typed))] == numbers


@pytest.mark.parametrize(
    "typed",
    [
        "Vad beslutades 2031-05-08?",
        "Vad beslutades i 2031-05?",
        "Vad beslutade KS 2031-05?",
        "Vad beslutade ks 24/5?",
        "Vad gäller från 1/7?",
        "Vad hände 24/12?",
        "Läsåret 2031/32",
        "läsåret 31/32",
        "Vad är planen för 2031-35?",
        "Budget för 2031/2032",
        "budget 2031-2033",
        "Vad innebär 2 kap. 3 §?",
        "Vad säger 2 kap. 3 § kommunallagen?",
        "Vad säger paragraf 5 i kommunallagen?",
        "Vad innebär kommunallagens paragraf 5?",
        "5 § i skollagen",
        "12 § PBL",
        "Vad står i paragraf 4 i reglementet?",
        "What does section 5 of the Local Government Act say?",
        "Vad säger SFS 2017:725?",
        "kommunallagen 2017:725",
        "lagen (2017:725) om kommuner",
        "Gäller AFS 2023:2 här?",
        "enligt prop. 2031/32:100",
        "SOU 2031:12",
        "OSL 2009:400",
        "Ring 0587-12 34 56",
        "telefon 0587/55 000",
        "Var röstsiffrorna 31/18?",
        "Hur blev det, 24/71 röster?",
        "Kostade det 1.5 mkr eller 12.50 kr?",
        "Kostade det 2.500 kr?",
        "Möte kl 08:30-11:55",
        "öppet 24/7",
        "ett par 12 meter långa båtar",
        "fastigheten Björken 1:24",
        "ärende 5 från 2031-03-12",
        "Vad hände på ärende 12?",
    ],
)
def test_what_only_looks_like_a_dnr_or_a_section_stays_as_typed(typed: str) -> None:
    assert as_minutes_write(typed) == typed


def test_what_is_written_anew_keeps_the_words_around_it() -> None:
    assert (
        as_minutes_write("Vem reserverade sig i ärende 71 från 2031 i Norrsele?") == "Vem reserverade sig i ärende dnr 2031/71 i Norrsele?"
    )
    assert as_minutes_write("paragraf 9 i ks 31/71?") == "§ 9 i dnr KS 2031/71?"


@given(st.text(max_size=60))
def test_a_question_in_the_form_of_minutes_stays_so(text: str) -> None:
    once = as_minutes_write(text)

    assert as_minutes_write(once) == once
