"""Work on outsiders' files in processes of their own: one that dies, hangs or eats memory costs that one file.

The standard pools cannot do this: there, a dead worker breaks the whole pool and a hanging one cannot be ended. Results
come back in the order of the tasks, and only a few are held at a time.
"""

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Generic, Self, TypeVar

if sys.platform != "win32":
    import resource

Task = TypeVar("Task")
Result = TypeVar("Result")

MEMORY_BYTES = 6 * 1024**3
"""Address space of a worker. Large PDFs stay far below; a PDF made to explode ends its worker instead of the machine."""

READ_AHEAD = 2
"""Finished results held for each worker while an earlier, slower file is waited for."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The work on a task did not end as it should."""

    reason: str
    message: str


class Workers(Generic[Task, Result]):
    """`count` processes that do `work`, a function of a module (it is sent by name).

    A process that gives no sign of life for `timeout_s` is ended; to finish a task is one, to call `alive` another.
    """

    def __init__(self, work: Callable[[Task], Result], count: int, timeout_s: float, memory_bytes: int = MEMORY_BYTES) -> None:
        self._work = work
        self._memory_bytes = memory_bytes
        self._count = count
        self._timeout_s = timeout_s
        self._idle: list[_Worker[Task, Result]] = []
        self._busy: dict[Connection, tuple[_Worker[Task, Result], int, float]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in (*self._idle, *(worker for worker, _, _ in self._busy.values())):
            worker.end()
        self._idle, self._busy = [], {}

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Failed]]:
        """Each task with its result, in order."""
        remaining = iter(enumerate(tasks))
        window: deque[tuple[int, Task]] = deque()
        done: dict[int, Result | Failed] = {}
        while True:
            # Nobody is waited for while a result lies ready, so that the processes work on while it is used.
            done |= self._finished(wait_for_one=bool(window) and window[0][0] not in done)
            while len(window) < self._count * READ_AHEAD and len(self._busy) < self._count:
                item = next(remaining, None)
                if item is None:
                    break
                self._start(*item)
                window.append(item)
            if not window:
                return
            if window[0][0] in done:
                number, task = window.popleft()
                yield task, done.pop(number)

    def _start(self, number: int, task: Task) -> None:
        worker = self._idle.pop() if self._idle else _Worker(self._work, self._memory_bytes)
        try:
            worker.connection.send(task)
        except OSError:  # it died while it had nothing to do
            worker.end()
            worker = _Worker(self._work, self._memory_bytes)
            worker.connection.send(task)
        self._busy[worker.connection] = (worker, number, time.monotonic() + self._timeout_s)

    def _finished(self, *, wait_for_one: bool) -> dict[int, Result | Failed]:
        """What has ended since, well or badly, or has used up its time."""
        if not self._busy:
            return {}
        first_deadline = min(deadline for _, _, deadline in self._busy.values())
        ready = wait(list(self._busy), timeout=max(0.0, first_deadline - time.monotonic()) if wait_for_one else 0.0)
        done: dict[int, Result | Failed] = {}
        for connection in [c for c in self._busy if c in ready]:
            worker, number, _ = self._busy.pop(connection)
            result = self._received(worker)
            if isinstance(result, _Alive):
                self._busy[connection] = (worker, number, time.monotonic() + self._timeout_s)
            else:
                done[number] = result
        now = time.monotonic()
        for connection in [c for c, (_, _, deadline) in self._busy.items() if deadline <= now]:
            worker, number, _ = self._busy.pop(connection)
            worker.end()
            done[number] = Failed("timed out", f"took longer than {self._timeout_s:g} s to read and was given up; split the file")
        return done

    def _received(self, worker: "_Worker[Task, Result]") -> "Result | Failed | _Alive":
        try:
            result: Result | Failed | _Alive = worker.connection.recv()
        except (EOFError, OSError):
            code = worker.end()
            return Failed("reader died", f"ended the process that read it (exit status {code}); the file may be damaged or made to do harm")
        if not isinstance(result, _Alive):
            self._idle.append(worker)
        return result


class _Worker(Generic[Task, Result]):
    """One process with the line to it."""

    def __init__(self, work: Callable[[Task], Result], memory_bytes: int) -> None:
        # "spawn" starts clean: forking a process that runs threads (engines, tokenizers) can deadlock the child.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(work, theirs, memory_bytes), daemon=True)
        with _no_interrupts():
            self._process.start()
        theirs.close()

    def end(self) -> int | None:
        """End the process, whatever it does; its exit status."""
        self.connection.close()
        self._process.join(timeout=0.2)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        code = self._process.exitcode
        self._process.close()
        return code


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """What is started here never sees Ctrl-C, which reaches the whole group: the parent ends its workers itself."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # multiprocessing starts it with the first process, and then lets interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@dataclass(frozen=True, slots=True)
class _Alive:
    """What a worker sends while a task takes long."""


_to_parent: Connection | None = None
"""In a worker, the line to its parent."""


def alive() -> None:
    """Tell the parent that the work goes on; does nothing outside a worker."""
    if _to_parent is not None:
        with suppress(OSError):
            _to_parent.send(_Alive())


def _serve(work: Callable[[Task], Result], connection: Connection, memory_bytes: int) -> None:
    """The worker's life: until its parent closes the line or dies."""
    global _to_parent
    _to_parent = connection
    _limit_memory(memory_bytes)
    with suppress(EOFError, OSError):
        while True:
            connection.send(_done(work, connection.recv(), memory_bytes))


def _limit_memory(memory_bytes: int) -> None:
    if sys.platform == "win32":  # knows no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    least = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
    with suppress(ValueError, OSError):  # a system that knows the limit but does not let it be set
        resource.setrlimit(resource.RLIMIT_AS, (least, hard))


def _done(work: Callable[[Task], Result], task: Task, memory_bytes: int) -> Result | Failed:
    try:
        return work(task)
    except MemoryError:
        return Failed("too large", f"needs more than the {memory_bytes / 1024**3:g} GiB of memory that a file may use; split it")
    except Exception as error:  # noqa: BLE001 a mistake of ours on one file must not end the work on the others
        return Failed("internal error", f"{type(error).__name__}: {error}; please report it")
