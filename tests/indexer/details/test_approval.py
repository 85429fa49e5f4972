import pytest

from indexer.details import approval
from indexer.spans import Span


@pytest.mark.parametrize(
    ("text", "date", "place"),
    [
        ("Justeringens plats och tid\tGranhuset, måndagen den 14 april\n2031 kl 08.00\nParagrafer\t1–9\n", "2031-04-14", "Granhuset"),
        ("Justerings plats och tid Granhuset, 2031-04-14\n", "2031-04-14", "Granhuset"),
        ("Justeringens tid 2031-04-14 kl 15:00\n", "2031-04-14", None),
        ("Justeringens plats och tid Granhuset, den 14 april\n", None, "Granhuset"),
    ],
)
def test_approval_has_a_day_and_a_place(text: str, date: str | None, place: str | None) -> None:
    found = approval.approval(text, Span(0, len(text)))
    assert found is not None
    assert (found.date, found.place.of(text) if found.place else None) == (date, place)


def test_a_label_without_a_value_is_no_approval() -> None:
    text = "Justeringens plats och tid\nUnderskrifter\n"
    assert approval.approval(text, Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("text", "up", "down"),
    [
        ("Datum då anslaget sätts upp 2031-04-15 Datum då anslaget tas ned 2031-05-07", "2031-04-15", "2031-05-07"),
        ("Anslaget publiceras 2031-04-15 och tas ned 2031-05-07.", "2031-04-15", "2031-05-07"),
        ("Anslagsdag 2031-04-15\nSista dag för överklagande 2031-05-06", "2031-04-15", None),
        ("Datum da anslaget tas ned\t2031-05-07", None, "2031-05-07"),
    ],
)
def test_a_notice_is_put_up_and_taken_down(text: str, up: str | None, down: str | None) -> None:
    found = approval.notice(text, Span(0, len(text)))
    assert found is not None
    assert (found.up, found.down) == (up, down)


def test_labels_apart_from_their_days_tell_nothing() -> None:
    text = "2031-04-15\nDatum då anslaget tas ned\nAnna Ek\n2031-05-07\n"
    assert approval.notice(text, Span(0, len(text))) is None
