"""The points of a decision each on a line of its own, where a quote has them one after the other. Only white space is changed."""

import re
from collections.abc import Iterator, Sequence

_BULLET = re.compile(r"\s•(?=\s)")
_SHORTEST = 2
"""Points of a list."""

_LABEL = re.compile(r"(?:^|(?<=[.,:;]) | (?=1\. ))(\d{1,2})\. (?=\S)")
"""The first number may follow a heading, which no mark ends: "Nämndens beslut 1. Taxan höjs. 2. Den gäller nu." """


def pointed(text: str) -> str:
    """The text with a line break before every bullet, and before numbers that follow each other.

    >>> pointed("Beslut: 1. Taxan höjs. 2. Den gäller från 2031.")
    'Beslut:\\n1. Taxan höjs.\\n2. Den gäller från 2031.'
    """
    chars = list(text)
    for match in (*_BULLET.finditer(text), *_numbered(list(_LABEL.finditer(text)))):
        if text[match.start()].isspace():
            chars[match.start()] = "\n"
    return "".join(chars)


def _numbered(labels: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The labels that are of a list: each one more than the one before. "den 3. " alone is none."""
    run: list[re.Match[str]] = []
    for label in labels:
        if run and int(label[1]) == int(run[-1][1]) + 1:
            run.append(label)
        elif len(run) < _SHORTEST or label[1] == "1":
            yield from run if len(run) >= _SHORTEST else ()
            run = [label]
    yield from run if len(run) >= _SHORTEST else ()
