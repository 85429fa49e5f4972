"""What a run was made with, so that two figures are only compared where they can be."""

import hashlib
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from indexer.index import Access, Index


def made_with(question_set: Path, index: Index) -> dict[str, str]:
    """Name → value: questions, index, model, analysis, program, commit."""
    files = index.files(Access.public())
    content = hashlib.sha256("".join(sorted(file.sha256 for file in files)).encode()).hexdigest()[:12]
    return {
        "questions": f"{question_set.name} ({hashlib.sha256(question_set.read_bytes()).hexdigest()[:12]})",
        "index": f"{index.location}, {len(files)} files ({content}), {sum(file.passages for file in files)} passages",
        "model": index.version.model,
        "analysis": f"{index.version.analysis} (schema {index.version.schema})",
        "program": _program(),
    }


def _program() -> str:
    try:
        name = f"paragraf {version('paragraf')}"
    except PackageNotFoundError:
        name = "paragraf, not installed"
    checkout, git = Path(__file__).resolve().parent.parent, shutil.which("git")
    if git is None or not (checkout / ".git").exists():
        return name
    try:
        described = subprocess.run(
            [git, "describe", "--always", "--dirty"], cwd=checkout, capture_output=True, text=True, timeout=5, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return name
    return f"{name}, commit {described.stdout.strip()}"
