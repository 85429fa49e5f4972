"""`make texts`: gathers the interface's texts from templates and modules into each catalogue; translations stay, new ones are empty.

What has no translation is shown in Swedish.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages import extract, pofile
from babel.messages.catalog import Catalog

from service.pages.texts import CATALOGUES, LANGUAGES, SWEDISH

TEMPLATES = CATALOGUES.parent / "templates"
NAVIGATION = CATALOGUES.parent / "pages" / "navigation.py"

HEADER = """# The interface in {language}: `make texts` gathers the texts, a person translates them.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}


def texts_of(template: Path) -> list[str | tuple[str, ...]]:
    """The texts of a template, as one or as singular and plural, in their order."""
    with template.open("rb") as written:
        found = extract.extract("jinja2.ext.babel_extract", written, KEYWORDS, options={"trimmed": "true"})
        return [message for _, message, _, _ in found]


def gathered() -> Catalog:
    """All texts that pages show, with the templates they stand in."""
    catalogue = Catalog(project="paragraf", charset="utf-8")
    for template in sorted(TEMPLATES.glob("*.html")):
        for text in texts_of(template):
            catalogue.add(text, locations=[(template.name, 1)])
    for text in _navigation():
        catalogue.add(text, locations=[(NAVIGATION.name, 1)])
    return catalogue


def updated(language: str) -> str:
    """A language's catalogue with the texts that there are now."""
    place = CATALOGUES / f"{language}.po"
    with place.open(encoding="utf-8") as written:
        catalogue = pofile.read_po(written, locale=language)
    catalogue.update(gathered(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    target = io.BytesIO()
    pofile.write_po(target, catalogue, width=0, omit_header=True, include_lineno=False, sort_by_file=True)
    return HEADER.format(language=language, plural_forms=catalogue.plural_forms) + target.getvalue().decode()


def main() -> None:
    """Write every catalogue anew."""
    for language in LANGUAGES:
        if language != SWEDISH:
            (CATALOGUES / f"{language}.po").write_text(updated(language), encoding="utf-8")


def _navigation() -> Iterator[str]:
    with NAVIGATION.open("rb") as written:
        for _, message, _, _ in extract.extract("python", written, {"Entry": (1,)}):
            yield str(message)


if __name__ == "__main__":
    main()
