"""Fictional papers in real municipal form, for the tests of reading."""

from indexer.documents import Document, Given, Page, Section, Source
from indexer.readers.text import split_pages
from indexer.reading import of_source
from indexer.references import case_numbers
from indexer.structuring import furniture, openings
from indexer.structuring.lines import lines_of
from indexer.structuring.view import View

HEADER = """Barn- och skolnämndens arbetsutskott

SAMMANTRÄDESPROTOKOLL
Sida

1(2)

Sammanträdesdatum

2031-05-08


Justerandes signatur Utdragsbestyrkande

"""

BUNDLE = f"""§ 12 Dnr 2031/00077

Ny lekplats vid Norra torget i
Granköping

Arbetsutskottets beslut

Barn- och skolnämnden föreslås anta planen för lekplatsen.

Ärendebeskrivning

Lekplatsen ersätter den som revs 2029-04-02.

Beslutsunderlag

Tjänsteskrivelse

Plan för lekplatser i Granköping 2031



{HEADER}§ 13 Dnr 2031/00080

Uppföljning av skolmåltider

Arbetsutskottets beslut

Ärendet lämnas öppet till nämnden.

Beslutsunderlag

Rapport om skolmåltider

Kommunstyrelsens beslut 310414 § 40



Rapport om skolmåltider

Skolmåltiderna har kostat mer än beräknat under året i Granköpings kommun.

Den här rapporten beskriver varför.



§ 40 Dnr 2031/00031

Riktlinjer för måltider

Kommunstyrelsens beslut

1. Riktlinjerna antas.

2. Kommunstyrelsen föreslår kommunfullmäktige att avsätta 200 tkr. Beslutet gäller
under förutsättning att medel finns.

Reservation

Mot beslutet reserverar sig Ada Lindqvist (X).

Beslutsunderlag

Arbetsutskottet 2031-04-01 § 33



§ 14 Dnr 2031/00081

Information om simskolan

Arbetsutskottets beslut

Arbetsutskottet beslutar att lägga informationen till handlingarna.
"""
"""Extracts of a committee with a report and an extract of another body attached to § 13."""


def source(text: str, file: str = "fictional.txt") -> Source:
    """A text file as its reader gives it."""
    return Source.of(file, "0" * 64, "text", [Page(number, part) for number, part in enumerate(split_pages(text), 1)])


def view(text: str) -> View:
    """The lines of a text with its furniture marked."""
    made = source(text)
    return View.of(text, lines_of(made), (piece.span for piece in furniture.find(made)), case_numbers(text))


def found(text: str) -> list[tuple[str | None, str | None]]:
    """Number and title of the § that a text opens."""
    return [(opening.number, opening.title) for opening in openings.find(view(text))]


def documents(text: str, given: Given | None = None) -> tuple[Document, ...]:
    """The documents of a text."""
    return of_source(source(text), given or Given()).documents


def sections(text: str, given: Given | None = None) -> list[Section]:
    """All numbered sections of a text."""
    return [section for document in documents(text, given) for section in document.sections if section.number]
