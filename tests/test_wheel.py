"""The wheel: built, installed into an environment of its own, asked a question from another folder."""

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

MINUTES = """Granhults kommun

Socialnämnden

SAMMANTRÄDESPROTOKOLL

Sammanträdesdatum
2024-03-14

§ 21 Dnr 2024/00031

Avgift för trygghetslarm

Socialnämndens beslut

Socialnämnden fastställer avgiften för trygghetslarm till 245 kronor i månaden från och med den 1 maj 2024.

Ärendebeskrivning

Avgiften har varit oförändrad sedan 2019. Förvaltningen föreslår en höjning som motsvarar kostnaden för nya larm.
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the programs of an environment that holds the wheel, and sees the libraries of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", str(folder / "env"))
    (libraries,) = (folder / "env").glob("lib/python*/site-packages")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(folder / "env" / "bin" / "python"))
    run(*pip, "install", "--quiet", "--no-deps", str(wheel))
    # a plain path line: the editable install of this environment is not followed, so only the wheel can serve our code
    (libraries / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "env" / "bin"


def run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.wheel
def test_the_installed_wheel_reads_indexes_and_answers(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "sn.txt").write_text(MINUTES, encoding="utf-8")
    run(str(installed / "paragraf"), "index", "sn.txt", "--index", "index", "--quiet", cwd=tmp_path)
    given = json.loads(run(str(installed / "paragraf"), "ask", "Vad kostar trygghetslarmet?", "--index", "index", "--json", cwd=tmp_path))
    assert "245 kronor" in given["answer"]["text"]
    assert given["answer"]["citations"][0]["section"] == "§ 21"


@pytest.mark.wheel
def test_templates_prompts_and_the_model_come_with_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = (
        "import indexer, service, prompts, pathlib\n"
        "from indexer.embeddings import load\n"
        "print(pathlib.Path(indexer.__file__).resolve().parent)\n"
        "print(load().dimension, len(list(pathlib.Path(service.__file__).parent.glob('templates/*.html'))),"
        " len(list(pathlib.Path(prompts.__file__).parent.glob('*.md'))))\n"
    )
    where, counts = run(str(installed / "python"), "-c", code, cwd=tmp_path).splitlines()
    assert ROOT not in Path(where).parents
    assert all(int(count) > 0 for count in counts.split())
