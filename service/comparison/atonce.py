"""The municipalities of a comparison, taken one after the other or several at the same time."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from indexer.index import Index

AT_ONCE = 4
"""Municipalities at the same time where the index is on a server: most of the time is waiting for it."""

Made = TypeVar("Made")


def for_each(make: Callable[[str], Made], names: Sequence[str], index: Index) -> list[Made]:
    """What is made for each name, in their order. Threads that wait for nothing would only take the processor from each other."""
    if not index.is_remote:
        return [make(name) for name in names]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(make, names))
