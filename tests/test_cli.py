"""The command line as a whole: lazy commands, help with examples, one line for every error."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import paragraf
from indexer.errors import IndexMissing, ModelProblem, NothingToRead, ParagrafError, UsageProblem

HEAVY = ("torch", "sentence_transformers", "elasticsearch", "flask")


def command(name: str) -> click.Command:
    found = paragraf.cli.get_command(click.Context(paragraf.cli), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", paragraf.COMMANDS)
def test_every_command_has_help_and_an_example(name: str) -> None:
    assert command(name).get_short_help_str()
    assert f"paragraf {name} " in f"{command(name).epilog} "


@pytest.mark.parametrize("name", paragraf.COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    options = [parameter for parameter in command(name).params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", ["index", "inspect", "search", "ask", "compare", "status", "doctor"])
def test_what_a_command_finds_can_be_had_as_json(name: str) -> None:
    assert "--json" in {option for parameter in command(name).params for option in parameter.opts}


@pytest.mark.parametrize("arguments", [["search", "--help"], ["ask", "--help"], ["index", "--help"], ["--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"import sys, paragraf; paragraf.run({arguments!r}); print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", paragraf.COMMANDS)
def test_the_list_of_commands_says_what_each_says_itself(name: str) -> None:
    assert (command(name).help or "").split("\n\n")[0] == paragraf.COMMANDS[name][1]


def test_the_help_of_all_lists_commands_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert re.findall(r"(?m)^  (\w+)  +\S", shown.split("Commands:")[1].split("Examples:")[0]) == list(paragraf.COMMANDS)
    for code in paragraf.EXIT_CODES:
        assert re.search(rf"(?m)^ +{code}  \S", shown)


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(["--version"]) == 0
    assert re.fullmatch(r"paragraf (\d+\.\d+\.\d+|\(run from a checkout, not installed\))\n", capsys.readouterr().out)


@pytest.mark.parametrize("arguments", [["find"], ["index"], ["index", "--colour", "x"], []], ids=str)
def test_a_mistaken_call_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert paragraf.run(arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (UsageProblem("no such\nthing"), 2, "paragraf: no such thing\n"),
        (NothingToRead("nothing"), 3, "paragraf: nothing\n"),
        (IndexMissing("none"), 4, "paragraf: none\n"),
        (ModelProblem("no model"), 5, "paragraf: no model\n"),
        (KeyboardInterrupt(), 130, "\nparagraf: interrupted\n"),  # click ends the line that holds ^C
        (ZeroDivisionError("by 0"), 70, "paragraf: ZeroDivisionError: by 0. Run with PARAGRAF_DEBUG=1 for the traceback\n"),
    ],
)
def test_every_error_is_one_line_and_a_documented_exit_code(
    error: BaseException, code: int, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PARAGRAF_DEBUG", raising=False)

    @click.command()
    def failing() -> None:
        raise error

    monkeypatch.setattr(paragraf, "cli", failing)
    assert paragraf.run([]) == code
    assert capsys.readouterr().err == line
    assert code in paragraf.EXIT_CODES


def test_the_traceback_of_our_own_errors_is_to_be_had(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    @click.command()
    def failing() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(paragraf, "cli", failing)
    monkeypatch.setenv("PARAGRAF_DEBUG", "1")
    assert paragraf.run([]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_every_exit_code_of_an_error_class_is_documented() -> None:
    pending, seen = [ParagrafError], set()
    while pending:
        error = pending.pop()
        pending += error.__subclasses__()
        seen.add(error.exit_code)
    assert seen <= set(paragraf.EXIT_CODES)


def test_what_goes_to_a_pipe_is_utf_8_whatever_the_code_page(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "paragraf", "doctor", "--index", str(tmp_path / "none")],
        cwd=Path(paragraf.__file__).parent,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=True,
    )
    assert "→" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error() -> None:
    done = subprocess.run(f"{sys.executable} -m paragraf index --help | head -1", shell=True, capture_output=True, text=True, check=True)  # noqa: S602
    assert (done.stderr, done.stdout.startswith("Usage: paragraf index")) == ("", True)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An index with one small file."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "a.txt").write_text("§ 1\nDnr KS 2024/1\nMötet öppnas och dagordningen godkänns.\n", encoding="utf-8")
    assert paragraf.run(["index", str(folder / "a.txt"), "--index", str(folder / "index"), "--quiet"]) == 0
    return str(folder / "index")


@pytest.mark.parametrize("name", ["search", "ask", "compare"])
@pytest.mark.parametrize(("question", "said"), [("", "tom"), (" \t\n", "tom"), ("ord " * 5000, "högst")], ids=["none", "blank", "20,000"])
def test_a_question_of_no_or_too_many_characters_ends_with_2(
    name: str, question: str, said: str, filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paragraf.run([name, question, "--index", filled]) == 2
    line = capsys.readouterr().err
    assert said in line
    assert line.count("\n") == 1


@pytest.mark.parametrize("name", ["search", "ask", "compare"])
def test_a_question_without_an_index_ends_with_4_and_says_how_to_make_one(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paragraf.run([name, "Vad beslutades?", "--index", str(tmp_path / "none")]) == 4
    assert "paragraf index PATH --index" in capsys.readouterr().err
