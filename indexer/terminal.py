"""Text from outside on its way to a terminal: file names, titles and messages must not steer it, nor break the output."""

from rich.text import Text


def printable(text: str) -> str:
    """The text with what a terminal would obey, or could not show, replaced: control characters and lone surrogates."""
    return "".join(char if char.isprintable() or char == "\n" else " " if char.isspace() else "\N{REPLACEMENT CHARACTER}" for char in text)


def shown(text: str, style: str = "") -> Text:
    """The text as rich shall show it: as it is, where a plain string would be read as markup."""
    return Text(printable(text), style=style)
