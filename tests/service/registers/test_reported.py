import pytest

from service.registers.assignments import task_of
from service.registers.reported import Later, report

TASK = "utreda en gångbro över Lillån och kostnaden för belysning"
TOLD = "Förvaltningen redovisar utredningen om gångbron över Lillån. Kostnaden för belysningen blir låg."
BESIDE = "Förvaltningen redovisar läget för simhallen."


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ([], None),
        ([Later(BESIDE, names=False, is_report=False)], None),
        ([Later(BESIDE, names=False, is_report=False), Later(TOLD, names=False, is_report=False)], (1, False)),
        ([Later(TOLD, names=True, is_report=False)], (0, True)),
        ([Later(BESIDE, names=True, is_report=True)], (0, True)),
        ([Later(BESIDE, names=False, is_report=True)], (0, False)),
        ([Later(BESIDE, names=False, is_report=True), Later(TOLD, names=True, is_report=False)], (1, True)),
        ([Later("Gångbron över Lillån, kostnaden och belysningen utreds.", names=False, is_report=False)], None),
    ],
    ids=[
        "nothing later",
        "another thing",
        "the task's words",
        "and its §",
        "a named report",
        "a titled report",
        "told before titled",
        "no report",
    ],
)
def test_what_tells_of_the_task_reports_it_surely_where_it_names_the_section_that_gave_it(
    later: list[Later], expected: tuple[int, bool] | None
) -> None:
    assert report(TASK, later) == expected


@pytest.mark.parametrize(
    ("words", "task"),
    [
        ("Förvaltningen får i uppdrag att utreda en gångbro.", "utreda en gångbro."),
        ("Ärendet återremitteras. Kommunstyrelsen ska redovisa kostnaden.", "Kommunstyrelsen ska redovisa kostnaden."),
        ("Gångbron byggs.", "Gångbron byggs."),
    ],
)
def test_the_task_is_what_is_to_be_done_else_all_words(words: str, task: str) -> None:
    assert task_of(words) == task
