"""Writes the generated parts of the documentation: settings, commands, API. `python -m service.documenting [--check]`.

They are made from what the program itself holds, so that they cannot drift; tests/test_docs.py checks that they are fresh.
"""

import importlib
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import click

from indexer.settings import INDEX_SETTINGS, READING_SETTINGS, Setting
from service.app import create_app
from service.config import SERVICE_SETTINGS
from service.serving.apireference import Operation, Shape, operations, shapes
from service.serving.openapi import document

DOCS = Path(__file__).resolve().parent.parent / "docs"
MADE_BY = "<!-- Made by `make docs`; change the program, not this page. -->\n"
WIDTH = 100


def settings() -> str:
    """The page of settings."""
    return "\n".join(
        (
            "# Settings\n",
            MADE_BY,
            "Each setting is an environment variable. Options of a command, and what `create_app` is given, win over it.\n",
            "## Index and models\n",
            *_settings_table(INDEX_SETTINGS),
            "\n## Reading files\n",
            *_settings_table(READING_SETTINGS),
            "\n## Service\n",
            *_settings_table(SERVICE_SETTINGS),
            "",
        )
    )


def _settings_table(rows: tuple[Setting, ...]) -> Iterator[str]:
    yield "| variable | default | what it is |"
    yield "|---|---|---|"
    for row in rows:
        default = f"`{row.default}`" if row.default != "" else "–"
        yield f"| `PARAGRAF_{row.name.upper()}` | {default} | {_in_cell(row.help)} |"


def commands() -> str:
    """The page of commands: what `--help` says."""
    # the command line stands above the service and gathers all its commands: this page must read it, not build on it
    group: click.Group = importlib.import_module("paragraf").cli
    asking = group.context_settings["help_option_names"]
    context = click.Context(group, info_name="paragraf", max_content_width=WIDTH, terminal_width=WIDTH, help_option_names=asking)
    parts = ["# Commands\n", MADE_BY, _help(group, context)]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            inner = click.Context(command, info_name=name, parent=context, max_content_width=WIDTH, terminal_width=WIDTH)
            parts += [f"\n## paragraf {name}\n", _help(command, inner)]
    return "\n".join(parts) + "\n"


def _help(command: click.Command, context: click.Context) -> str:
    return f"```text\n{inspect.cleandoc(command.get_help(context))}\n```"


def api() -> str:
    """The page of the JSON API, from its OpenAPI document."""
    app = create_app({"index": "no-index-is-needed-here", "log_level": "error"})
    with app.app_context():
        spec = document()
    parts = [
        "# JSON API\n",
        MADE_BY,
        "The full description, with the shape of every answer, is the service's own `/api/openapi.json` (OpenAPI 3.1). Anything that",
        "cannot be honoured is refused with 400 and a stable code, never ignored. Every problem has one shape:\n",
        "```json",
        '{"error": {"code": "bad_parameter", "message": "Parametern limitt finns inte.", "next": "…", "request_id": "…"}}',
        "```\n",
        "`/api/ask` answers with server-sent events where the request says `Accept: text/event-stream`: `hits`, `token` with what a",
        "language model writes, as it comes (not yet checked, and never the answer), one `claim` for each part of the answer that holds,",
        "`done` with the whole answer. Another `hits` begins the answer anew; `error` has the shape above. Only `done` counts.\n",
        "`lines` of hits and citations are lines of a text file (`.txt`, `.text`, `.md`), counted from 1; they are null for PDF, DOCX,",
        "HTML and images, which have pages only. `lines` under `/api/documents` and `/api/sections` count lines of the text as it was",
        "read, for every format: those that the page `/kalla/…` numbers.\n",
        "Names of municipalities and bodies are found without regard to capitals, å, ä and ö. A name that is not indexed is refused with",
        "400 and the list of those that are; only a comparison keeps a municipality that exists, as a row that is `not_indexed`.\n",
        "The examples ask the samples (`make demo`).\n",
    ]
    for operation in operations(spec):
        parts += _operation(operation)
    parts += _values(shapes(spec))
    return "\n".join(parts) + "\n"


def _operation(operation: Operation) -> Iterator[str]:
    yield f"## {operation.method.upper()} {operation.path}\n"
    yield f"{operation.summary}\n"
    if operation.fields:
        yield "| parameter | in | type | what it is |"
        yield "|---|---|---|---|"
        for field in operation.fields:
            yield f"| `{field.name}`{' (needed)' if field.needed else ''} | {field.place} | {field.type} | {_in_cell(field.said)} |"
        yield ""
    if operation.example:
        yield f"```sh\ncurl {operation.example}\n```\n"
    yield f"Answers: {', '.join(f'{reply.status} {reply.said}' for reply in operation.replies)}.\n"


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _values(found: Iterable[Shape]) -> Iterator[str]:
    yield "## Values\n"
    for shape in found:
        if shape.values:
            yield f"- {shape.name}: {', '.join(f'`{value}`' for value in shape.values)}"


PAGES: Mapping[str, Callable[[], str]] = {"settings.md": settings, "commands.md": commands, "api.md": api}


def stale() -> list[str]:
    """Names of pages that do not say what the program says now."""
    return [name for name, make in PAGES.items() if not (DOCS / name).is_file() or (DOCS / name).read_text(encoding="utf-8") != make()]


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check only say which are stale."""
    if arguments == ["--check"]:
        names = stale()
        if names:
            print(f"Stale: {', '.join(names)}. Write them anew: make docs", file=sys.stderr)
        return 1 if names else 0
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
