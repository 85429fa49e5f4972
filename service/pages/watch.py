"""A watched question: the page that offers its feeds, and the feeds themselves (Atom and JSON), each with an ETag.

There is no Last-Modified: a paper that is read late is of an old day, and would be taken for known.
"""

import json
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from flask import Blueprint, Response, render_template, request, url_for

from indexer.index import Filters
from service.errors import BadParameter, BadQuestion
from service.pages.addresses import whole
from service.pages.asking import Form
from service.question import MAX_CHARS
from service.state import access, state, today
from service.watching.entries import Entry, entries
from service.watching.feeds import Feed, as_json, moment, updated

blueprint = Blueprint("watch", __name__)


@blueprint.get("/bevaka")
def page() -> str | tuple[str, int]:
    """What a feed of the question holds now, and its addresses."""
    shown: dict[str, object] = {"form": Form(), "max_chars": MAX_CHARS, "feed": None, "problem": None}
    if not request.args.get("q"):
        return render_template("watch.html", **shown)
    try:
        form = Form.asked()
        feed = _feed("watch.atom", form)
    except (BadQuestion, BadParameter) as problem:
        return render_template("watch.html", **{**shown, "problem": str(problem)}), 400
    json_url = whole(url_for("watch.json_feed")) + feed.own[feed.own.index("?") :]
    return render_template("watch.html", **{**shown, "form": form, "feed": feed}, json_url=json_url, address=address)


@blueprint.get("/bevaka.atom")
def atom() -> Response:
    """The feed as Atom (RFC 4287)."""
    feed = _feed("watch.atom", Form.asked())
    text = render_template("watch.xml", feed=feed, moment=moment, updated=updated, address=address, operator=state().config.operator)
    return _conditional(_of_xml(text), "application/atom+xml; charset=utf-8")


@blueprint.get("/bevaka.json")
def json_feed() -> Response:
    """The feed as JSON Feed 1.1."""
    feed = _feed("watch.json_feed", Form.asked())
    return _conditional(json.dumps(as_json(feed, address), ensure_ascii=False), "application/feed+json; charset=utf-8")


def address(entry: Entry) -> str:
    """The whole address of an entry's place: a feed is read elsewhere."""
    return whole(url_for("source.section", id=entry.passage.section_id))


def _feed(endpoint: str, form: Form) -> Feed:
    resources = state().supply.get()
    known = resources.index.facets(Filters(), access())
    found = entries(form.question, form.filters(known), known, resources, access(), today())
    query = urlsplit(form.address()).query
    return Feed(
        id=uuid5(NAMESPACE_URL, f"paragraf:{query}").urn,
        title=f"Paragraf: {form.question}",
        page=whole(url_for("watch.page")) + f"?{query}",
        own=whole(url_for(endpoint)) + f"?{query}",
        entries=found,
    )


def _conditional(text: str, kind: str) -> Response:
    """With an ETag; 304 where the reader has it already."""
    response = Response(text, content_type=kind)
    response.add_etag()
    response.headers["Cache-Control"] = "private, no-cache"
    response.make_conditional(request)
    return response


def _of_xml(text: str) -> str:
    """XML 1.0 knows no control characters, however they are written; documents and questions may hold some."""
    return "".join(char if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff") else "\ufffd" for char in text)
