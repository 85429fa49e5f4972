"""What an address asks of the page of questions: the form as the reader filled it in, and the addresses of its other states.

The whole state stands in the address, so that it can be mailed, kept and gone back to.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Self, TypeVar

from flask import request, url_for

from indexer.documents import Kind, Status
from indexer.index import Facets, Filters
from indexer.privacy import mask
from service.errors import BadParameter
from service.pages import texts
from service.pages.addresses import asked_number
from service.records import Question
from service.understanding.followups import Earlier
from service.understanding.restricting import filters

NAMES: Mapping[str, str] = {"statuses": "status", "municipalities": "kommun", "years": "ar", "bodies": "organ", "kinds": "typ"}
"""Field of Filters → parameter of the address, in the order shown."""

HITS = "traffar"
"""Where the page's hits begin."""

_YEAR = re.compile(r"[0-9]{4}")


class Order(StrEnum):
    """How hits are ordered, in the address's words."""

    BEST = "relevans"
    NEWEST = "nyast"
    OLDEST = "aldst"


@dataclass(frozen=True, slots=True)
class Form:
    """The form as the reader filled it in. `chosen` holds values by the name of their parameter."""

    question: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first: str = ""
    last: str = ""
    earlier: Earlier | None = None
    order: Order = Order.BEST
    page: int = 1

    @classmethod
    def asked(cls) -> Self:
        """The form of the request at hand. Raises BadParameter."""
        given = request.args
        order = _one_of(Order, "ordning", given.get("ordning", Order.BEST))
        return replace(cls.typed(), order=order, page=asked_number("sida") or 1)

    @classmethod
    def typed(cls) -> Self:
        """What the reader filled in, whatever order and page the address asks for."""
        given = request.args
        return cls(
            question=mask(given.get("q", "").strip())[0],
            chosen={name: tuple(dict.fromkeys(given.getlist(name))) for name in NAMES.values() if name in given},
            first=given.get("fran", "").strip(),
            last=given.get("till", "").strip(),
            earlier=Earlier(given["efter"], given.get("dnr") or None, given.get("dag") or None) if given.get("efter") else None,
        )

    def read_as(self, question: Question) -> Self:
        """The form of a question as it was understood: whole, where it followed another, with names as they are indexed."""
        chosen = {name: values for facet, name in NAMES.items() if (values := getattr(question.filters, facet))}
        return replace(self, question=question.text, earlier=None, chosen=chosen)

    @property
    def restricts(self) -> bool:
        """Whether anything but the question is filled in."""
        return bool(self.chosen or self.first or self.last)

    def filters(self, known: Facets) -> Filters:
        """What it restricts the search to. Raises BadParameter, NotIndexed for a name of which nothing is indexed."""
        years = self.chosen.get("ar", ())
        for year in years:
            if not _YEAR.fullmatch(year):
                raise BadParameter(f"ar={year[:20]} är inget år. Skriv fyra siffror: 2024.")
        wanted = filters(
            known,
            municipalities=self.chosen.get("kommun", ()),
            bodies=self.chosen.get("organ", ()),
            kinds=[_one_of(Kind, "typ", value) for value in self.chosen.get("typ", ())],
            statuses=[_one_of(Status, "status", value) for value in self.chosen.get("status", ())],
            first=self.first,
            last=self.last,
        )
        return replace(wanted, years=tuple(years))

    def address(self, anchor: str | None = None) -> str:
        """The address of this state."""
        return self._address(texts.asked_language(), anchor)

    def _address(self, language: str | None, anchor: str | None) -> str:
        earlier = self.earlier
        return url_for(
            "ask.page",
            q=self.question or None,
            **{name: list(values) for name, values in self.chosen.items()},  # type: ignore[arg-type]  # mypy takes them for the named ones
            fran=self.first or None,
            till=self.last or None,
            efter=earlier.question if earlier else None,
            dnr=earlier.case if earlier else None,
            dag=earlier.day if earlier else None,
            ordning=self.order.value if self.order is not Order.BEST else None,
            sida=self.page if self.page > 1 else None,
            sprak=language,
            _anchor=anchor,
        )

    def at(self, page: int) -> str:
        """The address of another page of the hits."""
        return replace(self, page=page).address(HITS)

    def ordered(self, order: Order) -> str:
        """The address with the hits in another order."""
        return replace(self, order=order, page=1).address(HITS)

    def without(self, name: str, value: str) -> str:
        """The address without one of the values chosen."""
        kept = tuple(one for one in self.chosen[name] if one != value)
        return replace(self, chosen={**self.chosen, name: kept}, page=1).address(HITS)

    def without_period(self) -> str:
        """The address without a period."""
        return replace(self, first="", last="", page=1).address(HITS)

    def bare(self) -> str:
        """The address of the question alone."""
        return replace(self, chosen={}, first="", last="", page=1).address(HITS)

    def in_language(self, language: str) -> str:
        """The address of this state with the interface in another language."""
        return self._address(language, None)

    def spelled(self, question: str) -> str:
        """The address of the question in other words."""
        return replace(self, question=question, earlier=None, page=1).address()


Value = TypeVar("Value", bound=StrEnum)


def _one_of(kind: type[Value], name: str, value: str) -> Value:
    try:
        return kind(value)
    except ValueError:
        raise BadParameter(f"{name}={value[:20]} går inte att använda. Giltiga värden: {', '.join(kind)}.") from None
