"""Minutes of an invented municipality as text, read as any others, in an index of either engine."""

from collections.abc import Iterator

from indexer import passages, swedish
from indexer.documents import Given, Page, Source
from indexer.engines.location import Connection, open_index
from indexer.index import FileEntry, FileRecord, Held, Index, IndexedPassage, IndexVersion
from indexer.reading import of_source
from tests.service.made import NoVectors

BOARD = """GRANBY KOMMUN                                                         PROTOKOLL
Kommunstyrelsen                                                       2031-03-12
                                                                     Sida 1 av 2

Plats och tid                     Rådhuset, onsdag 2031-03-12 kl 13:00–15:20
Beslutande                        Anna Ek (S), ordförande
                                  Bo Alm (C)
                                  Cia Lind (M)
                                  Dan Falk (M)
Justerare                         Bo Alm (C)
Paragrafer                        KS §§ 10–14


Ordförandens och justerarens signaturer                       Utdragsbestyrkande
GRANBY KOMMUN                                                         PROTOKOLL
Kommunstyrelsen                                                       2031-03-12
                                                                     Sida 2 av 2

KS § 10   KS-2031/00007
Upplåtelse av torget

Beslut
Kommunstyrelsen beslutar

•   att torget upplåts till Torgbodarna till och med 2033-12-31.

Jäv
Bo Alm (C) anmäler jäv och deltar inte i beslutet.

KS § 11   KS-2031/00011
Öppettider i badhuset

Beslut
Kommunstyrelsen beslutar

•   att badhuset stänger kl 20:00.

Omröstning
Omröstningen utfaller med 2 ja-röster och 1 nej-röst.

Reservation
Cia Lind (M) och Dan Falk (M) reserverar sig mot beslutet.

KS § 12   KS-2031/00019
Bro över Lillån

Beslut
Kommunstyrelsen beslutar

•   att återremittera ärendet för en ny beräkning av kostnaden.

KS § 13   KS-2031/00003
Anmälan av delegationsbeslut

Beslut
Kommunstyrelsen lägger anmälan till handlingarna.

Beslut                                Delegat            Datum
Inköp av två gräsklippare             Inköpschef         2031-02-03
Yttrande om vägskyltar                Kommunchef         2031-02-17

KS § 14
Avslutning

Ordföranden tackar för i dag.
"""

COUNCIL = """GRANBY KOMMUN                                                         PROTOKOLL
Kommunfullmäktige                                                     {date}
                                                                     Sida 1 av 2

Plats och tid                     Folkets hus, {date} kl 18:00–19:20
Beslutande                        Anna Ek (S), ordförande
                                  Bo Alm (C)
Justerare                         Bo Alm (C)
Paragrafer                        KF §§ {first}–{last}


Ordförandens och justerarens signaturer                       Utdragsbestyrkande
GRANBY KOMMUN                                                         PROTOKOLL
Kommunfullmäktige                                                     {date}
                                                                     Sida 2 av 2

{sections}"""

RECEIVED = """KF § 20   KS-2031/00031
Motion om cykelställ vid badhuset

Beslut
Kommunfullmäktige beslutar

•   att motionen överlämnas till kommunstyrelsen för beredning.

KF § 21   KS-2031/00032
Motion om fler parkbänkar

Beslut
Kommunfullmäktige beslutar

•   att motionen överlämnas till kommunstyrelsen för beredning.
"""

ANSWERED = """KF § 8   KS-2031/00032
Svar på motion om fler parkbänkar

Beslut
Kommunfullmäktige beslutar

•   att avslå motionen.

KF § 9   KS-2032/00002
Avgift för båtplatser

Beslut
Kommunfullmäktige beslutar

•   att avgiften är 900 kronor per säsong.
"""

FILES = {
    "granby_ks_2031-03-12.txt": BOARD,
    "granby_kf_2031-04-02.txt": COUNCIL.format(date="2031-04-02", first=20, last=21, sections=RECEIVED),
    "granby_kf_2032-06-04.txt": COUNCIL.format(date="2032-06-04", first=8, last=9, sections=ANSWERED),
}

VERSION = IndexVersion(swedish.ANALYSIS, NoVectors.name, NoVectors.dimension)


def entry(file: str, text: str, given: Given | None = None) -> FileEntry:
    """A file as the index stores it."""
    given = given or Given(municipality="Granby")
    source = Source.of(file, str(hash(text)), "text", [Page(1, text)])
    read = of_source(source, given)
    made = passages.passages(source, read.furniture, read.documents, given)
    held = tuple(Held(one.kind.value, one.municipality, one.body, one.date) for one in read.documents)
    record = FileRecord(file, f"/{file}", source.sha256, "1", "text", given, 1, len(held), 1, len(made), (), held)
    indexed = tuple(IndexedPassage(one, swedish.document_tokens(one.header, one.text), None) for one in made)
    return FileEntry(record, source, tuple((span.start, span.end) for span in read.furniture), read.documents, indexed)


def entries() -> Iterator[FileEntry]:
    """All files."""
    return (entry(file, text) for file, text in FILES.items())


def filled(location: str, connection: Connection | None = None) -> Index:
    """An index of all files at a place."""
    index = open_index(location, VERSION, connection or Connection(), create=True)
    with index.writer() as writer:
        for one in entries():
            writer.put(one)
    return index
