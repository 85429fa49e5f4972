"""No answer, quoted or written by a model that invents, holds a figure that stands in no passage it cites.

Figures are looked for by other means than the service's own: every run of digits and every month in an answer.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.samples.make import main as make_samples
from indexer import municipalities
from indexer.build import build
from indexer.embeddings import Embedder, load
from indexer.engines.location import open_index
from indexer.index import Access, Filters, Index
from indexer.opening import version_of
from service.answer import answer
from service.records import Answer
from service.resources import Resources

TODAY = date(2026, 3, 1)
LEAST_QUESTIONS = 500

_DIGITS = re.compile(r"\d+")
_MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
_IN_ISO = re.compile(r"\d{4}-(0[1-9]|1[0-2])-\d\d")
_MARKS = re.compile(r"\[\d+\]")
_COUNTS = re.compile(r"\((?:[^():\d]+: )?\d+ (?:av|of) \d+\b[^()]*\)")
"""What the service counts itself: "(2 av 5 beslutspunkter visas)", "(Tallmora: 1 av 3 beslutspunkter visas)"."""


class InventingModel:
    """Writes what a passage says, and beside it the same with other figures, with no source, or with another's."""

    name = "inventing"
    context_tokens = 8000
    resting = False

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def stream(self, prompt: str, answer_tokens: int) -> Iterator[str]:
        """One reply: a sentence each way."""
        found = re.findall(r"\[\[(k[0-9a-f]{8})\]\]\n(.*?)\n\[\[/\1\]\]", prompt, re.DOTALL)
        assert found, "the prompt's passages are not where this model looks for them"
        key, text = found[0]
        other = found[-1][0]
        said = " ".join(text.split()[-25:]).strip(" .") or "inget"
        serial, day = self.random.randint(1000, 99999), self.random.randint(1, 28)
        yield from (
            f"{said}. [[{key}]] ",
            f"{self._changed(said)}. [[{key}]] ",
            f"Nämnden beslutade den {day} mars {self.random.randint(2003, 2009)} att avsätta {serial} kronor. [[{key}]] ",
            f"Beslutet står i § {self.random.randint(300, 900)}, Dnr {self.random.randint(2002, 2009)}/{serial}. [[{key}]] ",
            f"{said}. [[{other}]] ",
            f"Kostnaden är {serial} kronor. [[k00000000]] ",
            f"Kostnaden är {serial} kronor.",
        )

    def _changed(self, text: str) -> str:
        return _DIGITS.sub(lambda match: str(int(match[0]) + self.random.randint(1, 9000)), text)


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load()


@pytest.fixture(scope="module")
def bundles(corpus: Path, embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    yield from _filled(sorted(corpus.glob("*.txt")), embedder, tmp_path_factory.mktemp("bundles"))


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("samples")
    assert CliRunner().invoke(make_samples, [str(out)]).exit_code == 0
    return out


@pytest.fixture(scope="module")
def papers(samples: Path, embedder: Embedder) -> Iterator[Index]:
    yield from _filled([samples / "files"], embedder, samples / "index")


def _filled(paths: Sequence[Path], embedder: Embedder, out: Path) -> Iterator[Index]:
    index = open_index(str(out), version_of(embedder), create=True)
    build(paths, index, embedder)
    yield index
    index.close()


def _questions(path: Path) -> list[str]:
    return [json.loads(line)["question"] for line in path.read_text(encoding="utf-8").splitlines()]


def _mutated(questions: Sequence[str], known: Sequence[str], seed: int) -> Iterator[str]:
    """Each question about two other municipalities, and with other figures."""
    drawn = random.Random(seed)
    for text in questions:
        named = [name for name, _ in municipalities.find(text)]
        others = [name for name in known if name not in named]
        if named:
            yield from (text.replace(named[0], other) for other in drawn.sample(others, min(2, len(others))))
        if _DIGITS.search(text):
            yield _DIGITS.sub(lambda match: str(max(1, int(match[0]) + drawn.randint(-2, 2))), text)


def _unfounded(given: Answer, asked: str, index: Index) -> set[str]:
    """Figures and months of an answer that no passage cited for them holds, and the question does not name."""
    if given.refused:
        return set()
    own = {citation.key: citation.passage_id for citation in given.citations}
    passages = {one.id: one for one in index.passages(sorted(set(own.values())), Access.public())}
    unfounded: set[str] = set()
    everywhere = ""
    for claim in given.claims:
        cited = [passages[own[key]] for key in claim.citations]
        source = "\n".join(f"{one.header}\n{one.context}\n{one.text}\n{one.section} {one.case} {one.date}" for one in cited)
        unfounded |= _figures(_COUNTS.sub(" ", claim.text)) - _figures(source)
        everywhere += source
    if given.listing:
        # its heading counts the lines, each of which is a claim
        return unfounded
    said = _COUNTS.sub(" ", _MARKS.sub(" ", given.text.replace(given.notice or "\0", " ")))
    return unfounded | (_figures(said) - _figures(everywhere) - _figures(asked))


def _figures(text: str) -> set[str]:
    months = [_MONTHS[int(number) - 1] for number in _IN_ISO.findall(text)]
    return {str(int(digits)) for digits in _DIGITS.findall(text)} | set(months) | {month for month in _MONTHS if month in text.casefold()}


def _all_unfounded(questions: Sequence[str], resources: Resources) -> dict[str, set[str]]:
    return _unfounded_of(_given(questions, resources), resources)


def _given(questions: Sequence[str], resources: Resources) -> dict[str, Answer]:
    return {text: answer(text, Filters(), resources, Access.public(), TODAY) for text in questions}


def _unfounded_of(given: dict[str, Answer], resources: Resources) -> dict[str, set[str]]:
    return {text: found for text, one in given.items() if (found := _unfounded(one, text, resources.index))}


def test_no_quoted_answer_to_the_samples_holds_a_figure_that_it_does_not_cite(samples: Path, papers: Index, embedder: Embedder) -> None:
    assert _all_unfounded(_questions(samples / "questions.jsonl")[::3], Resources(papers, embedder)) == {}


def test_a_model_that_invents_is_dropped_sentence_by_sentence(samples: Path, papers: Index, embedder: Embedder) -> None:
    asked = _questions(samples / "questions.jsonl")[:20]
    resources = Resources(papers, embedder, InventingModel(1))
    given = _given(asked, resources)

    assert _unfounded_of(given, resources) == {}
    assert sum(one.dropped_claims for one in given.values()) >= len([one for one in given.values() if one.mode == "generated"]) * 3


@pytest.mark.corpus
def test_no_quoted_answer_to_the_development_questions_holds_a_figure_that_it_does_not_cite(
    shared: Path, bundles: Index, embedder: Embedder
) -> None:
    assert _all_unfounded(_questions(shared / "questions" / "dev.jsonl"), Resources(bundles, embedder)) == {}


@pytest.mark.corpus
def test_no_answer_of_a_model_that_invents_holds_a_figure_that_it_does_not_cite_in_500_questions(
    shared: Path, samples: Path, bundles: Index, papers: Index, embedder: Embedder
) -> None:
    asked = 0
    for seed, (path, index) in enumerate([(shared / "questions" / "dev.jsonl", bundles), (samples / "questions.jsonl", papers)]):
        questions = _questions(path)
        known = sorted(index.facets(Filters(), Access.public()).municipalities)
        questions += list(_mutated(questions, known, seed))
        asked += len(questions)
        assert _all_unfounded(questions, Resources(index, embedder, InventingModel(seed))) == {}
    assert asked >= LEAST_QUESTIONS
