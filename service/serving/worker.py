"""gunicorn's threads, with our own words for an address that is too long, and with work shared evenly among the processes."""

import socket
import time
from uuid import uuid4

import msgspec
from gunicorn.http.errors import LimitRequestLine  # type: ignore[import-untyped]  # gunicorn has no types
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]  # as above
from werkzeug.exceptions import RequestURITooLarge

from service.serving.problems import body_of, show

STANDS_BACK_S = 0.003
"""How long a process with one request in work leaves a new one to the others; longer with more."""

AT_MOST_S = 0.012


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Takes a request at once where it has nothing to do, and answers 414 with the error shape of the API."""

    def accept(self, listener: socket.socket) -> None:
        """Take a waiting connection. All processes are told of each, and Python runs one request of a process at a time: one that
        took a second request while another process idles would answer both at half speed."""
        if self.cfg.workers > 1:
            time.sleep(min(STANDS_BACK_S * self.nr_conns, AT_MOST_S))
        super().accept(listener)

    def handle_error(self, req: object, client: socket.socket, addr: tuple[str, int], exc: Exception) -> None:
        """Refuse what could not be read as a request."""
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("a request line beyond %s bytes was refused", self.cfg.limit_request_line)
        body = msgspec.json.encode(body_of(show(RequestURITooLarge()), uuid4().hex))
        head = f"HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        client.sendall(head.encode("ascii") + body)
