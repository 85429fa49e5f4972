"""What the commands are typed for and what they answer: minutes, another model, JSON."""

import json
from collections.abc import Sequence

import numpy
import pytest
from numpy.typing import NDArray

MINUTES = """Storbergs kommun
Kommunstyrelsen
SAMMANTRÄDESPROTOKOLL
2024-03-11

§ 12
Dnr KS 2024/00121

Bidrag till byalag

Kommunstyrelsens beslut
Kommunstyrelsen beslutar att bevilja byalaget 40 000 kronor för år 2024.
"""

CLOSED = "http://127.0.0.1:9"
"""The discard port: nothing listens there."""


def output(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def states(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    checks = output(capsys)["checks"]
    assert isinstance(checks, list)
    assert all(check["next_step"] for check in checks if check["state"] != "ok")
    return {check["name"]: check["state"] for check in checks}


class OtherModel:
    """Another embedding model; all texts are alike to it."""

    name = "other-model"
    dimension = 4

    def documents(self, texts: Sequence[str]) -> NDArray[numpy.float32]:
        return numpy.full((len(texts), 4), 0.5, dtype=numpy.float32)

    def query(self, text: str) -> NDArray[numpy.float32]:
        return numpy.full(4, 0.5, dtype=numpy.float32)
