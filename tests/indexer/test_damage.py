import pytest

from indexer import damage


@pytest.mark.parametrize("read", ["sammanträde", "sammantrade", "sammantrdde", "sammantr&de", "Sammantréde", "sammantriéde"])
def test_a_word_is_met_as_printed_and_as_read_badly(read: str) -> None:
    assert damage.compiled(damage.worn("sammanträde")).fullmatch(read)


def test_other_words_are_not_met() -> None:
    assert not damage.compiled(damage.worn("nämnden")).fullmatch("hunden")


def test_phrases_meet_the_longest_first() -> None:
    match = damage.compiled(damage.any_of("förslag", "förslag till beslut")).match("Förslag till beslut")

    assert match is not None
    assert match[0] == "Förslag till beslut"


def test_a_scan_without_swedish_letters_is_told_from_a_short_text() -> None:
    assert damage.lacks_swedish_letters("namnden godkanner rapporten " * 40)
    assert not damage.lacks_swedish_letters("nämnden godkänner rapporten " * 40)
    assert not damage.lacks_swedish_letters("Upprop")
