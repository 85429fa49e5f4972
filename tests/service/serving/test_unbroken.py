"""Days and references stay in one piece on the page, and what is copied is the text as it was."""

import pytest

from service.serving.unbroken import whole
from tests.service.html_page import Page


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("kommunstyrelsen 2031-02-06 § 10, Dnr 2031/00068", ["2031-02-06", "§ 10", "Dnr 2031/00068"]),
        ("§ 12 a, Dnr KS 2031/00071, förslag", ["§ 12 a", "Dnr KS 2031/00071"]),
        ("Dnr KS588-24 till 2031-02-0", ["Dnr KS588-24"]),
        ("12031-02-061 och § om detta", []),
        ("<b>2031-02-06</b> & annat", ["2031-02-06"]),
    ],
)
def test_what_belongs_together_is_marked_and_nothing_else_changes(text: str, kept: list[str]) -> None:
    made = str(whole(text))

    assert Page(made).text == text
    assert [part.split("</span>")[0] for part in made.split('<span class="whole">')[1:]] == kept
