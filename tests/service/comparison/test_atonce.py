from dataclasses import dataclass
from threading import Barrier, get_ident

from service.comparison.atonce import for_each
from tests.service.made import index


@dataclass
class _Remote:
    is_remote: bool = True


def test_an_index_at_hand_is_asked_by_one_thread_in_the_order_given() -> None:
    assert for_each(lambda name: (name, get_ident()), ["Alvik", "Berga"], index()) == [("Alvik", get_ident()), ("Berga", get_ident())]


def test_a_server_is_asked_by_several_at_the_same_time() -> None:
    both = Barrier(2, timeout=10)
    assert for_each(lambda name: both.wait() >= 0 and name, ["Alvik", "Berga"], _Remote()) == ["Alvik", "Berga"]  # type: ignore[arg-type]
