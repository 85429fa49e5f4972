"""The reading of uploads: `paragraf index` in a process of its own, followed while it runs, ended when it takes too long.

The service reads no file itself. One upload is read at a time, whichever process took it; what became of it is kept.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from sqlite3 import Row

from indexer.settings import INDEX_SETTINGS
from service.config import Config
from service.errors import NotFound, StoreProblem, TooMany
from service.keeping.store import Store
from service.keeping.trace import moment
from service.managing import inswedish
from service.managing.uploads import WORK

MOST_SECONDS = 3_600
"""For one upload; the indexer's own bounds end a single file much sooner."""

MOST_LOG_BYTES = 64 * 1024
MOST_OUTCOME_BYTES = 5 * 1024 * 1024
BEAT_S = 5.0
SILENT_S = 60
"""An upload whose process has said nothing for so long has died with it, and no longer keeps others waiting."""

INTERRUPTED = "Inläsningen avbröts, för tjänsten startades om."


@dataclass(frozen=True, slots=True)
class Upload:
    """One upload. `ended` is None while it is read; `outcome` is the indexer's report, or what went wrong."""

    id: str
    at: str
    who: str
    files: tuple[str, ...]
    ended: str | None = None
    outcome: Mapping[str, object] | None = None


def claim(store: Store, who: str, now: datetime) -> str:
    """The id of a new upload. Raises TooMany while another one is read."""
    with store.writing() as connection:
        if connection.execute("SELECT 1 FROM uploads WHERE ended IS NULL AND beat > ?", (_alive_since(now),)).fetchone():
            raise TooMany("En annan uppladdning läses in just nu.")
        new = token_hex(8)
        row = (new, moment(now), who, moment(now))
        connection.execute("INSERT INTO uploads (id, at, who, files, beat) VALUES (?, ?, ?, '[]', ?)", row)
    return new


def give_up(store: Store, id: str) -> None:
    """Forget an upload that was never read."""
    with store.writing() as connection:
        connection.execute("DELETE FROM uploads WHERE id = ?", (id,))


def begin(store: Store, config: Config, id: str, files: tuple[str, ...]) -> None:
    """Let the uploads be read, beside the requests."""
    with store.writing() as connection:
        connection.execute("UPDATE uploads SET files = ? WHERE id = ?", (json.dumps(files, ensure_ascii=False), id))
    threading.Thread(target=_read, args=(store, config, id), name=f"intake-{id}", daemon=True).start()


def upload(store: Store, id: str, now: datetime) -> Upload:
    """One upload. Raises NotFound."""
    for each in uploads(store, now):
        if each.id == id:
            return each
    raise NotFound("Uppladdningen finns inte.")


def uploads(store: Store, now: datetime) -> list[Upload]:
    """All uploads, the newest first. One whose process died long ago is interrupted."""
    with store.reading() as connection:
        chosen = "SELECT id, at, who, files, beat, ended, outcome FROM uploads ORDER BY at DESC"
        rows = connection.execute(chosen).fetchall() if connection else []
    return [_upload(row, _alive_since(now)) for row in rows]


def _upload(row: Row, alive_since: str) -> Upload:
    id, at, who, files, beat, ended, outcome = row  # noqa: A001 its name in the record
    told = json.loads(outcome) if outcome else None
    if ended is None and beat <= alive_since:
        ended, told = beat, {"problem": INTERRUPTED}
    return Upload(id, at, who, tuple(json.loads(files)), ended, told)


def progress(config: Config, id: str) -> list[str]:
    """What indexing has said so far: a line a file."""
    try:
        with _log(config, id).open("rb") as log:
            log.seek(max(0, _log(config, id).stat().st_size - MOST_LOG_BYTES))
            return log.read(MOST_LOG_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:  # nothing said yet
        return []


def _log(config: Config, id: str) -> Path:
    return Path(config.uploads) / WORK / f"{id}.log"


def _alive_since(now: datetime) -> str:
    return moment(now - timedelta(seconds=SILENT_S))


def _read(store: Store, config: Config, id: str) -> None:
    outcome = _outcome(store, config, id)
    with store.writing() as connection:
        row = (moment(datetime.now(UTC)), json.dumps(outcome, ensure_ascii=False), id)
        connection.execute("UPDATE uploads SET ended = ?, outcome = ? WHERE id = ?", row)


def _outcome(store: Store, config: Config, id: str) -> Mapping[str, object]:
    """The report of the run, or what went wrong: in Swedish, and in its own words."""
    told = Path(config.uploads) / WORK / f"{id}.json"
    try:
        with told.open("wb") as out, _log(config, id).open("wb") as log:
            # a session of its own: it and the processes that it reads files in are ended together
            process = subprocess.Popen(  # noqa: S603 our own command, and a folder that the operator named
                [sys.executable, "-m", "paragraf", "index", config.uploads, "--json"],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=log,
                env={**os.environ, **environment(config)},
                start_new_session=True,
            )
            code = _waited(process, store, id)
        if code is None:
            return {"problem": f"Inläsningen tog mer än {MOST_SECONDS // 60} minuter och avbröts."}
        if code == 0:
            return dict(json.loads(told.read_bytes()[:MOST_OUTCOME_BYTES]))
        last = (progress(config, id) or [""])[-1]
        return {"problem": inswedish.failure(code), "technical": last.removeprefix("paragraf: ")}
    except (OSError, ValueError) as error:
        return {"problem": "Inläsningen kunde inte startas eller lämnade inget resultat.", "technical": f"{type(error).__name__}: {error}"}
    finally:
        told.unlink(missing_ok=True)


def _waited(process: subprocess.Popen[bytes], store: Store, id: str) -> int | None:
    """The exit code; None where it took too long and was ended. Says meanwhile that it is alive."""
    ends = time.monotonic() + MOST_SECONDS
    while time.monotonic() < ends:
        try:
            return process.wait(BEAT_S)
        except subprocess.TimeoutExpired:
            with suppress(StoreProblem):  # reading goes on, and within its time, though nothing can be noted just now
                _beat(store, id)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return None


def _beat(store: Store, id: str) -> None:
    with store.writing() as connection:
        connection.execute("UPDATE uploads SET beat = ? WHERE id = ?", (moment(datetime.now(UTC)), id))


def environment(config: Config) -> dict[str, str]:
    """The settings of the index as the command reads them."""
    values = asdict(config)
    return {f"PARAGRAF_{each.name.upper()}": str(values[each.name]) for each in INDEX_SETTINGS}
