"""What a reader waits for the first byte, on a small index."""

import pytest

from eval.first_byte import LONGEST_START_S, Kind, first_byte_ms, kinds, settle, waits
from eval.traffic import serving
from indexer.errors import UsageProblem


def test_each_kind_of_page_is_waited_for_and_pages_that_are_not_there_left_out(location: str) -> None:
    with serving(location, {"PARAGRAF_PROCESSES": "1"}) as server:
        static, hits, answer, comparison = (waits(server, kind) for kind in kinds(["båtplats", "avgift"], []))
        with pytest.raises(UsageProblem, match="/finns-inte answered 404"):
            first_byte_ms(server.port, "/finns-inte")

    assert len(static.first_byte_ms) == len(static.kind.paths)
    assert hits.first_byte_ms == ()
    assert len(answer.first_byte_ms) == len(comparison.first_byte_ms) == 2
    assert all(value > 0 for value in (*static.first_byte_ms, *answer.first_byte_ms, *comparison.first_byte_ms))


@pytest.mark.parametrize(
    ("taken", "seconds"),
    [([0.0, 0.9, 1.7, 1.75], 3), ([5.0, 5.0], 1), ([None], 1), ([float(second) for second in range(200)], LONGEST_START_S)],
)
def test_a_service_is_measured_once_it_has_read_what_it_reads_at_start(taken: list[float | None], seconds: int) -> None:
    told, waited = iter(taken), list[float]()

    settle(lambda: next(told, taken[-1]), waited.append)

    assert len(waited) == seconds


def test_hits_are_asked_for_without_an_answer() -> None:
    kind = next(each for each in kinds(["båtplats"], []) if each.name == "hits")

    assert kind == Kind("hits", ("/?q=b%C3%A5tplats&sida=2",), 100)
