"""How an indexing run is followed while it runs: a bar on a terminal, plain lines elsewhere, or nothing."""

from types import TracebackType
from typing import Protocol, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress

from indexer.terminal import printable, shown


class Progress(Protocol):
    """Told what happens; `start` comes before any file, and once."""

    def start(self, files: int) -> None:
        """So many files will be read."""

    def file(self, name: str, outcome: str) -> None:
        """One file is done: read, or skipped and why."""


class Silent:
    """Says nothing."""

    def start(self, files: int) -> None:
        """Nothing."""

    def file(self, name: str, outcome: str) -> None:
        """Nothing."""


class Lines:
    """A line a file: for logs."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._files = 0
        self._done = 0

    def start(self, files: int) -> None:
        """Remember how many there are."""
        self._files = files

    def file(self, name: str, outcome: str) -> None:
        """Print "[3/25] name: outcome"."""
        self._done += 1
        self._console.print(shown(f"[{self._done}/{self._files}] {name}: {outcome}"), soft_wrap=True)


class Bar:
    """A bar that moves, for terminals; used as a context manager so that the terminal is left as it was."""

    def __init__(self, console: Console) -> None:
        columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
        self._progress = RichProgress(*columns, console=console, transient=True)
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._progress.stop()

    def start(self, files: int) -> None:
        """Show the empty bar."""
        self._task = self._progress.add_task("", total=files)

    def file(self, name: str, outcome: str) -> None:
        """Move on by one."""
        if self._task is not None:
            self._progress.update(self._task, advance=1, description=printable(f"{name}: {outcome}"))
