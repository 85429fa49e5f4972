import pytest

from indexer.structuring import contents


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Fastställa dagordning Prognos Intern kontroll", ["Fastställa dagordning", "Prognos", "Intern kontroll"]),
        ("Upprop Detaljplan Sundby Granen 1:31 Förhandsbesked", ["Upprop", "Detaljplan Sundby", "Granen 1:31 Förhandsbesked"]),
        ("Budget Val av ledamot i Styrelsen", ["Budget", "Val av ledamot i Styrelsen"]),
        ("Upprop", ["Upprop"]),
    ],
)
def test_titles_run_together_are_told_apart(text: str, titles: list[str]) -> None:
    starts = contents.title_starts(text, len(titles))

    assert [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)] == titles


@pytest.mark.parametrize(("text", "count"), [("Upprop Prognos Budget", 2), ("Upprop", 2), ("", 1)])
def test_no_title_is_given_where_their_number_does_not_fit(text: str, count: int) -> None:
    assert contents.title_starts(text, count) == []
