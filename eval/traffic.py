"""A real `paragraf serve` under a few clients at once: what a request takes from outside, and the memory that it costs."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from indexer.errors import UsageProblem

ROOT = Path(__file__).resolve().parent.parent
START_TIMEOUT_S = 60.0
REQUEST_TIMEOUT_S = 30.0
WARMING = 8
"""Requests before the clock runs: the first ones open files and fill caches, once in a server's life."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs; its first process is `pid`."""

    port: int
    pid: int

    def memory_mb(self) -> float | None:
        """Resident memory of all its processes now, what they share counted once; None where the system does not tell."""
        shares = [share for pid in (self.pid, *_children(self.pid)) if (share := _share_mb(pid)) is not None]
        return sum(shares) if shares else None

    def processor_s(self) -> float | None:
        """Seconds of processor time that all its processes have taken; None where the system does not tell."""
        taken = [seconds for pid in (self.pid, *_children(self.pid)) if (seconds := _processor_s(pid)) is not None]
        return sum(taken) if taken else None


@contextmanager
def serving(location: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """`paragraf serve` on a free port until the block ends. Raises UsageProblem where it does not get ready."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "paragraf", "serve", "--host", "127.0.0.1", "--port", str(port), "--index", location]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(port, process)
            yield Server(port, process.pid)
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()


def milliseconds(port: int, path: str, questions: Sequence[str], clients: int, requests: int) -> list[float]:
    """What each of so many requests took, `clients` asking at once, each on its own connection."""
    asked = [questions[number % len(questions)] for number in range(requests)]
    _client(port, path, asked[:WARMING])
    with ThreadPoolExecutor(clients) as pool:
        shares = [asked[number::clients] for number in range(clients)]
        return [taken for times in pool.map(lambda share: _client(port, path, share), shares) for taken in times]


def _client(port: int, path: str, questions: Sequence[str]) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=REQUEST_TIMEOUT_S)
    taken = []
    try:
        for question in questions:
            start = time.perf_counter()
            connection.request("GET", f"{path}?{urlencode({'question': question})}", headers={"Accept": "application/json"})
            response = connection.getresponse()
            body = response.read()
            taken.append((time.perf_counter() - start) * 1000)
            if response.status != 200:
                raise UsageProblem(f"{path} answered {response.status} to {question!r}: {body[:200].decode(errors='replace')}")
    finally:
        connection.close()
    return taken


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=REQUEST_TIMEOUT_S)
        try:
            connection.request("GET", "/readyz")
            if json.loads(connection.getresponse().read()).get("ready"):
                return
        except (OSError, http.client.HTTPException, ValueError):
            pass  # not listening yet; the deadline bounds the wait
        finally:
            connection.close()
        time.sleep(0.1)
    raise UsageProblem(f"`paragraf serve` was not ready on port {port} within {START_TIMEOUT_S:g} s. Start it by hand to see why.")


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def peak_mb(pid: int) -> float | None:
    """The greatest resident memory of a process so far; None where the system does not tell."""
    return _told(Path(f"/proc/{pid}/status"), "VmHWM:")


def _share_mb(pid: int) -> float | None:
    """Resident memory of a process, each page divided by the processes that map it."""
    return _told(Path(f"/proc/{pid}/smaps_rollup"), "Pss:")


def _processor_s(pid: int) -> float | None:
    try:
        # the name of the program stands in parentheses and may hold spaces: what follows it is counted from its end
        told = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _told(path: Path, name: str) -> float | None:
    try:
        lines = path.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), None)
