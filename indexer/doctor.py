"""Is everything there that Paragraf needs? Each check says what it found, and what to do where something is amiss."""

import os
import platform
import shutil
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from indexer import embeddings
from indexer.engines.location import Connection, is_url, without_credentials
from indexer.errors import IndexProblem, ModelProblem, UsageProblem
from indexer.gathering import blocklist, overrides
from indexer.settings import INDEX_SETTINGS, READING_SETTINGS, Setting, Values, read_settings
from indexer.standing import standing
from indexer.terminal import shown

ENOUGH_SPACE_BYTES = 1024**3
"""Below this a new generation of an index of some hundred thousand passages no longer fits beside the old one."""

LEAST_SPACE_BYTES = 64 * 1024**2
"""Below this not even a small index can be written."""


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `next_step` is empty where all is well."""

    name: str
    state: State
    found: str
    next_step: str = ""


def examine(environ: Mapping[str, str], given: Mapping[str, object], others: tuple[Setting, ...] = ()) -> list[Check]:
    """All checks, in the order in which to mend things; what depends on a failed check is left out. `others` are settings
    that indexing does not ask for: those of the service."""
    checks = [_python()]
    try:
        values = read_settings((*INDEX_SETTINGS, *READING_SETTINGS, *others), environ, given)
    except UsageProblem as problem:
        return [*checks, Check("settings", State.FAIL, str(problem), "set it to a value that can be honoured, or unset it")]
    checks.append(Check("settings", State.OK, f"index at {without_credentials(str(values['index']))}, model {values['model']}"))
    for look in (_lists, _model, _server if is_url(str(values["index"])) else _directory, _index):
        checks += look(values)
        if exit_code(checks):
            break
    return checks


def exit_code(checks: Iterable[Check]) -> int:
    """1 where something does not work; a warning is no failure."""
    return int(any(check.state is State.FAIL for check in checks))


def as_json(checks: Sequence[Check]) -> dict[str, object]:
    """One JSON object with all checks."""
    return {"ok": exit_code(checks) == 0, "checks": [asdict(check) for check in checks]}


def as_table(checks: Sequence[Check]) -> RenderableType:
    """The checks as shown on a terminal."""
    colours = {State.OK: "green", State.WARN: "yellow", State.FAIL: "red"}
    table = Table(show_header=False, box=None, pad_edge=False)
    for check in checks:
        said = shown(check.found + (f"\n→ {check.next_step}" if check.next_step else ""))
        table.add_row(Text(check.state, style=colours[check.state]), Text(check.name, style="bold"), said)
    return table


def _python() -> Check:
    return Check("python", State.OK, f"{platform.python_version()} at {sys.executable}")


def _lists(values: Values) -> list[Check]:
    """Corrections and block list, where they are set."""
    checks = []
    for name, load in (("corrections", overrides.load), ("blocklist", blocklist.load)):
        path = str(values[name])
        try:
            load(path)
        except UsageProblem as problem:
            checks.append(Check(name, State.FAIL, str(problem), f"mend the file, or unset PARAGRAF_{name.upper()}"))
        else:
            checks += [Check(name, State.OK, path)] if path else []
    return checks


def _model(values: Values) -> list[Check]:
    started = time.monotonic()
    try:
        embedder = embeddings.load(str(values["model"]))
        empty = not embedder.query("kommunfullmäktige beslutade").any()
    except ModelProblem as problem:
        return [Check("model", State.FAIL, str(problem), "choose another --model, or PARAGRAF_MODEL=bundled")]
    found = f"{embedder.name}, {embedder.dimension} dimensions, ready in {time.monotonic() - started:.2f} s"
    if empty:
        return [Check("model", State.WARN, f"{found}, but it gives nothing for Swedish words", "choose another --model")]
    return [Check("model", State.OK, found)]


def _directory(values: Values) -> list[Check]:
    folder = _nearest_existing(Path(str(values["index"])).absolute())
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        step = "searching works; to index, choose another --index"
        return [Check("write permission", State.WARN, f"{folder} cannot be written to", step)]
    free = shutil.disk_usage(folder).free
    found = f"{free / 1024**3:.1f} GiB free at {folder}"
    state = State.OK if free >= ENOUGH_SPACE_BYTES else State.WARN if free >= LEAST_SPACE_BYTES else State.FAIL
    step = "" if state is State.OK else "free some space: while indexing, the new index lies beside the old one"
    return [Check("write permission", State.OK, f"{folder} can be written to"), Check("disk space", state, found, step)]


def _server(values: Values) -> list[Check]:
    from indexer.engines.elasticclient import Server  # half a second of imports that a directory spares

    try:
        with closing(Server(str(values["index"]), Connection.of(values))) as server:
            server.require_version()
            with server.asking() as client:
                health = client.cluster.health()
    except (IndexProblem, UsageProblem) as problem:
        return [Check("elasticsearch", State.FAIL, str(problem), "mend the connection, or choose another --index")]
    found = f"{health['cluster_name']} is {health['status']}, {health['number_of_nodes']} nodes"
    if health["status"] == "red":
        return [Check("elasticsearch", State.FAIL, found, "some data cannot be reached: see which nodes are missing")]
    return [Check("elasticsearch", State.OK, found)]


def _index(values: Values) -> list[Check]:
    try:
        found = standing(values)
    except (IndexProblem, UsageProblem) as problem:
        return [Check("index", State.FAIL, str(problem), "choose another --index")]
    if found.problem is None:
        said = f"{found.totals.files} files, {found.totals.passages} passages, version {found.wanted.key}"
        empty = found.totals.passages == 0
        return [Check("index", State.WARN if empty else State.OK, said, "paragraf index PATH" if empty else "")]
    if found.there:
        return [Check("index", State.FAIL, str(found.problem), "index again with this version: paragraf index PATH")]
    return [Check("index", State.WARN, str(found.problem), "paragraf index PATH")]


def _nearest_existing(path: Path) -> Path:
    # os.path.lexists, as what may not be looked at is not there for us; the default is for a drive of Windows that is not there
    return next((each for each in (path, *path.parents) if os.path.lexists(each)), path)
