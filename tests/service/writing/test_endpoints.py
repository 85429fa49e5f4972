"""Where a language model may stand."""

import pytest

from indexer.errors import UsageProblem
from service.config import from_environment
from service.writing.endpoints import on_this_machine


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://127.8.9.10/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://localhost:11434/v1", True),
        ("http://localhost.example.org/v1", False),
        ("http://127.0.0.1.example.org/v1", False),
        ("http://127.0.0.1@example.org/v1", False),
        ("http://10.0.0.5:8000/v1", False),
        ("http://ollama:11434/v1", False),
        ("https://api.example.org/v1", False),
    ],
)
def test_only_loopback_addresses_are_this_machine(url: str, here: bool) -> None:
    assert on_this_machine(url) is here


def environment(url: str, **more: str) -> dict[str, str]:
    return {"PARAGRAF_GENERATOR_URL": url, "PARAGRAF_GENERATOR_MODEL": "liten", **more}


def test_a_server_on_another_machine_needs_leave() -> None:
    with pytest.raises(UsageProblem, match="PARAGRAF_GENERATOR_OUTSIDE=yes"):
        from_environment(environ=environment("https://api.example.org/v1"))

    assert from_environment(environ=environment("https://api.example.org/v1", PARAGRAF_GENERATOR_OUTSIDE="yes")).generator_outside


@pytest.mark.parametrize("url", ["api.example.org", "ftp://127.0.0.1/v1", "http://", "http://127.0.0.1:99999/v1", "http://[::1/v1"])
def test_what_is_no_address_is_refused_by_name(url: str) -> None:
    with pytest.raises(UsageProblem, match="PARAGRAF_GENERATOR_URL"):
        from_environment(environ=environment(url))


def test_a_server_without_a_model_is_refused() -> None:
    with pytest.raises(UsageProblem, match="PARAGRAF_GENERATOR_MODEL"):
        from_environment(environ=environment("http://127.0.0.1/v1", PARAGRAF_GENERATOR_MODEL=""))
