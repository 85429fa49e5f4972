"""The embedded engine: an index in a directory, with nothing to install and no server to run.

DIR/<version key>/version.json     what it was made with
                  lock             held by the writer
                  current          names the generation that answers
                  gen-000007/      see generation.py
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from indexer.documents import Passage
from indexer.engines.current import Current, pointed_at
from indexer.engines.embeddedwriter import VERSION, EmbeddedWriter
from indexer.engines.filtering import conditions, may_see
from indexer.engines.manysearches import Asked, lexical_each, nearest_each
from indexer.engines.ranking import merged
from indexer.engines.stored import version_from_json
from indexer.engines.withholding import is_withheld, seen
from indexer.errors import IndexProblem, UsageProblem
from indexer.index import Access, Facets, FileRecord, Filters, IndexVersion, Scored, Search, StoredFile, Term, Vector


class EmbeddedIndex:
    """One version of an index in a directory. Safe to read from several threads, and while another process writes."""

    def __init__(self, location: str, version: IndexVersion) -> None:
        directory = Path(location).absolute()
        try:
            is_taken = directory.exists() and not directory.is_dir()
        except OSError as error:
            raise IndexProblem(
                f"{location} cannot be looked at ({error.strerror}). Check the path, and that this user may enter its folders."
            ) from error
        if is_taken:
            raise UsageProblem(f"{location} is a file, not a directory. Give --index a directory, or the URL of Elasticsearch.")
        self._location = location
        self._version = version
        self._folder = directory / version.key
        self._current = Current(self._folder, version.dimension)

    @property
    def version(self) -> IndexVersion:
        """What this index was made with."""
        return self._version

    @property
    def location(self) -> str:
        """The directory."""
        return self._location

    @property
    def is_remote(self) -> bool:
        """No: reads take processor time, and several at once only get in each other's way."""
        return False

    def files(self, access: Access) -> list[FileRecord]:
        """All files, by name."""
        with self._current.reading() as generation:
            found = generation.files if generation else ()
        return [record for record in found if may_see(access, record.given.collection, record.file)]

    def file(self, file: str, access: Access) -> StoredFile | None:
        """One file as read."""
        with self._current.reading() as generation:
            found = generation.file(file) if generation else None
        return seen(found, access) if found and may_see(access, found.record.given.collection, file) else None

    def passages(self, ids: Sequence[str], access: Access) -> list[Passage]:
        """Passages in the order asked for."""
        with self._current.reading() as generation:
            found = generation.passages(list(dict.fromkeys(ids))) if generation else {}
        there = (found[key] for key in ids if key in found)
        return [each for each in there if may_see(access, each.collection, each.file) and not is_withheld(each, access)]

    def lexical(self, terms: Iterable[Term], filters: Filters, access: Access, limit: int, holding: Iterable[Term] = ()) -> list[Scored]:
        """The best passages by the sum of weighted BM25 scores."""
        wanted, weights, required = conditions(filters, access), merged(terms), tuple(merged(holding))
        with self._current.reading() as generation:
            return generation.lexical(weights, wanted, limit, required) if generation and wanted and weights else []

    def nearest(self, vector: Vector, filters: Filters, access: Access, limit: int) -> list[Scored]:
        """The passages whose vectors point the same way, exactly."""
        wanted = conditions(filters, access)
        with self._current.reading() as generation:
            return generation.nearest(vector, wanted, limit) if generation and wanted else []

    def lexical_each(self, searches: Sequence[Search], access: Access, limit: int) -> list[list[Scored]]:
        """What `lexical` finds for each search."""
        asked = [(merged(search.terms), conditions(search.filters, access), tuple(merged(search.holding))) for search in searches]
        able = [Asked(weights, wanted, required) for weights, wanted, required in asked if weights and wanted]
        with self._current.reading() as generation:
            found = iter(lexical_each(generation, able, limit) if generation else [[] for _ in able])
        return [next(found) if weights and wanted else [] for weights, wanted, _ in asked]

    def nearest_each(self, vector: Vector, filters: Sequence[Filters], access: Access, limit: int) -> list[list[Scored]]:
        """What `nearest` finds within each of the filters."""
        wanted = [each for each in (conditions(one, access) for one in filters) if each]
        with self._current.reading() as generation:
            return nearest_each(generation, vector, wanted, limit) if generation and wanted else [[] for _ in filters]

    def select(self, filters: Filters, access: Access, limit: int) -> list[str]:
        """Ids of passages that meet the filters, in id order."""
        wanted = conditions(filters, access)
        with self._current.reading() as generation:
            return generation.select(wanted, limit) if generation and wanted else []

    def facets(self, filters: Filters, access: Access) -> Facets:
        """Counts for what the filters leave."""
        wanted = conditions(filters, access)
        with self._current.reading() as generation:
            return generation.facets(wanted) if generation and wanted else Facets()

    def writer(self, *, rebuild: bool = False) -> EmbeddedWriter:
        """Start changing the index; the lock is taken when the `with` block begins."""
        return EmbeddedWriter(self._folder, self._version, rebuild=rebuild)

    def close(self) -> None:
        """Let go of the files."""
        self._current.close()


def embedded_versions(location: str) -> tuple[IndexVersion, ...]:
    """The versions that have been filled in the directory, by key."""
    filled = (path.parent for path in sorted(Path(location).glob(f"*/{VERSION}")) if pointed_at(path.parent))
    return tuple(version for version in map(_version_of, filled) if version)


def _version_of(folder: Path) -> IndexVersion | None:
    try:
        return version_from_json(json.loads((folder / VERSION).read_text(encoding="utf-8")))
    except ValueError:  # not JSON
        return None
