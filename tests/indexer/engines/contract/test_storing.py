"""What is put into an index, replaced in it and taken out."""

from indexer.index import Filters, Index
from tests.indexer.engines.made import ALL, PUBLIC, entry, everything, ids, indexed, passage, put, stems, texts, vector


def test_an_index_without_content_answers_with_nothing(index: Index) -> None:
    assert index.files(PUBLIC) == []
    assert index.file("a.txt", PUBLIC) is None
    assert index.passages(["x"], PUBLIC) == []
    assert index.lexical(stems("taxa"), ALL, PUBLIC, 5) == []
    assert index.nearest(vector(1, 0, 0, 0), ALL, PUBLIC, 5) == []
    assert everything(index) == []
    assert index.facets(ALL, PUBLIC).passages == 0


def test_a_file_is_given_back_as_it_was_put(index: Index) -> None:
    given = texts("mapp/å b.txt", "taxa", "skola")
    put(index, given)
    stored = index.file("mapp/å b.txt", PUBLIC)
    assert stored
    assert (stored.record, stored.source, stored.furniture, stored.documents) == (
        given.record,
        given.source,
        given.furniture,
        given.documents,
    )
    assert stored.source.text == given.source.text
    assert stored.source.line_starts == given.source.line_starts
    assert index.files(PUBLIC) == [given.record]


def test_passages_come_in_the_order_asked_for(index: Index) -> None:
    given = texts("a.txt", "x", "y", "z")
    put(index, given)
    wanted = [given.passages[2].passage, given.passages[0].passage]
    assert index.passages([wanted[0].id, "not there", wanted[1].id], PUBLIC) == wanted


def test_files_come_by_name(index: Index) -> None:
    put(index, texts("b.txt", "x"), texts("a.txt", "x"), texts("ä.txt", "x"))
    assert [record.file for record in index.files(PUBLIC)] == ["a.txt", "b.txt", "ä.txt"]


def test_a_file_put_again_replaces_all_of_itself_and_nothing_else(index: Index) -> None:
    put(index, texts("a.txt", "taxa", "skola", "väg"), texts("b.txt", "taxa"))
    again = entry("a.txt", [indexed(passage("a.txt", 1, text="Nytt"), "avgift")], sha256="11")
    put(index, again)
    assert index.lexical(stems("taxa"), Filters(files=("a.txt",)), PUBLIC, 9) == []
    assert ids(index.lexical(stems("avgift"), ALL, PUBLIC, 9)) == [again.passages[0].passage.id]
    assert index.passages([again.passages[0].passage.id], PUBLIC)[0].text == "Nytt"
    assert len(everything(index)) == 2
    assert {record.file: record.sha256 for record in index.files(PUBLIC)} == {"a.txt": "11", "b.txt": "00"}


def test_the_last_of_two_puts_in_one_go_stands(index: Index) -> None:
    put(index, texts("a.txt", "x", "y"), texts("a.txt", "z"))
    assert len(everything(index)) == 1
    assert len(index.lexical(stems("z"), ALL, PUBLIC, 5)) == 1


def test_a_removed_file_is_gone_and_one_that_is_not_there_is_no_error(index: Index) -> None:
    put(index, texts("a.txt", "x"), texts("b.txt", "x"))
    with index.writer() as writer:
        writer.remove("a.txt")
        writer.remove("never.txt")
    assert [record.file for record in index.files(PUBLIC)] == ["b.txt"]
    assert index.file("a.txt", PUBLIC) is None
    assert len(index.lexical(stems("x"), ALL, PUBLIC, 5)) == 1
    with index.writer() as writer:
        writer.remove("b.txt")
    assert everything(index) == []


def test_a_file_without_passages_is_still_a_file(index: Index) -> None:
    put(index, texts("tom.txt"))
    assert [record.file for record in index.files(PUBLIC)] == ["tom.txt"]
