"""Who did what, when and why: one line for each act that changes what the service shows. Lines are added, never changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Connection

from service.keeping.store import Store

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `at` is ISO, UTC; `who` is the name that was given with the key."""

    at: str
    who: str
    action: str
    what: str
    why: str = ""


def enter(connection: Connection, act: Act) -> None:
    """Note an act, in the same change as the act itself where that is in the store."""
    connection.execute(
        "INSERT INTO trace (at, who, action, what, why) VALUES (?, ?, ?, ?, ?)", (act.at, act.who, act.action, act.what, act.why)
    )


def note(store: Store, act: Act) -> None:
    """Note an act by itself. Raises StoreProblem: what cannot be noted must not be done."""
    with store.writing() as connection:
        enter(connection, act)


def note_passing(store: Store, act: Act, days: int) -> None:
    """Note an act of which there may be any number, and forget the same ones that are older than so many days."""
    oldest = moment(datetime.fromisoformat(act.at) - timedelta(days=days))
    with store.writing() as connection:
        connection.execute("DELETE FROM trace WHERE action = ? AND at < ?", (act.action, oldest))
        enter(connection, act)


def latest(store: Store, but: str = "", limit: int = SHOWN) -> list[Act]:
    """The latest acts but those of one kind, the newest first."""
    with store.reading() as connection:
        if connection is None:
            return []
        chosen = "SELECT at, who, action, what, why FROM trace WHERE action <> ? ORDER BY number DESC LIMIT ?"
        rows = connection.execute(chosen, (but, limit)).fetchall()
    return [Act(*row) for row in rows]


def times(store: Store, action: str, since: str = "") -> int:
    """How often an act was noted after a moment."""
    with store.reading() as connection:
        if connection is None:
            return 0
        found = connection.execute("SELECT count(*) FROM trace WHERE action = ? AND at > ?", (action, since)).fetchone()
    return int(found[0])


def moment(now: datetime) -> str:
    """A moment as it is kept."""
    return now.isoformat(timespec="seconds")
