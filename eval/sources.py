"""The text that citations quote: the file itself, or for a PDF or DOCX its text beside it (`<file>.txt`)."""

from collections.abc import Iterable
from pathlib import Path

from eval.judging import squeezed
from eval.questions import GoldQuestion
from indexer.errors import UsageProblem


def load(folder: Path, questions: Iterable[GoldQuestion]) -> dict[str, str]:
    """File → its squeezed text, for every file that evidence quotes. Raises UsageProblem where one is missing."""
    names = sorted({piece.file for question in questions for piece in question.evidence if piece.quote})
    texts = {name: _text(folder, name) for name in names}
    absent = [name for name, text in texts.items() if text is None]
    if absent:
        raise UsageProblem(
            f"{len(absent)} of {len(names)} files that the questions quote are not in {folder}: {', '.join(absent[:3])}. "
            "Name the folder that holds them (or their texts, as <file>.txt) with --corpus."
        )
    return {name: text for name, text in texts.items() if text is not None}


def _text(folder: Path, name: str) -> str | None:
    path = folder / Path(name).name
    if path.suffix != ".txt":
        path = path.with_name(path.name + ".txt")
    return squeezed(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else None


def beside(question_set: Path) -> Path:
    """The folder with the files that a question set quotes, where it follows the usual layout: text/ or corpus/ beside
    the questions or beside their folder; else the questions' own folder."""
    own = question_set.resolve().parent
    for candidate in (own / "text", own / "corpus", own.parent / "corpus", own.parent / "text"):
        if candidate.is_dir():
            return candidate
    return own
