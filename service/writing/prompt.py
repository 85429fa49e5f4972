"""Prompts are text files in prompts/ with $variables; a variable that is missing or not used is an error.

Passages go in as data between marks made of their keys. A key is made from the passage's content: it names nothing, and a
text that holds brackets of its own cannot close its marks.
"""

import string
from collections.abc import Mapping, Sequence
from importlib import resources

from indexer.documents import Passage, content_id
from indexer.privacy import mask

REFUSAL = "KAN INTE SVARA"
"""What the model writes where the passages do not answer."""

_BRACKETS = str.maketrans({"[": "(", "]": ")"})


class BadTemplate(ValueError):
    """A prompt and what is filled into it do not fit; a mistake in the code or in the prompt file."""


def answer_prompt(question: str, language: str, passages: Mapping[str, str]) -> str:
    """The prompt for an answer, in "sv" or "en", from passages by key. No personal identity number is in it."""
    values = {
        "question": " ".join(question.split()),
        "refusal": REFUSAL,
        "passages": "\n\n".join(f"[[{key}]]\n{text.translate(_BRACKETS)}\n[[/{key}]]" for key, text in passages.items()),
    }
    # what is indexed and asked has been masked before: nothing leaves on the strength of that alone
    return mask(fill(template(f"answer.{language}.md"), values))[0]


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
