"""The interface's texts in the reader's language. Swedish stands in the templates themselves; service/texts/ holds the others.

In a template: `{{ _('Till svaret') }}`, `{{ _('%(n)s av %(all)s', n=20, all=214) }}`, `{{ ngettext('%(num)s rad', '%(num)s rader', n) }}`.
What documents say is never translated.
"""

import gettext
import io
from functools import cache
from pathlib import Path

from babel.messages import mofile, pofile
from flask import Flask, has_request_context, request

SWEDISH = "sv"
LANGUAGES = (SWEDISH, "en")
PARAMETER = "sprak"
"""The address's parameter that says the language of the interface."""

CATALOGUES = Path(__file__).resolve().parent.parent / "texts"


def asked_language() -> str | None:
    """The language that the address at hand asks for; None where it asks for none that there is."""
    asked = request.args.get(PARAMETER) if has_request_context() else None
    return asked if asked in LANGUAGES else None


def language() -> str:
    """The language of the page at hand: Swedish where no other is asked for."""
    return asked_language() or SWEDISH


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The texts of a language, by their Swedish."""
    if language == SWEDISH:
        return gettext.NullTranslations()
    with (CATALOGUES / f"{language}.po").open(encoding="utf-8") as written:
        compiled = io.BytesIO()
        mofile.write_mo(compiled, pofile.read_po(written, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def translated(text: str) -> str:
    """A text of the interface in the reader's language."""
    return catalogue(language()).gettext(text)


def translated_count(one: str, several: str, count: int) -> str:
    """A text with a count in the reader's language."""
    return catalogue(language()).ngettext(one, several, count)


def register(app: Flask) -> None:
    """Give every template `_`, `gettext`, `ngettext`, `{% trans %}` and `language()`."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(translated, translated_count, newstyle=True)  # type: ignore[attr-defined]  # by the extension
    app.jinja_env.globals["language"] = language
