"""The rate of reading is counted in pages of files that were really read."""

from pathlib import Path

from eval.reading_speed import measured


def test_pages_and_seconds_are_those_of_the_files(tmp_path: Path) -> None:
    for number in range(3):
        text = f"§ {number + 1} Dnr 2024/0001{number}\n\nÄrende\n\nSocialnämndens beslut\n\nRapporten godkänns.\n\fAndra sidan.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")

    speed = measured(sorted(tmp_path.iterdir()), repeated=False)

    assert speed.pages == 6
    assert speed.seconds > 0
    assert speed.memory_mib > 1
