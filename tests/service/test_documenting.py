"""The examples of the API's page work as they stand."""

import shlex
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from service.documenting import EXAMPLES


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=["-".join(key) for key in EXAMPLES])
def test_a_documented_call_succeeds(client: FlaskClient, example: str) -> None:
    words = shlex.split(example)
    address = next(urlsplit(word).path for word in words if word.startswith("http"))
    after = dict(pairwise(words))
    fields = [value.partition("=") for option, value in pairwise(words) if option in ("-d", "--data-urlencode")]

    if "--json" in after:
        response = client.post(address, data=after["--json"], content_type="application/json")
    else:
        response = client.get(address, query_string=[(name, value) for name, _, value in fields])

    assert response.status_code == 200, response.get_data(as_text=True)
