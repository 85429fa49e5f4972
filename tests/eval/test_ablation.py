"""What is left when a part is switched off."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.ablation import PARTS, Part, Without, ablate, main
from eval.questions import Evidence, GoldQuestion
from indexer.build import build
from indexer.documents import Role
from indexer.embeddings import load
from indexer.engines.location import open_index
from indexer.index import FIELDS, Access, Filters, IndexVersion, Term
from indexer.swedish import ANALYSIS
from service.resources import Resources

PAPER = """Kramfors kommun
Kommunstyrelsen
2025-03-04

§ 1 Avgift för båtplats

Kommunstyrelsen beslutar att höja avgiften för båtplats till 450 kronor.

§ 2 Skolskjuts

Kommunstyrelsen beslutar att avslå ansökan om skolskjuts.
"""
PUBLIC = Access.public()
QUOTE = "Kommunstyrelsen beslutar att höja avgiften för båtplats till 450 kronor."


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ablation")
    (folder / "a.txt").write_text(PAPER, encoding="utf-8")
    embedder = load()
    index = open_index(str(folder / "index"), IndexVersion(ANALYSIS, embedder.name, embedder.dimension), create=True)
    build([folder / "a.txt"], index, embedder)
    index.close()
    return folder / "index"


@pytest.fixture(scope="module")
def resources(location: Path) -> Resources:
    embedder = load()
    return Resources(open_index(str(location), IndexVersion(ANALYSIS, embedder.name, embedder.dimension)), embedder)


def test_a_field_that_is_switched_off_finds_nothing(resources: Resources) -> None:
    terms = [Term("stems", token) for token in ("avgift", "skolskjut", "båtplat")]
    assert resources.index.lexical(terms, Filters(), PUBLIC, 10)
    assert Without(resources.index, Part("x", frozenset({"stems"}))).lexical(terms, Filters(), PUBLIC, 10) == []


def test_neighbours_and_municipalities_can_be_switched_off(resources: Resources) -> None:
    vector = resources.embedder.query("avgift för båtplats")
    bare = Without(resources.index, Part("x", neighbours=True, municipalities=True))
    assert resources.index.nearest(vector, Filters(), PUBLIC, 10)
    assert bare.nearest(vector, Filters(), PUBLIC, 10) == []
    assert resources.index.facets(Filters(), PUBLIC).municipalities
    assert bare.facets(Filters(), PUBLIC).municipalities == {}
    assert bare.facets(Filters(), PUBLIC).bodies


def test_what_a_passage_says_of_itself_can_be_hidden(resources: Resources) -> None:
    ids = resources.index.select(Filters(), PUBLIC, 10)
    bare = Without(resources.index, PARTS[-1])
    hidden = {(passage.role, passage.body, passage.case_key, passage.section) for passage in bare.passages(ids, PUBLIC)}
    assert hidden == {(Role.BAKGRUND, None, None, None)}


def test_every_field_is_a_part_and_names_differ() -> None:
    names = [part.name for part in PARTS]
    assert len(set(names)) == len(names)
    assert {f"field {field}" for field in FIELDS} <= set(names)


def test_each_row_is_compared_with_the_service_as_it_is(resources: Resources) -> None:
    gold = GoldQuestion("q1", "Hur hög är avgiften för båtplats?", "amount", "450", (("450",),), (Evidence("a.txt", QUOTE),))
    everything = Part("everything", frozenset(FIELDS), neighbours=True)
    whole, without = ablate([gold], resources, date(2026, 3, 1), [everything])
    assert (whole.figures["hit@5"], without.figures["hit@5"]) == (1.0, 0.0)
    assert without.differences["MRR@10"].mean == -1.0
    assert without.differences["MRR@10"].holm == 1.0


def test_the_command_prints_a_row_a_part(location: Path, tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    row = '{"id": "q1", "question": "Avgift för båtplats?", "kind": "amount", "answer": "450", "must_include": [["450"]], "evidence": '
    questions.write_text(row + f'[{{"file": "a.txt", "quote": "{QUOTE}"}}]}}', encoding="utf-8")
    result = CliRunner().invoke(main, [str(questions), "--index", str(location)])
    assert result.exit_code == 0, result.output
    assert all(part.name in result.output for part in PARTS)
