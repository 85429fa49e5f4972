"""The command that takes out what readers said: as a question set, and as lines for a person."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import click

from indexer.errors import UsageProblem
from service.config import from_environment
from service.feedback.kept import everything
from service.feedback.questionset import questions
from service.keeping.store import store_of


@click.command(
    epilog="""\b
Examples:
  paragraf feedback
  paragraf feedback --out fran-lasarna.jsonl
  paragraf feedback --json"""
)
@click.option("--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write the question set for `paragraf eval`.")
@click.option("--index", metavar="PLACE", help="The index that the service answers from. [PARAGRAF_INDEX; paragraf-index]")
@click.option("--json", "as_json", is_flag=True, help="Print all that was said, one JSON object a line.")
def feedback(out: Path | None, index: str | None, as_json: bool) -> None:
    """Take out what readers said of answers, as questions that `paragraf eval` reads.

    Answers that helped become gold answers, rightly refused questions unanswerable ones. Questions whose answer did not help
    are written beside FILE, to be completed by a person: FILE without its ending, and -to-complete.jsonl.
    """
    config = from_environment({"index": index} if index else None)
    store = store_of(config)
    if store is None:
        raise UsageProblem("Nothing is kept beside Elasticsearch. Name a file in PARAGRAF_STORE, the same that the service runs with.")
    said = everything(store)
    if as_json:
        for each in said:
            click.echo(json.dumps(asdict(each), ensure_ascii=False))
        return
    counts = Counter(f"{each.about}, {each.state}" for each in said)
    click.echo(f"{len(said)} in {store.path}" + "".join(f"\n  {count:>5}  {what}" for what, count in sorted(counts.items())))
    if out is not None:
        found = questions(said)
        beside = out.with_name(f"{out.stem}-to-complete.jsonl")
        for path, lines in ((out, found.complete), (beside, found.to_complete)):
            _write(path, lines)
        click.echo(f"{len(found.complete)} questions with gold answers in {out}, {len(found.to_complete)} to complete in {beside}")


def _write(path: Path, lines: tuple[str, ...]) -> None:
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise UsageProblem(f"Cannot write {path} ({error.strerror}). Give --out a file in a folder you may write to.") from error
