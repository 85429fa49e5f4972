"""A reference as staff paste it into their papers: "Tallmora kommun, kommunstyrelsen 2031-02-06 § 10, Dnr 2031/00068, ojusterat"."""

from indexer.casenumbers import shown
from indexer.documents import Document, Kind, Maturity, Section, Status
from indexer.municipalities import kommun_name

_MINUTES = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
_NOT_FINAL = frozenset({Maturity.UTKAST, Maturity.OJUSTERAT})


def reference(document: Document, section: Section | None = None, label: str | None = None) -> str:
    """What is said without doubt of where a text stands; `label` is the number of a decision point."""
    case = (section.case if section else None) or document.case or document.parent_case
    parts = [
        kommun_name(document.municipality) if document.municipality else None,
        _standing(document, section, label),
        f"Dnr {shown(case)}" if case else None,
        "förslag" if section and section.status is Status.FORSLAG else None,
        section.maturity.value if section and section.maturity in _NOT_FINAL else None,
    ]
    return ", ".join(" ".join(part.split()) for part in parts if part)


def _standing(document: Document, section: Section | None, label: str | None) -> str:
    """ "kommunstyrelsen 2031-02-06 § 10 punkt 2", "tjänsteskrivelse 2031-02-06 Ny taxa": minutes go by body, other papers by kind."""
    minutes = document.kind in _MINUTES and document.body
    number = section.number if section else None
    title = None if number else document.title or (section.title if section else None)
    return " ".join(
        part
        for part in (
            _in_running_text(document.body or "") if minutes else document.kind.value,
            document.date,
            number,
            f"punkt {label}" if label else None,
            f"”{title}”" if title else None,
        )
        if part
    )


def _in_running_text(body: str) -> str:
    """Without its capital, unless it is a short form: "Kommunstyrelsen", but "KSAU"."""
    return body if body[1:2].isupper() else body[:1].lower() + body[1:]
