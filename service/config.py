"""Every setting of the service once, and the frozen record made from them when the app is made.

Passwords and keys are kept out of the record's repr, so that no log or error page can show them.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from urllib.parse import urlsplit

from indexer.errors import UsageProblem
from indexer.settings import INDEX_SETTINGS, Setting, read_settings
from service.writing.endpoints import require_allowed

SERVICE_SETTINGS = (
    Setting("host", "127.0.0.1", "Address that `paragraf serve` listens on; 0.0.0.0 for all (put a proxy with TLS in front)."),
    Setting("port", 8000, "Port that `paragraf serve` listens on, 1–65535.", bounds=(1, 65_535)),
    Setting(
        "processes",
        0,
        "Processes that answer, 1–32, each with the model in memory. 0: one a core up to four, but one for a model that is not bundled.",
        bounds=(0, 32),
    ),
    Setting("threads", 8, "Requests that one process answers at the same time, 1–64.", bounds=(1, 64)),
    Setting("max_request_bytes", 65_536, "Largest request body, in bytes; a larger one is answered with 413.", bounds=(1_024, 10_000_000)),
    Setting("generator_url", "", "Base URL of an OpenAI-compatible server (ends with /v1). Empty: answers are the documents' own words."),
    Setting("generator_model", "", "Name of the language model at that server."),
    Setting("generator_key", "", "API key of that server, where it asks for one."),
    Setting("generator_outside", False, "Whether that server may be on another machine: questions and passages are sent to it."),
    Setting(
        "generator_timeout_s",
        30.0,
        "Seconds to wait for the language model before the extractive answer is given instead.",
        bounds=(0.1, 600.0),
    ),
    Setting("generator_context_tokens", 8192, "Context size of the language model, in its own tokens.", bounds=(512, 2_000_000)),
    Setting("judge_url", "", "Base URL of an OpenAI-compatible server whose model judges answers in `paragraf eval --judge`."),
    Setting("judge_model", "", "Name of that model: another one than answers."),
    Setting("judge_key", "", "API key of that server, where it asks for one."),
    Setting(
        "reranker",
        "",
        "CrossEncoder that orders the first hits anew: a folder, or its name on the Hugging Face hub. Empty: the search's own order.",
    ),
    Setting("reranker_hits", 20, "How many of the first hits it orders.", bounds=(2, 100)),
    Setting("reranker_timeout_s", 2.0, "Seconds it may take for one question before the order stays as it was.", bounds=(0.05, 60.0)),
    Setting(
        "store",
        "",
        "File (SQLite) of what the service itself keeps: what readers say, uploads, who did what. Empty: beside an index that is a "
        "directory; beside Elasticsearch nothing is then kept, and readers are not asked.",
    ),
    Setting("feedback_days", 365, "Days that what readers say is kept.", bounds=(1, 36_500)),
    Setting("manage_key", "", "Key to the pages /skotsel and /utvardering, at least 16 characters. Empty: they are not there."),
    Setting("uploads", "", "Folder that files uploaded on /skotsel are kept in and indexed from. Empty: none can be uploaded."),
    Setting("upload_mib", 100, "Size (MiB) of the largest upload, all its files together.", bounds=(1, 10_000)),
    Setting("evaluations", "", "Folder of the runs shown on /utvardering, one folder each, as `paragraf eval --out` writes them."),
    Setting(
        "public_url",
        "",
        "Address that readers reach the service at (https://paragraf.granhult.example), for what leaves the page: feeds, references, "
        "prints, OpenAPI. Empty: the address of the request at hand.",
    ),
    Setting("operator", "", "Who runs the service, as the pages about it say: a municipality or company."),
    Setting("operator_email", "", "Address that readers may write to about the service, its accessibility and personal data."),
    Setting("operator_phone", "", "Telephone number that readers may call about the same, where there is one."),
    Setting("data_protection_officer", "", "Name or address of the data protection officer (dataskyddsombud)."),
    Setting("legal_ground", "", "Legal ground for the personal data in the documents: 'uppgift av allmänt intresse (artikel 6.1 e)'."),
    Setting("documents_kept", "", "How long documents stay in the service: 'fem år, enligt vår dokumenthanteringsplan'."),
    Setting("data_processors", "", "Who handles personal data on the operator's behalf (personuppgiftsbiträden): names, or 'inga'."),
    Setting("accessibility_reply", "", "Time within which who reports a barrier is answered: 'två arbetsdagar'."),
    Setting("accessibility_method", "", "How the accessibility of this installation was assessed: 'egen granskning med skärmläsare'."),
    Setting("accessibility_reviewed", "", "Day (2026-11-21) when the operator last assessed the accessibility of this installation."),
    Setting("accessibility_updated", "", "Day when the statement of accessibility last changed. Empty: the day of the assessment."),
    Setting("accessibility_published", "", "Day when this installation was opened to readers."),
    Setting("accessibility_burden", "", "What is held to be an unreasonable burden to adapt (12 §), and why. Empty: nothing is."),
    Setting(
        "population",
        "",
        "CSV of municipality;inhabitants: comparisons then show sums per inhabitant. Empty: they do not.",
    ),
    Setting("page_images", "", "Folder that pictures of pages are kept in. Empty: the user's own folder for caches."),
    Setting("page_images_mib", 512, "Size (MiB) on disk that they may take; 0: each is drawn anew.", bounds=(0, 1_000_000)),
    Setting(
        "log_level",
        "info",
        "What is logged: debug, info, warning or error. Questions are never logged.",
        choices=("debug", "info", "warning", "error"),
    ),
)

SHARED_MEASURES = "PROMETHEUS_MULTIPROC_DIR"
"""Not ours: where it names a folder before prometheus_client is imported, processes keep their measures in files there."""

SHORTEST_KEY = 16
"""Characters of a key that nobody guesses."""

SETTINGS = (*INDEX_SETTINGS, *SERVICE_SETTINGS)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings as values; names and meaning as in SETTINGS."""

    index: str
    model: str
    corrections: str
    blocklist: str
    journal: str
    elasticsearch_user: str
    elasticsearch_password: str = field(repr=False)
    elasticsearch_api_key: str = field(repr=False)
    elasticsearch_ca: str
    elasticsearch_prefix: str
    elasticsearch_shards: int
    elasticsearch_replicas: int
    elasticsearch_vectors: str
    elasticsearch_timeout_s: float
    host: str
    port: int
    processes: int
    threads: int
    max_request_bytes: int
    generator_url: str
    generator_model: str
    generator_key: str = field(repr=False)
    generator_outside: bool
    generator_timeout_s: float
    generator_context_tokens: int
    judge_url: str
    judge_model: str
    judge_key: str = field(repr=False)
    reranker: str
    reranker_hits: int
    reranker_timeout_s: float
    store: str
    feedback_days: int
    manage_key: str = field(repr=False)
    uploads: str
    upload_mib: int
    evaluations: str
    public_url: str
    operator: str
    operator_email: str
    operator_phone: str
    data_protection_officer: str
    legal_ground: str
    documents_kept: str
    data_processors: str
    accessibility_reply: str
    accessibility_method: str
    accessibility_reviewed: str
    accessibility_updated: str
    accessibility_published: str
    accessibility_burden: str
    population: str
    page_images: str
    page_images_mib: int
    log_level: str


def from_environment(given: Mapping[str, object] | None = None, environ: Mapping[str, str] | None = None) -> Config:
    """The settings from PARAGRAF_*; what is given wins. Raises UsageProblem for an unknown name or a value that cannot be honoured."""
    values = read_settings(SETTINGS, os.environ if environ is None else environ, given)
    config = Config(**{each.name: values[each.name] for each in fields(Config)})  # type: ignore[arg-type]  # read_settings gives each default's type
    _require_a_key_that_is_hard_to_guess(config.manage_key)
    for name in ("accessibility_reviewed", "accessibility_updated", "accessibility_published"):
        _require_a_day(name, str(values[name]))
    _require_an_address(config.public_url)
    require_allowed("generator", config.generator_url, config.generator_model, outside=config.generator_outside)
    require_allowed("judge", config.judge_url, config.judge_model, outside=config.generator_outside)
    return config


def _require_a_key_that_is_hard_to_guess(key: str) -> None:
    if key and len(key) < SHORTEST_KEY:
        raise UsageProblem(
            f"PARAGRAF_MANAGE_KEY has {len(key)} characters and needs {SHORTEST_KEY}. "
            'Make one: python -c "import secrets; print(secrets.token_urlsafe(24))"'
        )


def _require_a_day(name: str, written: str) -> None:
    try:
        if written:
            date.fromisoformat(written)
    except ValueError:
        raise UsageProblem(f"PARAGRAF_{name.upper()}={written!r} is no day. Write it as 2026-11-21.") from None


def _require_an_address(url: str) -> None:
    parts = urlsplit(url)
    if url and not (parts.scheme in ("http", "https") and parts.hostname and url == f"{parts.scheme}://{parts.netloc}" and "@" not in url):
        raise UsageProblem(
            f"PARAGRAF_PUBLIC_URL={url!r} is no address of a host. Write it without a path: https://paragraf.granhult.example"
        )
