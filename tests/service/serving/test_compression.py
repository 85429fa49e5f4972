"""What is sent compressed: what gains by it, and only to who takes it."""

import gzip

import pytest
from flask.testing import FlaskClient

PACKED = {"Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize("address", ["/", "/static/paragraf.css", "/static/paragraf.js", "/api/openapi.json"])
def test_pages_and_their_sheet_are_packed_for_who_takes_it(client: FlaskClient, address: str) -> None:
    with client.get(address) as plain, client.get(address, headers=PACKED) as packed:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert len(packed.data) < len(plain.data)
        assert address == "/" or gzip.decompress(packed.data) == plain.data
        assert "Content-Encoding" not in plain.headers


def test_what_is_small_is_sent_as_it_is(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/healthz", headers=PACKED).headers


def test_an_answer_in_events_is_not_held_back_to_be_packed(client: FlaskClient) -> None:
    response = client.get("/api/ask?question=skolskjuts", headers={**PACKED, "Accept": "text/event-stream"})

    assert "Content-Encoding" not in response.headers


def test_a_packed_file_that_is_unchanged_is_not_sent_again(client: FlaskClient) -> None:
    with client.get("/static/paragraf.css", headers=PACKED) as first:
        tag = first.headers["ETag"]
    with client.get("/static/paragraf.css", headers={**PACKED, "If-None-Match": tag}) as again:
        assert again.status_code == 304
