"""One writer at a time on an index in Elasticsearch: a document that its owner renews while it lives.

A lock whose owner died is taken over: at once where it ran on this machine, else when it has expired. Expiry compares
clocks of different machines, so these must agree to within the lease.
"""

import os
import secrets
import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

import msgspec
from elasticsearch import ConflictError, Elasticsearch, NotFoundError

from indexer.engines.elasticclient import Server
from indexer.errors import IndexBusy, IndexUnreachable

LEASE_S = 60.0
_RENEW_S = LEASE_S / 4


class _Noted(msgspec.Struct, frozen=True):
    owner: str
    host: str
    pid: int
    expires: float


class ServerLock:
    """Held from `with` to its end. Raises IndexBusy where somebody else holds it."""

    def __init__(self, server: Server, index: str, key: str) -> None:
        self._server = server
        self._index = index
        self._key = key
        self._owner = secrets.token_hex(8)
        self._place: tuple[int, int] = (0, 0)  # sequence number and primary term of the document as we wrote it
        self._renewed = 0.0
        self._done = threading.Event()
        self._renewal = threading.Thread(target=self._renew, name="paragraf-write-lock", daemon=True)

    def __enter__(self) -> Self:
        try:
            with self._server.changing() as client:
                self._take(client)
        except IndexUnreachable as problem:
            if isinstance(problem.__cause__, ConflictError | NotFoundError):  # between two of our requests
                raise IndexBusy(
                    f"Another process took or gave back the write lock at {self._server.location} just now. Try again."
                ) from problem
            raise
        self._renewal.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._done.set()
        self._renewal.join()
        try:
            with self._server.changing() as client, suppress(NotFoundError):
                try:
                    self._delete(client)
                except ConflictError:
                    self._find_own(client)
                    self._delete(client)
        except IndexUnreachable:
            if error is None and not self._lost():
                raise

    def require(self) -> None:
        """Raise IndexBusy where the lock was lost: the server was out of reach for longer than the lease."""
        if self._lost():
            raise IndexBusy(
                f"The write lock at {self._server.location} was lost. See that the server keeps answering, then run this again."
            )

    def _lost(self) -> bool:
        return time.monotonic() - self._renewed > LEASE_S

    def _take(self, client: Elasticsearch) -> None:
        try:
            self._write(client, create=True)
            return
        except ConflictError:
            found = client.get(index=self._index, id=self._key)
        noted = msgspec.convert(found["_source"]["noted"], _Noted)
        if noted.owner != self._owner and not _is_dead(noted):
            raise IndexBusy(
                f"Process {noted.pid} on {noted.host} is writing to the index at {self._server.location}. "
                f"Wait until it is done, then run this again. If it has died, the index is free in {LEASE_S:.0f} seconds."
            )
        self._place = (found["_seq_no"], found["_primary_term"])
        self._write(client)

    def _write(self, client: Elasticsearch, *, create: bool = False) -> None:
        noted = _Noted(self._owner, socket.gethostname(), os.getpid(), time.time() + LEASE_S)
        document = {"what": "lock", "key": self._key, "noted": msgspec.to_builtins(noted)}
        begun = time.monotonic()
        if create:
            answer = client.create(index=self._index, id=self._key, document=document)
        else:
            answer = client.index(
                index=self._index, id=self._key, document=document, if_seq_no=self._place[0], if_primary_term=self._place[1]
            )
        self._place = (answer["_seq_no"], answer["_primary_term"])
        self._renewed = begun

    def _delete(self, client: Elasticsearch) -> None:
        client.delete(index=self._index, id=self._key, if_seq_no=self._place[0], if_primary_term=self._place[1])

    def _find_own(self, client: Elasticsearch) -> None:
        """Where the document stands now: the server may have carried out what it did not answer in time, and we sent again."""
        found = client.get(index=self._index, id=self._key)
        if found["_source"]["noted"]["owner"] == self._owner:
            self._place = (found["_seq_no"], found["_primary_term"])

    def _renew(self) -> None:
        while not self._done.wait(_RENEW_S):
            try:
                with self._server.changing() as client:
                    try:
                        self._write(client)
                    except ConflictError:
                        self._find_own(client)
                        self._write(client)
            except IndexUnreachable:
                continue  # until the lease runs out; `require` tells the writer then


def _is_dead(noted: _Noted) -> bool:
    if noted.expires < time.time():
        return True
    if noted.host != socket.gethostname() or os.name == "nt":  # on Windows, signal 0 would end the process
        return False
    try:
        os.kill(noted.pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
