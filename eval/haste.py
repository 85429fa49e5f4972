"""A question set as people type it: in capitals, with a greeting and thanks, as it is said, with a slip in a small word.

`python -m eval.haste QUESTIONS OUT --way spoken` keeps ids, answers and evidence, and English questions as they are; only the
words of Swedish ones change, the same way each time.
"""

import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import click
import msgspec

from eval import questions
from eval.slips import slip
from service.understanding.language import language
from service.understanding.smallwords import small_words

_SPOKEN = {
    "vad": "va",
    "och": "å",
    "med": "me",
    "är": "e",
    "mycket": "mycke",
    "när": "nr",
    "något": "nåt",
    "någon": "nån",
    "sig": "sej",
    "de": "dom",
    "varför": "varfö",
    "vilket": "vilke",
}
_WORD = re.compile(r"(?<![\w§/:.-])[^\W\d_]+(?![\w§/:-])")
_SHORTEST = 4
"""Letters of a small word that is mistyped rather than a shorter one."""


def in_capitals(text: str, _: random.Random) -> str:
    """All in capitals."""
    return text.upper()


def politely(text: str, _: random.Random) -> str:
    """Between a greeting and thanks."""
    return f"Hej! Jag undrar {text[0].lower()}{text[1:]} Tack på förhand! /Lisa"


def spoken(text: str, _: random.Random) -> str:
    """Small words as they are said.

    >>> spoken("Vad kostar en båtplats och när öppnar hamnen?", random.Random())
    'va kostar en båtplats å nr öppnar hamnen?'
    """
    lowered = text[0].lower() + text[1:]
    return _WORD.sub(lambda match: _SPOKEN.get(match[0].lower(), match[0]) if not match[0].isupper() else match[0], lowered)


def slipped(text: str, chance: random.Random) -> str:
    """One small word mistyped, a longer one where there is one."""
    found = [match for match in _WORD.finditer(text) if match[0].lower() in small_words() and len(match[0]) > _SHORTEST - 2]
    longer = [match for match in found if len(match[0]) >= _SHORTEST]
    if not found:
        return text
    chosen = chance.choice(longer or found)
    return text[: chosen.start()] + slip(chosen[0], chance) + text[chosen.end() :]


WAYS: Mapping[str, Callable[[str, random.Random], str]] = {"capitals": in_capitals, "polite": politely, "spoken": spoken, "small": slipped}


@click.command(epilog="\b\nExample:\n  python -m eval.haste questions.jsonl build/spoken.jsonl --way spoken")
@click.argument("question_set", metavar="QUESTIONS", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--way", type=click.Choice(list(WAYS)), required=True, help="How the questions are typed.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed makes other slips.")
def main(question_set: Path, out: Path, way: str, seed: int) -> None:
    """Write the questions of QUESTIONS to OUT as people type them."""
    changed = [
        msgspec.structs.replace(asked, question=WAYS[way](asked.question, random.Random(f"{seed} {asked.id}")))
        if language(asked.question) == "sv"
        else asked
        for asked in questions.load(question_set)
    ]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(b"".join(msgspec.json.encode(question) + b"\n" for question in changed))
    click.echo(f"{len(changed)} questions in {out}")


if __name__ == "__main__":
    main()
