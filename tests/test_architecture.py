"""Data flows one way: what each module may import, read from the code itself."""

import ast
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {"indexer", "service", "eval", "prompts", "paragraf"}

MAY_IMPORT = {
    "indexer": {"indexer"},
    "service": {"service", "indexer", "prompts"},
    "eval": {"eval", "service", "indexer"},
    "prompts": set(),
    "paragraf": {"indexer"},
}
"""Whole packages: the indexer sees no service, nobody imports eval."""

RECORDS = {"indexer.documents", "indexer.errors", "indexer.index", "indexer.settings"}

PURE = {
    "indexer.spans": set(),
    "indexer.corrections": set(),
    "indexer.particulars": {"indexer.spans"},
    "indexer.tabular": {"indexer.spans"},
    "indexer.documents": {"indexer.corrections", "indexer.particulars", "indexer.spans", "indexer.tabular"},
    "indexer.errors": set(),
    "indexer.index": {"indexer.documents"},
    "service.records": RECORDS,
    "service.errors": {"indexer.errors"},
}
"""Records: they may import nothing of ours but what stands here."""

READING = (
    "indexer.build",
    "indexer.reading",
    "indexer.structure",
    "indexer.structuring",
    "indexer.details",
    "indexer.inspection",
    "indexer.readers",
)
"""What turns files into documents: the service parses no file."""

ENGINES_FREE = {
    "service.question",
    "service.finding.fusion",
    "service.extract",
    "service.verify",
    "service.finding.grouping",
    "service.compare",
    "service.cases",
    "service.answer",
}
"""The middle of the service knows the contract, never an engine or the web."""


def modules() -> Iterator[tuple[str, Path]]:
    for package in sorted(PACKAGES):
        if (ROOT / f"{package}.py").is_file():
            yield package, ROOT / f"{package}.py"
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield name.removesuffix(".__init__"), path


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
            names |= {
                f"{node.module}.{alias.name}"
                for alias in node.names
                if (ROOT / node.module.replace(".", "/") / f"{alias.name}.py").is_file()
            }
    return names


ALL = [pytest.param(name, path, id=name) for name, path in modules()]


@pytest.mark.parametrize(("name", "path"), ALL)
def test_a_module_imports_only_packages_that_stand_before_it(name: str, path: Path) -> None:
    allowed = MAY_IMPORT[name.split(".")[0]]
    ours = {found for found in imported(path) if found.split(".")[0] in PACKAGES}
    assert {found for found in ours if found.split(".")[0] not in allowed} == set()


@pytest.mark.parametrize(("name", "path"), [p for p in ALL if p.id in PURE])
def test_records_import_nothing_but_records(name: str, path: Path) -> None:
    ours = {found for found in imported(path) if found.split(".")[0] in PACKAGES}
    assert ours <= PURE[name]


@pytest.mark.parametrize(("name", "path"), [p for p in ALL if str(p.id).startswith("service")])
def test_the_service_parses_no_file(name: str, path: Path) -> None:
    assert [found for found in imported(path) if found.startswith(READING)] == []


@pytest.mark.parametrize(("name", "path"), [p for p in ALL if p.id in ENGINES_FREE])
def test_the_middle_of_the_service_knows_neither_engines_nor_web(name: str, path: Path) -> None:
    assert [found for found in imported(path) if found.startswith(("indexer.engines", "flask", "elasticsearch", "tantivy"))] == []


@pytest.mark.parametrize(("name", "path"), [p for p in ALL if p.values[1].name == "__init__.py"])
def test_package_files_hold_a_docstring_and_no_imports(name: str, path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    assert imported(path) == set()


@pytest.mark.parametrize(("name", "path"), ALL)
def test_modules_and_functions_stay_short(name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 60
    ]
    assert long == []


def test_no_module_imports_what_imports_it() -> None:
    assert circle({name: {found for found in imported(path) if found != name} for name, path in modules()}) == ()


def test_no_package_imports_what_imports_it() -> None:
    """Packages within one: `service.answering` and its like. What stands at the top of `service` may be asked by all of them."""
    graph: dict[str, set[str]] = {}
    for name, path in modules():
        own = package(name)
        if own:
            others = {package(found) for found in imported(path) if found.split(".")[0] == name.split(".")[0]}
            graph.setdefault(own, set()).update(other for other in others if other and other != own)
    assert circle(graph) == ()


def package(name: str) -> str | None:
    """The package within `indexer`, `service` or `eval` that a module lies in."""
    above, _, _ = name.rpartition(".")
    folder = ROOT / name.replace(".", "/")
    return name if folder.is_dir() and above else above if "." in above else None


def circle(graph: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The first way back to where it began; none where there is none."""
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> tuple[str, ...]:
        if name in above:
            return (*above, name)
        if name in done:
            return ()
        done.add(name)
        return next((way for found in graph.get(name, ()) if (way := visit(found, (*above, name)))), ())

    return next((way for name in graph if (way := visit(name, ()))), ())
