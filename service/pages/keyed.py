"""The door to the pages behind the key: who is at work, by the cookie that coming in with the key gave."""

from datetime import UTC, datetime, timedelta

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from service.errors import Forbidden, NotFound, TooMany
from service.keeping.store import Store, store_of
from service.keeping.trace import Act, moment, note, note_passing, times
from service.managing.session import LASTS, is_key, signed, who_of
from service.state import state

COOKIE = "paragraf_skotsel"
WRONG_KEY = "fel nyckel"
WRONG_KEY_DAYS = 30
"""How long wrong keys are remembered: anybody can try one."""

MOST_WRONG = 10
"""Wrong keys in a minute, from everybody together, before none is looked at for a while."""


def require_key() -> Response | None:
    """Lead to the door who has not come in; nothing is there where no key is set. For `before_request`."""
    if not state().config.manage_key:
        raise NotFound("Det finns ingen sida på den adressen.")
    if request.endpoint == "manage.enter" or who() is not None:
        return None
    if request.method != "GET":
        raise Forbidden("Nyckeln behövs: passet har gått ut.")
    return redirect(url_for("manage.enter"))


def who() -> str | None:
    """Who is at work; None for a reader."""
    key = state().config.manage_key
    return who_of(request.cookies.get(COOKIE, ""), key, datetime.now(UTC)) if key else None


def at_work() -> str:
    """Who is at work, behind the door."""
    return who() or ""


def clock(at: str) -> str:
    """A moment as it is kept, in the time of the machine, as prints tell it; what is no moment as it is written.

    >>> len(clock("2031-02-03T04:05:06+00:00")), clock("i går")
    (16, 'i går')
    """
    try:
        return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return at[:16]


def kept() -> Store:
    """The service's store. A key is only taken where there is one."""
    store = store_of(state().config)
    if store is None:
        raise NotFound("Skötseln behöver ett lager: PARAGRAF_STORE är inte satt.")
    return store


def come_in(name: str, key: str, response: Response) -> bool:
    """Give the cookie for the right key, and note who came; a wrong key is noted too. Raises TooMany."""
    now = datetime.now(UTC)
    since = moment(now - timedelta(minutes=1))
    if times(kept(), WRONG_KEY, since) >= MOST_WRONG:
        raise TooMany("För många försök med fel nyckel.")
    if not is_key(key, state().config.manage_key):
        note_passing(kept(), Act(moment(now), name, WRONG_KEY, ""), WRONG_KEY_DAYS)
        return False
    note(kept(), Act(moment(now), name, "kom in", ""))
    cookie = signed(name, state().config.manage_key, now)
    response.set_cookie(
        COOKIE, cookie, max_age=int(LASTS.total_seconds()), httponly=True, secure=request.is_secure, samesite="Strict", path="/"
    )
    return True
