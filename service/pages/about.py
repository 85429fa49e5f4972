"""What the service says of itself: how answers are made, personal data, accessibility. The operator completes it by settings."""

from dataclasses import dataclass

from flask import Blueprint, render_template

from service.keeping.store import store_of
from service.state import state

blueprint = Blueprint("about", __name__, url_prefix="/om")


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the service and how they are reached; what is empty has not been said."""

    name: str
    email: str
    phone: str


@blueprint.get("")
def page() -> str:
    """How answers are made, and where a language model is used."""
    return render_template("about.html", operator=_operator(), model=_model(), reranker=bool(state().config.reranker))


@blueprint.get("/personuppgifter")
def privacy() -> str:
    """What is kept of readers, and what is done with personal data in the documents."""
    config = state().config
    return render_template(
        "privacy.html",
        operator=_operator(),
        officer=config.data_protection_officer,
        ground=config.legal_ground,
        kept=config.documents_kept,
        processors=config.data_processors,
        feedback=store_of(config) is not None,
        days=config.feedback_days,
        manage=bool(config.manage_key),
        model=_model(),
        outside=config.generator_outside,
    )


@blueprint.get("/tillganglighet")
def accessibility() -> str:
    """The statement that the law on accessibility of digital public service asks for."""
    config = state().config
    return render_template(
        "accessibility.html",
        operator=_operator(),
        reply=config.accessibility_reply,
        method=config.accessibility_method,
        reviewed=config.accessibility_reviewed,
        updated=config.accessibility_updated or config.accessibility_reviewed,
        published=config.accessibility_published,
        burden=config.accessibility_burden,
    )


def _operator() -> Operator:
    config = state().config
    return Operator(config.operator, config.operator_email, config.operator_phone)


def _model() -> str | None:
    """The language model that writes answers; None where none does."""
    config = state().config
    return config.generator_model if config.generator_url else None
