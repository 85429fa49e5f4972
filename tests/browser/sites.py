"""The services that pages are looked at on: one that keeps all that can be kept, one whose answers a model writes, one without an index.

All answer from the samples; what they hold beside them is invented here.
"""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
from click.testing import CliRunner

from eval.samples.make import build as build_samples
from eval.samples.source import samples
from indexer import journal
from indexer.journal import Run
from indexer.report import Skipped
from paragraf import cli
from tests.service.scripted import ModelServer, streams
from tests.service.served import serving

KEY = "a key that is long enough"
WORKER = "Anna Ek"
FILE = "tallmora_ks_2024-10-08.txt"
QUESTION = "Vad beslutades om friskvårdsbidraget i Åmosele?"
QUALITY_DAYS = (1, 2, 3)
PATIENCE_S = 120
"""The first list and the first cards of a process read every file, which takes long on a busy machine."""


def chromium_here() -> str | None:
    """Where Chromium is on this machine; None where it is not installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def index_of_samples(folder: Path) -> Path:
    """An index of the four invented municipalities, made in the folder."""
    build_samples(folder, samples())
    result = CliRunner().invoke(cli, ["index", str(folder / "files"), "--index", str(folder / "index"), "--quiet"])
    assert result.exit_code == 0, result.output
    return folder / "index"


@contextmanager
def keeping(index: Path, folder: Path) -> Iterator[str]:
    """A service with a store, a key, uploads, runs, a block list, a journal and words of its operator."""
    shutil.copytree(index, folder / "index")
    skipped = (Skipped("trasig.pdf", "damaged", "trasig.pdf is no PDF; fetch it again"),)
    journal.add(folder / "index.journal.jsonl", Run("2031-02-03T00:00:00+00:00", (), 0, 0, 0, 1, skipped))
    for name in ("block.toml", "corrections.toml"):
        (folder / name).touch()
    for day in QUALITY_DAYS:
        _run(folder / "runs" / f"dag-{day}", day)
    settings = {
        "PROCESSES": "1",
        "MANAGE_KEY": KEY,
        "UPLOADS": str(folder / "in"),
        "BLOCKLIST": str(folder / "block.toml"),
        "CORRECTIONS": str(folder / "corrections.toml"),
        "EVALUATIONS": str(folder / "runs"),
        "PAGE_IMAGES": str(folder / "pages"),
        "OPERATOR": "Granhults kommun",
        "OPERATOR_EMAIL": "paragraf@granhult.example",
        "DATA_PROTECTION_OFFICER": "dataskydd@granhult.example",
        "LEGAL_GROUND": "Uppgift av allmänt intresse, artikel 6.1 e i dataskyddsförordningen.",
        "DOCUMENTS_KEPT": "Fem år efter sammanträdet, enligt dokumenthanteringsplanen.",
        "ACCESSIBILITY_REPLY": "två arbetsdagar",
        "ACCESSIBILITY_METHOD": "Egen granskning med skärmläsare och tangentbord.",
        "ACCESSIBILITY_REVIEWED": "2031-02-01",
    }
    with serving(folder / "index", folder, {f"PARAGRAF_{name}": value for name, value in settings.items()}) as server:
        yield server.url


@contextmanager
def writing(index: Path, folder: Path) -> Iterator[str]:
    """A service whose answers a model writes, slowly enough to be looked at meanwhile."""
    model = ModelServer()
    model.replies = [streams("Friskvårdsbidraget ", "avskaffas ", *("från och med september. " for _ in range(60)), pause_s=0.5)]
    settings = {"PARAGRAF_GENERATOR_URL": model.url, "PARAGRAF_GENERATOR_MODEL": "liten", "PARAGRAF_PROCESSES": "1"}
    try:
        with serving(index, folder, settings) as server:
            yield server.url
    finally:
        model.close()


PAPER = """TALLMORA KOMMUN
Kulturnämnden

SAMMANTRÄDESPROTOKOLL
Sammanträdesdatum 2025-01-20

Plats och tid: Biblioteket, klockan 13.00–14.10
Beslutande: Eva Lindmo (S), ordförande, Per Aspvik (C)

§ 4 Öppettider på biblioteket
Dnr KN 2025/00004

Kulturnämndens beslut
Biblioteket har öppet till klockan 20 på tisdagar från och med den 1 mars 2025.

§ 5 Bidrag till hembygdsföreningen
Dnr KN 2025/00007

Kulturnämndens beslut
Hembygdsföreningen får 15 000 kronor i bidrag för 2025.
"""
"""What a worker uploads."""


def fill(url: str) -> str:
    """Let readers and a worker have said and done something; the path of the upload, which has been read."""
    wrong = {"fil": FILE, "paragraf": "§ 112", "uppgift": "date", "ratt": "2024-10-09", "ord": "Datumet står på sidan 1."}
    with httpx2.Client(base_url=url, headers={"Origin": url}, follow_redirects=True, timeout=PATIENCE_S) as client:
        client.post("/synpunkter/uppgift", data=wrong).raise_for_status()
        client.post("/synpunkter/saknas", data={"ord": "Kulturnämndens protokoll från maj saknas."}).raise_for_status()
        client.post("/skotsel/in", data={"namn": WORKER, "nyckel": KEY}).raise_for_status()
        paper = {"filer": ("tallmora_kn_2025-01-20.txt", PAPER.encode())}
        uploaded = client.post("/skotsel/filer", data={"kommun": "Tallmora"}, files=paper)
        uploaded.raise_for_status()
        for _ in range(120):
            if "Läser in" not in client.get(uploaded.url).text:
                break
            time.sleep(0.5)
        for slow in ("/oppet", "/beslut?dnr=2024/00087"):
            client.get(slow).raise_for_status()
        return str(uploaded.url.path)


def _run(folder: Path, day: int) -> None:
    """A run of a question set with some kinds of questions."""
    figures = {"hit@5": 0.8 + day / 100, "MRR@10": 0.7, "facts": 0.6, "cited": 0.85, "trust": 0.4 + day / 100}
    kinds = {
        kind: {**figures, "n": n, "facts": 0.6 + step * day, "trust": 0.4 + step * day}
        for kind, n, step in (("amount", 24, 0.08), ("decision", 31, -0.05), ("who", 12, 0.02))
    }
    refused = {"n": 9, "refused_rightly": 0.8 + day / 20, "trust": 0.5 + day / 10}
    asked = {"id": "q", "kind": "amount", "question": "Vad kostar ett bygglov?", "figures": {"trust": float(day % 2)}}
    told = {"at": f"2031-02-0{day}T04:05:06+00:00", "made_with": {"questions": "egna.jsonl (ab12)"}, "questions": 76}
    folder.mkdir(parents=True)
    written = {**told, "all": {**figures, "refused_rightly": 0.8 + day / 20}, "kinds": {**kinds, "unanswerable": refused}, "each": [asked]}
    (folder / "run.json").write_text(json.dumps(written), encoding="utf-8")
