"""A real Elasticsearch without Docker: the server that its makers publish on Maven Central for integration tests.

`python -m tests.elasticsearch_server` runs one at http://127.0.0.1:9200 until Ctrl-C (what `make elasticsearch` does).
It needs Java 17 or newer, and Maven for the first download. Elasticsearch refuses to run as root: then it runs as nobody.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2

VERSION = "8.19.21"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "paragraf"
PORT = 9200
BOOT_S = 120
DOWNLOAD_S = 900
STOP_S = 60


class CannotStart(Exception):
    """No server can run here; the message says what is missing."""


@contextmanager
def running(port: int, folder: Path, settings: Mapping[str, str] | None = None, prepare: Sequence[Sequence[str]] = ()) -> Iterator[Path]:
    """A server with all its files under `folder`, ended with the block. Gives its log.

    `prepare` are commands run in its home before it starts: to add users, say.
    """
    home = _installed(folder)
    log = folder / "server.log"
    given = {
        "http.port": str(port),
        "transport.port": str(free_port()),
        "network.host": "127.0.0.1",
        "discovery.type": "single-node",
        "xpack.security.enabled": "false",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
        "path.data": str(folder / "data"),
        **(settings or {}),
    }
    command = ["bash", "bin/elasticsearch", *(part for key, value in given.items() for part in ("-E", f"{key}={value}"))]
    with log.open("wb") as output:
        for each in prepare:
            _process(each, home, output).wait()
        server = _process(command, home, output)
    try:
        _wait_until_it_answers(server, port, log)
        yield log
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=STOP_S)


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def remove_indexes(url: str, prefix: str) -> None:
    """Delete what a test left behind."""
    with httpx2.Client(base_url=url, timeout=60) as client:
        names = list(client.get(f"/{prefix}*/_alias").raise_for_status().json())
        if names:
            client.delete(f"/{','.join(names)}").raise_for_status()


def _installed(folder: Path) -> Path:
    """The server's home under the folder, unpacked and owned by the user it runs as."""
    home = folder / f"elasticsearch-{VERSION}"
    if not home.is_dir():
        with zipfile.ZipFile(_archive()) as archive:
            archive.extractall(folder)
    (folder / "tmp").mkdir(exist_ok=True)
    if user := _user():
        folder.chmod(0o755)
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, user)
    return home


def _archive() -> Path:
    """The server as downloaded; kept for the next time."""
    kept = CACHE / f"elasticsearch-{VERSION}.zip"
    if kept.is_file():
        return kept
    if not shutil.which("mvn"):
        raise CannotStart("Maven (mvn), which downloads the Elasticsearch for tests, is not installed")
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as beside:
        command = ["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={beside}"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=DOWNLOAD_S, check=False)
        if done.returncode:
            raise CannotStart(f"Maven could not download Elasticsearch: {(done.stdout + done.stderr).strip()[-500:]}")
        (Path(beside) / kept.name).replace(kept)
    return kept


def _process(command: Sequence[str], home: Path, output: object) -> subprocess.Popen[bytes]:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home.parent),
        "ES_JAVA_HOME": str(_java_home()),
        "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
        "ES_TMPDIR": str(home.parent / "tmp"),
    }
    user = _user()
    setpriv = shutil.which("setpriv")
    ending_with_us = [setpriv, "--pdeathsig", "TERM"] if setpriv else []  # also where we are killed
    return subprocess.Popen(
        [*ending_with_us, *command],
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,  # type: ignore[arg-type]  # an open file
        stderr=subprocess.STDOUT,
        start_new_session=True,
        user=user,
        extra_groups=[] if user else None,
    )


def _user() -> str | None:
    """Whom the server runs as, where that is not who we are."""
    return "nobody" if os.geteuid() == 0 else None


def _java_home() -> Path:
    if given := os.environ.get("ES_JAVA_HOME") or os.environ.get("JAVA_HOME"):
        return Path(given)
    java = shutil.which("java")
    if not java:
        raise CannotStart("Java 17 or newer, which Elasticsearch needs, is not installed")
    return Path(java).resolve().parent.parent


def _wait_until_it_answers(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Any answer will do: with security on it is a refusal."""
    until = time.monotonic() + BOOT_S
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        with suppress(httpx2.TransportError), httpx2.Client(verify=False, timeout=5) as client:
            for scheme in ("http", "https"):
                with suppress(httpx2.TransportError):
                    if client.get(f"{scheme}://127.0.0.1:{port}/_cluster/health").status_code in (200, 401):
                        return
        time.sleep(0.3)
    raise CannotStart(f"Elasticsearch did not start: {log.read_text(errors='replace')[-800:]}")


def main() -> None:
    """Run one in the foreground; its data stay for the next time."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else PORT
    folder = (Path("/var/tmp/paragraf-elasticsearch") if _user() else CACHE / "server") / str(port)
    folder.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the server ends with us, however we are ended
    try:
        with running(port, folder) as log:
            print(f"Elasticsearch {VERSION} answers at http://127.0.0.1:{port} (log: {log}). Ctrl-C ends it.", flush=True)
            with suppress(KeyboardInterrupt):
                signal.pause()
    except CannotStart as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
