"""`create_app` builds the web service: nothing is global, every test builds its own."""

import os
from collections.abc import Mapping
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from indexer.gathering.blocklist import Watched
from indexer.limits import Limits
from indexer.settings import READING_SETTINGS, read_settings
from service import api
from service.cards import endpoint as cards
from service.changes import endpoint as changes
from service.comparison import endpoint as comparing
from service.config import Config, from_environment
from service.following import endpoint as following
from service.openends import endpoint as open_ends
from service.pages import (
    about,
    apireference,
    ask,
    card,
    case,
    change,
    compare,
    coverage,
    evaluation,
    feedback,
    files,
    look,
    manage,
    navigation,
    openends,
    removing,
    source,
    texts,
    uploading,
    watch,
)
from service.resources import open_resources
from service.serving import compression, health, library, origin, problems, tracking
from service.serving.metrics import Metrics
from service.serving.pictures import Pictures
from service.serving.pointed import pointed
from service.serving.unbroken import unbroken, whole
from service.serving.unmarked import unmarked
from service.state import Opener, State, Supply

MACHINES = (health, api, cards, comparing, changes, following, open_ends, library)
"""What programs call."""

PAGES = (
    about,
    apireference,
    ask,
    card,
    case,
    change,
    compare,
    coverage,
    evaluation,
    feedback,
    files,
    look,
    manage,
    openends,
    removing,
    source,
    uploading,
    watch,
)
"""What people read; one module of service/pages a capability."""


def create_app(config: Mapping[str, object] | None = None, *, opener: Opener = open_resources) -> Flask:
    """The app. `config` holds settings by name and wins over PARAGRAF_*; `opener` is there for tests of a failing index."""
    settings = from_environment(config)
    app = Flask("service", static_url_path="/static")
    app.config["MAX_CONTENT_LENGTH"] = settings.max_request_bytes
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 3600
    app.json.sort_keys = False  # type: ignore[attr-defined]  # Flask's default provider has it; the order of fields is meant
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # å, ä and ö as themselves
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    blocked = Watched(settings.blocklist)
    blocked.now()  # a list that cannot be read is told when the service starts
    app.extensions["paragraf"] = State(
        settings, Supply(settings, opener), Metrics(), tracking.logger(settings.log_level), blocked, _pictures(settings)
    )
    tracking.register(app)
    problems.register(app)
    origin.register(app)
    compression.register(app)
    app.jinja_env.filters["unmarked"] = unmarked
    app.jinja_env.filters["pointed"] = pointed
    app.jinja_env.filters["unbroken"] = unbroken
    app.jinja_env.filters["whole"] = whole
    texts.register(app)
    navigation.register(app)
    for part in (*MACHINES, *PAGES):
        app.register_blueprint(part.blueprint)
    return app


def _pictures(settings: Config) -> Pictures:
    limits = Limits.of(read_settings(READING_SETTINGS, os.environ))  # what OCR read is kept where indexing kept it
    folder = Path(settings.page_images) if settings.page_images else limits.cache_folder / "pages"
    return Pictures(folder, settings.page_images_mib * 1024**2, limits=limits)
