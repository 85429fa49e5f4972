"""Makes a correction of what a reader reported and a person approved: it holds when the file is indexed next.

The corrections are TOML that people edit too: an entry is written behind the others, and the result read back before it
takes the old one's place.
"""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from indexer.corrections import CorrectedField
from indexer.documents import Kind, Status
from indexer.errors import CorrectionsProblem
from indexer.gathering import overrides
from service.feedback.said import Said

_WRITTEN_AS: Mapping[str, str] = {
    CorrectedField.DATE: "Skriv dagen som 2025-02-06.",
    CorrectedField.CASE: "Skriv ett diarienummer, som 2024/00012.",
    CorrectedField.NUMBER: "Skriv paragrafen som § 12.",
    CorrectedField.STATUS: f"Skriv en av {', '.join(Status)}.",
    CorrectedField.KIND: f"Skriv en av {', '.join(Kind)}.",
}
"""How a value is written, where not every text is one."""


def unfit(field: str, value: str) -> str:
    """Why a correction could not be made, as far as its field tells."""
    how = _WRITTEN_AS.get(field, "Filen med rättelser går kanske inte att skriva till.")
    return f"”{value}” kunde inte sparas som rättelse, och inget har ändrats. {how}"


def approve(path: str, said: Said, value: str, by: str) -> None:
    """Write the correction. Raises CorrectionsProblem where it cannot be honoured, and leaves the file as it was."""
    target = Path(path)
    text = target.read_text(encoding="utf-8") if target.exists() else ""
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_text(f"{text.rstrip()}\n\n{entry(said, value, by)}".lstrip(), encoding="utf-8")
        if target.exists():
            shutil.copymode(target, beside)
        overrides.load(str(beside))
        os.replace(beside, target)  # noqa: PTH105 one call of the system
    except OSError as error:
        raise CorrectionsProblem(f"The corrections {path} cannot be written ({error.strerror}). Check their rights.") from error
    finally:
        beside.unlink(missing_ok=True)


def entry(said: Said, value: str, by: str) -> str:
    """The correction as TOML."""
    rows = {"file": said.file, "section": said.section, "field": said.field, "value": value, "why": said.words, "by": by}
    return "[[correction]]\n" + "".join(f"{key} = {_quoted(text)}\n" for key, text in rows.items() if text is not None)


def _quoted(value: str) -> str:
    """As a TOML string: JSON's has the same escapes."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
