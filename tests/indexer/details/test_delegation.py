import pytest

from indexer.details import delegation
from indexer.particulars import Delegated
from indexer.spans import Span


def told(text: str, one: Delegated) -> tuple[str, str | None, str | None, str | None, str | None]:
    parts = [part and part.of(text) for part in (one.delegate, one.case, one.point)]
    return one.text.of(text), parts[0], one.date, parts[1], parts[2]


def rows(text: str) -> list[tuple[str, str | None, str | None, str | None, str | None]]:
    return [told(text, one) for one in delegation.decisions(text, [Span(0, len(text))], ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beslut      Delegat   Datum\nNy lekbod   Rektor    2031-09-11\n", ("Ny lekbod", "Rektor", "2031-09-11", None, None)),
        ("Beslut\tDelegat\tDatum\nNy lekbod vid\tRektor\t2031-09-11\n", ("Ny lekbod vid", "Rektor", "2031-09-11", None, None)),
        ("KS 2031/81 Yttrande över plan, 2031-04-18\n", ("Yttrande över plan", None, "2031-04-18", "KS 2031/81", None)),
        ("2031-04-29 Ordförandebeslut: yttrande över plan\n", ("yttrande över plan", "Ordförande", "2031-04-29", None, None)),
        ("2031-04-29 Upplåtelse av torg, 12 maj\n", ("Upplåtelse av torg, 12 maj", None, "2031-04-29", None, None)),
        ("• Chefsbeslut den 8 maj 2031: gåva, Dnr SN19-31 049\n", ("gåva, Dnr SN19-31 049", "Chef", "2031-05-08", "SN19-31 049", None)),
        ("Dnr Rubrik\n2031.178 Skolgång\n", ("Skolgång", None, None, "2031.178", None)),
        ("Av ordförande fattade beslut:\n2031.9 Placering\n", ("Placering", "ordförande", None, "2031.9", None)),
        ("Skolchefens beslut enligt delegation:\n- Lån t.o.m. 9 juni 2031\n", ("Lån t.o.m. 9 juni 2031", "Skolchefen", None, None, None)),
        ("2031-04-29 Avtal, punkt 3.12\n", ("Avtal, punkt 3.12", None, "2031-04-29", None, "3.12")),
    ],
)  # fmt: skip
def test_a_row_is_a_decision_of_its_own(text: str, expected: tuple[str | None, ...]) -> None:
    assert rows(text) == [expected]


def test_a_row_that_runs_over_is_one_and_the_rows_below_it_are_still_read() -> None:
    table = "Beslut\tDelegat\tDatum\nSkötsel av lekbodar i hela\nskogen\tRektor\t2031-09-11\nNy gunga\tSkolchef\t2031-09-12\n"
    text = f"{table}Nämnden tackar för rapporten.\nTvå\tord\ttill\n\nDet var allt.\nSlut.\nInte\tmed\t2031-09-13\n"

    assert [one[:3] for one in rows(text)][:2] == [
        ("Skötsel av lekbodar i hela\nskogen", "Rektor", "2031-09-11"),
        ("Ny gunga", "Skolchef", "2031-09-12"),
    ]
    assert not any("Inte" in one[0] for one in rows(text))


def test_many_decisions_may_be_told_as_one_number() -> None:
    text = "Handläggarna har under maj 2031 fattat 280 delegationsbeslut enligt lista."
    assert [one.count for one in delegation.decisions(text, [Span(0, len(text))], ())] == [280]


def test_sums_and_the_approval_of_the_report_are_no_delegated_decisions() -> None:
    assert rows("Nämnden godkänner redovisningen.\n\nÄrendetyp   Bifall  Avslag\nHemtjänst   46      3\n") == []


@pytest.mark.parametrize(("title", "expected"), [("Anmälan av delegationsbeslut", True), ("Budget", False), (None, False)])
def test_a_report_is_known_by_its_title(title: str | None, expected: bool) -> None:
    assert delegation.reports_delegation(title) is expected


APART = (
    "Dnr\n\n2031.178\n2031.179\n\nRubrik\n\nSkolgång\nNy lekbod, 12 maj\n\n"
    "Beslut fattade av utskottet i maj\n\nDnr\n\n14822\n14888\n\nRubrik\n\nPlacering\n"
)


def test_numbers_and_titles_that_a_scan_has_set_apart_are_paired_by_their_order() -> None:
    assert rows(f"{APART}Övervägande\n14901 Omprövning\n") == [
        ("Skolgång", None, None, "2031.178", None),
        ("Ny lekbod, 12 maj", None, None, "2031.179", None),
        ("Placering", "utskottet", None, "14822", None),
        ("Övervägande", "utskottet", None, "14888", None),
        ("Omprövning", "utskottet", None, "14901", None),
    ]


@pytest.mark.parametrize("end", ["", "Övervägande\nOmprövning\n"])
def test_numbers_and_titles_that_are_not_as_many_are_not_paired(end: str) -> None:
    assert [row[3] for row in rows(APART + end)] == ["2031.178", "2031.179"]
