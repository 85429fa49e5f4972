"""gunicorn's threads with our own words for an address that is too long: it is refused before the app could say anything."""

import socket
from uuid import uuid4

import msgspec
from gunicorn.http.errors import LimitRequestLine  # type: ignore[import-untyped]  # gunicorn has no types
from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]  # as above
from werkzeug.exceptions import RequestURITooLarge

from service.serving.problems import body_of, show


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Answers 414 with the error shape of the API."""

    def handle_error(self, req: object, client: socket.socket, addr: tuple[str, int], exc: Exception) -> None:
        """Refuse what could not be read as a request."""
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("a request line beyond %s bytes was refused", self.cfg.limit_request_line)
        body = msgspec.json.encode(body_of(show(RequestURITooLarge()), uuid4().hex))
        head = f"HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        client.sendall(head.encode("ascii") + body)
