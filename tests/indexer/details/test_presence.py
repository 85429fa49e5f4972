import pytest

from indexer.details import presence
from indexer.details.presence import numbers
from indexer.particulars import Fact, FactKind
from indexer.spans import Span

FRONT = """Plats och tid                     Granhuset, tisdagen den 8 april 2031 kl 13.00
Beslutande                        Berit Gransjö (S), ordförande
                                  Olle Tallbacke (C), vice ordförande
                                  Ylva von Lund (M), ej § 13 på grund av
                                  jäv
                                  Kim Sjöö-Ek (SD), tjänstgörande ersättare
                                  för Rut Alnäs (SD)
                                  Mats Ormås (V), §§ 11, 14–15
Ej tjänstgörande ersättare        Lo Björkhed (MP)
Övriga närvarande                 Pia Rönnvall, ekonomichef, § 12
                                  Tor Askerud, sekreterare
Utses att justera                 Olle Tallbacke (C) och Mats Ormås (V)
Paragrafer                        §§ 10–15
"""


SIGNED = [("sekreterare", "Anna Ek"), ("ordförande", "Bo Alm")]


def said(text: str, *, skipped: tuple[Span, ...] = ()) -> list[tuple[str, str]]:
    facts = presence.of_front(text, Span(0, len(text)), skipped)
    return [(fact.kind.value, " ".join(fact.person.of(text).split())) for fact in facts if fact.person]


def fact(text: str, kind: FactKind, name: str) -> Fact:
    facts = presence.of_front(text, Span(0, len(text)), ())
    return next(fact for fact in facts if fact.kind is kind and fact.person and fact.person.of(text) == name)


def test_each_person_is_what_the_label_above_says() -> None:
    assert said(FRONT) == [
        ("beslutande", "Berit Gransjö"),
        ("ordförande", "Berit Gransjö"),
        ("beslutande", "Olle Tallbacke"),
        ("vice ordförande", "Olle Tallbacke"),
        ("beslutande", "Ylva von Lund"),
        ("jäv", "Ylva von Lund"),
        ("tjänstgörande ersättare", "Kim Sjöö-Ek"),
        ("beslutande", "Mats Ormås"),
        ("ej tjänstgörande ersättare", "Lo Björkhed"),
        ("övrig närvarande", "Pia Rönnvall"),
        ("sekreterare", "Tor Askerud"),
        ("övrig närvarande", "Tor Askerud"),
        ("justerare", "Olle Tallbacke"),
        ("justerare", "Mats Ormås"),
    ]


def test_whom_somebody_stands_in_for_may_be_on_the_next_line_far_to_the_right() -> None:
    text = f"Beslutande{' ' * 60}Kim Ek (S), tjänstgörande ersättare för\n{' ' * 70}Rut Alm (S)\n"

    assert said(text) == [("tjänstgörande ersättare", "Kim Ek")]


def test_part_of_a_meeting_is_told_by_its_sections() -> None:
    assert fact(FRONT, FactKind.BESLUTANDE, "Mats Ormås").sections == ("§ 11", "§ 14", "§ 15")
    assert fact(FRONT, FactKind.NARVARANDE, "Pia Rönnvall").sections == ("§ 12",)


def test_jav_is_no_absence_and_holds_for_its_section_only() -> None:
    deciding, jav = fact(FRONT, FactKind.BESLUTANDE, "Ylva von Lund"), fact(FRONT, FactKind.JAV, "Ylva von Lund")
    assert (deciding.sections, deciding.but_not, jav.sections) == ((), ("§ 13",), ("§ 13",))


def test_a_substitute_stands_in_for_somebody() -> None:
    instead = fact(FRONT, FactKind.TJANSTGORANDE_ERSATTARE, "Kim Sjöö-Ek").instead_of
    assert instead is not None
    assert instead.of(FRONT) == "Rut Alnäs"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beslutande\nAnna Ek (S)\nBo Alm (-)\n", [("beslutande", "Anna Ek"), ("beslutande", "Bo Alm")]),
        ("BESLUTANDE LEDAMÖTER\tAnna Ek, S\n", [("beslutande", "Anna Ek")]),
        ("Beslutande 31 ledamöter, se närvarolista\n", []),
        ("Beslutande Se bilaga\n", []),
        ("Justerare Anna Ek (S) samt Bo Alm (LP)\n", [("justerare", "Anna Ek"), ("justerare", "Bo Alm")]),
        ("Sekreterare\tAnna Ek\tParagrafer\t§§ 1-3\nOrdförande\tBo Alm\n", [("sekreterare", "Anna Ek"), ("ordförande", "Bo Alm")]),
        ("Underskrifter Anna Ek, sekreterare\nBo Alm (C), ordförande\nCia Dahl (S)\n", SIGNED),
        ("Beslutande Anna Ek (S), 1:e vice ordförande\n", [("beslutande", "Anna Ek"), ("vice ordförande", "Anna Ek")]),
        ("Ovriga narvarande\nAnna Ek, forvaltningschef\n", [("övrig närvarande", "Anna Ek")]),
        ("Beslutande Anna Ek (S)\nÄrendelista\nBo Alm (C)\n", [("beslutande", "Anna Ek")]),
    ],
)  # fmt: skip
def test_lists_come_in_many_shapes(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_where_labels_stand_apart_only_printed_roles_are_known() -> None:
    text = "Beslutande\nEj tjänstgörande ersättare\nJusterare\nSekreterare\nAnna Ek (S), ordförande\nBo Alm (C)\nCia Dahl (M)\n"
    assert said(text) == [("ordförande", "Anna Ek")]


def test_page_furniture_is_no_attendance() -> None:
    text = "Beslutande\nAnna Ek (S)\nBo Alm (C)\n"
    assert said(text, skipped=(Span(23, 33),)) == [("beslutande", "Anna Ek")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("§ 161 – 163, 168", ("§ 161", "§ 162", "§ 163", "§ 168")),
        ("12 och 14", ("§ 12", "§ 14")),
        ("9-4", ()),
        ("1-999", ()),
    ],
)
def test_ranges_of_sections_are_counted_out(written: str, expected: tuple[str, ...]) -> None:
    assert numbers(written) == expected
