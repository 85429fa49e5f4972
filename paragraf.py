"""The command line: one group that gathers the commands of the three packages.

A command's module is imported when the command is used, so that `paragraf search` starts without what serving and
indexing need. Here, and only here, an error becomes one line and an exit code.
"""

import importlib
import importlib.metadata
import io
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from indexer.errors import ParagrafError
from indexer.terminal import printable

COMMANDS = {
    "index": ("indexer.commands:index", "Index files and folders: what is new or has changed."),
    "inspect": ("indexer.commands:inspect", "Show how a file is understood: documents, §, Dnr, status."),
    "search": ("service.commands:search", "Find the passages that bear on QUESTION, best first."),
    "ask": ("service.commands:ask", "Answer QUESTION with citations, or say that the documents do not."),
    "compare": ("service.commands:compare", "Put QUESTION to several municipalities: all that are indexed, where none is named."),
    "changes": ("service.changes.commands:changes_", "Show how the decision points of DNR changed from proposal to decision."),
    "case": (
        "service.following.commands:case",
        "Follow the matter with a DNR through bodies and years: its steps, and what is lacking between them.",
    ),
    "card": ("service.cards.commands:card_", "Show the decision card of a SECTION of the file WHERE, or of every § with the Dnr WHERE."),
    "open": (
        "service.openends.commands:open_",
        "List motions without an answer, assignments, proposals without a decision, and what was put off.",
    ),
    "eval": ("eval.commands:evaluate", "Put every question of QUESTIONS to the index and measure what comes back."),
    "feedback": (
        "service.feedback.commands:feedback",
        "Take out what readers said of answers, as questions that `paragraf eval` reads.",
    ),
    "serve": ("service.serving.serve:serve", "Serve the pages and the JSON API until interrupted."),
    "status": ("indexer.commands:status", "Show what the index holds, and its versions."),
    "doctor": ("service.doctor:doctor", "Check what Paragraf needs; say what to do where it is amiss."),
}
"""Name → "module:attribute" and the first sentence of its help, in the order in which a person meets them."""

EXIT_CODES = {
    0: "done (files that could not be read are listed, and the rest was indexed)",
    1: "doctor found something that does not work, or eval a measure below its floor",
    2: "an argument or setting cannot be honoured",
    3: "nothing readable in what was given",
    4: "the index cannot be used: missing, unreachable, busy, or made by another version or model",
    5: "a model cannot be loaded or reached",
    70: "an error of Paragraf itself; PARAGRAF_DEBUG=1 prints where",
    130: "interrupted",
}

EPILOG = (
    '\b\nExamples:\n  paragraf index protokoll/ --municipality Storby\n  paragraf ask "Vad beslutades om skolskjuts?"\n\n\b\nExit codes:\n'
)


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click gives it
        """All names, in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 click gives it
        """The command, or None for a name that there is not."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 click gives it
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])


def _print_version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        try:
            version = importlib.metadata.version("paragraf")
        except importlib.metadata.PackageNotFoundError:
            version = "(run from a checkout, not installed)"
        click.echo(f"paragraf {version}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG + "\n".join(f"  {code:>3}  {meaning}" for code, meaning in EXIT_CODES.items()),
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version and leave.")
def cli() -> None:
    """Find out what Swedish municipalities have decided, with the § and the Dnr that prove it."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; every error becomes a line on stderr and the exit code that is returned."""
    try:
        result: Any = cli.main(args=arguments, prog_name="paragraf", standalone_mode=False)
    except ParagrafError as error:
        return _failed(str(error), error.exit_code)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _failed("interrupted", 130)
    except BrokenPipeError:
        # The reader of our output (`| head`) has gone; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 the outermost handler: no user ever sees a bare traceback
        if os.environ.get("PARAGRAF_DEBUG"):
            traceback.print_exc()
        return _failed(f"{type(error).__name__}: {error}. Run with PARAGRAF_DEBUG=1 for the traceback", 70)
    return result if isinstance(result, int) else 0


def _failed(message: str, code: int) -> int:
    click.echo(f"paragraf: {' '.join(printable(message).split())}", err=True)
    return code


def main() -> NoReturn:
    """The program's entry."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A pipe on Windows has a code page without "→", and programs that read JSON expect UTF-8. A terminal knows its own.
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")
    sys.exit(run())


if __name__ == "__main__":
    main()
