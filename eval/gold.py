"""What is known by hand of the samples, and what it is held against: an index opened for the time of a measurement."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from indexer.errors import UsageProblem
from service.config import from_environment
from service.resources import Resources, open_resources

T = TypeVar("T")

TODAY = date(2026, 3, 1)
"""The day on which the samples are asked: after all of their meetings."""


def load_gold(path: Path, shape: type[T], what: str, how: str) -> T:
    """The YAML file as records of `shape`. Raises UsageProblem where it holds not `what` it should, and says `how` that is written."""
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), shape, str_keys=True)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise UsageProblem(f"{path} holds no {what}: {error}. {how}") from error


@contextmanager
def opened(index: str) -> Iterator[Resources]:
    """What the service would answer from with the index at this place."""
    resources = open_resources(from_environment({"index": index}))
    with closing(resources.index):
        yield resources
