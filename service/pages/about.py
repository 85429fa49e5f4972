"""What the service says of itself: how answers are made, personal data, accessibility. The operator completes it by settings."""

from flask import Blueprint, render_template

from service.keeping.store import store_of
from service.state import state

blueprint = Blueprint("about", __name__, url_prefix="/om")


@blueprint.get("")
def page() -> str:
    """How answers are made, and where a language model is used."""
    config = state().config
    return render_template(
        "about.html", operator=config.operator, email=config.operator_email, model=_model(), reranker=bool(config.reranker)
    )


@blueprint.get("/personuppgifter")
def privacy() -> str:
    """What is kept of readers, and what is done with personal data in the documents."""
    config = state().config
    return render_template(
        "privacy.html",
        operator=config.operator,
        email=config.operator_email,
        officer=config.data_protection_officer,
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
        "accessibility.html", operator=config.operator, email=config.operator_email, reviewed=config.accessibility_reviewed
    )


def _model() -> str | None:
    """The language model that writes answers; None where none does."""
    config = state().config
    return config.generator_model if config.generator_url else None
