"""What readers said, in the store: bounded in number, in pace and in time."""

from dataclasses import replace
from datetime import datetime, timedelta
from sqlite3 import Connection

import msgspec

from service.errors import NotFound, TooMany
from service.feedback.said import Reason, Said, State, cleaned
from service.keeping.store import Store
from service.keeping.trace import moment

A_MINUTE = 30
"""Most that is taken in a minute, from all readers together: no address of a reader is kept to count by."""

MOST = 20_000
"""Most that is kept."""

MAY_ADD = timedelta(hours=1)
"""How long a reader may add the reason to what was said."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Said).decode


def keep(store: Store, said: Said, now: datetime, days: int) -> None:
    """Keep it, without what may point out a person; what is older than `days` goes. Raises TooMany and StoreProblem."""
    with store.writing() as connection:
        connection.execute("DELETE FROM said WHERE at < ?", (moment(now - timedelta(days=days)),))
        lately = connection.execute("SELECT count(*) FROM said WHERE at > ?", (moment(now - timedelta(minutes=1)),)).fetchone()[0]
        if lately >= A_MINUTE or connection.execute("SELECT count(*) FROM said").fetchone()[0] >= MOST:
            raise TooMany("Det kommer in fler synpunkter än vad som kan tas emot just nu.")
        _put(connection, cleaned(said))


def add_reason(store: Store, id: str, reason: Reason | None, words: str, now: datetime) -> None:
    """Add why to what was said just now, once. Raises NotFound."""
    with store.writing() as connection:
        said = _one(connection, id)
        if said is None or said.reason or said.words or said.at < moment(now - MAY_ADD):
            raise NotFound("Synpunkten finns inte, eller har redan fått en förklaring.")
        _put(connection, cleaned(replace(said, reason=reason, words=words)))


def judge(connection: Connection, id: str, state: State) -> Said:
    """Mark what a person made of it. Raises NotFound."""
    said = _one(connection, id)
    if said is None:
        raise NotFound("Synpunkten finns inte längre.")
    connection.execute("UPDATE said SET state = ? WHERE id = ?", (state, id))
    return said


def forget(connection: Connection, file: str, section: str | None) -> int:
    """Take away what was said of a file or a § that is removed: its words stand there too. How many that were."""
    rows = connection.execute("SELECT content, state FROM said").fetchall()
    gone = [said.id for said in (_read(*row) for row in rows) if _speaks_of(said, file, section)]
    connection.executemany("DELETE FROM said WHERE id = ?", [(one,) for one in gone])
    return len(gone)


def _speaks_of(said: Said, file: str, section: str | None) -> bool:
    places = [(quoted.file, quoted.section) for quoted in (said.given.quoted if said.given else ())]
    return any(place[0] == file and section in (None, place[1]) for place in (*places, (said.file, said.section)))


def everything(store: Store) -> list[Said]:
    """All that is kept, the newest first."""
    with store.reading() as connection:
        rows = connection.execute("SELECT content, state FROM said ORDER BY at DESC, id").fetchall() if connection else []
    return [_read(*row) for row in rows]


def _one(connection: Connection, id: str) -> Said | None:
    row = connection.execute("SELECT content, state FROM said WHERE id = ?", (id,)).fetchone()
    return _read(*row) if row else None


def _read(content: str, state: str) -> Said:
    return replace(_decode(content), state=State(state))


def _put(connection: Connection, said: Said) -> None:
    values = (said.id, said.at, said.state, _encode(said).decode())
    connection.execute("INSERT OR REPLACE INTO said (id, at, state, content) VALUES (?, ?, ?, ?)", values)
