"""The service's settings: where they come from, what is refused, what is never shown."""

from dataclasses import fields

import pytest

from indexer.errors import UsageProblem
from service.config import SETTINGS, Config, from_environment


def test_defaults_answer_on_this_machine_only() -> None:
    config = from_environment(environ={})

    assert (config.host, config.port) == ("127.0.0.1", 8000)
    assert config.generator_url == ""


def test_what_is_given_wins_over_the_environment() -> None:
    config = from_environment({"port": 9001}, environ={"PARAGRAF_PORT": "9002", "PARAGRAF_HOST": "0.0.0.0"})  # noqa: S104  (no socket is opened)

    assert (config.host, config.port) == ("0.0.0.0", 9001)  # noqa: S104


def test_every_setting_is_a_field_and_every_field_a_setting() -> None:
    assert [each.name for each in fields(Config)] == [each.name for each in SETTINGS]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "65536"),
        ("PORT", "many"),
        ("THREADS", "0"),
        ("MAX_REQUEST_BYTES", "-1"),
        ("GENERATOR_TIMEOUT_S", "0"),
        ("GENERATOR_TIMEOUT_S", "nan"),
        ("LOG_LEVEL", "loud"),
        ("ELASTICSEARCH_TIMEOUT_S", "-1"),
        ("ELASTICSEARCH_TIMEOUT_S", "inf"),
        ("ELASTICSEARCH_SHARDS", "0"),
        ("ELASTICSEARCH_REPLICAS", "-1"),
        ("ELASTICSEARCH_VECTORS", "hnsw"),
        ("PUBLIC_URL", "paragraf.granhult.example"),
        ("PUBLIC_URL", "https://paragraf.granhult.example/"),
        ("PUBLIC_URL", "https://granhult.example/paragraf"),
        ("PUBLIC_URL", "ftp://granhult.example"),
        ("PUBLIC_URL", "https://someone@granhult.example"),
    ],
)
def test_a_value_that_cannot_be_honoured_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(UsageProblem, match=f"PARAGRAF_{name}"):
        from_environment(environ={f"PARAGRAF_{name}": value})


def test_defaults_are_within_their_bounds() -> None:
    assert from_environment(environ={f"PARAGRAF_{each.name.upper()}": str(each.default) for each in SETTINGS}) == from_environment(
        environ={}
    )


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(UsageProblem, match="colour"):
        from_environment({"colour": "blue"}, environ={})


def test_secrets_are_not_in_the_repr() -> None:
    secrets = {"elasticsearch_password": "hush-one", "elasticsearch_api_key": "hush-two", "generator_key": "hush-three"}

    assert "hush" not in repr(from_environment(secrets, environ={}))
