"""The entries of a watched question: what is meant and why, each § once, with an id that no rank moves."""

from dataclasses import replace
from datetime import date

import pytest

from indexer.index import Access, Filters
from service.errors import BadQuestion
from service.watching.entries import Entry, entries
from service.watching.feeds import Feed, as_json, updated
from tests.service import made

TODAY = date(2031, 2, 3)


def found(text: str) -> tuple[Entry, ...]:
    resources = made.resources()
    known = resources.index.facets(Filters(), Access.public())
    return entries(text, Filters(), known, resources, Access.public(), TODAY)


def test_each_section_stands_once_and_says_why() -> None:
    [first] = [each for each in found("friskvårdsbidraget för medarbetare") if each.passage.section == "§ 31"]

    assert first.title == "§ 31 · Friskvårdsbidrag för medarbetare · Kommunstyrelsen · Granby"
    assert first.reason.startswith("Paragrafen innehåller ")
    assert first.reason.endswith(" och är beslutad.")
    assert "friskvårdsbidrag" in first.reason.casefold()
    sections = [each.passage.section_id for each in found("friskvårdsbidraget")]
    assert len(sections) == len(set(sections))


def test_the_latest_meeting_stands_first() -> None:
    days = [each.day or "" for each in found("friskvårdsbidraget taxan för båtplatser")]

    assert days == sorted(days, reverse=True)


def test_what_shares_too_few_words_is_left_out() -> None:
    assert [each.passage.section for each in found("taxan för båtplatser")] == ["§ 32"]
    assert found("solceller på ridhuset vid älven") == ()


def test_a_case_number_is_a_reason_of_its_own() -> None:
    assert "har diarienummer 2024/00081" in found("dnr 2024/00081 Granby")[0].reason


def test_what_stands_before_the_first_section_of_minutes_is_no_entry() -> None:
    front = made.passage("Båtklubbens lokal, ledamöter och ersättare vid båtplatser", section=None)
    resources = made.resources(front, made.passage("Taxan för båtplatser höjs.", title="Båtplatser"))
    known = resources.index.facets(Filters(), Access.public())

    assert [each.passage.section for each in entries("båtplatser", Filters(), known, resources, Access.public(), TODAY)] == ["§ 1"]


def test_old_minutes_read_in_today_are_new_to_a_feed() -> None:
    [one] = found("taxan för båtplatser")
    late = replace(one, read_at="2031-02-03T08:00:00+00:00")
    feed = Feed("urn:uuid:1", "", "", "", (late, one))

    assert feed.updated == updated(late) == "2031-02-03T08:00:00Z"
    assert updated(one) == "2024-03-12T00:00:00Z"


def test_an_id_belongs_to_the_section_whatever_was_asked() -> None:
    [one] = found("taxan för båtplatser")
    [other] = found("båtplatser per säsong")

    assert one.id == other.id
    assert one.id.startswith("urn:uuid:")


def test_nothing_is_watched_without_a_question() -> None:
    with pytest.raises(BadQuestion):
        found("  ")


def test_a_json_feed_holds_what_the_standard_asks() -> None:
    feed = Feed("urn:uuid:1", "Paragraf: x", "https://a.test/bevaka?q=x", "https://a.test/bevaka.json?q=x", found("båtplatser"))
    shown = as_json(feed, lambda entry: f"https://a.test/{entry.day}")

    assert shown["version"] == "https://jsonfeed.org/version/1.1"
    [item] = shown["items"]  # type: ignore[misc]  # a list, by the standard
    assert {"id", "url", "title", "content_text", "date_published", "_paragraf"} <= set(item)
    assert feed.updated == "2024-03-12T00:00:00Z"


def test_a_feed_without_entries_has_a_time_that_never_changes() -> None:
    assert Feed("urn:uuid:1", "", "", "", ()).updated == "1970-01-01T00:00:00Z"
