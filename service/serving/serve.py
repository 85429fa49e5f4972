"""`paragraf serve`: the web service under gunicorn (waitress on Windows), a few processes with threads.

Python runs on one core a process. The index is mapped, so its memory is shared; the model's is not.
"""

import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click
from flask import Flask

from indexer.engines.location import without_credentials
from indexer.errors import UsageProblem
from service.config import SHARED_MEASURES, Config, from_environment

TIMEOUT_S = 120
"""A worker that has not been heard of for so long is replaced; requests themselves are bounded by what they call."""

MOST_PROCESSES = 4
"""Started unasked: more take memory that the machine may not have."""

GUNICORN_SETTINGS: Mapping[str, object] = {
    "worker_class": "service.serving.worker.Worker",
    "timeout": TIMEOUT_S,
    "graceful_timeout": 30,
    # a kept connection would stay with its process, and wait there while the other has nothing to do
    "keepalive": 0,
    "limit_request_line": 8190,
    "limit_request_fields": 60,
    "control_socket_disable": True,
    # gunicorn would believe SCRIPT_NAME and PATH_INFO from any client on this machine
    "forwarder_headers": "",
    "loglevel": "warning",
}


@click.command(
    epilog="\b\nExamples:\n  paragraf serve\n  paragraf serve --index build/demo-index --port 8080\n  PARAGRAF_HOST=0.0.0.0 paragraf serve"
)
@click.option("--host", metavar="ADDRESS", help="Address to listen on; without it PARAGRAF_HOST, else 127.0.0.1.")
@click.option("--port", type=click.IntRange(1, 65_535), metavar="PORT", help="Port to listen on; without it PARAGRAF_PORT, else 8000.")
@click.option("--index", metavar="DIR|URL", help="The index to answer from; without it PARAGRAF_INDEX.")
@click.option("--model", metavar="NAME", help="The embedding model that filled it; without it PARAGRAF_MODEL, else bundled.")
def serve(host: str | None, port: int | None, index: str | None, model: str | None) -> None:
    """Serve the pages and the JSON API until interrupted.

    Starts without an index too: the pages then say what to do, and answer as soon as there is one.
    """
    options = {"host": host, "port": port, "index": index, "model": model}
    given = {name: value for name, value in options.items() if value is not None}
    config = from_environment(given)
    require_free(config.host, config.port)
    click.echo(greeting(config), err=True)
    if sys.platform == "win32":
        _with_waitress(given, config)
    else:
        _with_gunicorn(given, config)


def greeting(config: Config) -> str:
    """What the operator is told at the start."""
    return f"Paragraf answers at http://{_address(config)} (index: {without_credentials(config.index)}). Stop with Ctrl-C."


def require_free(host: str, port: int) -> None:
    """Raise UsageProblem where the address cannot be listened on: gunicorn would try for seconds, then print a page."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            # as the servers do: a port whose last connections are still fading counts as free (on Windows it would count as shared)
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(sys.platform != "win32"))
            tried.bind(address)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageProblem(f"Cannot listen on {host}:{port}: {reason}. Choose another with --host and --port.") from error


def gunicorn_settings(config: Config) -> dict[str, object]:
    """What gunicorn is told."""
    return {**GUNICORN_SETTINGS, "bind": _address(config), "workers": processes(config), "threads": config.threads}


def processes(config: Config) -> int:
    """How many processes answer."""
    if config.processes:
        return config.processes
    if config.model != "bundled":
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)


def _address(config: Config) -> str:
    """Host and port as a URL has them: an IPv6 address in brackets."""
    host = f"[{config.host}]" if ":" in config.host else config.host
    return f"{host}:{config.port}"


def _with_gunicorn(given: Mapping[str, object], config: Config) -> None:
    with _shared_measures():
        _run_gunicorn(given, config)


@contextmanager
def _shared_measures() -> Iterator[None]:
    """A folder where processes add up their measures, gone with the first process."""
    folder, first = tempfile.mkdtemp(prefix="paragraf-measures-"), os.getpid()
    os.environ[SHARED_MEASURES] = folder
    try:
        yield
    finally:
        if os.getpid() == first:  # a worker that ends passes here too
            shutil.rmtree(folder, ignore_errors=True)


def _run_gunicorn(given: Mapping[str, object], config: Config) -> None:
    from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]  # not there on Windows

    class Served(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        def load_config(self) -> None:
            for name, value in gunicorn_settings(config).items():
                self.cfg.set(name, value)

        def load(self) -> Flask:
            # runs in the worker: an index opened before the fork would share its files and connections with the parent
            logging.getLogger("gunicorn.error").addFilter(_without_addresses)
            # not before the folder for measures is named: how they are kept is decided when this is imported
            from service.app import create_app
            from service.serving.warming import warm

            app = create_app(given)
            warm(app)
            return app

    Served().run()


def _without_addresses(record: logging.LogRecord) -> bool:
    """Takes the address out of gunicorn's own lines about a request that failed: a question stands in it."""
    for said in ("Error handling request", "Invalid request"):
        if isinstance(record.msg, str) and record.msg.startswith(said):
            record.msg, record.args = said, ()
    return True


def _with_waitress(given: Mapping[str, object], config: Config) -> None:
    import waitress  # type: ignore[import-untyped]  # only there on Windows

    from service.app import create_app
    from service.serving.warming import warm

    app = create_app(given)
    warm(app)
    # send_bytes: waitress would keep events back until it has 18,000 bytes of them
    waitress.serve(app, host=config.host, port=config.port, threads=config.threads, ident=None, send_bytes=1)
