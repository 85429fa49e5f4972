"""What the samples tell besides their matters, in full; and that every span says what its record does."""

import random
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.samples import plain
from eval.samples.source import samples
from indexer.documents import Document, Given, Page, Reading, Source
from indexer.particulars import FactKind
from indexer.reading import of_source
from indexer.spans import Span
from tests.indexer.details.test_presence import FRONT
from tests.indexer.test_links import MINUTES

SAMPLES = {sample.name: sample for sample in samples()}

TOLD = {
    "amosele_kf_2024-06-19": {
        "§ 40": ["J None"],
        "§ 42": ["9–12–None"],
    },
    "amosele_kf_2024-11-27": {
        "§ 77": ["R M", "(15, 6)"],
    },
    "amosele_kfn_2024-10-15": {
        "§ 46": ["R Håkan Stormyr"],
        "§ 48": ["J Rut Gransele"],
    },
    "amosele_ks_2024-05-08": {
        "§ 58": ["R Tor Blåviken"],
        "§ 60": ["U Assar Lidvall", "J Assar Lidvall"],
        "§ 64": [
            "D 2024-04-03 Lotteritillstånd, Åmosele skoterklubb",
            "D 2024-04-11 Upplåtelse av torgplats, 12 maj",
            "D 2024-04-29 yttrande över länsplan för transporter",
        ],
    },
    "amosele_ks_2025-01-15_ojusterat": {
        "§ 3": ["R Håkan Stormyr"],
    },
    "lindsjoberg_bn_2025-03-11": {
        "§ 21": ["R Karin Öhrnäs", "R Torbjörn Vikander-Ås"],
        "§ 26": ["R Torbjörn Vikander-Ås"],
    },
    "lindsjoberg_kf_2024-11-18": {
        "§ 138": ["R M", "22–14–1"],
        "§ 144": ["R Maj-Lis Östvall"],
    },
    "lindsjoberg_ks_2025-02-04": {
        "§ 12": ["R Karin Öhrnäs"],
        "§ 13": ["J Britt-Marie Lofors"],
    },
    "lindsjoberg_on_delegationsbeslut_2025-01": {
        "–": [
            "D 2024-12-12 yttrande till Inspektionen för vård och omsorg om bemanningen nattetid på Granhöjden, Dnr ON188-24 709",
            "D 2024-12-18 mottagande av gåva på 15 000 kronor till Granhöjdens trädgård, Dnr ON195-24 049",
            "D 2024-12-20 avtal om tvättjänster med Tvättbjörnen i Lindsjö AB till och med den 31 december 2026, Dnr ON172-24 055",
        ],
    },
    "tallmora_bun_2024-09-12": {
        "§ 74": ["R Pelle Tjärnström", "R Siv Hammarlid", "R Jesper Örnfors", "4–3–None"],
    },
    "tallmora_bun_2024-09-12_handlingar": {
        "§ 67": [
            "D 2024-07-02 Skolskjuts på grund av växelvis boende, avslag",
            "D 2024-07-09 Utökad tid i förskolan, bifall",
            "D 2024-08-14 Mottagande i anpassad grundskola, bifall",
            "D 2024-08-16 Anställning av biträdande rektor, Tjärnskolan 7–9",
        ],
    },
    "tallmora_bun_2025-02-13": {
        "§ 9": ["U Mikaela Sundvall", "J Mikaela Sundvall", "R Abdi Warsame-Lund"],
        "§ 11": [
            "D 2025-01-14 Skolskjuts till fritidshem Avslag",
            "D 2025-01-16 Modersmålsstöd, tigrinska Bifall",
            "D 2025-01-22 Ledighet längre än tio dagar Avslag",
        ],
    },
    "tallmora_kf_2024-10-28": {
        "§ 96": ["R M", "R SD", "21–14–None"],
        "§ 97": ["R Göte Barrsten"],
    },
    "tallmora_ks_2024-10-08": {
        "§ 110": ["R Göte Barrsten", "R Eivor Smedtorp"],
        "§ 112": ["R Måns Rydhagen", "R Lars-Olof Myrgren", "R Göte Barrsten", "R Eivor Smedtorp", "4–7–None"],
        "§ 113": ["G Kerstin Ängskulla", "J Kerstin Ängskulla"],
        "§ 116": [
            "D 2024-09-11 Tilldelning, upphandling av lekutrustning",
            "D 2024-09-16 Yttrande till Trafikverket om hastighet på väg",
            "D 2024-09-20 Tillfälligt alkoholtillstånd vid höstmarknaden",
            "D 2024-09-30 Avskrivning av kundfordringar, 38 412 kronor",
        ],
    },
    "tallmora_ksau_2024-09-24": {
        "§ 89": ["U Kerstin Ängskulla", "J Kerstin Ängskulla"],
    },
    "tallmora_sn_2024-06-05": {
        "§ 71": ["R Lars-Olof Myrgren", "R Leif Tangen"],
    },
    "vitterfors_kf_2024-11-25": {
        "§ 117": ["20–11–None"],
        "§ 118": ["R S", "R V", "R MP"],
        "§ 122": ["R Ola Klintviken"],
    },
    "vitterfors_kf_2024-12-16": {
        "§ 126": ["R M", "13–16–1"],
    },
    "vitterfors_ks_2024-05-14": {
        "§ 60": ["U Peder Kvarnlöf", "J Peder Kvarnlöf"],
        "§ 65": [
            "D 2024-04-18 Yttrande över ansökan om bearbetningskoncession",
            "D 2024-04-22 Flaggning vid skolavslutningen",
            "D 2024-05-02 Tilldelningsbeslut, inhyrd bemanning",
        ],
    },
    "vitterfors_ks_2024-11-05": {
        "§ 132": ["R Camilla Skogsfors", "R Stig Almedal", "R Leila Ahmadi-Borg", "R Ola Klintviken", "5–4–None"],
        "§ 138": ["D 2024-10-08 Avtal om företagshälsovård, förlängning ett år", "D 2024-10-21 Dataskyddsombud, byte av ombud"],
    },
    "vitterfors_sbn_2024-10-02": {
        "§ 87": ["R Peder Kvarnlöf"],
    },
    "vitterfors_sn_2024-04-24": {
        "§ 33": ["R Leila Ahmadi-Borg", "R Camilla Skogsfors", "5–2–None"],
    },
}
"""Of each § that tells any: who declared jäv (J), reserved (R), stayed out (U), left (G); votes; delegated decisions (D)."""

_LETTERS = {FactKind.JAV: "J", FactKind.RESERVATION: "R", FactKind.DELTOG_INTE: "U", FactKind.GICK: "G"}


def reading(text: str) -> Reading:
    return of_source(Source.of("a.txt", "0" * 64, "text", [Page(1, text)]), Given())


def told(found: Reading) -> dict[str, list[str]]:
    text = found.source.text
    lines: dict[str, list[str]] = {}
    for section in (section for document in found.documents for section in document.sections):
        said = [
            f"{_LETTERS[fact.kind]} {_words(text, fact.person) if fact.person else fact.party}"
            for fact in section.facts
            if fact.kind in _LETTERS
        ]
        said += [f"{vote.yes}–{vote.no}–{vote.abstained}" if vote.yes is not None else f"{vote.shares}" for vote in section.votes]
        said += [f"D {one.date} {_words(text, one.text)}" for one in section.delegated]
        if said:
            lines[section.number or "–"] = said
    return lines


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def spans(document: Document) -> Iterator[Span]:
    for section in document.sections:
        yield from (one.span for kind in (section.facts, section.votes, section.delegated, section.links) for one in kind)
        yield from (fact.person for fact in section.facts if fact.person)
    yield from (fact.span for fact in document.facts)
    yield from (one.span for one in (document.approval, document.notice) if one)


@pytest.mark.parametrize("name", SAMPLES)
def test_all_that_a_sample_tells_is_found(name: str) -> None:
    sample = SAMPLES[name]
    found = reading(plain.render(sample).decode())
    assert told(found) == TOLD.get(name, {})


@pytest.mark.parametrize("name", SAMPLES)
def test_every_span_lies_in_its_document_and_names_a_person(name: str) -> None:
    found = reading(plain.render(SAMPLES[name]).decode())
    for document in found.documents:
        assert all(document.span.holds(span) and span.start < span.end for span in spans(document))
        for fact in document.facts:
            assert fact.person is None or re.match(r"[A-ZÅÄÖ]\S*\s", fact.person.of(found.source.text))


@settings(max_examples=60, deadline=None)
@given(chance=st.randoms(use_true_random=False), cuts=st.integers(1, 12))
def test_mangled_minutes_raise_nothing_and_keep_their_spans(chance: random.Random, cuts: int) -> None:
    text = FRONT + MINUTES.format(decision="Policyn ersätter § 11. Anna Ek (S) reserverar sig.", background="Se föregående §.")
    for _ in range(cuts):
        at, length = chance.randrange(len(text)), chance.randrange(40)
        text = text[:at] + chance.choice(["", " ", "\n\n", "§ 12 ", "(S)", "\t", "–"]) + text[at + length :]
    for document in reading(text).documents:
        assert all(document.span.holds(span) and span.start < span.end for span in spans(document))


@pytest.mark.parametrize("piece", [" ", "Anna ", "§ 1, ", "(S) ", "röstar ja ", "2031-01-01 ", "Dnr\t", "och ", ". "])
def test_a_line_without_end_is_read_in_time(piece: str) -> None:
    assert reading(FRONT + piece * 20_000 + "\n§ 11 Dnr 2031/00011\nDelegationsbeslut\n\nBeslut\n" + piece * 5_000).documents


def test_whom_a_decision_goes_to_makes_no_reference_with_the_next_section() -> None:
    front = "PROTOKOLL\nKommunstyrelsen 2031-02-03\n\n"
    text = f"{front}§ 1 Buss\nBeslut\nBussen köps.\n\nUtdrag till\nParknämnden\n\n§ 2 Taxa\nBeslut\nTaxan antas.\n"
    sections = [section for document in reading(text).documents for section in document.sections if section.number]

    assert [(section.number, section.links) for section in sections] == [("§ 1", ()), ("§ 2", ())]
