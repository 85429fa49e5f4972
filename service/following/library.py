"""The § and papers of an index, looked up as a matter's way needs them: by Dnr, by meeting and §, by what they mention.

Each file is fetched once for a story. All reads take the reader's `Access`: what is withheld is nowhere in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from indexer.documents import CaseNumber, Kind, Passage
from indexer.index import Access, Filters, Index, Term
from service.following.belonging import parents
from service.following.papers import MINUTES, SUMMONS, Paper

MINUTED = tuple(map(str, MINUTES))
OTHERS = tuple(str(kind) for kind in Kind if kind not in MINUTES)

YEAR = "2031"
"""How a year is written, where no day is known."""

MOST_PASSAGES = 1000
"""Passages of a Dnr that are looked through, of minutes and of other papers each."""

MOST_MENTIONS = 60
"""Passages looked through for one reference."""


@dataclass(slots=True)
class Library:
    """What an index holds for one reader."""

    index: Index
    access: Access
    _files: dict[str, tuple[Paper, ...]] = field(default_factory=dict)
    _matters: dict[str, str | None] = field(default_factory=dict)

    def of_case(self, key: str) -> list[Paper]:
        """All that has this Dnr, and all that is attached to its matter in the same files."""
        found: dict[str, Paper] = {}
        for file in dict.fromkeys(passage.file for passage in self._with_case(key)):
            for paper in self.papers(file):
                if key in (paper.key, paper.parent):
                    found.setdefault(paper.id, paper)
        return list(found.values())

    def at(self, municipality: str, day: str, number: str) -> list[Paper]:
        """The § with a number of all meetings of a day, or of a year."""
        first, last = (day, day) if len(day) > len(YEAR) else (f"{day}-01-01", f"{day}-12-31")
        filters = Filters(municipalities=(municipality,), kinds=MINUTED, sections=(number,), date_from=first, date_to=last)
        return list(self.of_passages(self._selected(filters, MOST_MENTIONS)))

    def holds_minutes(self, municipality: str, body: str | None, day: str) -> bool:
        """Whether minutes of a meeting that was held are here; drafts and single extracts are none. A year names no meeting."""
        if len(day) <= len(YEAR):
            return False
        filters = Filters(
            municipalities=(municipality,), bodies=(body,) if body else (), kinds=(str(Kind.PROTOKOLL),), date_from=day, date_to=day
        )
        return any(not paper.is_draft for paper in self.of_passages(self._selected(filters, MOST_MENTIONS)))

    def mentioning(self, tokens: Sequence[str], filters: Filters, limit: int = MOST_MENTIONS) -> list[Passage]:
        """Passages with any of the reference tokens, those with most of them first."""
        return self._found("ids", tokens, filters, limit)

    def titled(self, tokens: Iterable[str], filters: Filters) -> list[Passage]:
        """Passages whose header has the words, those with most of them first."""
        return self._found("header", tokens, filters, MOST_MENTIONS)

    def of_passages(self, passages: Iterable[Passage]) -> Iterator[Paper]:
        """The § that passages are of, each once."""
        wanted: dict[str, set[str]] = {}
        for passage in passages:
            wanted.setdefault(passage.file, set()).add(passage.section_id)
        for file, ids in wanted.items():
            yield from (paper for paper in self.papers(file) if paper.id in ids)

    def papers(self, file: str) -> tuple[Paper, ...]:
        """All § and papers of a file, in its order, each with the matter that it is attached to."""
        if file not in self._files:
            stored = self.index.file(file, self.access)
            bare = [Paper(stored, one, section) for one in stored.documents for section in one.sections] if stored else []
            attached = parents(bare, self._matter_of)
            self._files[file] = tuple(replace(paper, parent=attached[paper.id]) for paper in bare)
        return self._files[file]

    def _matter_of(self, case: CaseNumber) -> str | None:
        """The key of the matter of § or summons that a number is of, with its registry or without."""
        key = case.key or ""
        if key not in self._matters:
            municipality, _, *number = key.split("|")
            keys = (key, "|".join((municipality, "", *number)))
            filters = Filters(case_keys=keys, kinds=(*MINUTED, *map(str, SUMMONS)))
            found = {passage.case_key for passage in self._selected(filters, MOST_MENTIONS) if passage.section}
            self._matters[key] = next((one for one in keys if one in found), None)
        return self._matters[key]

    def _with_case(self, key: str) -> list[Passage]:
        return [one for kinds in (MINUTED, OTHERS) for one in self._selected(Filters(case_keys=(key,), kinds=kinds), MOST_PASSAGES)]

    def _selected(self, filters: Filters, limit: int) -> list[Passage]:
        return self.index.passages(self.index.select(filters, self.access, limit), self.access)

    def _found(self, name: str, tokens: Iterable[str], filters: Filters, limit: int) -> list[Passage]:
        found = self.index.lexical([Term(name, token) for token in tokens], filters, self.access, limit)
        return self.index.passages([scored.id for scored in found], self.access)
