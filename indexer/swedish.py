"""Text → tokens by field: one analysis for documents and for questions, done once and stored.

The fields are those of `indexer.index.FIELDS`. Body fields hold the header's tokens too: a passage is found by the
words that say where it stands.
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from indexer import identifiers
from indexer.documents import Span
from indexer.language import compounds
from indexer.language.loose import pieces
from indexer.language.restoration import damaged, restored
from indexer.language.slips import near
from indexer.language.stems import stem
from indexer.language.thesaurus import official, synonyms
from indexer.language.vocabulary import abbreviations, word_list

ANALYSIS = "2"
"""Version of the analysis: raised whenever a text gives other tokens than before."""

STOP_WORDS = word_list("stop_words")
"""Words that say nothing about the matter. Negations and directions (inte, ej, icke, utan, mot, före, efter) are kept."""

ABBREVIATIONS = abbreviations()
"""What is also meant by an abbreviation of municipal language."""

# "2 500 000", "12,5", "10.15": one word; digits that run into letters are a (damaged) word.
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*(?![^\W\d_])"
# Inside a word: soft hyphens, the signs that OCR reads for å and ä, loose accents, a hyphen at the end of a line
# ("verksamhets-\nsystemet") unless what follows shows that it was a real one ("idrotts-\noch").
_INSIDE = r"[\u00ad&@]+[^\W_]+|[\u0300-\u036f]+[^\W_]*|\u00ad?-[ \t]*\n\s*(?!(?:och|eller|samt|resp)\b)[^\W\d_A-ZÅÄÖ][^\W\d_]*"
_WORD = re.compile(rf"{_NUMBER}|&?[^\W_]+(?:{_INSIDE})*")
_LINE_BREAK = re.compile(r"\u00ad?-\s*\n\s*")
_COLUMNS = re.compile(r"\d(?<![\d.,].)\d{0,2}(?:[ \u00a0\u202f]\d{3}){2,}(?!\d)")
_MOST_GROUPS = 4
_SPACES = re.compile(r"[ \u00a0\u202f]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or number as analysis sees it (casefolded, joined over line breaks) and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Form:
    """What one word form gives to each field."""

    exact: str
    stems: tuple[str, ...]
    parts: tuple[str, ...]
    loose: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Header:
    """A header line read once: all passages of a section have the same."""

    forms: tuple[_Form, ...]
    stems: tuple[str, ...]
    ids: tuple[str, ...]


def words(text: str) -> list[Word]:
    """The words and numbers of a text in order, with their spans."""
    return [Word(_normal(match[0]), Span(*match.span())) for match in _WORD.finditer(text)]


def words_of_stems(text: str, stems: Container[str]) -> list[Word]:
    """Those words of a text whose stem is one of these: for long texts, of which few words are looked for."""
    return [Word(_normal(match[0]), Span(*match.span())) for match in _WORD.finditer(text) if _stem_as_written(match[0]) in stems]


def document_tokens(header: str, text: str) -> dict[str, tuple[str, ...]]:
    """Tokens by field of a passage: each body field holds the header's tokens, then the text's."""
    above = _header(header)
    return {**_body_tokens(above.forms, text), "header": above.stems, "ids": above.ids + identifiers.tokens(text)}


def text_tokens(text: str) -> dict[str, tuple[str, ...]]:
    """Those of a text's body fields alone: references are not looked for, which takes longer than the words."""
    return _body_tokens((), text)


def held_tokens(text: str) -> dict[str, frozenset[str]]:
    """What `text_tokens` gives of stems, parts and pieces, without order or count, for who only asks whether a text holds something:
    each word is looked at once, and that takes a third of the time."""
    written = list(map(_form_as_written, set(_WORD.findall(text))))
    found = [*written, *map(_form, (*_runs(text), *(_restored(written) if damaged(text) else ())))]
    return {
        "stems": frozenset(chain.from_iterable([form.stems for form in found])),
        "parts": frozenset(chain.from_iterable([form.parts for form in found])),
        "loose": frozenset(chain.from_iterable([form.loose for form in written])),
    }


def question_tokens(text: str) -> dict[str, tuple[str, ...]]:
    """Tokens by field of a question, by the same analysis; one typed without å, ä and ö is put right before (`language/unmarked.py`)."""
    fields = _body_fields(_forms(text), ())
    return {**fields, "header": fields["stems"], "ids": identifiers.tokens(text)}


def synonym_tokens(text: str) -> dict[str, tuple[str, ...]]:
    """Tokens by field of what the words of a question may stand for, beside its own."""
    return _beside(text, synonyms(_content(text)))


def official_words(text: str) -> tuple[str, ...]:
    """The words of minutes for those of a question that are of everyday or older speech."""
    return official(_content(text))


def near_tokens(text: str) -> dict[str, tuple[str, ...]]:
    """Tokens by field of what the mistyped words of a question may have been, beside its own."""
    return _beside(text, [other for word in _content(text) for other in near(word)])


def _content(text: str) -> list[str]:
    return [form.exact for form in _forms(text) if form.stems]


def _beside(text: str, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Stems and parts of words, less those that the text holds itself."""
    if not words:
        return {}
    asked = question_tokens(text)
    found = {"stems": map(stem, words), "parts": _part_stems(words)}
    return {field: tuple(token for token in dict.fromkeys(tokens) if token not in asked[field]) for field, tokens in found.items()}


@lru_cache(maxsize=1 << 10)
def _header(line: str) -> _Header:
    forms = tuple(_forms(line))
    return _Header(forms, tuple(chain.from_iterable([form.stems for form in forms])), identifiers.tokens(line))


def _restored(forms: Iterable[_Form]) -> tuple[str, ...]:
    return tuple(word for form in forms if form.stems and (word := restored(form.exact)))


def _forms(text: str) -> list[_Form]:
    return [_form_as_written(match[0]) for match in _WORD.finditer(text)]


def _body_tokens(above: Iterable[_Form], text: str) -> dict[str, tuple[str, ...]]:
    below = _forms(text)
    return _body_fields([*above, *below], (*_runs(text), *(_restored(below) if damaged(text) else ())))


def _body_fields(written: Sequence[_Form], meant: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """`written` as it stands; `meant` are words that some of it was before it was damaged."""
    found = [*written, *map(_form, meant)]
    # lists, not generators: this runs for every word that is indexed
    return {
        "exact": tuple([form.exact for form in written]),
        "stems": tuple(chain.from_iterable([form.stems for form in found])),
        "parts": tuple(chain.from_iterable([form.parts for form in found])),
        "loose": tuple(chain.from_iterable([form.loose for form in written])),
    }


@lru_cache(maxsize=1 << 15)
def _stem_as_written(found: str) -> str:
    return stem(_normal(found))


@lru_cache(maxsize=1 << 17)
def _form_as_written(found: str) -> _Form:
    return _form(_normal(found))


@lru_cache(maxsize=1 << 17)
def _form(word: str) -> _Form:
    if word in STOP_WORDS:
        return _Form(word, (), (), ())
    if word[-1].isdigit() and word[0].isdigit():
        return _Form(word, (word,), (), (word,))
    meant = [other for other in ABBREVIATIONS.get(word, ()) if other not in STOP_WORDS]
    return _Form(word, tuple(map(stem, (word, *meant))), tuple(_part_stems((word, *meant))), pieces(word))


def _part_stems(meant: Iterable[str]) -> Iterator[str]:
    """Stems of the parts of compounds; a simple word is its own only part, so that it meets the compounds it is in."""
    for word in meant:
        for part in compounds.parts(word) or (word,):
            yield stem(part)


def _runs(text: str) -> Iterator[str]:
    """The numbers that "49 845 677 626 383" may be: in a table, cells stand as near to each other as the groups of a number."""
    for match in _COLUMNS.finditer(text):
        groups = _SPACES.split(match[0])
        for first in range(len(groups)):
            yield from ("".join(groups[first : last + 1]) for last in range(first, min(first + _MOST_GROUPS, len(groups))))


def _normal(found: str) -> str:
    if found.isascii() and found.isalnum():
        return found.casefold()
    # only numbers hold spaces: "2 500 000"
    return _SPACES.sub("", unicodedata.normalize("NFC", _LINE_BREAK.sub("", found).replace("\u00ad", "")).casefold())
