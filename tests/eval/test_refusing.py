from eval.refusing import Put, chosen, crossed, curve, html


def asked(answerable: bool, fit: float, *, refused: bool = False, right: bool = False) -> Put:
    return Put(f"{answerable}{fit}", answerable, refused, right, fit)


KNOWN = [*(asked(True, 0.5 + number / 50, right=True) for number in range(20)), *(asked(False, number / 20) for number in range(8))]


def test_refusing_more_trades_coverage_for_risk() -> None:
    points = curve(KNOWN)

    assert (points[0].coverage, points[0].refused_rightly) == (1.0, 0.0)
    assert points[0].risk == 8 / 28
    assert (points[10].coverage, points[10].risk, points[10].refused_rightly) == (1.0, 0.0, 1.0)
    assert points[-1].coverage == 0.0


def test_the_bound_refuses_what_it_can_and_spares_the_rest() -> None:
    assert chosen(KNOWN) == 0.4
    assert crossed(KNOWN) == (0, 7)


def test_a_question_refused_already_is_so_at_every_bound() -> None:
    points = curve([asked(False, 1.0, refused=True), asked(True, 1.0, right=True)])

    assert {point.refused_rightly for point in points} == {1.0}


def test_the_page_draws_each_set_and_runs_no_script() -> None:
    page = html({"made <b>": KNOWN})

    assert "polyline" in page
    assert "made &lt;b&gt;" in page
    assert "<script" not in page
