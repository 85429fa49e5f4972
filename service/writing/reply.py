"""A language model's reply: its sentences with the keys that follow them, and what of it can be shown while it is written."""

import re
from collections.abc import Iterator

from service.writing.prompt import REFUSAL

_KEY = re.compile(r"k[0-9a-f]{8}")
_KEYS = re.compile(r"\s*\[\[(k[0-9a-f]{8}(?:\s*[,;]\s*k[0-9a-f]{8})*)\]\]")
_MAY_BE_KEYS = re.compile(r"\s*(?:\[(?:\[[k0-9a-f\s,;]{0,60}\]?)?)?$")
"""What keys may come of: the blanks before them, one bracket, keys not yet closed."""
_OPENED = re.compile(r"\[{2,}(?=\s*k[0-9a-f]{8})")
"""What would begin a key, were its end to come after keys inside it have been taken out."""
_THOUGHT = re.compile(r"\s*<think>.*?(?:</think>|$)", re.DOTALL)


def thoughtless(reply: str) -> str:
    """The reply without what a reasoning model thinks aloud before it."""
    match = _THOUGHT.match(reply)
    return reply[match.end() :] if match else reply


def sentences(reply: str) -> Iterator[tuple[str, list[str]]]:
    """Each stretch of text with the keys that follow it; text after the last key has none."""
    at = 0
    for match in _KEYS.finditer(reply):
        text = _bare(reply[at : match.start()])
        if text:
            yield text, _KEY.findall(match[1])
        at = match.end()
    rest = _bare(reply[at:])
    if rest:
        yield rest, []


def _bare(text: str) -> str:
    return " ".join(text.split()).lstrip(".,; ")


class Unkeyed:
    """Gives the pieces of a reply on as soon as they can be shown: without keys, thoughts and the sign of a refusal."""

    def __init__(self) -> None:
        self._waiting = ""
        self._begun = False

    def after(self, piece: str) -> str:
        """What can be shown now that the piece has come; the rest waits for the next."""
        self._waiting += piece
        if not self._begun:
            self._waiting = self._begin(self._waiting)
        if not self._begun:
            return ""
        text = _KEYS.sub("", self._waiting)
        match = _MAY_BE_KEYS.search(text)
        shown = text[: match.start()] if match else text
        self._waiting = text[len(shown) :]
        return _OPENED.sub("[", shown)

    def _begin(self, text: str) -> str:
        """The text from where the answer begins; until then it may become a thought or a refusal."""
        text = text.lstrip()
        if text.startswith("<think>") and "</think>" in text:
            text = thoughtless(text).lstrip()
        self._begun = bool(text) and not any(sign.startswith(text) or text.startswith(sign) for sign in (REFUSAL, "<think>"))
        return text
