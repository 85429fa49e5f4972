"""Who is at work behind the key: a signed word in a cookie, good for a working day. Nothing about it is kept.

The signature's key is made from the manage key, so that a new key ends every session.
"""

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta

LASTS = timedelta(hours=10)
MAX_NAME = 80


def is_key(given: str, key: str) -> bool:
    """Whether the key given is the key; takes as long for a wrong one."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), key.encode("utf-8"))


def signed(who: str, key: str, now: datetime) -> str:
    """The cookie of who came with the key.

    >>> from datetime import UTC
    >>> now = datetime(2031, 2, 3, tzinfo=UTC)
    >>> who_of(signed("Anna Ek", "a long enough key", now), "a long enough key", now)
    'Anna Ek'
    """
    word = urlsafe_b64encode(f"{int((now + LASTS).timestamp())} {who}".encode()).decode()
    return f"{word}.{_signature(word, key)}"


def who_of(cookie: str, key: str, now: datetime) -> str | None:
    """Who the cookie is of; None where it is forged, old, or signed with another key."""
    word, _, signature = cookie.partition(".")
    if not hmac.compare_digest(_signature(word, key), signature.encode("ascii", "replace").decode()):
        return None
    until, _, who = urlsafe_b64decode(word).decode().partition(" ")
    return who if now.timestamp() < int(until) else None


def _signature(word: str, key: str) -> str:
    secret = hashlib.sha256(f"paragraf session {key}".encode()).digest()
    return hmac.new(secret, word.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
