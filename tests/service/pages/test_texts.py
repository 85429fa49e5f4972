"""The interface's texts: each of the page of questions in English, none with a hole that Swedish has not, Swedish for the rest."""

import re

import pytest
from babel.messages import pofile
from flask.testing import FlaskClient

from service.pages.gathering import TEMPLATES, texts_of, updated
from service.pages.texts import CATALOGUES, LANGUAGES, SWEDISH

TRANSLATED = ("base", "ask", "form", "start", "result", "answer", "listing", "hits", "facets", "period", "parts", "footer", "error")
OTHERS = [language for language in LANGUAGES if language != SWEDISH]

HOLE = re.compile(r"%\((\w+)\)s")


def catalogue(language: str) -> dict[str, tuple[str, ...]]:
    with (CATALOGUES / f"{language}.po").open(encoding="utf-8") as written:
        found = pofile.read_po(written, locale=language)
    return {one(message.id): (message.string,) if isinstance(message.string, str) else tuple(message.string) for message in found}


def one(text: str | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else text[0]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", TRANSLATED)
def test_every_text_of_the_page_of_questions_is_translated(language: str, name: str) -> None:
    known = catalogue(language)

    assert [text for text in texts_of(TEMPLATES / f"{name}.html") if not all(known.get(one(text), ("",)))] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_holes_of_its_text(language: str) -> None:
    for text, translations in catalogue(language).items():
        assert all(set(HOLE.findall(each)) == set(HOLE.findall(text)) for each in translations if each), text


@pytest.mark.parametrize("language", OTHERS)
def test_gathering_keeps_what_is_translated(language: str) -> None:
    assert 'msgid "Din fråga"\nmsgstr "Your question"' in updated(language)


def test_the_page_speaks_the_language_that_its_address_asks_for(client: FlaskClient) -> None:
    shown = client.get("/?q=school bus fee&sprak=en").get_data(as_text=True)

    assert '<html lang="en">' in shown
    assert "Your question" in shown
    assert "Din fråga" not in shown
    assert '<input type="hidden" name="sprak" value="en">' in shown


@pytest.mark.parametrize("asked", ["", "sv", "xx", "../en"])
def test_any_other_language_is_swedish(client: FlaskClient, asked: str) -> None:
    shown = client.get("/", query_string={"sprak": asked}).get_data(as_text=True)

    assert '<html lang="sv">' in shown
    assert "Din fråga" in shown


ENGLISH = "The indexed documents do not answer"
SWEDISH = "De indexerade handlingarna svarar inte"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"q": "zzxx", "sprak": "en"}, ENGLISH),
        ({"q": "What was decided about zzxx in the council?", "sprak": "sv"}, SWEDISH),
        ({"q": "What was decided about zzxx in the council?"}, ENGLISH),
        ({"q": "zzxx"}, SWEDISH),
    ],
)
def test_a_page_answers_in_the_language_that_its_address_asks_for_else_in_that_of_the_question(
    client: FlaskClient, query: dict[str, str], said: str
) -> None:
    shown = client.get("/", query_string=query).get_data(as_text=True)

    assert [one for one in (ENGLISH, SWEDISH) if one in shown] == [said]
