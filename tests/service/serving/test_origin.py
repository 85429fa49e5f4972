"""Where a request comes from: another site's form changes nothing."""

import pytest
from flask.testing import FlaskClient

from service.serving.origin import is_own


@pytest.mark.parametrize(
    ("site", "origin", "own"),
    [
        ("same-origin", "https://tallmora.example", True),
        ("none", None, True),  # typed into the address field
        ("cross-site", "https://tallmora.example", False),
        ("same-site", "https://other.tallmora.example", False),
        (None, "https://tallmora.example", True),  # plain http: browsers say only the origin
        (None, "https://elsewhere.example", False),
        (None, "null", False),  # a sandboxed frame
        (None, None, True),  # a program
    ],
)
def test_only_our_own_pages_and_programs_may_change_anything(site: str | None, origin: str | None, own: bool) -> None:
    assert is_own(site, origin, "tallmora.example") is own


def test_another_sites_request_is_refused_with_the_next_step(client: FlaskClient) -> None:
    response = client.post("/api/ask", json={"question": "avgift"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert response.status_code == 403
    assert response.json is not None
    assert response.json["error"]["code"] == "forbidden"


def test_reading_is_open_to_links_from_anywhere(client: FlaskClient) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
