"""`python -m eval.quality`: what the reader has gained and lost since the results that are committed.

The samples are read and held against tests/golden/reading, unit by unit and field by field. Where the real bundles are
at hand, their scores are held against the committed figures: figures only, none of their text. A missing golden file is
written and still fails the run, so that somebody reads it. `--accept` writes what was read now, after it has been judged.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
import msgspec

from eval.readings import Difference, FileFacts, What, as_json, differences, facts, from_json
from indexer.documents import Given
from indexer.errors import FileProblem
from indexer.gathering import manifest
from indexer.reading import read

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "build" / "samples" / "files"
GOLDEN = ROOT / "tests" / "golden"
SHARED = ROOT.parent / "shared"
SCORE_TIMEOUT_S = 600

Figures = Mapping[str, Mapping[str, float | None]]
"""Scores by group and name."""


@click.command()
@click.option(
    "--samples", type=click.Path(path_type=Path, file_okay=False, exists=True), default=SAMPLES, help="Folder with the built samples."
)
@click.option("--golden", type=click.Path(path_type=Path, file_okay=False), default=GOLDEN, help="Folder with the committed results.")
@click.option(
    "--shared", type=click.Path(path_type=Path, file_okay=False), default=SHARED, help="Folder with the real bundles, if at hand."
)
@click.option("--accept", is_flag=True, help="Write what was read now as the committed results.")
@click.pass_context
def quality(ctx: click.Context, samples: Path, golden: Path, shared: Path, accept: bool) -> None:
    """Show which sections and fields the reader gained and lost; exit code 1 where anything differs."""
    same = [_samples(samples, golden / "reading", accept=accept)]
    if (shared / "score" / "score_sections.py").is_file():
        same.append(_scores(shared, golden / "scores.json", accept=accept))
    else:
        click.echo(f"The real bundles are not at {shared}: their scores are not measured.")
    ctx.exit(0 if accept or all(same) else 1)


def _samples(folder: Path, golden: Path, *, accept: bool) -> bool:
    """Whether all samples read as committed."""
    golden.mkdir(parents=True, exist_ok=True)
    given = manifest.load(folder)
    counts: Counter[str] = Counter()
    names = set()
    for path in sorted(folder.iterdir()):
        if path.name.startswith("manifest."):
            continue
        names.add(f"{path.name}.json")
        counts += _compared(_read(path, given.get(path.name, Given())), golden / f"{path.name}.json", accept=accept)
    for extra in sorted(path.name for path in golden.iterdir() if path.name not in names):
        click.echo(f"{extra}: no such sample any more; remove it")
        counts["superfluous"] += 1
    units = counts.pop("units", 0)
    click.echo(f"{len(names)} samples, {units} documents and sections: " + (_counted(counts) or "all as committed"))
    return not counts


def _read(path: Path, given: Given) -> FileFacts:
    try:
        return facts(read(path, path.name, given))
    except FileProblem as problem:
        return FileFacts(path.name, problem=problem.reason)


def _compared(now: FileFacts, golden: Path, *, accept: bool) -> Counter[str]:
    """Print what differs; count it by kind."""
    counts = Counter(units=len(now.units))
    was = _committed(golden)
    if was is None:
        click.echo(f"{now.file}: had no committed result; it is written now: read it, then commit it")
        counts["missing"] += 1
    else:
        found = differences(was, now)
        for line in shown(found):
            click.echo(f"{now.file}: {line}")
        counts += Counter(each.what.value if each.field is None else f"{each.field} changed" for each in found)
    if accept or was is None:
        golden.write_bytes(as_json(now))
    return counts


def _committed(golden: Path) -> FileFacts | None:
    """None where there is no such file, or one of another form."""
    try:
        return from_json(golden.read_bytes())
    except (FileNotFoundError, msgspec.MsgspecError):
        return None


def shown(found: Sequence[Difference]) -> Iterator[str]:
    """One line for each difference."""
    signs = {What.GAINED: "+", What.LOST: "−", What.CHANGED: "~"}
    for each in found:
        change = f" {each.field}: {each.was!r} → {each.now!r}" if each.field else f" {each.what}"
        yield f"{signs[each.what]} {each.unit}{change}"


def _scores(shared: Path, golden: Path, *, accept: bool) -> bool:
    """Whether the real bundles score as committed."""
    corpus = shared / "corpus"
    now = {
        **_scored(shared, "bundles", corpus / "sections_dev.jsonl", corpus),
        **_scored(shared, "heads", corpus / "heads" / "gold.jsonl", corpus / "heads"),
    }
    known = golden.is_file()
    was: Figures = json.loads(golden.read_text(encoding="utf-8")) if known else now
    lines = list(moved(was, now)) if known else ["had no committed figures; they are written now: read them, then commit them"]
    for line in lines:
        click.echo(f"scores: {line}")
    click.echo(f"{sum(len(group) for group in now.values())} scores: " + (f"{len(lines)} differ" if lines else "all as committed"))
    if accept or not known:
        golden.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return not lines


def _scored(shared: Path, what: str, gold: Path, folder: Path) -> Figures:
    command = [sys.executable, str(shared / "score" / "score_sections.py"), what, str(gold), str(folder)]
    inspect = [sys.executable, "-m", "paragraf", "inspect", "--json"]
    done = subprocess.run([*command, *inspect], capture_output=True, text=True, timeout=SCORE_TIMEOUT_S, check=True, cwd=ROOT)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def moved(was: Figures, now: Figures) -> Iterator[str]:
    """One line for each figure that differs; higher is better."""
    for group in dict.fromkeys((*was, *now)):
        before, after = was.get(group, {}), now.get(group, {})
        for name in dict.fromkeys((*before, *after)):
            one, other = before.get(name), after.get(name)
            if one != other:
                sign = "~" if one is None or other is None else "+" if other > one else "−"
                yield f"{sign} {group}, {name}: {'none' if one is None else one} → {'none' if other is None else other}"


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {what}" for what, count in counts.most_common())


if __name__ == "__main__":
    quality()
