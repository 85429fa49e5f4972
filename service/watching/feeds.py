"""Entries as feeds: JSON Feed 1.1 here, Atom by its template. Both say the same with the same ids."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from service.watching.entries import Entry

JSON_FEED = "https://jsonfeed.org/version/1.1"
NEVER = "1970-01-01"
"""Of a feed without any dated entry: the time has to be something, and must not change."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed. `page` and `own` are its addresses: the page that shows the same, and the feed itself."""

    id: str
    title: str
    page: str
    own: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """When the entry that was last read in was, as RFC 3339 has it."""
        return max(map(updated, self.entries), default=moment(None))


def updated(entry: Entry) -> str:
    """When an entry's file was read, as RFC 3339 has it; in an index that does not say it, the meeting's day."""
    return entry.read_at.replace("+00:00", "Z") if entry.read_at else moment(entry.day)


def moment(day: str | None) -> str:
    """The beginning of a day as RFC 3339 has it."""
    return f"{day or NEVER}T00:00:00Z"


def as_json(feed: Feed, address: Callable[[Entry], str]) -> dict[str, object]:
    """The feed as JSON Feed 1.1."""
    return {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.own,
        "language": "sv",
        "items": [item(each, address(each)) for each in feed.entries],
    }


def item(entry: Entry, url: str) -> Mapping[str, object]:
    """One entry of a JSON Feed; what is no part of the standard stands under a name of our own."""
    shown = {"id": entry.id, "url": url, "title": entry.title, "content_text": entry.summary, "summary": entry.reason}
    dated = {"date_published": moment(entry.day)} if entry.day else {}
    return {**shown, **dated, "date_modified": updated(entry), "tags": list(_tags(entry)), "_paragraf": {"reason": entry.reason}}


def _tags(entry: Entry) -> Iterable[str]:
    return (tag for tag in (entry.passage.municipality, entry.passage.body, entry.passage.status.value) if tag)
