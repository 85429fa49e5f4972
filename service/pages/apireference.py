"""The API's page, made on the server from its OpenAPI document: no script of anybody's is needed to read it."""

from flask import Blueprint, render_template

from service.pages.addresses import whole
from service.serving.apireference import HERE, operations, shapes
from service.serving.openapi import document

blueprint = Blueprint("apireference", __name__)


@blueprint.get("/api/docs")
def page() -> str:
    """Every operation with its parameters, an example to paste, and the shapes of what comes back."""
    described = document()
    return render_template(
        "apireference.html",
        operations=operations(described),
        shapes=shapes(described),
        title=described["info"]["title"],
        here=HERE,
        host=whole(""),
    )
