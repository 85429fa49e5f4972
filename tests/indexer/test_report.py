"""The report of an indexing run."""

from dataclasses import replace

from rich.console import Console

from indexer.report import SHOWN_LINES, Note, Report, Skipped, Totals, as_table

REPORT = Report(
    location="idx",
    read=3,
    unchanged=2,
    replaced=1,
    removed=("old.txt",),
    skipped=(
        Skipped("a.xyz", "unsupported format .xyz", "no reader"),
        Skipped("[b].pdf", "damaged", "is no PDF"),
        Skipped("c.pdf", "damaged", "x"),
    ),
    notes=(Note("d.txt", "§ 4 is missing"),),
    pages=30,
    documents=4,
    sections=20,
    passages=50,
    seconds=2.0,
    index=Totals(5, 9, 40, 90),
)


def shown(report: Report) -> str:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(as_table(report))
    return captured.get()


def test_the_table_names_every_count_and_every_skipped_file() -> None:
    text = shown(REPORT)
    for said in ("of them 1 replaced", "2 damaged, 1 unsupported format .xyz", "900 pages a minute", "d.txt: § 4 is missing", "idx"):
        assert said in text


def test_names_from_outside_are_shown_as_they_are() -> None:
    assert "[b].pdf: is no PDF" in shown(REPORT)


def test_a_long_list_is_cut_and_says_so() -> None:
    many = tuple(Skipped(f"{number}.pdf", "damaged", "x") for number in range(SHOWN_LINES + 5))
    assert "… and 5 more (--json lists them all)" in shown(Report("idx", skipped=many))


def test_the_json_holds_everything_and_counts_by_reason() -> None:
    data = REPORT.as_json()
    assert (data["read"], data["replaced"], data["removed"], data["pages_per_minute"]) == (3, 1, ("old.txt",), 900.0)
    assert data["skipped_by_reason"] == {"damaged": 2, "unsupported format .xyz": 1}
    assert data["index"] == {"files": 5, "documents": 9, "sections": 40, "passages": 90}


def test_a_run_that_read_nothing_has_no_rate() -> None:
    assert Report("idx", seconds=1.0).pages_per_minute is None


def test_files_of_no_known_municipality_are_counted_with_what_to_do() -> None:
    printed = shown(replace(REPORT, without_municipality=2))

    assert "2 files do not say whose they are" in printed
    assert "--municipality NAME" in printed
    assert "municipality" not in shown(REPORT)
