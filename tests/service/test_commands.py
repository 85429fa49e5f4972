import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer.errors import IndexMissing
from paragraf import cli
from service.commandline import AT_WORK, working
from service.errors import BadParameter, BadQuestion


def run(index_folder: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(cli, [*arguments, "--index", str(index_folder)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_ask_prints_the_answer_with_its_source(index_folder: Path) -> None:
    printed = run(index_folder, "ask", "Vad kostar skolskjuts utanför närområdet i Norrsele?").output

    assert "450 kronor" in printed
    assert "[1] Norrsele · Barn- och skolnämnden · 2024-03-12 · § 15" in printed
    assert "Sökt i: Norrsele" in printed


def test_a_question_that_follows_is_read_with_the_one_before(index_folder: Path) -> None:
    printed = run(index_folder, "ask", "När börjar det gälla?", "--after", "Vad kostar skolskjuts utanför närområdet i Norrsele?").output

    assert printed.startswith("Frågan lästes som: När börjar det gälla – skolskjuts utanför närområdet i Norrsele?")
    assert "1 augusti 2024" in printed


def test_what_follows_is_asked_of_the_matter_and_day_that_answered_before(index_folder: Path) -> None:
    printed = run(index_folder, "ask", "Vad gällde innan?", "--after", "Vad kostar skolskjuts utanför närområdet i Norrsele?").output

    assert printed.startswith("Frågan lästes som: Vad gällde 2024-03-11 – skolskjuts utanför närområdet i Norrsele?")


def test_a_question_before_that_is_none_is_told_as_such(index_folder: Path) -> None:
    with pytest.raises(BadParameter, match="Frågan före"):
        run(index_folder, "ask", "Varför?", "--after", " ")


def test_why_a_language_model_failed_is_told_beside_the_answer(index_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARAGRAF_GENERATOR_URL", "http://127.0.0.1:1/v1")
    monkeypatch.setenv("PARAGRAF_GENERATOR_MODEL", "liten")

    result = run(index_folder, "ask", "Vad kostar skolskjuts utanför närområdet i Norrsele?")

    assert "450 kronor" in result.stdout
    assert "Språkmodellen svarade inte" in result.stdout
    assert "The language model failed: http://127.0.0.1:1/v1/chat/completions" in result.stderr


def test_lines_for_a_file_end_in_no_blanks(index_folder: Path) -> None:
    for arguments in (
        ["ask", "Vad beslutades om skolskjuts?"],
        ["search", "skolskjuts", "--explain"],
        ["compare", "Vad kostar skolskjuts?"],
    ):
        assert all(line == line.rstrip() for line in run(index_folder, *arguments).output.splitlines())


def test_markup_in_a_document_is_printed_as_text(index_folder: Path) -> None:
    printed = " ".join(run(index_folder, "search", "medborgarförslag om belysning").output.split())

    assert '<script>alert("hej")</script>' in printed


def test_search_prints_json(index_folder: Path) -> None:
    made = json.loads(run(index_folder, "search", "skolskjuts avgift", "--json", "--limit", "2").output)

    assert made["question"] == "skolskjuts avgift"
    assert len(made["hits"]) == 2
    assert made["hits"][0]["section"] == "§ 15"


def test_filters_restrict(index_folder: Path) -> None:
    made = json.loads(run(index_folder, "search", "skolskjuts", "--municipality", "västerå", "--from", "2024-05", "--json").output)

    assert {hit["municipality"] for hit in made["hits"]} == {"Västerå"}


def test_explain_says_what_was_understood_and_where_each_search_placed_a_hit(index_folder: Path) -> None:
    printed = run(index_folder, "search", "Vad gäller § 15 i Norrsele?", "--explain").output

    assert "§: § 15" in printed
    assert "lexical 1" in printed


def test_explain_says_which_words_a_hit_shares_with_the_question_by_field(index_folder: Path) -> None:
    printed = run(index_folder, "search", "Vad kostar skolskjuts?", "--explain").output
    words = [line.strip() for line in printed.splitlines() if line.strip().startswith("stems: ")]

    assert "skolskjut;" in words[0]
    assert "parts: " in words[0]


def test_explain_gives_its_reasons_in_json_too(index_folder: Path) -> None:
    asked = ("search", "Vad kostar skolskjuts i Norrsele?", "--json")
    plain, explained = (json.loads(run(index_folder, *asked, *more).output) for more in ((), ("--explain",)))
    first = explained["hits"][0]

    assert explained["understood"]["municipalities"] == ["Norrsele"]
    assert "skolskjut" in first["shared"]["stems"]
    assert first["score"] == pytest.approx(sum(first["reasons"].values()), abs=0.01)
    assert [{name: hit[name] for name in plain["hits"][0]} for hit in explained["hits"]] == plain["hits"]


def test_compare_prints_a_table_and_json(index_folder: Path) -> None:
    printed = run(index_folder, "compare", "Vad kostar skolskjuts?", "--municipality", "Norrsele", "--municipality", "Gävle").output
    made = json.loads(run(index_folder, "compare", "Vad kostar skolskjuts?", "--json").output)

    assert "450 kronor" in printed
    assert "Inga handlingar indexerade: Gävle." in " ".join(printed.split())
    assert [row["municipality"] for row in made["rows"]] == ["Norrsele", "Västerå"]


def test_a_refusal_shows_the_nearest_hits(index_folder: Path) -> None:
    printed = run(index_folder, "ask", "Vilken månadslön har förvaltningschefen i Norrsele?").output

    assert "svarar inte på frågan" in printed or "nämner saken" in printed
    assert "1. Norrsele · Barn- och skolnämnden" in printed


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["ask", "   "], BadQuestion),
        (["search", "ord " * 5000], BadQuestion),
        (["ask", "Vad kostar det?", "--from", "snart"], BadParameter),
        (["ask", "Vad kostar det?", "--from", "2025", "--to", "2024"], BadParameter),
    ],
)
def test_what_cannot_be_honoured_is_refused(index_folder: Path, arguments: list[str], problem: type[Exception]) -> None:
    with pytest.raises(problem):
        run(index_folder, *arguments)


def test_a_missing_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="paragraf index"):
        run(tmp_path / "nowhere", "ask", "Vad kostar det?")


def test_the_commands_start_without_web_framework_model_library_or_search_client(index_folder: Path) -> None:
    code = (
        "import sys; from paragraf import run; run(['search', 'skolskjuts', '--index', sys.argv[1]]);"
        "heavy = {'flask', 'torch', 'elasticsearch', 'sentence_transformers', 'httpx2', 'spectree'} & set(sys.modules);"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(index_folder)], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("errors", "patience_s", "said"), [(Terminal(), 0.0, True), (Terminal(), 60.0, False), (io.StringIO(), 0.0, False)]
)
def test_what_takes_long_says_on_a_terminal_that_it_is_at_work(
    errors: io.StringIO, patience_s: float, said: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", errors)

    with working(patience_s):
        time.sleep(0.2)

    assert (AT_WORK in errors.getvalue()) is said
