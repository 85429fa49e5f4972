"""The examples of the API's page work as they stand."""

import shlex
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

import paragraf
from service.app import create_app
from service.serving.apireference import EXAMPLES

SAMPLES = Path(__file__).parents[2] / "build" / "samples" / "files"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client of an app that answers from the text files of the samples."""
    if not SAMPLES.is_dir():
        pytest.skip("the samples are not built: make samples")
    place = str(tmp_path_factory.mktemp("index"))
    files = [str(path) for path in sorted(SAMPLES.glob("*.txt"))]
    assert paragraf.run(["index", *files, "--index", place, "--quiet"]) == 0
    return create_app({"index": place, "log_level": "error"}).test_client()


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=["-".join(key) for key in EXAMPLES])
def test_a_documented_call_finds_something_in_the_samples(samples: FlaskClient, example: str) -> None:
    words = shlex.split(example)
    address = next(urlsplit(word).path for word in words if word.startswith("http"))
    after = dict(pairwise(words))
    fields = [value.partition("=") for option, value in pairwise(words) if option in ("-d", "--data-urlencode")]

    if "--json" in after:
        response = samples.post(address, data=after["--json"], content_type="application/json")
    else:
        response = samples.get(address, query_string=[(name, value) for name, _, value in fields])

    assert response.status_code == 200, response.get_data(as_text=True)
    found = response.get_json()
    assert any(found.get(name) for name in ("hits", "rows", "files", "steps", "ways", "lines", "cards"))
    assert not found.get("answer", {}).get("refused")
