"""A question set: one JSON object a line, each with its gold answer and verbatim evidence. Format: docs/evaluation.md."""

from pathlib import Path

import msgspec

from indexer.errors import UsageProblem

KINDS = frozenset(
    {
        "fact", "decision", "who", "when", "amount", "table", "list",
        "status", "timeline", "reference", "comparison", "unanswerable", "ocr", "english",
    }
)  # fmt: skip
"""What a question asks for; measures are given for each."""


class Evidence(msgspec.Struct, frozen=True):
    """Where the gold answer stands: `quote` is verbatim in `file` with runs of white space made one space; `lines` are
    its first and last line there."""

    file: str
    quote: str
    section: str | None = None
    dnr: str | None = None
    lines: tuple[int, int] | None = None


class GoldQuestion(msgspec.Struct, frozen=True):
    """A question with its gold answer; each list in `must_include` holds the accepted wordings of one fact."""

    id: str
    question: str
    kind: str
    answer: str
    must_include: tuple[tuple[str, ...], ...]
    evidence: tuple[Evidence, ...]
    municipality: str | None = None
    difficulty: str | None = None


def load(path: Path) -> list[GoldQuestion]:
    """The questions of a file, in its order. Raises UsageProblem that names the line and what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageProblem(
            f"The question set {path} cannot be read: {error}. It must be a UTF-8 file with one JSON object a line."
        ) from error
    questions = [_question(path, number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not questions:
        raise UsageProblem(f"The question set {path} holds no question. One JSON object a line is expected; see docs/evaluation.md.")
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise UsageProblem(f"{path}: the id {question.id!r} stands twice. Each question needs an id of its own.")
        seen.add(question.id)
    return questions


def _question(path: Path, number: int, line: str) -> GoldQuestion:
    try:
        question = msgspec.json.decode(line, type=GoldQuestion)
    except msgspec.DecodeError as error:
        raise UsageProblem(f"{path}, line {number}: {error}. See docs/evaluation.md for the format.") from error
    if question.kind not in KINDS:
        raise UsageProblem(f"{path}, line {number}: unknown kind {question.kind!r}. Known kinds: {', '.join(sorted(KINDS))}.")
    if (question.kind == "unanswerable") != (not question.evidence):
        raise UsageProblem(f"{path}, line {number}: {question.id} is {question.kind} and has {len(question.evidence)} pieces of evidence. "
                           "Unanswerable questions have none, all others at least one.")  # fmt: skip
    return question
