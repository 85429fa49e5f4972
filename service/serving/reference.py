"""A reference as staff paste it into their papers: "Tallmora kommun, kommunstyrelsen 2031-02-06 § 10, Dnr 2031/00068, ojusterat"."""

from collections.abc import Iterator

from indexer.casenumbers import shown
from indexer.documents import Document, Kind, Maturity, Section, Status
from indexer.municipalities import kommun_name

_MINUTES = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG})
_NOT_FINAL = frozenset({Maturity.UTKAST, Maturity.OJUSTERAT})

_KINDS = {Kind.ANNAT: "handling"}
"""What a reference calls a paper, where its kind is no word of its own."""


def reference(document: Document, section: Section | None = None, label: str | None = None, file: str | None = None) -> str:
    """What is said without doubt of where a text stands; `label` is the number of a decision point, `file` that of an unnamed paper."""
    case = (section.case if section else None) or document.case or document.parent_case
    parts = [
        *_issuer(document),
        _standing(document, section, label),
        f"Dnr {shown(case)}" if case else None,
        _place(document, section, file) if file and not _named(document, section) else None,
        "förslag" if section and section.status is Status.FORSLAG else None,
        section.maturity.value if section and section.maturity in _NOT_FINAL else None,
    ]
    return ", ".join(" ".join(part.split()) for part in parts if part)


def _issuer(document: Document) -> Iterator[str]:
    """The municipality; the body too where the paper's kind says nothing, and an outside body by its own name alone."""
    if document.municipality:
        yield kommun_name(document.municipality)
        if document.kind is Kind.ANNAT and document.body:
            yield _in_running_text(document.body)
    elif document.body and document.kind not in _MINUTES:
        yield document.body


def _standing(document: Document, section: Section | None, label: str | None) -> str:
    """ "kommunstyrelsen 2031-02-06 § 10 punkt 2", "tjänsteskrivelse 2031-02-06 Ny taxa": minutes go by body, other papers by kind."""
    minutes = document.kind in _MINUTES and document.body
    number = section.number if section else None
    title = None if number else _title(document, section)
    return " ".join(
        part
        for part in (
            _in_running_text(document.body or "") if minutes else _KINDS.get(document.kind, document.kind.value),
            document.date,
            number,
            f"punkt {label}" if label else None,
            f"”{title}”" if title else None,
        )
        if part
    )


def _named(document: Document, section: Section | None) -> bool:
    """Whether somebody with the archive at hand finds the paper: by its §, its title, or its issuer and day."""
    issued = document.date and (document.municipality or document.body)
    return bool((section and section.number) or _title(document, section) or issued)


def _title(document: Document, section: Section | None) -> str | None:
    return document.title or (section.title if section else None)


def _place(document: Document, section: Section | None, file: str) -> str:
    return f"{file} sida {(section or document).pages[0]}"


def _in_running_text(body: str) -> str:
    """Without its capital, unless it is a short form: "Kommunstyrelsen", but "KSAU"."""
    return body if body[1:2].isupper() else body[:1].lower() + body[1:]
