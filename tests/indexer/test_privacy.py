"""Privacy at the door: what is masked, and what is reported for a person to judge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import privacy
from indexer.documents import FindingKind, Given, Page, Source
from indexer.passages import passages
from indexer.privacy import MASK
from indexer.reading import of_source

NUMBER = "810413-0177"  # invented; its checksum fits


def source_of(*pages: str) -> Source:
    return Source.of("a.txt", "0" * 64, "text", [Page(number, text) for number, text in enumerate(pages, 1)])


def kinds(text: str) -> list[FindingKind]:
    return [finding.kind for finding in privacy.findings(source_of(text), ())]


def test_masking_keeps_length_and_everything_else() -> None:
    text, (span,) = privacy.mask(f"Ansökan från {NUMBER} avslås.")
    assert text == f"Ansökan från {MASK * 6}-{MASK * 4} avslås."
    assert (span.start, span.end) == (13, 24)


@given(st.text(alphabet="08134-O7\n ", max_size=40))
def test_masking_changes_nothing_but_the_places_it_names(noise: str) -> None:
    text = f"{noise} {NUMBER} {noise}"
    masked, spans = privacy.mask(text)
    inside = {at for span in spans for at in range(span.start, span.end)}
    assert len(masked) == len(text)
    assert all(masked[at] == text[at] for at in range(len(text)) if at not in inside)
    assert privacy.mask(masked)[0] == masked


def test_no_number_gets_past_reading() -> None:
    text = f"Kommunstyrelsen\n\n§ 12 Ansökan från {NUMBER}\nDnr 2024/00012\nBeslut\nAvslås. Sökande är 810413\n-0177 och {NUMBER}.\n"
    reading = of_source(source_of(text, f"Bilaga {NUMBER[:7]}", NUMBER[7:]), Given("Storby"))
    everything = repr(reading) + reading.source.text + repr(passages(reading.source, reading.furniture, reading.documents, Given()))
    assert "0177" not in everything
    assert NUMBER not in "".join(page.text for page in reading.source.pages)
    assert reading.source.text == "".join(page.text for page in reading.source.pages)


def test_what_was_masked_is_counted_by_page() -> None:
    reading = of_source(source_of(NUMBER, "inget här", f"{NUMBER} och {NUMBER}"), Given())
    assert "3 personal identity numbers masked (pages 1, 3)" in reading.notes
    assert [span.of(reading.source.text) for span in reading.masked] == [f"{MASK * 6}-{MASK * 4}"] * 3


def test_a_file_named_with_a_number_is_noted() -> None:
    source = Source.of(f"Beslut {NUMBER}.txt", "0" * 64, "text", [Page(1, "inget")])
    assert privacy.notes(source, (), ()) == ("its name holds a personal identity number; rename the file",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Handlingen omfattas av sekretess.", FindingKind.SECRECY),
        ("Uppgifterna omfattas av\nstark sekretess.", FindingKind.SECRECY),
        ("Sekretess enligt lag gäller", FindingKind.SECRECY),
        ("enligt OSL 26 kap. 1 §", FindingKind.SECRECY),
        ("26 kap. 1 § offentlighets- och sekretesslagen", FindingKind.SECRECY),
        ("\nSEKRETESS\n", FindingKind.SECRECY),
        ("Bilagan är sekretessbelagd", FindingKind.SECRECY),
        ("Får inte publiceras på webben", FindingKind.SECRECY),
        ("§ 7 Individärende", FindingKind.INDIVIDUAL),
        ("Familjehemsplacering av barnet", FindingKind.INDIVIDUAL),
        ("Sökanden har skyddade personuppgifter", FindingKind.INDIVIDUAL),
        ("Sökanden är bosatt på Lingonstigen 4 B", FindingKind.ADDRESS),
        ("Anna Ek, Lingonstigen 4, 123 45 Storby", FindingKind.ADDRESS),
        ("Anna Ek\nNorra Gårdsvägen 12 A lgh 1101\n123 45 STORBY", FindingKind.ADDRESS),
        ("19810413-0171", FindingKind.NUMBER),
    ],
)
def test_what_a_person_must_judge_is_found(text: str, kind: FindingKind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden informeras om sekretesslagstiftning och tystnadsplikt.",
        "Besöksadress: Storgatan 1, 123 45 Storby",
        "Storby kommun, Torget 1, 123 45 Storby. Växel 0123-45 67 89",
        "Bygglov på Lingonstigen 4",
        "Ordförande Anna Ek (S) och sekreterare Bo Alm",
        "Kostnader 2 110 234 56",
        "SKOLAN 63 907 89 OMSORG 67",
    ],
)
def test_what_is_public_is_not_reported(text: str) -> None:
    assert kinds(text) == []


def test_notes_tell_the_page_and_not_the_words() -> None:
    reading = of_source(source_of("inget", "Anna Ek är bosatt på Lingonstigen 4"), Given())
    assert "home address: 1 place to be judged by a person (page 2)" in reading.notes
    assert not any("Lingon" in note for note in reading.notes)
