"""Settings, each once: name, default, help. Read from PARAGRAF_* in the environment, at the edge, once."""

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.errors import UsageProblem


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; the environment variable is PARAGRAF_ and the name in capitals. The default's type is the type.

    `bounds` are the least and the greatest number that can be honoured, `choices` the only texts.
    """

    name: str
    default: str | int | float | bool
    help: str
    bounds: tuple[float, float] | None = None
    choices: tuple[str, ...] = ()


INDEX_SETTINGS = (
    Setting("index", "paragraf-index", "Where the index is: a directory (embedded engine), or the http(s) URL of Elasticsearch."),
    Setting("model", "bundled", "Embedding model: 'bundled', a name in the registry, or a folder that sentence-transformers can load."),
    Setting("corrections", "", "File of corrections (TOML): what a person knows better than the reader; docs/reading.md."),
    Setting("blocklist", "", "Block list (TOML): files, sections and strings that nobody is shown; docs/reading.md."),
    Setting(
        "journal",
        "",
        "File where each indexing run leaves what it could not read (JSON lines). Empty: beside an index that is a directory, else none.",
    ),
    Setting("elasticsearch_user", "", "User of Elasticsearch, where it asks for one."),
    Setting("elasticsearch_password", "", "Password of that user."),
    Setting("elasticsearch_api_key", "", "API key, instead of user and password."),
    Setting("elasticsearch_ca", "", "File with the CA certificate that signed Elasticsearch's own."),
    Setting("elasticsearch_prefix", "paragraf", "First part of the names of indexes and aliases, so that several can share one cluster."),
    Setting("elasticsearch_shards", 1, "Primary shards of a new passage index.", bounds=(1, 1024)),
    Setting("elasticsearch_replicas", 0, "Replicas of a new index; 1 or more on a cluster of several nodes.", bounds=(0, 100)),
    Setting(
        "elasticsearch_vectors",
        "int8_hnsw",
        "How Elasticsearch keeps vectors: int8_hnsw (fast on many) or flat (exact).",
        choices=("int8_hnsw", "flat"),
    ),
    Setting("elasticsearch_timeout_s", 10.0, "Seconds to wait for one answer of Elasticsearch.", bounds=(0.1, 600.0)),
)

READING_SETTINGS = (
    Setting("cache", "", "Folder for what was dear to make: the text of page images. Empty: the user's own folder for caches."),
    Setting("ocr", True, "Whether pages without a text layer are read by OCR (tesseract), where it is installed."),
    Setting("ocr_language", "swe", "Language of the pages, as tesseract names it; several with +."),
    Setting("ocr_processes", 2, "Page images read at the same time, for each file.", bounds=(1, 64)),
    Setting("ocr_pages", 2000, "Pages of one file that are read by OCR; the others are named.", bounds=(0, 1_000_000)),
    Setting("read_seconds", 120.0, "Seconds without a sign of life after which the reading of a file is given up.", bounds=(1.0, 86_400.0)),
    Setting("read_memory_mib", 6144, "Memory (MiB of address space) that the reading of one file may use.", bounds=(256, 1_048_576)),
    Setting("read_file_mib", 200, "Size (MiB) of the largest file that is read.", bounds=(1, 100_000)),
    Setting("read_pages", 5000, "Pages of the longest file that is read.", bounds=(1, 1_000_000)),
    Setting("read_characters", 20_000_000, "Characters of text in the longest file that is read.", bounds=(1, 10_000_000_000)),
    Setting("read_pixels", 60_000_000, "Points of the largest image that is read.", bounds=(1, 10_000_000_000)),
    Setting("zip_files", 5000, "Files in the largest zip archive that is read.", bounds=(1, 1_000_000)),
    Setting("zip_mib", 4096, "Size (MiB) that the files of one zip archive may unpack to.", bounds=(1, 1_000_000)),
)
"""What only `paragraf index` and `inspect` ask for."""

_NOT_OF_KIND = {bool: "is not yes or no", int: "is not a whole number", float: "is not a number", str: "is not text"}

Values = Mapping[str, str | int | float | bool]


def read_settings(
    settings: tuple[Setting, ...], environ: Mapping[str, str], given: Mapping[str, object] | None = None
) -> dict[str, str | int | float | bool]:
    """Values by name: what is given wins over the environment, that over the default. Raises UsageProblem."""
    known = {setting.name: setting for setting in settings}
    unknown = sorted(set(given or {}) - set(known))
    if unknown:
        raise UsageProblem(f"Unknown setting {unknown[0]!r}. Known settings: {', '.join(sorted(known))}.")
    values: dict[str, str | int | float | bool] = {}
    for name, setting in known.items():
        raw = (given or {}).get(name)
        if raw is None:
            raw = environ.get(f"PARAGRAF_{name.upper()}")
        values[name] = setting.default if raw is None else _honoured(setting, _as_type_of(setting, raw))
    return values


def _honoured(setting: Setting, value: str | int | float | bool) -> str | int | float | bool:
    variable = f"PARAGRAF_{setting.name.upper()}"
    if setting.bounds and not setting.bounds[0] <= float(value) <= setting.bounds[1]:
        raise UsageProblem(f"{variable}={value} is out of bounds. Choose {setting.bounds[0]:g} to {setting.bounds[1]:g}.")
    if setting.choices and value not in setting.choices:
        raise UsageProblem(f"{variable}={value!r} is unknown. Choose one of {', '.join(setting.choices)}.")
    return value


def _as_type_of(setting: Setting, raw: object) -> str | int | float | bool:
    kind = type(setting.default)
    try:
        if kind is bool:
            return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": False}[str(raw).strip().lower()]
        return kind(str(raw))
    except (ValueError, KeyError):
        raise UsageProblem(f"PARAGRAF_{setting.name.upper()}={raw!r} {_NOT_OF_KIND[kind]}. {setting.help}") from None
