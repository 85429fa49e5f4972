"""`paragraf serve` in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest


@dataclass(frozen=True, slots=True)
class Server:
    """A running server and the file that its errors go to."""

    process: subprocess.Popen[bytes]
    url: str
    log: Path


@contextmanager
def serving(index: Path, folder: Path, settings: Mapping[str, str], ready: int = 200) -> Iterator[Server]:
    """A server that answers from the index, with these settings; its errors go to a file in the folder.

    `ready` is what /readyz says when it is waited for no longer: 503 for one without an index.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    log = folder / "stderr"
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "paragraf", "serve", "--index", str(index), "--port", str(port)],
            cwd=Path(__file__).resolve().parents[2],
            env={**os.environ, "PARAGRAF_LOG_LEVEL": "info", **settings},
            stderr=errors,
        )
        running = Server(process, f"http://127.0.0.1:{port}", log)
        try:
            _wait_until_ready(running, ready)
            yield running
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            process.wait(timeout=60)


def _wait_until_ready(running: Server, ready: int, patience_s: float = 90) -> None:
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        try:
            if httpx2.get(f"{running.url}/readyz").status_code == ready:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    pytest.fail(running.log.read_text(encoding="utf-8"))
