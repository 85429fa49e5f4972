"""What the reading of one file may cost, and where what was dear is kept: from the settings, handed down to the readers."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from indexer.settings import Values


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one file. What lies beyond is refused with its name, and the other files go on."""

    seconds: float = 120.0
    memory_mib: int = 6144
    file_mib: int = 200
    pages: int = 5000
    characters: int = 20_000_000
    pixels: int = 60_000_000
    zip_files: int = 5000
    zip_mib: int = 4096
    ocr: bool = True
    ocr_language: str = "swe"
    ocr_processes: int = 2
    ocr_pages: int = 2000
    cache: str = ""

    @classmethod
    def of(cls, values: Values) -> "Limits":
        """From the settings."""
        return cls(
            seconds=float(values["read_seconds"]),
            memory_mib=int(values["read_memory_mib"]),
            file_mib=int(values["read_file_mib"]),
            pages=int(values["read_pages"]),
            characters=int(values["read_characters"]),
            pixels=int(values["read_pixels"]),
            zip_files=int(values["zip_files"]),
            zip_mib=int(values["zip_mib"]),
            ocr=bool(values["ocr"]),
            ocr_language=str(values["ocr_language"]),
            ocr_processes=int(values["ocr_processes"]),
            ocr_pages=int(values["ocr_pages"]),
            cache=str(values["cache"]),
        )

    @property
    def cache_folder(self) -> Path:
        """The folder of `cache`, else the user's own for such things."""
        if self.cache:
            return Path(self.cache)
        home = Path.home()
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "paragraf" / "cache"
        return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "paragraf"


DEFAULT = Limits()
