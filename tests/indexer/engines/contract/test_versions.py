"""Indexes of several versions at one place."""

from dataclasses import replace

import pytest

from indexer.errors import IndexMismatch, IndexMissing
from indexer.index import IndexVersion
from tests.indexer.engines.conftest import Place
from tests.indexer.engines.made import PUBLIC, VERSION, texts


def test_where_nothing_was_indexed_the_index_is_missing(place: Place) -> None:
    with pytest.raises(IndexMissing, match="paragraf index"):
        place.open(create=False)


def test_an_index_of_another_version_is_named(place: Place) -> None:
    place.filled(texts("a.txt", "x"), version=replace(VERSION, model="another/model-A")).close()
    with pytest.raises(IndexMismatch, match=r"model 'another/model-A' .*model 'made-up'"):
        place.open(create=False)


def test_versions_stand_beside_each_other(place: Place) -> None:
    newer = IndexVersion("2", "made-up", 8)
    old, new = place.filled(texts("a.txt", "taxa")), place.filled(texts("b.txt", "taxa"), version=newer)
    assert place.versions() == (VERSION, newer)
    assert [record.file for record in old.files(PUBLIC)] == ["a.txt"]
    assert [record.file for record in new.files(PUBLIC)] == ["b.txt"]
    assert (old.version, new.version) == (VERSION, newer)
