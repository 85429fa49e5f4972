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


EXAMPLE = '{"question": "Vad kostar skolskjuts?", "file": "bun_2031-02-06.pdf", "section": "§ 10"}'
"""The shortest line there is."""


class Evidence(msgspec.Struct, frozen=True):
    """Where the gold answer stands: `quote` is verbatim in `file` with runs of white space made one space; `lines` are
    its first and last line there. Without a quote, any text of the § or the Dnr is it."""

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


class _Place(msgspec.Struct, frozen=True):
    """Evidence as written: a file with a quote or a §, or a Dnr."""

    file: str = ""
    quote: str = ""
    section: str | None = None
    dnr: str | None = None
    lines: tuple[int, int] | None = None


class _Line(msgspec.Struct, frozen=True):
    """A line as written: with one place, `file`, `section`, `dnr` and `quote` may stand beside the question."""

    question: str
    id: str = ""
    kind: str | None = None
    answer: str = ""
    must_include: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[_Place, ...] | None = None
    file: str = ""
    section: str | None = None
    dnr: str | None = None
    quote: str = ""
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
        written = msgspec.json.decode(line, type=_Line)
    except msgspec.DecodeError as error:
        raise UsageProblem(f"{path}, line {number}: {error}. The shortest line is {EXAMPLE}; see docs/evaluation.md.") from error
    found = _gold(written, number)
    if found.kind not in KINDS:
        raise UsageProblem(f"{path}, line {number}: unknown kind {found.kind!r}. Known kinds: {', '.join(sorted(KINDS))}.")
    if (found.kind == "unanswerable") != (not found.evidence):
        raise UsageProblem(f"{path}, line {number}: {found.id} is {found.kind} and has {len(found.evidence)} pieces of evidence. "
                           f"Unanswerable questions have none, all others at least one. The shortest line is {EXAMPLE}.")  # fmt: skip
    for place in found.evidence:
        if not (place.dnr or (place.file and (place.quote or place.section))):
            raise UsageProblem(f"{path}, line {number}: the question does not say where its answer stands. Give a file with a section or a "
                               f"quote, or a dnr: {EXAMPLE}. Not required: id, kind, answer, must_include, municipality.")  # fmt: skip
    return found


def _gold(written: _Line, number: int) -> GoldQuestion:
    """The question with what the line leaves out: its number for an id, a fact for a kind."""
    beside = _Place(written.file, written.quote, written.section, written.dnr)
    places = written.evidence if written.evidence is not None else () if written.kind == "unanswerable" else (beside,)
    return GoldQuestion(
        id=written.id or str(number),
        question=written.question,
        kind=written.kind or ("fact" if places else "unanswerable"),
        answer=written.answer,
        must_include=written.must_include,
        evidence=tuple(Evidence(each.file, each.quote, each.section, each.dnr, each.lines) for each in places),
        municipality=written.municipality,
        difficulty=written.difficulty,
    )
