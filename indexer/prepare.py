"""One file, as far as it goes without index and model: read, split, cut into passages, analysed. Runs in a worker."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from indexer import passages, reading, swedish
from indexer.documents import Passage, Reading
from indexer.errors import FileProblem
from indexer.gathering import archive
from indexer.gathering.collect import Found
from indexer.gathering.plan import Task
from indexer.limits import Limits
from indexer.workers import Failed, alive


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file read and split, its passages, and the tokens of each."""

    reading: Reading
    passages: tuple[Passage, ...]
    tokens: tuple[Mapping[str, tuple[str, ...]], ...]


def prepare(limits: Limits, task: Task) -> Prepared | Failed:
    """The file's content ready to be embedded, or why it cannot be read."""
    done = read(limits, replace(task.found, file=task.file))
    if isinstance(done, Failed):
        return done
    made = passages.passages(done.source, done.furniture, done.documents, task.found.given)
    return Prepared(done, made, tuple(swedish.document_tokens(passage.header, searched(passage)) for passage in made))


def searched(passage: Passage) -> str:
    """The words that a passage is found by, beside its header."""
    return f"{passage.context}\n{passage.text}" if passage.context else passage.text


def read(limits: Limits, found: Found) -> Reading | Failed:
    """The file read and split, or why it cannot be read."""
    try:
        with archive.on_disk(found.origin) as path:
            return reading.read(path, found.file, found.given, limits, alive)
    except FileProblem as problem:
        return Failed(problem.reason, str(problem))
    except OSError as error:
        return Failed("unreadable", f"cannot be opened ({error.strerror}); give the indexing user read access to it")
