"""Signs that OCR takes for others: known again where a second model reads them, or the numbers around tell."""

import pytest

from indexer.readers import ocrsigns


@pytest.mark.parametrize(
    ("line", "other", "settled"),
    [
        ("KS 856", "KS § 56", "KS § 56"),
        ("KS 8 56", "KS §56", "KS § 56"),
        ("KS 51", "KS § 1", "KS § 1"),
        ("SN S 12 Val", "SN § 12 Val", "SN § 12 Val"),
        ("851 Taxa för vatten", "§ 51 Taxa for vatten", "§ 51 Taxa för vatten"),
        ("Paragrafer\tKS 88 56-65", "Paragrafer KS §§ 56-65", "Paragrafer\tKS §§ 56-65"),
        ("Bordlagt 2024-06-19 KF 8 43.", "Bordlagt 2024-06-19 KF § 43.", "Bordlagt 2024-06-19 KF § 43."),
        ("KF 876 KS-2024/00110", "KF 76 KS-2024/00110", "KF § 76 KS-2024/00110"),
        ("22)", "2 (2)", "2 (2)"),
        ("112)", "1 (2)", "1 (2)"),
        ("101)", "1(1)", "1 (1)"),
        ("SIDA 1 (2", "SIDA 1 (2)", "SIDA 1 (2)"),
        # what both read is left, and so is what they read as different numbers
        ("KS 856", "KS 856", "KS 856"),
        ("KS 856", "KS § 57", "KS 856"),
        ("KS 856", "", "KS 856"),
        ("Summa 8 560", "Summa 8 560", "Summa 8 560"),
        ("(se sidan 12)", "(se sidan 12)", "(se sidan 12)"),
    ],
)
def test_signs_are_taken_from_another_model_where_both_read_the_same_number(line: str, other: str, settled: str) -> None:
    assert ocrsigns.settled(line, other) == settled


@pytest.mark.parametrize(
    "line",
    [
        "KS 856",
        "851 Taxa",
        "Paragrafer KS 88 56-65",
        "Personalutskottet 2024-04-17 PU 8 22",
        "Kommunstyrelsen 2024-11-05 8 133",
        "22)",
        "SIDA 1 (2",
    ],
)
def test_a_line_where_a_sign_may_be_lost_is_doubted(line: str) -> None:
    assert ocrsigns.doubted(line)


@pytest.mark.parametrize(
    "line", ["", "Nämnden höjer avgiften.", "Förskola 84 200 57 310", "Dnr KS 2024/00012", "(se sidan 12)", "Sida 1 (2)"]
)
def test_other_lines_are_not_doubted(line: str) -> None:
    assert not ocrsigns.doubted(line)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("$ 52 Detaljplan", "§ 52 Detaljplan"),
        ("enligt 5 kap. 50 & kommunallagen.", "enligt 5 kap. 50 § kommunallagen."),
        ("8 12 Val", "§ 12 Val"),
        ("Bro & Co", "Bro & Co"),
    ],
)
def test_a_sign_is_known_again_by_what_stands_around_it(line: str, shown: str) -> None:
    assert ocrsigns.known_again(line) == shown
