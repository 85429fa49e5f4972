"""The container files: valid, pinned to the tested Elasticsearch, closed to the outside. No image is built here."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.elasticsearch_server import VERSION

ROOT = Path(__file__).resolve().parent.parent
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")

SERVICES = [pytest.param(service, id=name) for name, service in COMPOSE["services"].items()]


def test_the_compose_file_meets_the_compose_schema() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_elasticsearch_is_the_version_that_the_tests_run_against() -> None:
    assert COMPOSE["services"]["elasticsearch"]["image"].endswith(f":{VERSION}")


@pytest.mark.parametrize("service", SERVICES)
def test_each_service_is_watched_bounded_and_published_on_loopback_only(service: dict[str, object]) -> None:
    assert service["healthcheck"]
    assert service["mem_limit"]
    assert service["cap_drop"] == ["ALL"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])  # type: ignore[attr-defined]


def test_no_password_stands_in_the_compose_file() -> None:
    environments = [service["environment"] for service in COMPOSE["services"].values()]
    passwords = [value for each in environments for name, value in each.items() if name.endswith("PASSWORD")]
    assert len(passwords) == 2
    assert all(value.startswith("${") and "${ELASTIC_PASSWORD:?" in value for value in passwords)


def test_a_user_of_ones_own_can_take_the_place_of_the_superuser() -> None:
    service = COMPOSE["services"]["service"]["environment"]
    assert service["PARAGRAF_ELASTICSEARCH_USER"] == "${PARAGRAF_ELASTICSEARCH_USER:-elastic}"
    assert service["PARAGRAF_ELASTICSEARCH_PASSWORD"].startswith("${PARAGRAF_ELASTICSEARCH_PASSWORD:-")


def test_the_image_runs_as_a_user_without_rights() -> None:
    last_stage = DOCKERFILE.rpartition("FROM ")[2]
    assert "\nUSER paragraf\n" in last_stage


def test_what_the_dockerfile_copies_is_there_and_let_through() -> None:
    copied = {name for line in DOCKERFILE.splitlines() if line.startswith("COPY ") and "--from" not in line for name in line.split()[1:-1]}
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert copied <= {line.removeprefix("!") for line in ignored if line.startswith("!")}
    assert all((ROOT / name).exists() for name in copied)
