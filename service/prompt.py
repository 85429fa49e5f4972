"""Prompts are text files in prompts/ with $variables; a variable that is missing or not used is an error.

Passages go in as data between marks made of their keys. A key is made from the passage's content: it names nothing, and no
text can know the mark of another.
"""

import string
from collections.abc import Mapping, Sequence
from importlib import resources

from indexer.documents import Passage, content_id

REFUSAL = "KAN INTE SVARA"
"""What the model writes where the passages do not answer."""

_LANGUAGES = {"sv": "svenska", "en": "engelska"}


class BadTemplate(ValueError):
    """A prompt and what is filled into it do not fit; a mistake in the code or in the prompt file."""


def answer_prompt(question: str, language: str, passages: Mapping[str, str]) -> str:
    """The prompt for an answer from passages by key."""
    return fill(
        template("answer.sv.md"),
        {
            "question": " ".join(question.split()),
            "language": _LANGUAGES[language],
            "refusal": REFUSAL,
            "passages": "\n\n".join(f"[[{key}]]\n{text}\n[[/{key}]]" for key, text in passages.items()),
        },
    )


def keys(passages: Sequence[Passage]) -> dict[str, Passage]:
    """Passages by opaque key."""
    return {f"k{content_id('key', passage.id)[:8]}": passage for passage in passages}


def template(name: str) -> str:
    """The text of a prompt file."""
    return resources.files("prompts").joinpath(name).read_text(encoding="utf-8")


def fill(text: str, values: Mapping[str, str]) -> str:
    """The template with its variables filled in. Raises BadTemplate."""
    names = set(string.Template(text).get_identifiers())
    if names != set(values):
        raise BadTemplate(f"The prompt has the variables {sorted(names)}, but was given {sorted(values)}.")
    return string.Template(text).substitute(values)
