"""Every read shows what its `Access` may see, and nothing else."""

from indexer.index import Access, Index
from tests.indexer.engines.made import ALL, NOBODY, PUBLIC, entry, everything, indexed, passage, put, stems, texts, vector


def test_no_access_shows_nothing_and_other_collections_stay_hidden(index: Index) -> None:
    put(
        index,
        texts("a.txt", "taxa"),
        entry("hemlig.txt", [indexed(passage("hemlig.txt", 1), "taxa", vector(1, 0, 0, 0))], collection="inner"),
    )
    secret = indexed(passage("hemlig.txt", 1)).passage.id
    both = Access(frozenset({"public", "inner"}))
    for access, seen in ((PUBLIC, 1), (NOBODY, 0), (Access(frozenset({"inner"})), 1), (both, 2), (Access.operator(), 2)):
        assert len(index.files(access)) == seen
        assert len(index.lexical(stems("taxa"), ALL, access, 9)) == seen
        assert len(everything(index, access)) == seen
        assert index.facets(ALL, access).passages == seen
    assert index.file("hemlig.txt", Access.operator()) is not None
    for access in (PUBLIC, NOBODY):
        assert index.file("hemlig.txt", access) is None
        assert index.passages([secret], access) == []
        assert index.nearest(vector(1, 0, 0, 0), ALL, access, 9) == []


def test_a_withdrawn_file_is_hidden_everywhere(index: Index) -> None:
    put(index, texts("a.txt", "taxa"), entry("b.txt", [indexed(passage("b.txt", 1), "taxa", vector(1, 0, 0, 0))]))
    access = Access(frozenset({"public"}), withdrawn=frozenset({"b.txt"}))
    assert [record.file for record in index.files(access)] == ["a.txt"]
    assert index.file("b.txt", access) is None
    assert len(index.lexical(stems("taxa"), ALL, access, 9)) == 1
    assert index.nearest(vector(1, 0, 0, 0), ALL, access, 9) == []
    assert len(everything(index, access)) == 1
    assert index.passages([passage("b.txt", 1).id], access) == []
    assert index.facets(ALL, access).passages == 1
