"""Who signed a paper or leads what it tells of: the names at its end, over their titles.

They stand in a passage of their own that shares no word with the question, so they are found through the paper.
"""

import re
from collections.abc import Iterator, Sequence

from indexer.documents import Kind, Passage, Span
from indexer.index import Filters
from service.extract import Excerpt
from service.material import Material
from service.records import Asks
from service.understanding.gist import gist
from service.understanding.kinds import fold
from service.understanding.wanted import met, overlap, tokens_of, weight

READ_HITS = 5
PAPER_PASSAGES = 100

LEAST_OF_GIST = 0.4
"""Part of the words for the matter that a place of the paper, with its header, must hold."""

MOST_TITLE_WORDS = 10
FEWEST_NAMES = 3
"""Names in a row that are signatures without a title too."""

_SIGNED = r"(?:skr(?:ev|ivit)|undertecknat?|undertecknade|signera\w+|forfatta\w+)"
_SIGNS = re.compile(
    rf"\b(?:vem|vilka|vilke[nt] \w+) (?:har )?{_SIGNED}\b(?! till\b)|\bskr(?:ev|ivit) under\b|\bst(?:ar|od) (?:bakom|som avsandare)\b"
    r"|\bavsandare\w*\b|\bwho (?:wrote|signed)\b"
)
_MOVED = re.compile(rf"{_SIGNED} (?:\w+ )?(?:motion|interpellation|medborgarforslag|insandare)\w*")
"""Of these the text tells the author."""

_PAPER = re.compile(
    r"(?:rapport|tjansteskrivelse|tjansteutlatande|skrivelse|yttrande|brev|dokument|underlag)(?:et|en|n)?|skr(?:ev|ivit)|undertecknat?"
)
"""Words for any paper."""

_TITLE = re.compile(
    r"\b\w*(?:chef|direktör|sekreterare|ordförande|rektor|handläggare|samordnare|utredare|ekonom|jurist|strateg|controller|revisor|planerare"
    r"|kassör|ingenjör|inspektör|arkitekt|ansvarig|ledare)\b",
    re.IGNORECASE,
)
_ASKED_TITLE = re.compile(r"\b(rektor|chef|direktor|handlaggare|samordnare|ordforande)\w*\b")
_CHOSEN = re.compile(r"\b(?:val(?:de|des|ts?)|utse\w*|utsa?gs?|blev|blir|nya?|efter|ersatt\w*)\b")
"""Asks for a choice, which a decision tells."""
_PART = r"[A-ZÅÄÖÉ][a-zåäöéüA-ZÅÄÖ]+(?:- ?[A-ZÅÄÖÉ][a-zåäöéü]+)?"
_NAMES = re.compile(rf"{_PART}(?:\s+(?:von|af|de)\b)?(?:\s+{_PART}){{1,7}}")
_NAME = re.compile(rf"{_PART}\s+(?:(?:von|af|de)\s+)?{_PART}")


def signature(material: Material) -> Excerpt | None:
    """The names with their titles, of the first paper found that is of the matter and has any; None where they are not asked for."""
    question, asked = material.question, fold(material.question.text)
    signs = bool(_SIGNS.search(asked)) and not _MOVED.search(asked)
    title = None if _CHOSEN.search(asked) or question.asks not in (Asks.WHO, Asks.LIST) else _ASKED_TITLE.search(asked)
    if not (signs or title):
        return None
    papers = ([Excerpt(passage, span, None, 1.0) for passage in own for span in _signatures(passage.text)] for own in _papers(material))
    if signs:
        last = [found[-1] for found in papers if found]
        # of several people asked for, the paper that most of them signed
        return max(last, key=_names, default=None) if question.asks is Asks.LIST else next(iter(last), None)
    return next((one for found in papers for one in found if title and _is_of(material, one, title[1])), None)


def _names(excerpt: Excerpt) -> int:
    return len(_NAME.findall(excerpt.span.of(excerpt.passage.text)))


def _papers(material: Material) -> Iterator[Sequence[Passage]]:
    """The passages of each paper of the first hits that holds enough of the words for the matter."""
    words = [word for word in gist(material) if not _PAPER.fullmatch(fold(word.word))]
    others = () if "kallelse" in fold(material.question.text) else (Kind.KALLELSE,)
    seen: set[str] = set()
    for hit in material.hits[:READ_HITS]:
        passage = hit.passage
        said = overlap(words, tokens_of(f"{passage.header}\n{passage.text}"))
        if passage.section_id in seen or passage.kind in (*_MINUTES, *others) or said < LEAST_OF_GIST * weight(words):
            continue
        seen.add(passage.section_id)
        chosen = material.index.select(Filters(section_ids=(passage.section_id,)), material.access, PAPER_PASSAGES)
        yield sorted(material.index.passages(chosen, material.access), key=lambda one: one.ordinal)


_MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)


def _is_of(material: Material, excerpt: Excerpt, title: str) -> bool:
    """Whether a signature bears the title asked for, and says of what."""
    said = excerpt.span.of(excerpt.passage.text)
    of_what = [word for word in gist(material) if title not in fold(word.word)]
    return title in fold(said) and any(met(word, tokens_of(said)) == 1 for word in of_what)


def _signatures(text: str) -> Iterator[Span]:
    """Lines of nothing but names, with the titles below or above them; without titles where there are several names."""
    run: list[Span] = []
    for line in (*(Span(*found.span()) for found in re.finditer(r"\S.*\S", text)), None):
        if line is not None and (_is_names(line.of(text)) or _is_title(line.of(text))):
            run.append(line)
            continue
        if run and _is_signature([one.of(text) for one in run]):
            yield Span(run[0].start, run[-1].end)
        run = []


def _is_signature(lines: Sequence[str]) -> bool:
    names = [line for line in lines if _is_names(line)]
    return bool(names) and (len(names) < len(lines) or sum(len(_NAME.findall(line)) for line in names) >= FEWEST_NAMES)


def _is_names(line: str) -> bool:
    return _NAMES.fullmatch(line) is not None and not _TITLE.search(line)


def _is_title(line: str) -> bool:
    return len(line.split()) <= MOST_TITLE_WORDS and _TITLE.search(line) is not None and line[-1] not in ".:,"
