"""Build the samples: `python -m eval.samples.make OUT [--only SOURCE] [--format FORMAT]`.

Writes OUT/files (with manifest.csv), OUT/text (what a faithful reader sees of each file) and OUT/questions.jsonl.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from eval.samples import flow, layout, pdf, plain, scan, web, word
from eval.samples.questions import questions
from eval.samples.source import NEIGHBOURS, SOURCES, Format, Sample, SourceProblem, samples

RENDERERS: Mapping[Format, Callable[[Sample], bytes]] = {
    Format.PDF: pdf.render,
    Format.SCAN: scan.render,
    Format.DOCX: word.render,
    Format.HTML: web.render,
    Format.TXT: plain.render,
}


def text_of(sample: Sample, format: Format, built: bytes) -> str:
    """What a faithful reader sees of the built file."""
    match format:
        case Format.TXT:
            return built.decode()
        case Format.PDF | Format.SCAN:
            return layout.twin(pdf.layout(sample))
        case Format.DOCX | Format.HTML:
            return flow.twin(sample)


def build(out: Path, chosen: Sequence[Sample], format: Format | None = None) -> Mapping[str, str]:
    """Write files, twins and manifest; gives the text of each file back, by file name."""
    files, twins = out / "files", out / "text"
    files.mkdir(parents=True, exist_ok=True)
    twins.mkdir(parents=True, exist_ok=True)
    texts = {}
    for sample in chosen:
        as_format = format or sample.format
        name = sample.file(as_format)
        built = RENDERERS[as_format](sample)
        texts[name] = text_of(sample, as_format, built)
        (files / name).write_bytes(built)
        twin = name if as_format is Format.TXT else f"{name}.txt"
        (twins / twin).write_bytes(texts[name].encode())
    (files / "manifest.csv").write_text(_manifest(chosen, format), encoding="utf-8", newline="")
    return texts


def _manifest(chosen: Sequence[Sample], format: Format | None) -> str:
    target = io.StringIO()
    table = csv.writer(target, lineterminator="\n")
    table.writerow(["file", "municipality", "url", "date"])
    for sample in chosen:
        name = sample.file(format or sample.format)
        table.writerow([name, sample.municipality.name, sample.municipality.url + name, sample.date])
    return target.getvalue()


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--neighbours", is_flag=True, help="Build the neighbours too, which comparisons are measured with, and no questions.")
@click.option("--only", metavar="SOURCE", help="Build this source alone (its name without suffix), without questions.")
@click.option(
    "--format", "as_format", type=click.Choice([f.value for f in Format]), help="Render in this format instead of the source's own."
)
def main(out: Path, *, neighbours: bool, only: str | None, as_format: str | None) -> None:
    """Build the sample documents and their questions into the folder OUT."""
    try:
        known = [*samples(), *(samples(NEIGHBOURS) if neighbours else ())]
        chosen = [sample for sample in known if only in (None, sample.name)]
        if not chosen:
            raise SourceProblem(f"There is no source {only!r}; a source is named FOLDER_FILE, as in tallmora_ks_2024-10-08.")
        texts = build(out, chosen, Format(as_format) if as_format else None)
        if only or as_format or neighbours:
            click.echo(f"{len(texts)} files in {out / 'files'}")
            return
        asked = questions(SOURCES / "questions.yaml", {sample.name: sample.file(sample.format) for sample in chosen}, texts)
    except SourceProblem as problem:
        raise click.ClickException(str(problem)) from problem
    lines = "".join(json.dumps(question, ensure_ascii=False) + "\n" for question in asked)
    (out / "questions.jsonl").write_text(lines, encoding="utf-8", newline="\n")
    click.echo(f"{len(texts)} files in {out / 'files'}, {len(asked)} questions in {out / 'questions.jsonl'}")


if __name__ == "__main__":
    main()
