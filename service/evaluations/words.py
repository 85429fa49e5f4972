"""What measures and kinds of questions are called on the pages; docs/evaluation.md says more of each."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A measure's name, and what it says, in a sentence."""

    name: str
    said: str


MEASURES: Mapping[str, Words] = {
    "hit@5": Words("Träff bland fem", "Andel frågor med ett ställe som svarar bland de fem första träffarna."),
    "MRR@10": Words("Träffens plats", "1 när det första ställe som svarar står överst, 0,5 när det står som tvåa, 0 efter tio (MRR@10)."),
    "facts": Words("Uppgifter i svaret", "Andel av det rätta svarets uppgifter som står i svarets första 80 ord."),
    "cited": Words("Rätt källa", "Andel svar vars källor är ett ställe som svarar på frågan."),
    "refused_rightly": Words("Avstår rätt", "Andel av de frågor som handlingarna inte svarar på där tjänsten avstår."),
    "wrongly_refused": Words("Avstår fel", "Andel av de frågor som handlingarna svarar på där tjänsten ändå avstår. Lägre är bättre."),
    "trust": Words("Tillit", "Rätt svar ger 1, delvis rätt 0,5, att avstå 0 och fel svar −1."),
}
"""By the name that runs are written with, in the order shown."""

KINDS: Mapping[str, str] = {
    "fact": "Uppgift",
    "decision": "Beslut",
    "who": "Vem",
    "when": "När",
    "amount": "Belopp",
    "table": "Tabell",
    "list": "Lista",
    "status": "Status",
    "timeline": "Förlopp",
    "reference": "Hänvisning",
    "comparison": "Jämförelse",
    "unanswerable": "Utan svar",
    "ocr": "Inskannat",
    "english": "På engelska",
}
"""A question set of one's own may have others: those are shown as they are written."""


def measure_name(measure: str) -> str:
    """What a measure is called.

    >>> measure_name("trust"), measure_name("nDCG@10")
    ('Tillit', 'nDCG@10')
    """
    known = MEASURES.get(measure)
    return known.name if known else measure


def kind_name(kind: str) -> str:
    """What a kind of questions is called."""
    return KINDS.get(kind, kind)
