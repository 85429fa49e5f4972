import pytest

from indexer.documents import BlockKind, Span
from indexer.index import Access
from service.errors import BadParameter
from service.minuted.finding import case_of, of_file, typed_case
from service.minuted.section import Minuted, all_points, first_paragraph, lines_of, paragraphs_of, points
from service.resources import Resources
from tests.service.made import NoVectors
from tests.service.readings import indexed

TEXT = """GRANBY KOMMUN                                                         PROTOKOLL
Kommunstyrelsen                                                       2031-03-12
                                                                     Sida 1 av 1

§ 10 Dnr 2031/00071
Avgift för båtplatser

Förslag till beslut

1. Avgiften är 800 kronor.

Yrkande

Cia Lind (M) yrkar att avgiften
är 850 kronor.

Bo Alm (C) yrkar avslag.

Kommunstyrelsens beslut

1. Avgiften är 900 kronor enligt tabellen.
2. Hamnchefen får i uppdrag att
skylta om avgiften.

Paragrafen förklaras omedelbart justerad.

Beslutsunderlag

Tjänsteskrivelse 2031-02-20
Kalkyl
"""
RESOURCES = Resources(indexed(("Granby", TEXT)), NoVectors())


def the_section() -> Minuted:
    (found,) = of_file("0.txt", "10 §", RESOURCES, Access.public())
    return found


def test_points_are_on_one_line_without_their_labels_and_end_with_their_paragraph() -> None:
    shown = [(point.label, point.quoted.text) for point in points(the_section())]
    assert shown == [("1", "Avgiften är 900 kronor enligt tabellen."), ("2", "Hamnchefen får i uppdrag att skylta om avgiften.")]


def test_the_officials_proposal_in_the_same_section_is_no_point_of_the_decision() -> None:
    one = the_section()
    assert len(all_points(one)) > len(points(one))


def test_the_span_of_a_point_is_what_is_shown_of_it() -> None:
    one = the_section()
    for point in all_points(one):
        assert " ".join(point.span.of(one.stored.source.text).split()) == point.quoted.text


def test_parts_are_told_by_line_or_by_paragraph() -> None:
    one = the_section()
    assert [each.text for each in lines_of(one, BlockKind.BESLUTSUNDERLAG)] == ["Tjänsteskrivelse 2031-02-20", "Kalkyl"]
    assert [each.text for each in paragraphs_of(one, BlockKind.YRKANDE)] == [
        "Cia Lind (M) yrkar att avgiften är 850 kronor.",
        "Bo Alm (C) yrkar avslag.",
    ]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("1. Bron byggs.\n\nTabell 1", "Bron byggs."),
        ("• att bron byggs,", "att bron byggs,"),
        ("Bron byggs\n\nav trä.", "Bron byggs\n\nav trä."),
        ("Bron byggs. Paragrafen är omedelbart justerad.", "Bron byggs."),
        ("Paragrafen justeras omedelbart.", "Paragrafen justeras omedelbart."),
    ],
)
def test_a_point_ends_where_its_sentence_does(said: str, kept: str) -> None:
    source = indexed(("Granby", said)).file("0.txt", Access.public())
    assert source is not None
    one = Minuted(source, source.documents[0], source.documents[0].sections[0])
    assert first_paragraph(one, Span(0, len(said))).of(said) == kept


@pytest.mark.parametrize(("written", "key"), [("2031/00071", "||2031|71"), ("dnr 2031/7", "||2031|7"), ("KS 2031/00071", "|ks|2031|71")])
def test_a_dnr_is_read_as_a_person_types_it(written: str, key: str) -> None:
    assert typed_case(written).key == key


@pytest.mark.parametrize("written", ["", "bron", "2031", "2031/00071 och 2031/00072", "x" * 200])
def test_what_is_no_dnr_or_several_is_refused(written: str) -> None:
    with pytest.raises(BadParameter, match="diarienummer"):
        typed_case(written)


def test_a_key_gives_back_the_dnr_that_it_stands_for() -> None:
    assert case_of("granby|ks|2031|71").key == "granby|ks|2031|71"
