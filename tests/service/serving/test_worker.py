"""How processes share what arrives: on one real listening socket, as they have it."""

import logging
import socket
import sys
import threading
from collections.abc import Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("gunicorn does not run on Windows", allow_module_level=True)

from gunicorn.config import Config  # type: ignore[import-untyped]  # gunicorn has no types

from service.serving.worker import Worker


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


@pytest.fixture
def busy() -> Iterator[Worker]:
    """One of two processes, with four requests in work."""
    settings = Config()
    settings.set("workers", 2)
    worker = Worker(0, 0, [], None, 30, settings, logging.getLogger("test"))
    worker.nr_conns = 4
    yield worker
    worker.tmp.close()


def test_a_busy_process_leaves_a_connection_to_one_that_is_idle(listener: socket.socket, busy: Worker) -> None:
    arrived = threading.Event()
    taken: list[socket.socket] = []

    def accept() -> None:
        arrived.wait(5)
        taken.append(listener.accept()[0])

    idle = threading.Thread(target=accept)
    idle.start()
    with socket.create_connection(listener.getsockname()):
        listener.setblocking(False)
        arrived.set()
        busy.accept(listener)
        idle.join(5)

    assert len(taken) == 1
    assert busy.nr_conns == 4
    taken[0].close()
