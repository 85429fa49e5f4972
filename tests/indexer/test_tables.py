import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.documents import Span
from indexer.tables import tables
from indexer.tabular import Table, cells


def found(text: str) -> list[Table]:
    return list(tables(text, Span(0, len(text)), []))


def rows(text: str, table: Table) -> list[list[str]]:
    return [[cell.of(text) for cell in row.cells] for row in table.rows]


def columns(text: str, table: Table) -> list[list[str]]:
    return [[head.of(text) for head in column] for column in table.columns]


TABBED = (
    "Uppföljning av nämndens ekonomi\n"
    "\tjanuari–april 2031\t\tHelår 2031\t\n"
    "\tBudget\tUtfall\tBudget\tPrognos\n"
    "<b>Park</b>\t\t\t\t\n"
    "Lekplatser\t1 200\t1 150\t3 600\t3 500\n"
    "Badplatser\t300\t-20\t900\t850\n"
    "\t<b>1 500</b>\t<b>1 130</b>\t<b>4 500</b>\t<b>4 350</b>\n"
)


def test_a_head_of_two_rows_says_what_each_value_is() -> None:
    (table,) = found(TABBED)
    values = {(cell.row.of(TABBED), *(head.of(TABBED) for head in cell.heads)): cell.span.of(TABBED) for cell in cells(table)}
    assert values["Lekplatser", "januari–april 2031", "Utfall"] == "1 150"
    assert values["Badplatser", "Helår 2031", "Prognos"] == "850"
    assert values["", "Helår 2031", "Budget"] == "4 500"
    assert table.title and table.title.of(TABBED) == "Uppföljning av nämndens ekonomi"


def test_a_row_that_names_a_group_is_no_head() -> None:
    (table,) = found(TABBED)
    assert rows(TABBED, table)[0] == ["Park", "", "", "", ""]


def test_numbers_between_single_spaces_are_parted_by_what_the_head_has_room_for() -> None:
    text = (
        "Kostnad per kommun\n\nKommun Folkmängd 2030 Andel Kostnad\n\n"
        "Alby 22417 11,36 412 477\n\nBerga 1384 5,26 1 190 988\n\nSumma 23801 100 1 603 465\n"
    )
    (table,) = found(text)
    assert columns(text, table) == [["Kommun"], ["Folkmängd 2030"], ["Andel"], ["Kostnad"]]
    assert rows(text, table) == [
        ["Alby", "22417", "11,36", "412 477"],
        ["Berga", "1384", "5,26", "1 190 988"],
        ["Summa", "23801", "100", "1 603 465"],
    ]


def test_years_far_apart_head_the_columns_they_stand_above() -> None:
    text = "Nämnd (tkr)      2030     2031\nParknämnden      1 200    1 310\nBadnämnden       300      290\n"
    (table,) = found(text)

    assert columns(text, table) == [["Nämnd (tkr)"], ["2030"], ["2031"]]


def test_a_head_may_begin_with_the_first_value() -> None:
    text = "Resultat, tkr\nBokslut 2030 Budget 2031 Budget 2032\nIntäkter -35 136 -24 665 -25 265\nHyror -135 -265 -300\n"
    (table,) = found(text)
    assert columns(text, table) == [[], ["Bokslut 2030"], ["Budget 2031"], ["Budget 2032"]]
    assert rows(text, table)[0] == ["Intäkter", "-35 136", "-24 665", "-25 265"]


def test_a_row_that_can_be_read_in_two_ways_has_no_cells() -> None:
    text = "Kostnader 315 982 323 367\nLöner 280 846 298 702\n"
    (table,) = found(text)
    assert [row.span.of(text) for row in table.rows] == text.splitlines()
    assert rows(text, table) == [[], []]


def test_a_head_printed_cell_by_cell_stays_with_its_rows() -> None:
    text = "Besök per månad\n\nMånad\n\nAntal\n\nbesök\n\nVarav\n\nnya\n\nJanuari 34 13 Ja\n\nFebruari 39 12 Ja\n\nMars          \n"
    (table,) = found(text)
    assert " ".join(line.of(text) for line in table.lead) == "Besök per månad Månad Antal besök Varav nya"
    assert rows(text, table) == [["Januari", "34", "13", "Ja"], ["Februari", "39", "12", "Ja"]]
    assert table.columns == ()


def test_a_label_repeated_at_the_end_is_a_cell() -> None:
    text = "Ämne År 1 År 2 S:a Ämne\nSlöjd 30 40 70 Slöjd\nMusik 45 45 90 Musik\n"
    (table,) = found(text)
    assert rows(text, table) == [["Slöjd", "30", "40", "70", "Slöjd"], ["Musik", "45", "45", "90", "Musik"]]
    assert columns(text, table)[3] == ["S:a"]


def test_labels_with_one_number_each_are_a_table_from_three_on() -> None:
    assert rows(text := "Antal år med stöd\n20 år eller mer 5\n10–19 år 4\n5–9 år 14\n", found(text)[0])[0] == ["20 år eller mer", "5"]
    assert found("Antal elever 30\nAntal lärare 4\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden beslutade den 3 maj 2031 om 2 platser till.\nPlanen antas.\n",
        "Sida 1\nSida 2\nSida 3\n",
        "Våren 2030\nHösten 2030\nVåren 2031\n",
        "1. Planen antas.\n2. Avgiften höjs till 300\n3. Avtalet förlängs till 2033\n",
    ],
)
def test_text_is_no_table(text: str) -> None:
    assert found(text) == []


def test_what_ends_a_sentence_is_not_above_a_table() -> None:
    text = "Nämnden har följt upp besöken.\nBesök\nAlby 3 400 12\nBerga 500 13\n"
    assert [line.of(text) for line in found(text)[0].lead] == ["Besök"]


def test_a_known_heading_ends_a_table() -> None:
    text = "Alby 3 400 12\nBerga 500 13\nBeslut\nAlby 1 12\nBerga 2 13\n"
    at = text.index("Beslut")
    first, second = tables(text, Span(0, len(text)), [], [at])
    assert len(first.rows) == len(second.rows) == 2
    assert second.lead == ()


_PIECES = st.sampled_from(
    ["Alby", "Summa", "1", "018", "717", "12,5", "-", "Ja", "2030", "\t", "\t\t", "   ", " ", "|", "\n", "\n\n", "<b>", ".", "Belopp i tkr"]
)


@given(st.lists(_PIECES, max_size=60).map(" ".join))
def test_rows_and_cells_lie_in_their_text_in_order(text: str) -> None:
    last = 0
    for table in found(text):
        for row in table.rows:
            assert last <= row.span.start < row.span.end <= len(text)
            last = row.span.end
            at = row.span.start
            for cell in row.cells:
                assert at <= cell.start <= cell.end <= row.span.end
                at = cell.end


@given(
    st.lists(st.tuples(st.sampled_from(["Alby", "Berga", "Sala"]), st.integers(0, 2_000_000), st.integers(0, 99)), min_size=2, max_size=8)
)
def test_values_told_are_the_values_written(written: list[tuple[str, int, int]]) -> None:
    text = "".join(f"{name} {value:,} {share}\n".replace(",", " ") for name, value, share in written)
    for table in found(text):
        for row in table.rows:
            if row.cells and len(row.cells) == 3:
                assert any(row.cells[1].of(text).replace(" ", "") == str(value) for _, value, _ in written)
