"""Elasticsearch with TLS and users: the two roles of the documentation are enough, and what is refused is told apart."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.engines.location import Connection, open_index, versions_at
from indexer.errors import IndexMissing, IndexUnreachable
from tests.conftest import missing
from tests.elasticsearch_server import CannotStart, free_port, running
from tests.indexer.engines.made import ALL, PUBLIC, VERSION, put, stems, texts

pytestmark = pytest.mark.elasticsearch

ROLES = """
writer:
  cluster: [monitor]
  indices: [{names: ['paragraf-*'], privileges: [manage, read, write]}]
reader:
  cluster: [monitor]
  indices: [{names: ['paragraf-*'], privileges: [read, view_index_metadata]}]
stranger: {}
"""
NAMES = ("writer", "reader", "stranger")


def user_line(name: str) -> str:
    """A line of the server's file of users: name and hashed password (PBKDF2)."""
    salt = os.urandom(32)
    key = hashlib.pbkdf2_hmac("sha512", f"{name}-hemligt".encode(), salt, 1000, 32)
    return f"{name}:{{PBKDF2}}1000${b64encode(salt).decode()}${b64encode(key).decode()}\n"


@pytest.fixture(scope="module")
def secured() -> Iterator[tuple[str, Path]]:
    """The URL and CA certificate of a server with TLS and the two roles that docs/elasticsearch.md describes."""
    if not shutil.which("openssl"):
        missing("openssl, which makes a certificate for the test, is not installed")
    port = free_port()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="paragraf-tls-", ignore_cleanup_errors=True)))
        subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
        making = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "ca.pem", "-days", "2", *subject]
        subprocess.run(["openssl", *making], cwd=folder, check=True, capture_output=True)
        (folder / "roles.yml").write_text(ROLES)
        (folder / "users").write_text("".join(map(user_line, NAMES)))
        (folder / "users_roles").write_text("".join(f"{name}:{name}\n" for name in NAMES))
        prepare = [["cp", *(f"../{name}" for name in ("roles.yml", "users", "users_roles", "key.pem", "ca.pem")), "config"]]
        settings = {
            "xpack.security.enabled": "true",
            "xpack.security.http.ssl.enabled": "true",
            "xpack.security.http.ssl.key": "key.pem",
            "xpack.security.http.ssl.certificate": "ca.pem",
        }
        try:
            stack.enter_context(running(port, folder, settings, prepare))
        except CannotStart as error:
            missing(str(error))
        yield f"https://127.0.0.1:{port}", folder / "ca.pem"


def as_user(ca: Path, name: str, password: str | None = None) -> Connection:
    return Connection(user=name, password=password or f"{name}-hemligt", ca=str(ca), timeout_s=30)


def test_tls_and_users_with_the_least_rights_are_enough(secured: tuple[str, Path]) -> None:
    url, ca = secured
    with pytest.raises(IndexMissing):
        open_index(url, VERSION, as_user(ca, "reader"))
    with closing(open_index(url, VERSION, as_user(ca, "writer"), create=True)) as index:
        put(index, texts("a.txt", "taxa"))
        put(index, texts("a.txt", "skola"))
        with index.writer(rebuild=True) as writer:
            writer.put(texts("a.txt", "taxa"))
    assert versions_at(url, as_user(ca, "reader")) == (VERSION,)
    with closing(open_index(url, VERSION, as_user(ca, "reader"))) as index:
        assert len(index.lexical(stems("taxa"), ALL, PUBLIC, 5)) == len(index.files(PUBLIC)) == 1
        with pytest.raises(IndexUnreachable, match=r"refuses access \(403"), index.writer():
            pass


def test_a_wrong_password_a_stranger_and_an_unknown_certificate_are_told_apart(secured: tuple[str, Path]) -> None:
    url, ca = secured
    with pytest.raises(IndexUnreachable, match=r"refuses access \(401.*PARAGRAF_ELASTICSEARCH_USER"):
        open_index(url, VERSION, as_user(ca, "reader", "fel"))
    with pytest.raises(IndexUnreachable, match=r"refuses access \(403"):
        open_index(url, VERSION, as_user(ca, "stranger"))
    with pytest.raises(IndexUnreachable, match="certificate"):
        open_index(url, VERSION, replace(as_user(ca, "reader"), ca=""))
