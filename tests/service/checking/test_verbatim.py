import pytest

from service.checking.verbatim import runs


@pytest.mark.parametrize(
    ("sentence", "source", "expected"),
    [
        ("Beslut: avgiften är 300 kronor per dag", "och avgiften är\n300 kronor per dag.", ["avgiften är 300 kronor per"]),
        ("det blir 500 kronor per dag", "det blir 2 500 kronor per dag", ["det blir", "kronor per dag"]),
        ("det blir 2 500 kronor", "det blir 2 500 000 kronor", ["det blir"]),
        ("antal 134 991", "173071\n134 991", ["134 991"]),
        ("den 12 april", "den 12 mars", ["den 12"]),
        ("ensam", "ensam", []),
        ("", "något", []),
    ],
)
def test_stretches_of_two_words_that_cut_no_figure(sentence: str, source: str, expected: list[str]) -> None:
    assert [span.of(sentence) for span in runs(sentence, [source])] == expected


def test_the_source_that_goes_on_longest_counts() -> None:
    assert [span.of("ett två tre fyra") for span in runs("ett två tre fyra", ["ett två", "ett två tre"])] == ["ett två tre"]
