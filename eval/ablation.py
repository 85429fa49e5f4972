"""What each part of finding is worth: the question set run with one part switched off at a time.

`python -m eval.ablation QUESTIONS --index DIR`. Parts are switched off between the service and its index, so that what is
measured is the service as it is: a field is not searched, a passage's role or body is not seen.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from eval import questions
from eval.comparing import Difference, corrected, differences
from eval.measures import Judged, judge, means
from eval.outcome import shown
from eval.predictions import Prediction
from eval.run import found
from indexer.documents import Passage, Role
from indexer.index import FIELDS, Access, Facets, FileRecord, Filters, Index, IndexVersion, Scored, Search, StoredFile, Term, Vector, Writer
from service.config import from_environment
from service.finding.ranking import WEIGHTS, WORDS
from service.resources import Resources, open_resources

MEASURES = ("hit@5", "MRR@10", "evidence@10")


@dataclass(frozen=True, slots=True)
class Part:
    """What is switched off: fields not searched, neighbours not asked for, municipalities not known, what a passage says
    of itself not seen, `facts` not weighed."""

    name: str
    fields: frozenset[str] = frozenset()
    neighbours: bool = False
    municipalities: bool = False
    passage: Callable[[Passage], Passage] = lambda passage: passage
    facts: frozenset[str] = frozenset()


def _no_role(passage: Passage) -> Passage:
    return replace(passage, role=Role.BAKGRUND)


def _no_body(passage: Passage) -> Passage:
    return replace(passage, body=None)


def _no_reference(passage: Passage) -> Passage:
    return replace(passage, case_key=None, section=None)


def _nothing(passage: Passage) -> Passage:
    return _no_role(_no_body(_no_reference(passage)))


FACTS = frozenset(WEIGHTS) - {WORDS}

PARTS = (
    *(Part(f"field {name}", frozenset({name})) for name in FIELDS),
    Part("vectors", neighbours=True),
    Part("role of a passage", passage=_no_role),
    Part("body named", passage=_no_body),
    Part("Dnr and § named", passage=_no_reference),
    Part("municipality named", municipalities=True),
    *(Part(f"fact {name}", facts=frozenset({name})) for name in sorted(FACTS)),
    Part("all facts", facts=FACTS),
    Part("all but BM25 over stems", frozenset(FIELDS) - {"stems"}, neighbours=True, municipalities=True, passage=_nothing, facts=FACTS),
)


class Without:
    """An index without one part; everything else is passed on."""

    def __init__(self, index: Index, part: Part) -> None:
        self._index, self._part = index, part

    @property
    def version(self) -> IndexVersion:
        """As the index has it."""
        return self._index.version

    @property
    def location(self) -> str:
        """As the index has it."""
        return self._index.location

    @property
    def is_remote(self) -> bool:
        """As the index has it."""
        return self._index.is_remote

    def files(self, access: Access) -> list[FileRecord]:
        """All files."""
        return self._index.files(access)

    def file(self, file: str, access: Access) -> StoredFile | None:
        """One file."""
        return self._index.file(file, access)

    def passages(self, ids: Sequence[str], access: Access) -> list[Passage]:
        """Passages without the facts that are switched off."""
        return [self._part.passage(passage) for passage in self._index.passages(ids, access)]

    def lexical(self, terms: Iterable[Term], filters: Filters, access: Access, limit: int, holding: Iterable[Term] = ()) -> list[Scored]:
        """The search without the fields that are switched off."""
        return self._index.lexical([term for term in terms if term.field not in self._part.fields], filters, access, limit, holding)

    def nearest(self, vector: Vector, filters: Filters, access: Access, limit: int) -> list[Scored]:
        """Neighbours, or none."""
        return [] if self._part.neighbours else self._index.nearest(vector, filters, access, limit)

    def lexical_each(self, searches: Sequence[Search], access: Access, limit: int) -> list[list[Scored]]:
        """Each search without the fields that are switched off."""
        return [self.lexical(search.terms, search.filters, access, limit, search.holding) for search in searches]

    def nearest_each(self, vector: Vector, filters: Sequence[Filters], access: Access, limit: int) -> list[list[Scored]]:
        """Neighbours within each of the filters, or none."""
        return [self.nearest(vector, each, access, limit) for each in filters]

    def select(self, filters: Filters, access: Access, limit: int) -> list[str]:
        """As the index has it."""
        return self._index.select(filters, access, limit)

    def facets(self, filters: Filters, access: Access) -> Facets:
        """Counts, without municipalities where these are switched off: a question then narrows nothing."""
        facets = self._index.facets(filters, access)
        return replace(facets, municipalities={}) if self._part.municipalities else facets

    def writer(self, *, rebuild: bool = False) -> Writer:
        """Refused: what is measured is not changed."""
        raise NotImplementedError

    def close(self) -> None:
        """The index is closed by whoever opened it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A part, the figures without it, and what they differ by from those with it."""

    part: str
    figures: Mapping[str, float | None]
    differences: Mapping[str, Difference]


def ablate(asked: Sequence[questions.GoldQuestion], resources: Resources, today: date, parts: Sequence[Part]) -> list[Row]:
    """The first row is the service as it is. p is corrected over all rows of a measure."""
    whole = _judged(asked, resources, today, WEIGHTS)
    without = {part.name: _judged(asked, replace(resources, index=Without(resources.index, part)), today, _weights(part)) for part in parts}
    compared = {name: {d.measure: d for d in differences(whole, judged)} for name, judged in without.items()}
    holm = {measure: corrected(compared[name][measure] for name in without) for measure in MEASURES}
    rows = [Row("", means(whole), {})]
    for number, (name, judged) in enumerate(without.items()):
        rows.append(Row(name, means(judged), {measure: holm[measure][number] for measure in MEASURES}))
    return rows


def _weights(part: Part) -> dict[str, float]:
    return {name: weight for name, weight in WEIGHTS.items() if name not in part.facts}


def _judged(asked: Sequence[questions.GoldQuestion], resources: Resources, today: date, weights: Mapping[str, float]) -> list[Judged]:
    predictions: dict[str, Prediction] = {question.id: found(question, resources, Access.public(), today, weights) for question in asked}
    return judge(asked, predictions, {})


@click.command(epilog="\b\nExample:\n  python -m eval.ablation questions.jsonl --index DIR")
@click.argument("question_set", metavar="QUESTIONS", type=click.Path(path_type=Path))
@click.option("--index", "location", help="Directory or URL of the index.  [env: PARAGRAF_INDEX]")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day that counts as today in questions.  Default: today.")
def main(question_set: Path, location: str | None, as_of: datetime | None) -> None:
    """Run QUESTIONS with one part of finding switched off at a time."""
    asked = [question for question in questions.load(question_set) if question.evidence]
    rows = ablate(asked, open_resources(from_environment({"index": location})), (as_of or datetime.now(UTC)).date(), PARTS)
    table = Table(title=f"{len(asked)} questions; difference without the part, p after Holm's correction")
    table.add_column("without", no_wrap=True)
    for measure in MEASURES:
        table.add_column(measure)
    for row in rows:
        table.add_row(row.part or "(nothing)", *(_cell(row, measure) for measure in MEASURES))
    Console().print(table)


def _cell(row: Row, measure: str) -> str:
    d = row.differences.get(measure)
    return shown(row.figures[measure]) + (f"  {d.mean:+.3f}  p {d.holm:.3f}" if d else "")


if __name__ == "__main__":
    main()
