import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.casenumbers import case_numbers, shown


@pytest.mark.parametrize(
    ("text", "as_written", "registry", "year", "serial", "code", "form"),
    [
        ("Dnr 2025/00190", "2025/00190", None, 2025, 190, None, "2025/00190"),
        ("dnr 2023/0002 att", "2023/0002", None, 2023, 2, None, "2023/0002"),
        ("Dnr 2023/7", "2023/7", None, 2023, 7, None, "2023/7"),
        ("BUN 2024/00045", "BUN 2024/00045", "BUN", 2024, 45, None, "BUN 2024/00045"),
        ("BUN042 2024/00001", "BUN042 2024/00001", "BUN", 2024, 1, "042", "BUN 2024/00001"),
        ("BUN2024/00324", "BUN2024/00324", "BUN", 2024, 324, None, "BUN 2024/00324"),
        ("Ks2013/0324  294", "Ks2013/0324  294", "Ks", 2013, 324, "294", "Ks 2013/0324"),
        ("KS473-25 005", "KS473-25 005", "KS", 2025, 473, "005", "KS473-25"),
        ("KS 02-820 107", "KS 02-820 107", "KS", 2002, 820, "107", "KS 2002/820"),
        ("KS/2018:298 - 001", "KS/2018:298 - 001", "KS", 2018, 298, "001", "KS 2018/298"),
        ("SÄN/2012:3", "SÄN/2012:3", "SÄN", 2012, 3, None, "SÄN 2012/3"),
        ("KU.2017.3", "KU.2017.3", "KU", 2017, 3, None, "KU 2017/3"),
        ("KS.2012.79 041", "KS.2012.79 041", "KS", 2012, 79, "041", "KS 2012/79"),
        ("(KS- 2020/920)", "KS- 2020/920", "KS", 2020, 920, None, "KS 2020/920"),
        ("KS2031.0122", "KS2031.0122", "KS", 2031, 122, None, "KS 2031/0122"),
        ("(FN 2031.044)", "FN 2031.044", "FN", 2031, 44, None, "FN 2031/044"),
        ("BUN/2031/0021", "BUN/2031/0021", "BUN", 2031, 21, None, "BUN 2031/0021"),
        ("Dnr 123/2031", "123/2031", None, 2031, 123, None, "2031/123"),
        ("Dnr SN 46/2031-600", "SN 46/2031-600", "SN", 2031, 46, "600", "SN 2031/46"),
        ("Dnr MBN 2031-310", "MBN 2031-310", "MBN", 2031, 310, None, "MBN 2031/310"),
        ("VN 2031-00004", "VN 2031-00004", "VN", 2031, 4, None, "VN 2031/00004"),
        ("KS 12/324", "KS 12/324", "KS", 2012, 324, None, "KS 2012/324"),
        ("Dnr. 2011/KS 0206 001", "2011/KS 0206 001", "KS", 2011, 206, "001", "KS 2011/0206"),
        ("2011BNS0306", "2011BNS0306", "BNS", 2011, 306, None, "BNS 2011/0306"),
        ("2016KSM1221.042", "2016KSM1221.042", "KSM", 2016, 1221, "042", "KSM 2016/1221"),
        ("Dnr 2016/000964 622", "2016/000964 622", None, 2016, 964, "622", "2016/000964"),
        ("Dnr 2017-000030", "2017-000030", None, 2017, 30, None, "2017/000030"),
        ("Dnr 2016/32-550", "2016/32-550", None, 2016, 32, "550", "2016/32"),
        ("Dnr 0263/19", "0263/19", None, 2019, 263, None, "2019/0263"),
        ("Ärendenummer: SLK-2023-01047", "SLK-2023-01047", "SLK", 2023, 1047, None, "SLK 2023/01047"),
        ("1.5.3-219-2012", "1.5.3-219-2012", None, 2012, 219, "1.5.3", "2012/219"),
        ("Diarienummer\n1369-2026", "1369-2026", None, 2026, 1369, None, "1369-2026"),
        ("§ 64 dnr\n\n2023/00154", "2023/00154", None, 2023, 154, None, "2023/00154"),
        ("Diarienr; 2025/00009", "2025/00009", None, 2025, 9, None, "2025/00009"),
        ("Vårt dnr:\nSKR2023/01554", "SKR2023/01554", "SKR", 2023, 1554, None, "SKR 2023/01554"),
    ],
)  # fmt: skip
def test_a_dnr_is_read_in_every_shape(
    text: str, as_written: str, registry: str | None, year: int, serial: int, code: str | None, form: str
) -> None:
    (number,) = case_numbers(text)
    assert (number.as_written, number.registry, number.year, number.serial, number.code) == (as_written, registry, year, serial, code)
    assert number.span is not None and number.span.of(text) == as_written
    assert shown(number) == form


@pytest.mark.parametrize(
    "text",
    [
        "SOU 2017:114", "Ds 2016:24", "motion (2012:6)", "lag (2018:597)", "fastigheten Ekbacken 1:60", "org.nr 212000-0803",
        "tel 0498-26 90 00", "Tel 0240-66 00 00", "blankett 2008:16:2", "2020-11-30--2021-01-14", "KS § 187", "§ 230/25", "KS 353/2008",
        "läsåret 2024/25", "HT 2024/2025", "prop. 2017/18:123", "verksamhetsplan VP 2024-2026", "SO 10-12", "nämnd KS 10/6",
        "KSxxx-25 xxx", "Dnr", "Dnr 2025-01-14", "https://granhult.example/2024/12345",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_dnr_is_none(text: str) -> None:
    assert case_numbers(text) == []


def test_padding_and_labels_do_not_change_the_key() -> None:
    keys = {case_numbers(text, "Granhult")[0].key for text in ("Dnr 2023/154", "2023/00154", "diarienummer: 2023/0154")}
    assert keys == {"granhult||2023|154"}


def test_an_open_order_is_decided_by_the_other_numbers_of_the_text() -> None:
    numbers = case_numbers("KS 12/324\nBesök\nKS 07/38\nBetalkort")
    assert [(number.year, number.serial) for number in numbers] == [(2012, 324), (2007, 38)]


def test_an_order_that_stays_open_is_unknown() -> None:
    (number,) = case_numbers("Dnr 31/16")
    assert (number.as_written, number.year, number.key) == ("31/16", None, None)


def test_a_label_speaks_for_a_whole_list() -> None:
    assert [shown(number) for number in case_numbers("Dnr 7-742-2011 och 5-744-2011, 0263/19")] == ["2011/742", "2011/744", "2019/0263"]


@pytest.mark.parametrize(("text", "year", "serial"), [("Dnr 2O24/OO391", 2024, 391), ("Dnr BUNO41 2024/0039l", 2024, 391)])
def test_scan_damage_after_a_label_is_read_through(text: str, year: int, serial: int) -> None:
    (number,) = case_numbers(text)
    assert (number.year, number.serial) == (year, serial)


@pytest.mark.parametrize("text", ["Dnr KFKS 2015/", "Dnr 2017/", "Dnr 0093/", "Dnr 316-259/2012"])
def test_a_number_that_is_lost_in_print_is_kept_as_written(text: str) -> None:
    (number,) = case_numbers(text)
    assert number.key is None
    assert shown(number) == number.as_written == text.removeprefix("Dnr ")


@given(st.text(alphabet="KSnDr 0123456789/-:.\n", max_size=120))
def test_numbers_stand_where_their_spans_say_and_do_not_overlap(text: str) -> None:
    numbers = case_numbers(text)
    spans = [number.span for number in numbers if number.span]
    assert len(spans) == len(numbers)
    assert all(span.of(text) == number.as_written for span, number in zip(spans, numbers, strict=True))
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
