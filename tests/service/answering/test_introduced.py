"""What an opening has said of a § is not said again by the quote that follows it."""

from dataclasses import replace

import pytest

from service.answering.introduced import unrepeated
from tests.service.made import passage


@pytest.mark.parametrize(
    ("section", "case", "quoted", "said"),
    [
        ("§ 96", "2031/00087", "§ 96 Dnr 2031/00087 Höjd avgift Nämndens beslut 1. Ja.", "Höjd avgift Nämndens beslut 1. Ja."),
        ("§ 62", "KS 2031/96", "§ 62 Höjd avgift Dnr KS 2031/96 Beslut", "Höjd avgift Beslut"),
        ("§ 58", "KS 2031/00071", "KS § 58 KS-2031/00071 Höjd avgift Beslut", "Höjd avgift Beslut"),
        ("§ 14", "KS611-31", "§ 14 Dnr KS611-31 020 Höjd avgift", "Höjd avgift"),
        ("Ä 6", "KS588-31", "Ä 6 Dnr KS588-31 822 Höjd avgift", "Höjd avgift"),
        ("§ 7", None, "## **§ 7** Höjd avgift", "Höjd avgift"),
        ("§ 7", "2031/5", "§ 7 Dnr 2031/9 Höjd avgift", "Dnr 2031/9 Höjd avgift"),
        ("§ 7", "2031/5", "§ 7 Avgiften i Dnr 2031/5 höjs", "Avgiften i Dnr 2031/5 höjs"),
    ],
)  # fmt: skip
def test_the_number_and_the_own_dnr_in_front_go_and_the_title_stays(section: str, case: str | None, quoted: str, said: str) -> None:
    assert unrepeated(quoted, replace(passage(quoted.replace(" Höjd", "\nHöjd"), section=section, title="Höjd avgift"), case=case)) == said


@pytest.mark.parametrize(
    ("section", "quoted"),
    [
        ("§ 7", "§ 71 Höjd avgift"),
        ("§ 7", "Enligt § 7 höjs avgiften."),
        ("§ 7", "§ 7 Dnr 2031/5"),
        ("§ 7", "1. Avgiften höjs."),
        (None, "§ 7 Dnr 2031/5 Höjd avgift"),
    ],
)
def test_a_quote_that_does_not_open_with_its_own_number_or_is_nothing_else_stays_whole(section: str | None, quoted: str) -> None:
    assert unrepeated(quoted, passage(quoted, section=section, case="2031/5")) == quoted
