"""One file, or a member of an archive, read to be looked at: within the bounds of indexing, in a process that can be ended."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from indexer import prepare
from indexer.documents import Reading
from indexer.errors import FileProblem, UsageProblem
from indexer.gathering import archive
from indexer.gathering.collect import Collected, Found, collect
from indexer.gathering.overrides import Overrides
from indexer.limits import Limits
from indexer.report import Skipped
from indexer.workers import Failed, Workers


@dataclass(frozen=True, slots=True)
class Listing:
    """What an archive holds: the names of the members that are read, and those that are not."""

    file: str
    members: tuple[str, ...]
    skipped: tuple[Skipped, ...]


def examined(path: Path, municipality: str | None, overrides: Overrides, limits: Limits) -> Reading | Listing:
    """The file as `index` would read it, with its corrections; of an archive, what it holds. A member is named as if
    the archive were a folder. Raises FileProblem, UsageProblem and ManifestProblem."""
    packed_in = next((parent for parent in path.parents if parent.suffix.lower() == archive.SUFFIX and parent.is_file()), None)
    if path.is_dir():
        raise UsageProblem(f"{path} is a folder. Give one of the files in it.")
    collected = collect([packed_in or path], municipality, limits)
    if path.suffix.lower() == archive.SUFFIX and packed_in is None:
        return Listing(path.name, tuple(found.file for found in collected.files), collected.skipped)
    return _read(_the_one(path, packed_in, collected), overrides, limits)


def _the_one(path: Path, packed_in: Path | None, collected: Collected) -> Found:
    """The file meant among those collected."""
    name = path.relative_to(packed_in.parent).as_posix() if packed_in else path.name
    for found in collected.files:
        if found.file == name:
            return found
    for skipped in collected.skipped:
        if skipped.file in {name, packed_in and packed_in.name}:
            raise _problem(skipped)
    raise UsageProblem(f"There is no {name} in it. `paragraf inspect {packed_in}` lists what the archive holds.")


def _read(found: Found, overrides: Overrides, limits: Limits) -> Reading:
    try:
        corrections = overrides.of(_names(found.origin), archive.sha256(found.origin))
    except OSError as error:
        raise UsageProblem(f"{found.origin} cannot be opened ({error.strerror}). Check its rights.") from error
    found = replace(found, given=replace(found.given, corrections=corrections))
    with Workers(partial(prepare.read, limits), 1, limits.seconds, limits.memory_mib * 1024**2) as workers:
        _, result = next(workers.results([found]))
    if isinstance(result, Failed):
        raise _problem(Skipped(found.file, result.reason, result.message))
    return result


def _names(origin: str) -> frozenset[str]:
    """The names that a file may have in an index, by the folder that was given to it."""
    parts = Path(origin).parts
    return frozenset("/".join(parts[start:]) for start in range(1, len(parts)))


def _problem(skipped: Skipped) -> FileProblem:
    problem = FileProblem(skipped.sentence)
    problem.reason = skipped.reason
    return problem
