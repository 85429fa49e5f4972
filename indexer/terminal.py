"""Text from outside on its way to a terminal: file names, titles and messages must not steer it, nor break the output."""

import sys

from rich.console import Console, RenderableType
from rich.text import Text

FILE_WIDTH = 1000
"""Characters of a line that goes to a file or another program: nothing is cut or wrapped to fit a screen."""


def printable(text: str) -> str:
    """The text with what a terminal would obey, or could not show, replaced: control characters and lone surrogates."""
    return "".join(char if char.isprintable() or char == "\n" else " " if char.isspace() else "\N{REPLACEMENT CHARACTER}" for char in text)


def shown(text: str, style: str = "") -> Text:
    """The text as rich shall show it: as it is, where a plain string would be read as markup."""
    return Text(printable(text), style=style)


def put(what: RenderableType) -> None:
    """Print a table or a tree; where that is no screen, without the blanks that fill a line up."""
    console = Console()
    if console.is_terminal:
        console.print(what)
        return
    console.width = FILE_WIDTH
    with console.capture() as captured:
        console.print(what)
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())
