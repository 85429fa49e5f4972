"""Documentation is part of the product: generated pages are fresh, and every setting, command and route is in them."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from flask import Flask

from indexer.settings import READING_SETTINGS
from service.app import create_app
from service.config import SETTINGS

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app({"index": "no-index-is-needed-here", "log_level": "error"})


def test_generated_pages_say_what_the_program_says() -> None:
    # a process of its own: click keeps the help options of a command that another test called by itself
    stale = "from service import documenting; print(documenting.stale())"
    assert subprocess.run([sys.executable, "-c", stale], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs/settings.md").read_text(encoding="utf-8")

    assert [each.name for each in (*SETTINGS, *READING_SETTINGS) if f"`PARAGRAF_{each.name.upper()}`" not in page] == []


def test_every_command_is_documented_and_shows_an_example() -> None:
    group: click.Group = importlib.import_module("paragraf").cli
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")

    for name in group.commands or group.list_commands(click.Context(group)):
        part = page.partition(f"\n## paragraf {name}\n")[2].partition("\n## ")[0]
        assert f"Usage: paragraf {name}" in part
        assert re.search(rf"^ +.*paragraf {name}", part, re.M), f"paragraf {name} --help shows no example"


def test_every_route_for_programs_is_documented(app: Flask) -> None:
    page = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    rules = [
        rule
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(("/api", "/healthz", "/readyz", "/metrics")) and rule.endpoint != "apireference.page"
    ]

    for rule in rules:
        address = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            assert f"## {method} {address}\n" in page


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]

    assert broken == []
