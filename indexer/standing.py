"""What lies at the place of an index: which versions, which of them this program reads, and what that one holds."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from indexer import embeddings
from indexer.engines.location import Connection, open_index, versions_at, without_credentials
from indexer.errors import IndexProblem
from indexer.index import Access, Facets, Filters, Index, IndexVersion
from indexer.opening import version_of
from indexer.report import Totals
from indexer.settings import Values
from indexer.terminal import shown


@dataclass(frozen=True, slots=True)
class Standing:
    """`problem` says why the index cannot be read, where that is so; the counts are then zero. `collections` counts files;
    only those of "public" are searched and shown."""

    location: str
    wanted: IndexVersion
    there: tuple[IndexVersion, ...] = ()
    totals: Totals = field(default_factory=Totals)
    pages: int = 0
    municipalities: Mapping[str, int] = field(default_factory=dict)
    bodies: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    collections: Mapping[str, int] = field(default_factory=dict)
    problem: IndexProblem | None = None

    @property
    def period(self) -> tuple[str, str] | None:
        """First and last year with a dated passage."""
        return (min(self.years), max(self.years)) if self.years else None

    def as_json(self) -> dict[str, object]:
        """One JSON object; `versions` has all that lie there, `version` is the one this program reads."""
        return {
            "location": self.location,
            "version": self.wanted.key,
            "readable": self.problem is None,
            "problem": None if self.problem is None else str(self.problem),
            "versions": [{"key": version.key, **asdict(version)} for version in self.there],
            **asdict(self.totals),
            "pages": self.pages,
            "municipalities": dict(self.municipalities),
            "bodies": dict(self.bodies),
            "years": dict(self.years),
            "period": self.period,
            "collections": dict(self.collections),
        }


def standing(values: Values) -> Standing:
    """Look. Raises IndexUnreachable where the place itself cannot be asked, and ModelProblem."""
    location, reach = str(values["index"]), Connection.of(values)
    wanted = version_of(embeddings.load(str(values["model"])))
    there = versions_at(location, reach)
    try:
        index = open_index(location, wanted, reach)
    except IndexProblem as problem:
        return Standing(without_credentials(location), wanted, there, problem=problem)
    try:
        return _of(index, there)
    finally:
        index.close()


def _of(index: Index, there: tuple[IndexVersion, ...]) -> Standing:
    access = Access.operator()
    files, facets = index.files(access), index.facets(Filters(), access)
    totals = Totals(
        len(files),
        sum(record.documents for record in files),
        sum(record.sections for record in files),
        sum(record.passages for record in files),
    )
    pages = sum(record.pages for record in files)
    collections = Counter(record.given.collection for record in files)
    return Standing(index.location, index.version, there, totals, pages, *_counted(facets), collections)


def _counted(facets: Facets) -> tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int]]:
    return facets.municipalities, facets.bodies, facets.years


def as_table(found: Standing) -> RenderableType:
    """The standing as shown on a terminal."""
    rows = Table(show_header=False, box=None, pad_edge=False)
    rows.add_column(style="bold")
    rows.add_column()
    rows.add_row("place", shown(found.location))
    for version in found.there:
        mark = "read by this program" if version == found.wanted else "of another version or model"
        rows.add_row("version", shown(f"{version.key} ({mark})"))
    if found.problem is None:
        totals = found.totals
        rows.add_row("files", str(totals.files))
        rows.add_row("holds", f"{found.pages} pages, {totals.documents} documents, {totals.sections} sections, {totals.passages} passages")
        if set(found.collections) - {"public"}:
            counts = ", ".join(f"{count} in {name}" for name, count in sorted(found.collections.items()))
            rows.add_row("collections", shown(f"files: {counts}; only those in public are searched and shown"))
        rows.add_row("period", " – ".join(found.period) if found.period else "no dates found")
    return Group(rows, *(_counts(title, counts) for title, counts in _titled(found) if counts))


def _titled(found: Standing) -> tuple[tuple[str, Mapping[str, int]], ...]:
    return ("Municipalities", found.municipalities), ("Bodies", found.bodies)


def _counts(title: str, counts: Mapping[str, int]) -> Text:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return shown("\n".join(("", title, *(f"  {count:>7}  {name}" for name, count in ordered))))
