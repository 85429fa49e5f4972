"""The question set: read from questions.yaml, each quote found again in the text it stands in, its lines counted."""

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from eval.samples.source import SourceProblem

KINDS = frozenset(
    {
        "fact",
        "decision",
        "who",
        "when",
        "amount",
        "table",
        "list",
        "status",
        "timeline",
        "reference",
        "comparison",
        "unanswerable",
        "ocr",
        "english",
    }
)
KEYS = frozenset({"question", "kind", "municipality", "answer", "must_include", "evidence", "difficulty"})
EVIDENCE_KEYS = frozenset({"file", "section", "dnr", "quote"})

Question = dict[str, object]
"""One object of the question format, as it is written."""


def questions(path: Path, files: Mapping[str, str], texts: Mapping[str, str]) -> list[Question]:
    """All questions. `files` gives a source's built file name, `texts` the text of a built file.

    Raises SourceProblem where a quote does not stand in its file, a key is unknown or a kind is misspelt.
    """
    given: dict[str, dict[str, object]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_question(name, question, files, texts) for name, question in given.items()]


def _question(name: str, given: Mapping[str, object], files: Mapping[str, str], texts: Mapping[str, str]) -> Question:
    if unknown := set(given) - KEYS:
        raise SourceProblem(f"Question {name}: unknown keys {sorted(unknown)}.")
    if given["kind"] not in KINDS:
        raise SourceProblem(f"Question {name}: unknown kind {given['kind']!r}.")
    if not all(isinstance(given[key], str) for key in ("question", "answer")):
        raise SourceProblem(f"Question {name}: question and answer are text; quote what YAML reads as a number.")
    evidence = given.get("evidence") or []
    if not isinstance(evidence, list) or (given["kind"] == "unanswerable") == bool(evidence):
        raise SourceProblem(f"Question {name}: evidence is a list, empty exactly where the question is unanswerable.")
    return {
        "id": name,
        "question": given["question"],
        "kind": given["kind"],
        "municipality": given.get("municipality"),
        "answer": given["answer"],
        "must_include": [[str(variant) for variant in _variants(fact)] for fact in _variants(given.get("must_include", []))],
        "evidence": [_piece(name, piece, files, texts) for piece in evidence],
        "difficulty": given.get("difficulty", "medium"),
    }


def _variants(value: object) -> list[object]:
    """A list as it is, one value as a list of one."""
    return value if isinstance(value, list) else [value]


def _piece(name: str, piece: Mapping[str, str], files: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, object]:
    if set(piece) - EVIDENCE_KEYS or piece["file"] not in files:
        raise SourceProblem(f"Question {name}: unknown keys or file in {dict(piece)}.")
    file = files[piece["file"]]
    lines = find(piece["quote"], texts[file])
    if lines is None:
        raise SourceProblem(f"Question {name}: the quote {piece['quote']!r} does not stand in {file}.")
    quote = " ".join(piece["quote"].split())
    return {"file": file, "section": piece.get("section"), "dnr": piece.get("dnr"), "quote": quote, "lines": list(lines)}


def find(quote: str, text: str) -> tuple[int, int] | None:
    """First and last line of a quote, runs of white space counting as one space.

    >>> find("två tre", "ett\\ntvå\\n\\n tre")
    (2, 4)
    """
    words = quote.split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    if found is None:
        return None
    return text.count("\n", 0, found.start()) + 1, text.count("\n", 0, found.end()) + 1
