import pytest

from service.checking.rows import misplaced
from service.checking.verbatim import runs

TABLE = "Alternativ  Platser  Kostnad  Hyra\nNorra gården 72 46,0 2 450\nSödra gården 108 58,0 3 100\nSumma 180 104,0 5 550\n"
LIST = "Avgiften per termin:\n- Vuxna: 450 kronor\n- Barn: 120 kronor\n- Pensionärer: 300 kronor\n"
PROSE = "Badet kostar 450 kronor för vuxna. Barn betalar 120 kronor.\n"


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Hyran för Norra gården blir 3 100 tkr.", TABLE),
        ("Södra gården får 72 platser.", TABLE),
        ("Barn betalar 450 kronor per termin.", LIST),
        ("Avgiften för vuxna är 300 kronor.", LIST),
    ],
)
def test_a_figure_of_another_row_than_the_one_named_is_misplaced(sentence: str, source: str) -> None:
    assert misplaced(sentence, runs(sentence, [source]), [source])


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Hyran för Norra gården blir 2 450 tkr.", TABLE),
        ("Norra gården får 72 platser och Södra gården 108.", TABLE),
        ("Norra och Södra gården får tillsammans 180 platser.", TABLE),
        ("Hyran blir 3 100 tkr.", TABLE),
        ("Barn betalar 120 kronor, de äldre 300.", LIST),
        ("Barn betalar 120 kronor enligt § 450, 2024-03-12.", LIST),
        ("Barn betalar 450 kronor.", PROSE),
        ("Barn betalar mindre.", LIST),
        ("Barn betalar 120 kronor.", "- Barn 120 450\n- Vuxna 450\n"),
        ("Avgiften för barn är 450 kronor.", "- Barn 120 450\n- Vuxna 450\n"),
        ("Barn betalar 450 kronor.", "Avgiften är 450 kronor.\n\n" + LIST),
    ],
)
def test_a_figure_that_may_be_of_what_is_named_is_left_alone(sentence: str, source: str) -> None:
    assert not misplaced(sentence, runs(sentence, [source]), [source])
