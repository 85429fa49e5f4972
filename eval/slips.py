"""A question set typed in haste: without å, ä, ö, and with slips of the finger, the same ones each time.

`python -m eval.slips QUESTIONS OUT --slips` keeps ids, answers and evidence; only the questions' words change. Numbers, Dnr
and § stay as they are: a slip there asks for something else.
"""

import random
import re
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from eval import questions
from indexer import references
from indexer.errors import UsageProblem

WORDS_A_SLIP = 5
"""One word of so many that could be mistyped is; at least one a question."""

_WORD = re.compile(r"(?<![\w§.:/@-])[^\W\d_]{5,}+(?![\d_§@/])")
_FOLD = str.maketrans("åäöéüÅÄÖÉÜ", "aaoeuAAOEU")


def without_marks(text: str) -> str:
    """As typed on a foreign keyboard.

    >>> without_marks("Vad beslutade nämnden om Äppelvägen 5?")
    'Vad beslutade namnden om Appelvagen 5?'
    """
    return text.translate(_FOLD)


def with_slips(text: str, seed: str) -> str:
    """Some words mistyped, never their first letter, and none that carries a number, a Dnr or a §."""
    chance = random.Random(seed)
    kept = [span for found in (references.case_numbers(text), references.section_references(text)) for span in (one.span for one in found)]
    words = [
        match
        for match in _WORD.finditer(text)
        if not match[0].isupper() and not any(span and match.start() < span.end and span.start < match.end() for span in kept)
    ]
    chosen = chance.sample(words, min(len(words), max(1, round(len(words) / WORDS_A_SLIP))))
    for match in sorted(chosen, key=lambda match: -match.start()):
        text = text[: match.start()] + slip(match[0], chance) + text[match.end() :]
    return text


def slip(word: str, chance: random.Random) -> str:
    """One slip of the finger: two neighbours swapped, a letter dropped, or a letter doubled."""
    swaps = [place for place in range(1, len(word) - 1) if word[place] != word[place + 1]]
    ways = ["drop", "double", *(["swap"] if swaps else [])]
    way = chance.choice(ways)
    if way == "swap":
        place = chance.choice(swaps)
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    place = chance.randrange(1, len(word))
    return word[:place] + (word[place] * 2 if way == "double" else "") + word[place + 1 :]


def typed(asked: Sequence[questions.GoldQuestion], *, marks: bool, slips: bool, seed: int) -> list[questions.GoldQuestion]:
    """The questions with slips, and without marks where `marks` is false."""
    changed = []
    for question in asked:
        text = with_slips(question.question, f"{seed} {question.id}") if slips else question.question
        changed.append(msgspec.structs.replace(question, question=text if marks else without_marks(text)))
    return changed


@click.command(epilog="\b\nExample:\n  python -m eval.slips questions.jsonl build/hasty.jsonl --without-marks --slips")
@click.argument("question_set", metavar="QUESTIONS", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--without-marks", is_flag=True, help="a for å and ä, o for ö.")
@click.option("--slips", is_flag=True, help="Letters swapped, dropped and doubled.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed makes other slips.")
def main(question_set: Path, out: Path, without_marks: bool, slips: bool, seed: int) -> None:
    """Write the questions of QUESTIONS to OUT as somebody in haste would type them."""
    if not (without_marks or slips):
        raise UsageProblem("Nothing to change: give --without-marks, --slips, or both.")
    changed = typed(questions.load(question_set), marks=not without_marks, slips=slips, seed=seed)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(b"".join(msgspec.json.encode(question) + b"\n" for question in changed))
    click.echo(f"{len(changed)} questions in {out}")


if __name__ == "__main__":
    main()
