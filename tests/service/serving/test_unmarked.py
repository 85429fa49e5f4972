"""What is shown of a document has none of the marks of Markdown, and loses nothing else."""

import time

import pytest

from service.serving.unmarked import unmarked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("### **Riktlinjer för lån**", "Riktlinjer för lån"),
        ("kommunfullmäktige** Motionen avslås.", "kommunfullmäktige Motionen avslås."),
        ("Beslut, Nämnden § 4: ## Nämndens beslut 1. Taxan antas.", "Beslut, Nämnden § 4: Nämndens beslut 1. Taxan antas."),
        ("Taxan antas. --- Vid protokollet _____ Bo Ek", "Taxan antas. Vid protokollet Bo Ek"),
        ("| Avgift | 120 kr |", "Avgift · 120 kr"),
        ("| Avgift | År | |---|---:| | 120 kr | 2031 |", "Avgift · År · 120 kr · 2031"),
        ("**2031** års **budget**", "2031 års budget"),
    ],
)
def test_marks_of_markdown_are_not_shown(text: str, shown: str) -> None:
    assert unmarked(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Kostnaden är 12 500** kronor.",
        "Ärende nr #4 och C#",
        "- att bifalla motionen",
        "mellan 2030 - 2031, -3 procent",
        "två  blanka och <b>inget</b> att ta bort",
        "a|b och snake_case och 3*4",
        "",
    ],
)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    assert unmarked(text) == text


@pytest.mark.parametrize("mark", ["#", "*", "**a", "|", "| ", "---|", "-", "_ ", "** ", "· |", "# "])
def test_a_text_of_nothing_but_marks_takes_no_time(mark: str) -> None:
    begun = time.perf_counter()

    unmarked(mark * 5000)

    assert time.perf_counter() - begun < 1
